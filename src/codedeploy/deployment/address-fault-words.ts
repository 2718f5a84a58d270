import type { AddressFault } from "./address-fault.ts";
import type { ErrorWords } from "../../errors/error-words.ts";
import { errorWords } from "../../errors/error-words.ts";

/** What an address at fault means, and what to do. */
export const ADDRESS_FAULT_WORDS: Readonly<Record<AddressFault, ErrorWords>> = {
  "invalid-id": errorWords({ kind: "invalid-id", action: undefined, awsCode: undefined }),
  "invalid-region": {
    title: "This is not an AWS Region",
    meaning: "The address begins with a Region that does not exist. One looks like eu-west-1.",
    steps: ["Correct the Region in the address, or choose one below."],
  },
  "region-not-served": {
    title: "This site does not show that Region",
    meaning: "Its config.json does not list the Region that the address begins with.",
    steps: [
      "If the Region is a mistake, choose the right one below.",
      "Otherwise ask whoever runs this site to add it to regions in config.json.",
    ],
  },
};
