import type { Target } from "../targets/target.ts";
import { scriptOutcome } from "./script-outcome.ts";

/** The operating system of an instance, as far as the scripts that ran on it tell. */
export type InstanceSystem = "linux" | "windows" | "unknown";

const WINDOWS = /\.(?:ps1|psm1|bat|cmd|exe)\b|\b[a-z]:[\\/]|\\\w/i;
const LINUX = /\.(?:sh|bash|py|rb|pl)\b|(?:^|[\s'"(])\/(?:usr|etc|var|opt|home|bin|srv|tmp|root)\//;

/** What the names, messages and logs of a target's scripts tell of its system. AWS does not report it. */
export function instanceSystem({ events }: Pick<Target, "events">): InstanceSystem {
  const texts = events.flatMap(({ diagnostics }) => {
    const { script } = scriptOutcome(diagnostics);
    return [script ?? "", diagnostics?.message ?? "", (diagnostics?.logTail ?? "").slice(-4_096)];
  });
  if (texts.some((text) => WINDOWS.test(text))) return "windows";
  return texts.some((text) => LINUX.test(text)) ? "linux" : "unknown";
}

const LINUX_LOG = "/var/log/aws/codedeploy-agent/codedeploy-agent.log";
const WINDOWS_LOG = String.raw`C:\ProgramData\Amazon\CodeDeploy\log\codedeploy-agent-log.txt`;

/**
 * Where the agent of an instance writes its log.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-view-logs.html
 */
export function agentLog(system: InstanceSystem): string {
  if (system === "linux") return LINUX_LOG;
  return system === "windows" ? WINDOWS_LOG : `the agent's log (${LINUX_LOG}, on Windows ${WINDOWS_LOG})`;
}

/**
 * The command that tells whether the agent runs.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/codedeploy-agent-operations-verify.html
 */
export function agentCheck(system: InstanceSystem): string {
  if (system === "linux") return "sudo service codedeploy-agent status";
  if (system === "windows") return "Get-Service codedeployagent";
  return "sudo service codedeploy-agent status, on Windows Get-Service codedeployagent";
}
