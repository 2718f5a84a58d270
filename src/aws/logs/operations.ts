import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { CredentialSource } from "../../access/credentials.ts";
import type { LogPage } from "../../codedeploy/hooks/log-lines.ts";
import type { Config } from "../../config/schema.ts";
import { present } from "../../values/lists.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import { sdkAttempt, sdkOperation } from "../sdk-service.ts";
import type { Attempts, Service } from "../service.ts";

interface LogInput {
  region: string;
  logGroupName: string;
  /** Epoch milliseconds. */
  fromMs: number;
  untilMs: number;
  nextToken: string | undefined;
}

/** CloudWatch Logs takes so many at once for a page of the page: nobody reads more. */
const MOST_LINES = 100;
/** Before that day, CloudWatch Logs gives the oldest lines first, and refuses to do otherwise. */
const NEWEST_FIRST_SINCE_MS = Date.UTC(2024, 0, 1);

/** Every operation of CloudWatch Logs that the app asks; see `Logs`. */
export const operations = {
  /**
   * The lines of a log group within a time, the newest first. A page may be empty though there are more.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
   */
  filterLogEvents: sdkOperation({
    command: ({ logGroupName, fromMs, untilMs, nextToken }: LogInput) =>
      new FilterLogEventsCommand({
        logGroupName,
        startTime: fromMs,
        endTime: untilMs,
        startFromHead: fromMs < NEWEST_FIRST_SINCE_MS,
        limit: MOST_LINES,
        ...(nextToken !== undefined && { nextToken }),
      }),
    result: ({ events, nextToken }): LogPage => ({
      lines: present(events).map(({ eventId, timestamp, message }) => ({
        id: eventId,
        atMs: timestamp,
        text: message ?? "",
      })),
      nextToken: nextToken || undefined,
    }),
  }),
};

/** CloudWatch Logs as the rest of the app sees it: a method for each line of the table of operations. */
export interface Logs extends Service<typeof operations> {}

/** Attempts at these operations over the SDK. */
export function logsAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  return sdkAttempt("logs", operations, (options) => new CloudWatchLogsClient(options), config, credentials);
}

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export const permissions = (): NeededPermission<{ logs: Logs }>[] =>
  neededPermissions<typeof operations, { logs: Logs }>(
    "logs",
    {
      filterLogEvents: {
        role: "reader",
        resource: "log-group:/aws/lambda/*",
        without: "no last lines of hook functions",
        allowed: ["ResourceNotFoundException"],
        trial: ({ region }) => ({
          region,
          logGroupName: "/aws/lambda/CodeDeployHook_deploywatch",
          fromMs: NEWEST_FIRST_SINCE_MS,
          untilMs: NEWEST_FIRST_SINCE_MS + 1,
          nextToken: undefined,
        }),
      },
    },
    ({ logs }) => logs,
  );
