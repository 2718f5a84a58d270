import { formatCount } from "../../format/counts.ts";
import type { Target } from "../targets/target.ts";
import type { FactChange, NamedFacts } from "./fact-change.ts";
import { factChanges } from "./fact-change.ts";

/** A version of a Lambda function, as far as the page shows it: nothing of its environment. Every member may be absent. */
export interface FunctionVersion {
  version: string | undefined;
  description: string | undefined;
  /** Of the code, in base64. */
  sha256: string | undefined;
  codeBytes: number | undefined;
  runtime: string | undefined;
  memoryMb: number | undefined;
  timeoutS: number | undefined;
}

/** Which versions of which function a deployment moves traffic between. */
export interface VersionShift {
  functionName: string;
  before: string;
  now: string;
}

/** What the target of a Lambda deployment says of it; `undefined` where it leaves out a part or names one version, and for other deployments. */
export function versionShift(targets: readonly Target[]): VersionShift | undefined {
  for (const { facts } of targets) {
    if (facts.kind !== "lambda") continue;
    const { functionName, currentVersion, targetVersion } = facts.lambdaFunction;
    if (functionName && currentVersion && targetVersion && currentVersion !== targetVersion) {
      return { functionName, before: currentVersion, now: targetVersion };
    }
  }
  return undefined;
}

/** What differs between two versions of a function, its environment left out. */
export function functionChanges(before: FunctionVersion, now: FunctionVersion): FactChange[] {
  return factChanges(factsOf(before), factsOf(now));
}

function factsOf(version: FunctionVersion): NamedFacts {
  const { codeBytes, memoryMb, timeoutS } = version;
  return [
    ["Version", version.version],
    ["Description", version.description],
    ["Code’s sha256", version.sha256],
    ["Code size", codeBytes === undefined ? undefined : `${formatCount(codeBytes)} bytes`],
    ["Runtime", version.runtime],
    ["Memory", memoryMb === undefined ? undefined : `${formatCount(memoryMb)} MB`],
    ["Time-out", timeoutS === undefined ? undefined : `${formatCount(timeoutS)} s`],
  ];
}

/** What equal or different code means; `undefined` where AWS does not tell both hashes. */
export function codeWords(before: FunctionVersion, now: FunctionVersion): string | undefined {
  if (before.sha256 === undefined || now.sha256 === undefined) return undefined;
  return before.sha256 === now.sha256
    ? "The code is the same in both versions. The page does not read environment variables: they may differ."
    : "The code differs. The page does not read environment variables: they may differ too.";
}
