import type { ChangeLine } from "../../../codedeploy/revision/change-line.ts";

/** What changed, in a few words: two values with an arrow between them, or a sentence. */
export function ChangeWords({ line }: { line: ChangeLine }) {
  if (line.kind === "sentence") return line.sentence;
  return (
    <>
      <bdi>{line.what}</bdi> <bdi className="font-mono text-[0.8125rem] leading-none">{line.before}</bdi> →{" "}
      <bdi className="font-mono text-[0.8125rem] leading-none font-semibold">{line.now}</bdi>
    </>
  );
}
