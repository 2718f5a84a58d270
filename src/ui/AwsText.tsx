import { useState } from "react";
import { visibleText } from "../format/text.ts";
import { Button } from "./Button.tsx";

const CAP = 600;

/**
 * Text that came from outside: isolated from its surroundings, hidden characters made visible, and cut after
 * `cap` characters until somebody asks for all of it.
 */
export function AwsText({ text, cap = CAP }: { text: string; cap?: number }) {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && text.length > cap;
  return (
    <>
      <bdi className="whitespace-pre-wrap">{visibleText(isCut ? text.slice(0, cap) : text)}</bdi>
      {isCut && (
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
