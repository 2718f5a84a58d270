import { visibleText } from "../format/visible-text.ts";
import { CopyButton } from "./CopyButton.tsx";

/** An id, name or other literal from AWS, in mono, its hidden characters made visible; copyable when `copyAs` names it. */
export function Code({ text, copyAs }: { text: string; copyAs?: string }) {
  return (
    <span className="min-w-0">
      <bdi className="font-mono text-[0.8125rem]">{visibleText(text)}</bdi>
      {copyAs !== undefined && <CopyButton text={text} what={copyAs} />}
    </span>
  );
}
