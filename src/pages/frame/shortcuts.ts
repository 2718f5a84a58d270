import { useEffect } from "react";
import { storedSwitch } from "../../ui/storage.ts";

/** Whether single characters do something; who dictates or hits keys by accident turns them off. */
export const SHORTCUTS_ARE_ON = storedSwitch("shortcuts", true);

/** What a key does, by the character that it types. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Elements that want the characters for themselves. */
const TYPING = "input, textarea, select, [contenteditable], dialog[open], [popover]:popover-open";

/** Runs a shortcut when its key is pressed alone, and not where somebody is typing. */
export function useShortcuts(shortcuts: Shortcuts, areOn: boolean): void {
  useEffect(() => {
    if (!areOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [shortcuts, areOn]);
}
