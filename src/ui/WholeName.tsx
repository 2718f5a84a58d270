import { Fragment } from "react";
import { visibleText } from "../format/text.ts";

/** A word of so many characters fits every line, so that it need not break at its capitals. */
const SHORT = 10;

/** A name from outside, whole. It breaks where its words do, as in checkout-|api_|v1.|AfterAllow|Traffic, before it breaks anywhere else. */
export function WholeName({ text }: { text: string }) {
  return <bdi>{wordsIn(visibleText(text)).map(toWord)}</bdi>;
}

function toWord({ word, at }: Word) {
  return (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  );
}

interface Word {
  word: string;
  /** Where it stands in the name. */
  at: number;
}

function wordsIn(name: string): Word[] {
  const parts = name.matchAll(/.+?(?:[-_.](?![-_.])|$)/gs);
  return Array.from(parts, ({ 0: part, index }) => {
    if (part.length <= SHORT) return [{ word: part, at: index }];
    const words = part.matchAll(/.+?(?:(?<=[a-z])(?=[A-Z])|$)/gs);
    return Array.from(words, ({ 0: word, index: within }) => ({ word, at: index + within }));
  }).flat();
}
