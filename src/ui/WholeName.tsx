import { Fragment } from "react";
import { visibleText } from "../format/text.ts";

/** A name from outside, whole. It breaks where its words do, as in checkout-|api_|v1.|AfterAllow|Traffic, before it breaks anywhere else. */
export function WholeName({ text }: { text: string }) {
  const words = visibleText(text).matchAll(/.+?(?:[-_.](?![-_.])|(?<=[a-z])(?=[A-Z])|$)/gs);
  return (
    <bdi>
      {Array.from(words, ({ 0: word, index }) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </bdi>
  );
}
