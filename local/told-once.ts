/** What was said to the person at the terminal since something last went well. */
export interface Told {
  /** Says a text, unless it has been said since: a page asks every few seconds, and the person needs it once. */
  say(text: string): void;
  /** Something went well: what fails from now on is news. */
  forget(): void;
}

/** @param log takes a line for the terminal */
export function toldOnce(log: (line: string) => void): Told {
  const said = new Set<string>();
  return {
    say(text) {
      if (said.has(text)) return;
      said.add(text);
      log(text);
    },
    forget: () => said.clear(),
  };
}
