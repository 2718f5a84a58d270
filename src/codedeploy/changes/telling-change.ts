import { cutInMiddle } from "../../format/text.ts";
import type { ChangeLine } from "../revision/change-line.ts";
import type { FactChange } from "./fact-change.ts";
import type { VersionShift } from "./function-version.ts";
import { imageName, shortRepository, shortVersion } from "./image-name.ts";

const MAX_NAME = 40;
const MAX_VALUE = 24;

/** The most telling change between two task definitions, in one line: "checkout: image 1.41 → 1.42". `undefined` without one. */
export function taskDefinitionLine(changes: readonly FactChange[]): ChangeLine | undefined {
  // Those that are new or gone leave nothing to put beside each other.
  for (const { name, before, now } of changes) {
    if (before === undefined || now === undefined) continue;
    return name.endsWith(": image") ? imageLine(before, now) : values(name, before, now);
  }
  const [first] = changes;
  if (!first) return undefined;
  const end = first.before === undefined ? "is new" : "is gone";
  return { kind: "sentence", sentence: `${cutInMiddle(first.name, MAX_NAME)} ${end}.` };
}

function imageLine(before: string, now: string): ChangeLine {
  const [old, fresh] = [imageName(before), imageName(now)];
  if (old.repository !== fresh.repository) return values("image", nameAndVersion(old), nameAndVersion(fresh));
  const what = `${shortRepository(fresh)}: image`;
  const [from, to] = [shortVersion(old), shortVersion(fresh)];
  // The same tag with another digest behind it.
  return from === to && old.digest !== fresh.digest
    ? values(what, shortVersion({ ...old, tag: undefined }), shortVersion({ ...fresh, tag: undefined }))
    : values(what, from, to);
}

function nameAndVersion(image: ReturnType<typeof imageName>): string {
  return `${shortRepository(image)}:${shortVersion(image)}`;
}

/** Two versions of a function: "price-calculator: version 41 → 42". */
export function versionLine({ functionName, before, now }: VersionShift): ChangeLine {
  return values(`${functionName}: version`, before, now);
}

function values(what: string, before: string, now: string): ChangeLine {
  return {
    kind: "values",
    what: cutInMiddle(what, MAX_NAME),
    before: cutInMiddle(before, MAX_VALUE),
    now: cutInMiddle(now, MAX_VALUE),
  };
}
