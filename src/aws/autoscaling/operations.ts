import { elementText } from "../../access/aws-refusal.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { ScalingActivity } from "../../codedeploy/scaling/scaling-activity.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import type { Askable, Attempts, Service } from "../service.ts";
import type { SignedAsker } from "../signed-fetch.ts";
import { askForm, membersOf } from "../signed-form.ts";

interface ActivitiesInput {
  region: string;
  groupName: string;
}

/** Every operation of Auto Scaling that the app asks; see `AutoScaling`. */
const operations = {
  /**
   * The latest activities of an Auto Scaling group, at most 100, the newest first; of one that was deleted as well. None where
   * there is no such group.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeScalingActivities.html
   */
  describeScalingActivities: {
    kind: "read" as const,
    async ask(
      asker: SignedAsker,
      { region, groupName }: ActivitiesInput,
      signal: AbortSignal,
    ): Promise<ScalingActivity[]> {
      const xml = await askForm(
        asker,
        {
          service: "autoscaling",
          region,
          version: "2011-01-01",
          action: "DescribeScalingActivities",
          parameters: { AutoScalingGroupName: groupName, IncludeDeletedGroups: "true", MaxRecords: "100" },
        },
        signal,
      );
      return membersOf(xml, "Activities").map((member) => ({
        id: elementText(member, "ActivityId") ?? "",
        description: elementText(member, "Description"),
        cause: elementText(member, "Cause"),
        status: elementText(member, "StatusCode"),
        message: elementText(member, "StatusMessage"),
        startMs: timeOf(elementText(member, "StartTime")),
        endMs: timeOf(elementText(member, "EndTime")),
      }));
    },
  },
};

/** A time as the query protocol writes it; `undefined` for what is none. */
function timeOf(text: string | undefined): number | undefined {
  const atMs = Date.parse(text ?? "");
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** Auto Scaling as the rest of the app sees it: a method for each line of the table of operations. */
export interface AutoScaling extends Service<typeof operations> {}

/** Attempts at these operations, each signed by hand. */
export function autoScalingAttempt(
  config: Config,
  credentials: CredentialSource,
): Attempts<typeof operations> {
  const table: Askable<typeof operations, SignedAsker> = operations;
  return {
    kindOf: (name) => table[name].kind,
    attempt: (name, input, signal) =>
      table[name].ask(
        { endpoint: endpointFor(config, "autoscaling", input.region), credentials },
        input,
        signal,
      ),
  };
}

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html
 */
export const permissions = (): NeededPermission<{ autoScaling: AutoScaling }>[] =>
  neededPermissions<typeof operations, { autoScaling: AutoScaling }>(
    "autoscaling",
    {
      describeScalingActivities: {
        role: "reader",
        resource: "none",
        without: "no reasons why a replacement fleet does not come up",
        // AWS's answer where it has no such group.
        allowed: ["ValidationError"],
        trial: ({ region }) => ({ region, groupName: "deploywatch" }),
      },
    },
    ({ autoScaling }) => autoScaling,
  );
