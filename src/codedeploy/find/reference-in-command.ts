import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import type { ReferenceSighting } from "./reference-in-text.ts";
import { soleRegionIn } from "../../aws-names/region-in-text.ts";
import { isRegionName } from "../../aws-names/regions.ts";

/** A line that goes on, as bash, cmd and PowerShell write it. */
const CONTINUATION = /[\\^`]\r?\n/g;
const QUOTES = /^["']{1,9}|["',;]{1,9}$/g;

/**
 * What an `aws deploy` command says with `--deployment-id` or `--deployment-ids` and `--region` (or a variable such
 * as `AWS_REGION=…` before it). `undefined` for a text that is no such command.
 */
export function referenceInCommand(text: string): ReferenceSighting | undefined {
  const words = text.replace(CONTINUATION, " ").trim().split(/\s+/);
  const isCommand = words.includes("aws") && words.includes("deploy");
  if (!isCommand && !text.includes("--deployment-id")) return undefined;
  const ids = new Set([...valuesOf(words, "--deployment-id"), ...valuesOf(words, "--deployment-ids")]);
  const region = valuesOf(words, "--region").find(isRegionName);
  return { deploymentIds: [...ids].filter(isDeploymentId), region: region ?? soleRegionIn(text) };
}

/** The words after an option up to the next one, or the one after its `=`, without their quotes. */
function valuesOf(words: readonly string[], option: string): string[] {
  const values: string[] = [];
  let isOpen = false;
  for (const word of words) {
    if (word.startsWith(`${option}=`)) values.push(word.slice(option.length + 1));
    else if (word.startsWith("-")) isOpen = word === option;
    else if (isOpen) values.push(word);
  }
  return values.map((value) => value.replace(QUOTES, ""));
}
