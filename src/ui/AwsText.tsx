import { useState } from "react";
import { cutText, visibleText } from "../format/text.ts";
import { Button } from "./Button.tsx";

const CAP = 600;
const MAX_LINES = 12;

/**
 * Text that came from outside: isolated from its surroundings, hidden characters made visible, and cut after
 * `cap` characters or twelve lines until somebody asks for all of it.
 */
export function AwsText({ text, cap = CAP }: { text: string; cap?: number }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? text : cutText(text, cap, MAX_LINES);
  return (
    <>
      <bdi className="whitespace-pre-wrap">{visibleText(shown)}</bdi>
      {shown.length < text.length && (
        <>
          {"… "}
          <Button size="small" onClick={() => setWhole(true)}>
            Show all {text.length.toLocaleString()} characters
          </Button>
        </>
      )}
    </>
  );
}
