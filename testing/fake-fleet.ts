import { QueryClient } from "@tanstack/react-query";
import { AppError } from "../src/errors/app-error.ts";
import type { Deployment } from "../src/codedeploy/deployment/deployment.ts";
import type { TargetPageInput } from "../src/codedeploy/targets/target.ts";
import { toTarget } from "../src/codedeploy/targets/target.ts";
import { createRequestSlots, MAX_IN_FLIGHT } from "../src/queries/polling/request-slots.ts";
import type { TabShare } from "../src/queries/polling/tab-share.ts";
import { createTabShare } from "../src/queries/polling/tab-share.ts";
import { targetsPoll } from "../src/queries/polling/targets-poll.ts";
import { fakeCodeDeploy } from "./fake-aws.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };
const PAGE_SIZE = 100;

/** For tests: a fleet in memory that answers as CodeDeploy does, and counts what it is asked. */
export function fakeFleet(
  statuses: Record<string, "Pending" | "InProgress" | "Succeeded" | "Failed">,
  share: TabShare = createTabShare("test"),
) {
  const world = {
    statuses: new Map(Object.entries(statuses)),
    deployment: undefined as Deployment | undefined,
    unanswered: new Set<string>(),
    refused: new Set<string>(),
    listFault: undefined as AppError | undefined,
    batchFault: undefined as AppError | undefined,
    /** Given after each page, to whoever asks for ids of one status. */
    endlessToken: undefined as string | undefined,
    isStarted: true,
    /** Called when ids are asked for, before the answer. */
    whenListing: undefined as (() => void) | undefined,
    hasStopped: false,
    batches: [] as (readonly string[])[],
    lists: [] as TargetPageInput[],
    inFlight: 0,
    maxInFlight: 0,
  };

  async function request<Result>(answer: () => Result): Promise<Result> {
    world.maxInFlight = Math.max(world.maxInFlight, ++world.inFlight);
    await Promise.resolve();
    world.inFlight--;
    return answer();
  }

  const codeDeploy = fakeCodeDeploy({
    listDeploymentTargets: (input) =>
      request(() => {
        world.lists.push(input);
        world.whenListing?.();
        if (world.listFault) throw world.listFault;
        if (!world.isStarted) return { kind: "not-started" };
        const all = [...world.statuses].filter(([, status]) => !input.status || status === input.status);
        if (world.endlessToken !== undefined && input.status)
          return { kind: "ids", ids: all.map(([id]) => id), nextToken: world.endlessToken };
        const from = Number(input.nextToken ?? 0);
        const ids = all.slice(from, from + PAGE_SIZE).map(([id]) => id);
        const next = from + PAGE_SIZE;
        return { kind: "ids", ids, nextToken: next < all.length ? String(next) : undefined };
      }),
    batchGetDeploymentTargets: ({ targetIds }) =>
      request(() => {
        world.batches.push(targetIds);
        if (world.batchFault) throw world.batchFault;
        if (targetIds.some((id) => world.refused.has(id))) {
          throw new AppError("not-found", { awsCode: "DeploymentTargetDoesNotExistException" });
        }
        return targetIds
          .filter((id) => !world.unanswered.has(id))
          .map((id) => toTarget(id, { instanceTarget: { targetId: id, status: statusOf(id) } }));
      }),
  });
  const statusOf = (id: string) => world.statuses.get(id) ?? "Pending";

  const client = new QueryClient();
  const poll = targetsPoll({
    codeDeploy,
    ref: REF,
    client,
    share,
    slots: createRequestSlots(MAX_IN_FLIGHT),
    deployment: () => world.deployment,
    hasStopped: () => world.hasStopped,
  });
  const refresh = async () => {
    world.batches = [];
    world.lists = [];
    const list = await client.fetchQuery({ ...poll.options, staleTime: 0 });
    return { list, requests: world.batches.length + world.lists.length };
  };
  return { world, client, poll, refresh };
}
