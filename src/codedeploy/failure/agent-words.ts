import type { Target } from "../targets/target.ts";
import { scriptOutcome } from "./script-outcome.ts";

/** The operating system of an instance, as far as the scripts that ran on it tell. */
export type InstanceSystem = "linux" | "windows" | "unknown";

const WINDOWS_SCRIPT = /\\|\.(?:ps1|psm1|bat|cmd|exe)$/i;
const LINUX_SCRIPT = /\.(?:sh|bash|py|rb|pl)$|^\//;
const WINDOWS_TEXT = /\b[a-z]:\\\w|\.(?:ps1|bat)\b/i;
const LINUX_TEXT = /(?:^|[\s'"(\]])\/(?:usr|etc|var|opt|home|bin|srv|tmp|root)\//;

/** What the names, messages and logs of a target's scripts tell of its system. AWS does not report it. */
export function instanceSystem({ events }: Pick<Target, "events">): InstanceSystem {
  const scripts = events.map(({ diagnostics }) => scriptOutcome(diagnostics).script ?? "");
  const texts = events.flatMap(({ diagnostics }) => [
    (diagnostics?.message ?? "").slice(0, MAX_READ),
    (diagnostics?.logTail ?? "").slice(-MAX_READ),
  ]);
  const matches = (script: RegExp, text: RegExp) =>
    scripts.some((name) => script.test(name)) || texts.some((written) => text.test(written));
  if (matches(WINDOWS_SCRIPT, WINDOWS_TEXT)) return "windows";
  return matches(LINUX_SCRIPT, LINUX_TEXT) ? "linux" : "unknown";
}

/** AWS documents 4 KB of log. */
const MAX_READ = 4_096;

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
