import * as sdk from "@aws-sdk/client-cloudwatch-logs";
import type { FilterLogEventsResponse } from "@aws-sdk/client-cloudwatch-logs";
import { AwsError } from "../../access/aws-error.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { HookLog } from "../../timeline/hook-log.ts";
import { logEvents } from "../../timeline/hook-log.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { signedJsonService } from "../signed-json-service.ts";

const COMMAND = /^(\w+)Command$/;

/** CloudWatch Logs, as far as the log groups of hook functions go. */
export const logs = signedJsonService({
  name: "logs",
  title: "CloudWatch Logs",
  target: "Logs_20140328",
  operations: {
    FilterLogEvents: {
      schema: sdk.FilterLogEvents$,
      answer: filterLogEvents,
      resources: ({ input, region }) => [logGroupArn(region, input.text("logGroupName") ?? "*")],
      canBeNarrowed: false,
    },
  },
  allNames: new Set(Object.keys(sdk).flatMap((name) => COMMAND.exec(name)?.[1] ?? [])),
});

const MOST_EVENTS = 10_000;
const TOKEN = "Bxkq6kVGFtq2yMoigeqscPOdhXVbhiVtLoAmXb5jCo";

/** CloudWatch Logs' FilterLogEvents, of one group and without a pattern. Its first page is empty, as happens at AWS while it still searches. */
function filterLogEvents({ input, region, deployments }: SignedCall): Wire<FilterLogEventsResponse> {
  const name = input.text("logGroupName") ?? "";
  const limit = input.number("limit") ?? MOST_EVENTS;
  if (limit < 1 || limit > MOST_EVENTS) {
    throw new AwsError("InvalidParameterException", `1 to ${MOST_EVENTS} events can be asked for.`);
  }
  const played = deployments
    .inRegion(region)
    .flatMap((deployment) => (deployment.scenario.hookLogs ?? []).map((log) => ({ log, deployment })))
    .filter(({ log }) => groupOf(log) === name);
  if (played.length === 0) {
    throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
  }
  const token = input.text("nextToken");
  if (token === undefined) return { events: [], searchedLogStreams: [], nextToken: TOKEN };
  if (token !== TOKEN) throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
  const fromMs = input.number("startTime") ?? 0;
  const untilMs = input.number("endTime") ?? Number.POSITIVE_INFINITY;
  const isOldestFirst = input.flag("startFromHead") ?? true;
  const events = played
    .flatMap(({ log, deployment }) => logEvents(log, deployment.atMs, deployment.setting))
    .filter(({ timestamp = 0 }) => timestamp >= fromMs && timestamp < untilMs)
    .toSorted((one, other) => (one.timestamp ?? 0) - (other.timestamp ?? 0));
  return { events: (isOldestFirst ? events : events.toReversed()).slice(0, limit), searchedLogStreams: [] };
}

function groupOf({ functionName }: HookLog): string {
  return `/aws/lambda/${functionName}`;
}

function logGroupArn(region: string, name: string): string {
  return `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${name}`;
}
