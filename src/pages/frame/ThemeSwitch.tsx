import type { LucideIcon } from "lucide-react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect } from "react";
import { Button } from "../../ui/Button.tsx";
import { storedItem, useStored } from "../../ui/storage.ts";

const THEMES: Readonly<Record<Theme, { Icon: LucideIcon; next: Theme }>> = {
  system: { Icon: Monitor, next: "light" },
  light: { Icon: Sun, next: "dark" },
  dark: { Icon: Moon, next: "system" },
};

/** Goes round the themes: the system's, light, dark. */
export function ThemeSwitch() {
  const theme = useStored(THEME);
  const { Icon, next } = THEMES[theme];
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <Button
      size="small"
      look="bare"
      className="min-w-7"
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}. Change to ${next}.`}
      onClick={() => THEME.write(next)}
    >
      <Icon aria-hidden size={16} />
    </Button>
  );
}

type Theme = "system" | "light" | "dark";

/** What the reader chose in this browser. `public/theme.js` reads it before the first paint. */
const THEME = storedItem<Theme>({
  key: "theme",
  fallback: "system",
  parse: (text) => (text === "light" || text === "dark" ? text : "system"),
});

function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}
