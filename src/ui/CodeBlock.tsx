import { visibleText } from "../format/text.ts";
import { ScrollRegion } from "./ScrollRegion.tsx";

/** Text of many lines in mono, scrolling by itself; `name` is what a screen reader calls the region. */
export function CodeBlock({ text, name }: { text: string; name: string }) {
  return (
    <ScrollRegion name={name} className="max-h-96 rounded-md border border-line">
      <pre className="font-mono text-xs whitespace-pre-wrap">
        <bdi>{visibleText(text)}</bdi>
      </pre>
    </ScrollRegion>
  );
}
