import type { LucideIcon } from "lucide-react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";

const THEMES: Readonly<Record<Theme, { Icon: LucideIcon; next: Theme }>> = {
  system: { Icon: Monitor, next: "light" },
  light: { Icon: Sun, next: "dark" },
  dark: { Icon: Moon, next: "system" },
};

/** Goes round the themes: the system's, light, dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  const { Icon, next } = THEMES[theme];
  const change = () => {
    writeTheme(next);
    setTheme(next);
  };
  return (
    <Button
      size="small"
      look="bare"
      className="min-w-7"
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}. Change to ${next}.`}
      onClick={change}
    >
      <Icon aria-hidden size={16} />
    </Button>
  );
}

export type Theme = "system" | "light" | "dark";

const KEY = "deploywatch.theme";

/** The theme that the reader chose in this browser; `system` when none was chosen or storage is blocked. */
function readTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Applies a theme at once and keeps it for the next visit; `public/theme.js` reads it before the first paint. */
function writeTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts until the page is closed.
  }
}
