import type { Deployment } from "./deployment.ts";
import { cutInMiddle } from "../../format/text.ts";
import { statusFacts } from "./status.ts";

const PRODUCT = "Deploywatch";
/** Longer names push the rest out of every tab and bookmark. */
const MAX_NAME_LENGTH = 60;

/** The title of a page that is about something: `No such deployment here · d-74D35AS7C · Deploywatch`. */
export function pageTitle(...subjects: readonly (string | undefined)[]): string {
  return joined([...subjects.map(shortened), PRODUCT]);
}

/**
 * The title of a deployment's page, the status first, since a tab shows only the beginning:
 * `✗ Failed · checkout-api/prod · d-74D35AS7C`. Names that AWS did not send are left out.
 */
export function deploymentTitle(deployment: Deployment, deploymentId: string): string {
  const { glyph, word } = statusFacts(deployment.status);
  const names = [deployment.applicationName, deployment.deploymentGroupName].map(shortened).filter(Boolean);
  return joined([`${glyph} ${shortened(word)}`, names.join("/"), shortened(deploymentId)]);
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}

function shortened(text: string | null | undefined): string | undefined {
  return text ? cutInMiddle(text, MAX_NAME_LENGTH) : undefined;
}
