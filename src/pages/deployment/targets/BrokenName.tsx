import { Fragment } from "react";
import { eventName } from "../../../codedeploy/targets/target-words.ts";

/** An event's name that breaks between its words where its column is narrow: AfterAllow|Test|Traffic. */
export function BrokenName({ name }: { name: string }) {
  const words = eventName(name).split(/(?<=[a-z])(?=[A-Z])/);
  return (
    <bdi>
      {wordsWithPlaces(words).map(({ place, word }) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </bdi>
  );
}

function wordsWithPlaces(words: readonly string[]): { place: number; word: string }[] {
  return words.map((word, place) => ({ place, word }));
}
