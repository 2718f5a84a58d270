import { referenceInCommand } from "./reference-in-command.ts";
import { referenceInJson } from "./reference-in-json.ts";
import { referenceInLink } from "./reference-in-link.ts";
import { referenceInText } from "./reference-in-text.ts";
import type { ReferenceSighting } from "./reference-in-text.ts";

/** Why a text leads to no deployment. */
export type ReferenceFault = "empty" | "too-long" | "json" | "command" | "link" | "text";

/** The deployment that a pasted text speaks of. `region` is absent when the text does not say. */
export type DeploymentReference =
  | { kind: "found"; deploymentId: string; region?: string }
  | { kind: "several"; deploymentIds: readonly string[]; region?: string }
  | { kind: "nothing"; fault: ReferenceFault };

/** In characters; the largest notification that AWS sends has 256 kB. */
const MAX_LENGTH = 1_000_000;

/** The exact readings first; each gives `undefined` for a text that is not of its form. */
const READINGS: readonly [fault: ReferenceFault, read: (text: string) => ReferenceSighting | undefined][] = [
  ["json", referenceInJson],
  ["command", referenceInCommand],
  ["link", referenceInLink],
  ["text", referenceInText],
];

/**
 * Reads what people have at hand when they look for a deployment: an id, an address of the AWS console or of
 * Deploywatch, an `aws deploy` command, a notification or other JSON, or any text that has an id in it.
 */
export function parseDeploymentReference(pasted: string): DeploymentReference {
  const text = pasted.trim();
  if (text === "") return { kind: "nothing", fault: "empty" };
  if (text.length > MAX_LENGTH) return { kind: "nothing", fault: "too-long" };
  let fault: ReferenceFault | undefined;
  for (const [form, read] of READINGS) {
    const sighting = read(text);
    if (sighting === undefined) continue;
    if (sighting.deploymentIds.length > 0) return referenceFrom(sighting);
    fault ??= form;
  }
  return { kind: "nothing", fault: fault ?? "text" };
}

function referenceFrom({ deploymentIds, region }: ReferenceSighting): DeploymentReference {
  const where = region === undefined ? {} : { region };
  const [deploymentId] = deploymentIds;
  return deploymentIds.length === 1 && deploymentId !== undefined
    ? { kind: "found", deploymentId, ...where }
    : { kind: "several", deploymentIds, ...where };
}

/** What is missing in the text, and what to paste instead. */
export const REFERENCE_FAULT_WORDS: Readonly<Record<ReferenceFault, string>> = {
  empty: "Paste a deployment id first. It looks like d-74D35AS7C.",
  "too-long": "This text is too long to read. Paste only the part with the deployment id.",
  json: "This JSON has no deploymentId. Paste the whole notification, or only the id.",
  command:
    "This command has no deployment id. Paste one with --deployment-id and the id itself, not a variable.",
  link: "This link leads to no deployment. Open the deployment in the AWS console and copy that page’s address.",
  text: "There is no deployment id in this text. An id looks like d-74D35AS7C.",
};
