import type { DeploymentRef } from "../deployment/deployment.ts";
import type { FindFault, FindResult, FoundDeployment } from "./find-deployments.ts";
import type { FoundList } from "./list-link.ts";

/** The page of an application or of a deployment group. */
export interface ListRef extends FoundList {
  region: string;
}

/** What a pasted text and a chosen Region lead to. */
export type DeploymentSearch =
  | {
      kind: "one";
      ref: DeploymentRef;
      /** The deployments that rolled it back, and those that this site does not show. */
      rollbacks: readonly DeploymentRef[];
      elsewhere: readonly DeploymentRef[];
      /** A Region that the text names somewhere and this site does not show. */
      otherRegion?: string;
    }
  | {
      kind: "several";
      deployments: readonly (DeploymentRef & { rollbackOf?: string })[];
      elsewhere: readonly DeploymentRef[];
    }
  /** The text names no deployment, but applications or groups, each in a Region that this site shows; one at least. */
  | { kind: "lists"; lists: readonly [ListRef, ...ListRef[]] }
  /** All that the text names is in a Region that config.json does not allow. */
  | { kind: "region-not-served"; region: string }
  | { kind: "nothing"; fault: FindFault };

/**
 * What to open of what a text names, on a site that shows `regions`. Each in its own Region; a sole one and
 * those that have none in `chosenRegion`, which {@link regionToChoose} has chosen before.
 */
export function searchDeployment(
  found: FindResult,
  chosenRegion: string,
  regions: readonly string[],
): DeploymentSearch {
  if (found.kind === "nothing") return found;
  const shown = new Set(regions);
  if (found.kind === "lists") {
    const lists = found.lists.map((list) => ({ ...list, region: list.region ?? chosenRegion }));
    const [first, ...more] = lists.filter(({ region }) => shown.has(region));
    if (!first) return { kind: "region-not-served", region: lists[0]?.region ?? chosenRegion };
    return {
      kind: "lists",
      lists: more.length > 0 ? [first, ...more] : [{ ...first, region: chosenRegion }],
    };
  }
  const elsewhere = found.deployments.flatMap(({ deploymentId, region, isRegionSure }) =>
    region !== undefined && isRegionSure && !shown.has(region) ? { region, deploymentId } : [],
  );
  const open = found.deployments.filter(
    ({ region, isRegionSure }) => region === undefined || !isRegionSure || shown.has(region),
  );
  const leading = open.filter(({ rollbackOf }) => !open.some((one) => one.deploymentId === rollbackOf));
  const [first, second] = leading;
  const [unshown] = elsewhere;
  if (!first) return { kind: "region-not-served", region: unshown?.region ?? chosenRegion };
  const refOf = ({ deploymentId, region }: FoundDeployment): DeploymentRef => ({
    deploymentId,
    region: region !== undefined && shown.has(region) ? region : chosenRegion,
  });
  if (second) {
    const deployments = open.map((one) => ({
      ...refOf(one),
      ...(one.rollbackOf !== undefined && { rollbackOf: one.rollbackOf }),
    }));
    return { kind: "several", deployments, elsewhere };
  }
  const isOther = first.region !== undefined && !shown.has(first.region);
  return {
    kind: "one",
    ref: { region: chosenRegion, deploymentId: first.deploymentId },
    rollbacks: open.filter((one) => one !== first).map(refOf),
    elsewhere,
    ...(isOther && { otherRegion: first.region }),
  };
}

/** The Region to choose as soon as a text is pasted: the one that it names, if this site shows it. */
export function regionToChoose(found: FindResult, regions: readonly string[]): string | undefined {
  if (found.kind === "nothing") return undefined;
  const named = found.kind === "lists" ? found.lists : found.deployments;
  const shown = named.filter(({ region }) => region === undefined || regions.includes(region));
  const [region, second] = new Set(shown.map((one) => one.region));
  return second === undefined ? region : undefined;
}
