import { lookUp } from "../../values/look-up.ts";
import type { Target } from "./target.ts";

/**
 * Who does a lifecycle event. `script`: scripts of the AppSpec file, run by the agent on the instance. `agent`: the agent
 * itself, without a script. `load-balancer`: CodeDeploy and the load balancer of an instance. `hook`: a Lambda function of the
 * AppSpec file, where it names one. `tasks`: Amazon ECS, which starts the replacement tasks. `traffic`: CodeDeploy, which
 * moves the traffic of ECS or Lambda. `unknown`: an event that AWS does not document.
 */
export type EventDoer = "script" | "agent" | "load-balancer" | "hook" | "tasks" | "traffic" | "unknown";

const ON_INSTANCES: Readonly<Record<string, EventDoer>> = {
  BeforeBlockTraffic: "script",
  BlockTraffic: "load-balancer",
  AfterBlockTraffic: "script",
  ApplicationStop: "script",
  DownloadBundle: "agent",
  BeforeInstall: "script",
  Install: "agent",
  AfterInstall: "script",
  ApplicationStart: "script",
  ValidateService: "script",
  BeforeAllowTraffic: "script",
  AllowTraffic: "load-balancer",
  AfterAllowTraffic: "script",
};

const ELSEWHERE: Readonly<Record<string, EventDoer>> = {
  BeforeInstall: "hook",
  Install: "tasks",
  AfterInstall: "hook",
  AllowTestTraffic: "traffic",
  AfterAllowTestTraffic: "hook",
  BeforeAllowTraffic: "hook",
  AllowTraffic: "traffic",
  AfterAllowTraffic: "hook",
};

/**
 * Who does the event of this name on a target of this kind.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export function eventDoer(eventName: string, targetKind: Target["facts"]["kind"]): EventDoer {
  return lookUp(targetKind === "instance" ? ON_INSTANCES : ELSEWHERE, eventName) ?? "unknown";
}
