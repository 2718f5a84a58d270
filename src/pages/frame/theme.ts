export type Theme = "system" | "light" | "dark";

const KEY = "deploywatch.theme";

/** The theme that the reader chose in this browser; `system` when none was chosen or storage is blocked. */
export function readTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Applies a theme at once and keeps it for the next visit; `public/theme.js` reads it before the first paint. */
export function writeTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts until the page is closed.
  }
}
