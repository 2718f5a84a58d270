import type { DeploymentRef } from "../deployment/deployment.ts";
import type { ReferenceFault } from "./deployment-reference.ts";
import { parseDeploymentReference } from "./deployment-reference.ts";

/** What a pasted text and a chosen Region lead to. */
export type DeploymentSearch =
  | { kind: "one"; ref: DeploymentRef }
  | { kind: "several"; refs: readonly DeploymentRef[] }
  /** The text names a Region that config.json does not allow. */
  | { kind: "region-not-served"; region: string }
  | { kind: "nothing"; fault: ReferenceFault };

/** Looks for deployments in `text`; in `chosenRegion` where the text does not say which, or another one. */
export function searchDeployment(
  text: string,
  chosenRegion: string,
  regions: readonly string[],
): DeploymentSearch {
  const reference = parseDeploymentReference(text);
  if (reference.kind === "nothing") return reference;
  if (reference.region !== undefined && !regions.includes(reference.region)) {
    return { kind: "region-not-served", region: reference.region };
  }
  return reference.kind === "found"
    ? { kind: "one", ref: { region: chosenRegion, deploymentId: reference.deploymentId } }
    : {
        kind: "several",
        refs: reference.deploymentIds.map((deploymentId) => ({ region: chosenRegion, deploymentId })),
      };
}

/** The Region that `text` names, if config.json allows it: what to choose as soon as the text is pasted. */
export function regionToChoose(text: string, regions: readonly string[]): string | undefined {
  const reference = parseDeploymentReference(text);
  if (reference.kind === "nothing" || reference.region === undefined) return undefined;
  return regions.includes(reference.region) ? reference.region : undefined;
}
