import * as v from "valibot";
import { isRecord } from "../../values/is-record.ts";
import type { Snapshot } from "./snapshot-schema.ts";
import { FORMAT, SnapshotSchema, VERSION } from "./snapshot-schema.ts";

/** A larger file is no snapshot of ours, and reading it would freeze the page. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Why a file or a link is not opened. */
export interface SnapshotFault {
  title: string;
  /** What is wrong, and where. */
  detail: string;
}

/** Views go through an answer by recursion. */
const MAX_DEPTH = 60;
const MOST_NAMED = 5;

/**
 * Reads the text of a snapshot as foreign data: checked whole before anything of it is shown.
 *
 * @returns what is wrong with it otherwise, by path. Nothing is thrown.
 */
export function readSnapshot(text: string): { snapshot: Snapshot } | { fault: SnapshotFault } {
  if (text.length > MAX_FILE_BYTES) return { fault: TOO_LARGE };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { fault: { title: "This is no snapshot", detail: `It is not JSON: ${String(error)}` } };
  }
  if (!isRecord(json) || json["format"] !== FORMAT) {
    return {
      fault: { title: "This is no snapshot", detail: `Its "format" is not "${FORMAT}".` },
    };
  }
  const { version } = json;
  if (typeof version === "number" && version > VERSION) {
    const detail = `Its version is ${version}; this page reads ${VERSION}. Load the page again, or open it where it was saved.`;
    return { fault: { title: "This snapshot is newer than this page", detail } };
  }
  if (!isShallow(json, MAX_DEPTH)) {
    return { fault: { title: DAMAGED, detail: `It goes deeper than ${MAX_DEPTH} levels.` } };
  }
  const result = v.safeParse(SnapshotSchema, json);
  if (!result.success) {
    const problems = result.issues.slice(0, MOST_NAMED).map(problemOf);
    return { fault: { title: DAMAGED, detail: problems.join("\n") } };
  }
  const { region, deploymentId, answers } = result.output;
  const isWhole = answers.some(
    ({ about, of, answer }) =>
      about === "deployment" &&
      of.length === 2 &&
      of[0] === region &&
      of[1] === deploymentId &&
      answer !== undefined,
  );
  if (isWhole) return { snapshot: result.output };
  return { fault: { title: DAMAGED, detail: "$.answers: AWS's answer about the deployment is missing." } };
}

const DAMAGED = "This snapshot is damaged";

/** For a file, or a link, that holds more than is read. */
export const TOO_LARGE: SnapshotFault = {
  title: "This is too large to be a snapshot",
  detail: "Files of more than 32 MB, and links that hold more than 2 MB, are not read.",
};

/** "$.answers[2].answer.deploymentInfo.createTime has a wrong type". */
function problemOf(issue: v.BaseIssue<unknown>): string {
  const steps = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${String(key)}`,
  );
  // What AWS's own schema has found names a path below that.
  const below = issue.type === "raw_check" ? issue.message : "";
  return `$${steps.join("")}${below}: ${issue.received === "undefined" ? "missing" : "a wrong type or value"}`;
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}
