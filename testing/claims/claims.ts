import type { LifecycleEvent } from "../../src/codedeploy/targets/lifecycle-event.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import type { JsonObject } from "../field-cases/field-case.ts";

/** What a page shows, and the answer that it is drawn from. */
export interface Shown {
  text: string;
  status: string;
  platform: string;
  deployment: JsonObject;
  config: JsonObject;
  targets: readonly Target[];
  /** The share of the traffic that the replacement gets on all targets. */
  percent: number | undefined;
}

export interface Claim {
  words: RegExp;
  /** Without it the words are wrong. */
  isTrue: (page: Shown) => boolean;
}

export const events = ({ targets }: Shown): LifecycleEvent[] => targets.flatMap((target) => target.events);
const failed = (page: Shown): LifecycleEvent[] => events(page).filter(({ status }) => status === "Failed");
export const isOver = ({ status }: Shown): boolean => ["Succeeded", "Failed", "Stopped"].includes(status);
export const settings = ({ deployment }: Shown): string =>
  JSON.stringify(deployment["blueGreenDeploymentConfiguration"] ?? null);
const isWithout = (event: LifecycleEvent): boolean => {
  const hasTimes = event.startMs !== undefined || event.endMs !== undefined;
  return !hasTimes && !["Succeeded", "Failed", "InProgress"].includes(event.status ?? "");
};
/** For words that no answer makes true. */
export const never = (): boolean => false;

/** Sentences of the page, each with the condition under which it is true. All answers began hours ago. */
export const CLAIMS: readonly Claim[] = [
  // Traffic.
  { words: /traffic moves(?! to the)/i, isTrue: never },
  { words: /No traffic has moved\./, isTrue: ({ percent }) => percent === 0 },
  { words: /All traffic is on the replacement\./, isTrue: ({ percent }) => percent === 100 },
  { words: /All traffic goes to the replacement/, isTrue: ({ percent }) => percent === 100 },
  { words: /% of the traffic\b(?! first| every)/, isTrue: ({ percent }) => percent !== 0 && percent !== 100 },
  {
    words: /alias (?:may point|points) to two versions/,
    isTrue: ({ platform, percent }) => platform === "Lambda" && percent !== 0 && percent !== 100,
  },
  // What had begun.
  {
    words: /No lifecycle event began/,
    isTrue: ({ targets }) => targets.some((target) => target.events.every(isWithout)),
  },
  { words: /no lifecycle event ran anywhere/, isTrue: (page) => events(page).every(isWithout) },
  {
    words: /half deployed/,
    isTrue: (page) =>
      page.platform === "Server" &&
      page.status === "Stopped" &&
      !(page.targets.length > 0 && events(page).every(isWithout)),
  },
  // Ages: everything is more than an hour old.
  { words: /\byet\b/, isTrue: never },
  // Reasons and messages.
  { words: /gives no reason/, isTrue: never },
  {
    words: /does not say why\./,
    isTrue: (page) => failed(page).some(({ diagnostics }) => diagnostics?.message === undefined),
  },
  {
    words: /sent no diagnostics/,
    isTrue: (page) =>
      failed(page).some(({ diagnostics }) => !diagnostics?.message && !diagnostics?.errorCode),
  },
  {
    words: /names no error for it|AWS does not say why it was stopped/,
    isTrue: ({ deployment }) =>
      JSON.stringify(deployment["deploymentStatusMessages"]) === "[]" &&
      !JSON.stringify(deployment["errorInformation"] ?? null).includes("Words of AWS"),
  },
  { words: /Read AWS's message/, isTrue: never },
  {
    words: /last lines of its log|waited for in the log/,
    isTrue: (page) => failed(page).some(({ diagnostics }) => diagnostics?.logTail !== undefined),
  },
  {
    words: /bin\/a\.sh ended with exit code 3/,
    isTrue: (page) => failed(page).some(({ diagnostics }) => diagnostics?.message?.includes("exit code 3")),
  },
  {
    words: /comes from the previous revision\b(?! are)|This script comes from the previous revision/,
    isTrue: (page) =>
      failed(page).some(
        ({ name, diagnostics }) =>
          ["ApplicationStop", "BeforeBlockTraffic", "AfterBlockTraffic"].includes(name) &&
          (diagnostics?.scriptName ?? diagnostics?.message?.includes("specified location")),
      ),
  },
  {
    words: /Deploy again with “ignore ApplicationStop failures”/,
    isTrue: ({ deployment }) => deployment["ignoreApplicationStopFailures"] !== true,
  },
  // Who does what.
  {
    words: /\bagent\b|\bscript\b/,
    isTrue: ({ platform }) => platform === "Server",
  },
  { words: /hook function|CloudWatch log\b/, isTrue: ({ platform }) => platform !== "Server" },
  { words: /ECS service|replacement task/, isTrue: ({ platform }) => platform === "ECS" },
  {
    words: /the agent to begin (?:BlockTraffic|AllowTraffic|EventOfTomorrow)/,
    isTrue: never,
  },
  {
    words: /script of (?:BlockTraffic|DownloadBundle|Install|AllowTraffic|EventOfTomorrow)\b/,
    isTrue: never,
  },
  { words: /sudo service/, isTrue: ({ platform }) => platform === "Server" },
  // Ends.
  {
    words: /Failed at /,
    isTrue: ({ targets }) =>
      targets.some((target) => target.events.some(({ status }) => status === "Failed")),
  },
  { words: /Stopped at |was cut off/, isTrue: ({ status }) => status === "Stopped" },
  { words: /did not fail by itself/, isTrue: ({ status }) => status === "Stopped" },
  {
    words: /Neither revision/,
    isTrue: (page) =>
      page.status === "Failed" && (page.targets.length === 0 || !events(page).every(isWithout)),
  },
  { words: /probably none was started/, isTrue: isOver },
  {
    words: /Why this rollback/,
    isTrue: ({ deployment }) => JSON.stringify(deployment["rollbackInfo"]).includes("CAUSE"),
  },
  // Waits.
  {
    words: /Waiting to terminate|termination wait/,
    isTrue: (page) => !settings(page).includes("KEEP_ALIVE"),
  },
  {
    words: /original instances keep running/,
    isTrue: ({ platform, deployment }) =>
      platform === "Server" && !JSON.stringify(deployment["deploymentStyle"]).includes("IN_PLACE"),
  },
  { words: /before it terminates the original/, isTrue: (page) => settings(page).includes('"TERMINATE"') },
  { words: /Happening now|Waiting for/, isTrue: (page) => !isOver(page) },
  { words: /termination has (?:not )?started\.(?! That)/, isTrue: (page) => !isOver(page) },
  { words: /stops the deployment/, isTrue: (page) => page.status === "Ready" || page.text.includes("alarm") },
  // Configuration.
  {
    words: /Deploys to all instances at once/,
    isTrue: ({ deployment }) => deployment["deploymentConfigName"] === "CodeDeployDefault.AllAtOnce",
  },
  {
    words: /one instance at a time,/,
    isTrue: ({ deployment }) => deployment["deploymentConfigName"] === "CodeDeployDefault.OneAtATime",
  },
];
