import type { LifecycleEvent } from "../../src/codedeploy/targets/lifecycle-event.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import { traffic } from "../../src/codedeploy/traffic/traffic.ts";
import { isRecord } from "../../src/values/is-record.ts";
import type { Claim, Shown } from "./claims.ts";
import { events, isOver, never, settings } from "./claims.ts";

const isInPlace = ({ deployment }: Shown): boolean =>
  JSON.stringify(deployment["deploymentStyle"] ?? null).includes("IN_PLACE");
const isInstances = ({ platform }: Shown): boolean => platform === "Server";
/** Whether ECS has only the wait for the end of the original task set to come, which is then told by the targets alone. */
const isAllMoved = ({ platform, targets }: Shown): boolean =>
  platform === "ECS" && targets.every(({ status }) => status === "Succeeded");
/** How many targets AWS counts in a state; `undefined` where it does not. */
function countIn({ deploymentOverview }: Shown["deployment"], state: string): unknown {
  return isRecord(deploymentOverview) ? deploymentOverview[state] : undefined;
}
const someGoOn = ({ deployment }: Shown): boolean =>
  ["Pending", "InProgress", "Ready"].some((state) => Number(countIn(deployment, state)) > 0);
const hasPlan = ({ config }: Shown): boolean => config["trafficRoutingConfig"] !== undefined;

const EVENT =
  "(Before|After)?(BlockTraffic|Install|AllowTestTraffic|AllowTraffic)|ApplicationSt(op|art)|DownloadBundle|ValidateService|EventOfTomorrow";

/** Whether each "2 in Install" of the page is the number of targets of which that is so. */
function isCount(words: RegExp, isAt: (target: Target, event: string) => boolean): Claim["isTrue"] {
  return ({ text, targets }) =>
    [...text.matchAll(words)].every(
      ({ groups }) =>
        targets.filter((target) => target.status === "InProgress" && isAt(target, groups?.["event"] ?? ""))
          .length === Number(groups?.["count"]),
    );
}
const runs = ({ events: all }: Target, name: string): boolean =>
  all.find(({ status }) => status === "InProgress")?.name === name;
const isNext = ({ events: all }: Target, name: string): boolean =>
  !all.some(({ status }) => status === "InProgress") &&
  all.find(({ status }) => status === "Pending")?.name === name;
const IN_EVENT = new RegExp(`(?<count>\\d+) in (?<event>${EVENT})`, "g");
const BEFORE_EVENT = new RegExp(`(?<count>\\d+) before (?<event>${EVENT})`, "g");
const RUNS = new RegExp(`· (?<event>${EVENT}) runs`, "g");
/** Without the flag for all matches, which keeps a state. */
const once = ({ source }: RegExp): RegExp => new RegExp(source);

/** The share of the traffic that the replacement gets, of each target that reports it. */
const weights = ({ targets }: Shown): number[] =>
  targets.flatMap((target) => traffic(target)?.replacement?.percent ?? []);

const REROUTING = /^(Before|After)?(Allow|Block)Traffic$/;
const hasBegun = ({ status }: LifecycleEvent): boolean =>
  ["InProgress", "Succeeded", "Failed"].includes(status ?? "");

/** Sentences of the status strip, each with the condition under which it is true. All answers began hours ago. */
export const STRIP_CLAIMS: readonly Claim[] = [
  // Traffic.
  { words: /No traffic is on/, isTrue: (page) => weights(page).includes(0) },
  {
    words: /All traffic (?:of \d+ targets )?is on/,
    isTrue: (page) => weights(page).every((one) => one === 100),
  },
  { words: /next shift, to 100%/, isTrue: (page) => page.status === "InProgress" && hasPlan(page) },
  {
    // The canary of ten percent is followed by the rest after five minutes; all events began hours ago.
    words: /next shift, to \d+%, (?:in|is due now)/,
    isTrue: never,
  },
  {
    words: /waiting between shifts/,
    isTrue: (page) =>
      hasPlan(page) && events(page).some(({ name, startMs }) => name === "AllowTraffic" && startMs),
  },
  // What CodeDeploy does.
  { words: /at work/, isTrue: never },
  {
    words: /CodeDeploy replaces the task set/,
    isTrue: ({ platform, status }) => platform === "ECS" && status === "InProgress",
  },
  {
    words: /CodeDeploy replaces the version of the function/,
    isTrue: ({ platform, status }) => platform === "Lambda" && status === "InProgress",
  },
  {
    words: /(?:Deploys to|Restarts the application)/,
    isTrue: (page) => isInstances(page) && page.status === "InProgress",
  },
  { words: /The replacement is ready/, isTrue: ({ status }) => status === "Ready" },
  {
    words: /All instances have finished/,
    isTrue: (page) =>
      isInstances(page) &&
      page.status === "InProgress" &&
      page.targets.every(({ status }) => status === "Succeeded" || status === "Failed"),
  },
  {
    words: /It goes on while enough stay healthy|more failures? fails? this|fails only if/,
    isTrue: (page) => isInstances(page) && page.status === "InProgress" && someGoOn(page),
  },
  {
    words: /No target is known so far/,
    isTrue: ({ status, targets }) => status === "InProgress" && targets.length === 0,
  },
  {
    words: /console and look at the \w+ that failed first/,
    isTrue: ({ deployment }) => countIn(deployment, "Failed") !== 0,
  },
  {
    words: /no lifecycle event that runs now/,
    isTrue: (page) => events(page).every(({ status }) => status !== "InProgress"),
  },
  {
    words: /Waiting to terminate the original task set/,
    isTrue: isAllMoved,
  },
  // Where the instances are.
  { words: once(IN_EVENT), isTrue: isCount(IN_EVENT, runs) },
  { words: once(BEFORE_EVENT), isTrue: isCount(BEFORE_EVENT, isNext) },
  // Stages of a blue/green deployment.
  { words: /\(it ended here\)/, isTrue: (page) => isInstances(page) && !isInPlace(page) && isOver(page) },
  { words: /\(not reached\)/, isTrue: (page) => isInstances(page) && !isInPlace(page) && isOver(page) },
  {
    words: /\((?:now|to come)\)/,
    isTrue: (page) => isInstances(page) && !isInPlace(page) && !isOver(page),
  },
  { words: /Wait to reroute \(now\)/, isTrue: ({ status }) => status === "Ready" },
  {
    words: /Reroute traffic \((?:now|it ended here)\)/,
    isTrue: (page) =>
      events(page).some((event) => REROUTING.test(event.name) && hasBegun(event)) ||
      events(page).every((event) => REROUTING.test(event.name) || event.status === "Succeeded"),
  },
  {
    words: /Wait to terminate \(now\)/,
    isTrue: ({ deployment }) => deployment["instanceTerminationWaitTimeStarted"] === true,
  },
  // Waits.
  {
    words: /of it waiting(?! between)/,
    isTrue: (page) =>
      !isInPlace(page) &&
      page.platform !== "Lambda" &&
      (settings(page) !== "null" ||
        page.status === "Ready" ||
        isAllMoved(page) ||
        page.deployment["instanceTerminationWaitTimeStarted"] === true),
  },
  {
    words: /of it waiting to be rerouted/,
    isTrue: (page) => settings(page).includes("STOP_DEPLOYMENT") || page.status === "Ready",
  },
  {
    words: once(RUNS),
    isTrue: (page) =>
      [...page.text.matchAll(RUNS)].every(({ groups }) =>
        page.targets.some((target) => runs(target, groups?.["event"] ?? "")),
      ),
  },
];
