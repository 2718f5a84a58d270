import { AwsText } from "./AwsText.tsx";
import { CopyButton } from "./CopyButton.tsx";

/** An id, name or other literal from AWS, in mono, shown as {@link AwsText}; copyable when `copyAs` names it. */
export function Code({ text, copyAs }: { text: string; copyAs?: string }) {
  return (
    <span className="min-w-0">
      <span className="font-mono text-[0.8125rem]">
        <AwsText text={text} />
      </span>
      {copyAs !== undefined && <CopyButton text={text} what={copyAs} />}
    </span>
  );
}
