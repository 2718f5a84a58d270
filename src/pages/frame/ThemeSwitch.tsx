import { useEffect } from "react";
import { Choice } from "../../ui/Choice.tsx";
import { storedItem, useStored } from "../../ui/storage.ts";

const WORDS: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };

/** The reader's theme: the system's, light or dark. */
export function ThemeSwitch({ isNameHidden }: { isNameHidden?: boolean }) {
  const theme = useTheme();
  return (
    <Choice
      name="Theme"
      words={WORDS}
      chosen={theme}
      choose={THEME.write}
      {...(isNameHidden !== undefined && { isNameHidden })}
    />
  );
}

type Theme = "system" | "light" | "dark";

/** What the reader chose in this browser. `public/first-paint.js` reads it before the first paint. */
const THEME = storedItem<Theme>({
  key: "theme",
  fallback: "system",
  parse: (text) => (text === "light" || text === "dark" ? text : "system"),
});

/** The theme that was chosen, in this tab or in another; the page wears it as long as the caller is there. */
export function useTheme(): Theme {
  const theme = useStored(THEME);
  useEffect(() => applyTheme(theme), [theme]);
  return theme;
}

function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}
