import type { Page, Response } from "@playwright/test";

/** The operation that brings details of targets. */
export const BATCH = "BatchGetDeploymentTargets";

/** The operation of AWS's that a response answers; absent for files. */
function operationOf(response: Response): string | undefined {
  return response.request().headers()["x-amz-target"]?.split(".")[1];
}

/**
 * Notes the answers about instances as they come over the wire.
 *
 * @returns a function that gives the latest about each, by target id, once all that have come are read
 */
export function noteTargets(page: Page): () => Promise<ReadonlyMap<string, string>> {
  const latest = new Map<string, string>();
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (operationOf(response) !== BATCH || response.request().method() !== "POST") return;
    // One that is cut off by the end of the test is not wanted any more.
    reading.push(response.json().then(note, () => {}));
  });
  const note = ({ deploymentTargets }: { deploymentTargets: { instanceTarget: { targetId: string } }[] }) => {
    for (const target of deploymentTargets) {
      latest.set(target.instanceTarget.targetId, JSON.stringify(target));
    }
  };
  return async () => {
    await Promise.all(reading);
    return new Map(latest);
  };
}
