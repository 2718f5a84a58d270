import type { TargetPage } from "../../codedeploy/targets/target.ts";
import { loadTargets } from "./load-targets.ts";
import { withAllListed, withPage } from "./target-list-changes.ts";
import { BATCH_SIZE, listMark, mayHideFailures } from "./target-plan.ts";
import type { TargetsContext } from "./targets-context.ts";
import { show } from "./targets-context.ts";

/** A thousand instances is AWS's limit for a deployment; a token that never ends must not become a loop. */
const MAX_PAGES = 1_000;

/**
 * Lists the ids of all targets, page by page, and shows each page at once. A fleet that may hold failures is
 * asked for the failed ones beside that, and their details: what failed is known after four requests, whatever
 * the size of the fleet.
 */
export async function listAll(context: TargetsContext): Promise<void> {
  const { state } = context;
  const mark = listMark(context.deployment());
  const first = await listPage(context);
  if (first.kind === "not-started") {
    if (state.list.stage === "unknown") show(context, { ...state.list, stage: "not-started" });
    return;
  }
  show(context, withPage(state.list, first.ids));
  const isLarge = first.nextToken !== undefined || first.ids.length > BATCH_SIZE;
  const isFirstTime = state.listedAt === undefined;
  const hasFailedFirst = isFirstTime && isLarge && mayHideFailures(context.deployment());
  const [rest] = await Promise.all([
    listRest(context, first.nextToken),
    hasFailedFirst && loadFailed(context).catch(() => {}),
  ]);
  const listed = new Set([...first.ids, ...rest]);
  for (const id of state.list.ids) if (!listed.has(id)) state.missing.add(id);
  for (const id of listed) state.missing.delete(id);
  show(context, withAllListed(state.list, listed));
  state.listedAt = mark;
}

async function listRest(context: TargetsContext, firstToken: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  let nextToken = firstToken;
  for (let pages = 1; nextToken !== undefined && pages < MAX_PAGES; pages++) {
    const page = await listPage(context, { nextToken });
    if (page.kind === "not-started") break;
    ids.push(...page.ids);
    show(context, withPage(context.state.list, page.ids));
    nextToken = page.nextToken;
  }
  return ids;
}

/** A help only: whatever keeps it from an answer will show up in the listing of all. */
async function loadFailed(context: TargetsContext): Promise<void> {
  const page = await listPage(context, { status: "Failed" });
  if (page.kind === "not-started") return;
  show(context, withPage(context.state.list, page.ids));
  await loadTargets(context, page.ids);
}

function listPage(
  { codeDeploy, ref, slots, signal }: TargetsContext,
  input: { nextToken?: string; status?: "Failed" } = {},
): Promise<TargetPage> {
  return slots(() => codeDeploy.listDeploymentTargets({ ...ref, ...input }, signal));
}
