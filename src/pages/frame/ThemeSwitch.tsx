import type { LucideIcon } from "lucide-react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import type { Theme } from "./theme.ts";
import { readTheme, writeTheme } from "./theme.ts";

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
