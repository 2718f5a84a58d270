import { visibleText } from "../format/text.ts";

/** Text of many lines in mono, scrolling by itself; `name` is what a screen reader calls the region. */
export function CodeBlock({ text, name }: { text: string; name: string }) {
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
      className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3"
    >
      <pre className="font-mono text-xs whitespace-pre-wrap">
        <bdi>{visibleText(text)}</bdi>
      </pre>
    </section>
  );
}
