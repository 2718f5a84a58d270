import type { ListDeploymentTargetsOutput } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { Wire } from "../wire.ts";
import { type CodeDeployCall, requireDeployment } from "./codedeploy-call.ts";
import { readPageToken, writePageToken } from "./page-token.ts";
import { requireStarted } from "./require-started.ts";
import { targetFilter } from "./target-filter.ts";

/** AWS does not tell its page size; this one makes a large fleet take several pages. */
const pageSize = 100;

/** CodeDeploy's ListDeploymentTargets. */
export function listDeploymentTargets(call: CodeDeployCall): Wire<ListDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const isWanted = targetFilter(call.input.textLists("targetFilters") ?? {}, info);
  const first = readPageToken(call.input.text("nextToken"), deployment.id);
  const ids = targets.filter(isWanted).map(({ targetId }) => targetId);
  if (first > ids.length) throw new AwsError("InvalidNextTokenException", "The next token is not valid.");
  const next = first + pageSize;
  return {
    targetIds: ids.slice(first, next),
    ...(next < ids.length && { nextToken: writePageToken(next, deployment.id) }),
  };
}
