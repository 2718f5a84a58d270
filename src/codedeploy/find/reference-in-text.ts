import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { soleRegionIn } from "../../aws-names/region-in-text.ts";

const AROUND = /^["'`<([{\s]{1,9}|["'`>)\]}.,;:!?\s]{1,9}$/g;
/** Stricter than a lone word has to be: in a sentence, `d-day` is no id. */
const IDS = /(?<![\w-])d-[A-Z0-9]{5,20}(?![\w-])/g;

/**
 * What any text says: a lone id, in quotes or with the dot of the sentence that it was copied from, or ids among
 * other words, as in a log line or a chat message.
 */
export function referenceInText(text: string): ReferenceSighting {
  // A phone's keyboard begins a line with a capital.
  const lone = text.replace(AROUND, "").replace(/^D-/, "d-");
  if (lone.startsWith("d-") && isDeploymentId(lone)) return { deploymentIds: [lone], region: undefined };
  return { deploymentIds: [...new Set(text.match(IDS))], region: soleRegionIn(text) };
}

/** What one way of reading a text has found: the ids, in order and each once, and the Region if it is clear. */
export interface ReferenceSighting {
  deploymentIds: readonly string[];
  region: string | undefined;
}
