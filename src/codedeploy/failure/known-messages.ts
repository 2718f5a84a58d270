import { shortText } from "../../format/text.ts";
import { CHECK_TASKS } from "../tasks/unhealthy-tasks.ts";
import type { InstanceSystem } from "./agent-words.ts";
import { agentLog } from "./agent-words.ts";
import type { ErrorFacts } from "./error-code.ts";

interface KnownMessage {
  pattern: RegExp;
  /** What the system of the instance is, and the groups of the pattern, which are text from AWS. */
  facts: (system: InstanceSystem, ...groups: readonly string[]) => ErrorFacts;
}

/**
 * Messages of AWS and of the agent that say the cause. A row is right wherever its message stands, whatever the code.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-deployments.html
 * @see https://github.com/aws/aws-codedeploy-agent/tree/master/lib/instance_agent/plugins/codedeploy
 */
const MESSAGES: readonly KnownMessage[] = [
  {
    pattern: /specified file already exists at this location: (\S[^\n]{0,500})/i,
    facts: (_, path = "") => ({
      meaning: `A file of the revision exists on the instance already: ${named(path)}.`,
      nextStep:
        "Let the deployment overwrite it (file_exists_behavior: OVERWRITE in appspec.yml, or the option of the deployment), or remove the file in a BeforeInstall script.",
    }),
  },
  {
    pattern: /specified key does not exist/i,
    facts: () => ({
      meaning: "The bundle is not in the S3 bucket: the key does not exist.",
      nextStep:
        "Compare bucket, key and version with what the build uploaded. A lifecycle rule of the bucket may have deleted it.",
    }),
  },
  {
    pattern: /Could not download bundle at '?([^\s']{1,500})'?[^\n]{0,200}? (\d{3}) '/i,
    facts: (_, url = "", status = "") => ({
      meaning: `The agent could not download the bundle: the server answered ${status} for ${named(url)}.`,
      nextStep: url.includes("github.com")
        ? "Check that the commit exists, and that the CodeDeploy application is connected with a GitHub account that may read the repository: for others GitHub answers 404."
        : "Open the address from the instance, and check that the bundle is there and may be read.",
    }),
  },
  {
    pattern: /did not find an AppSpec file|appspec(?:\.ya?ml)? file (?:could not be|was not) found/i,
    facts: () => ({
      meaning: "The bundle has no appspec.yml at its root.",
      nextStep:
        "Look into the bundle: appspec.yml must lie at the top, not in a folder. Archives of a whole folder often have one folder too many.",
    }),
  },
  {
    pattern: /invalid version value \(([^)\n]{0,100})\)/i,
    facts: (_, version = "") => ({
      meaning:
        version.trim() === ""
          ? "The agent found no version in appspec.yml."
          : `appspec.yml has a version that the agent does not know: ${named(version)}.`,
      nextStep:
        "The file must begin with version: 0.0. Save it as UTF-8 without a byte-order mark, which hides its first key.",
    }),
  },
  {
    pattern: /invalid byte sequence in UTF-8|from ASCII-8BIT to UTF-8|Attempting minimal diagnostics/i,
    facts: (system) => ({
      meaning: "The script's output was not UTF-8, so the agent could send no log of it.",
      nextStep: `Let the script write UTF-8. What it wrote is in ${agentLog(system)} and in the deployment's logs folder on the instance.`,
    }),
  },
  {
    pattern: /(?:specified location: ([^\n]{1,300}?) )?failed to close STD(?:OUT|ERR)/i,
    facts: (system, script = "") => ({
      meaning: `${script === "" ? "The script" : named(script)} ended, and a process that it started keeps its output open.`,
      nextStep:
        system === "windows"
          ? "Start that process apart from the script, for example with Start-Process, or as a service."
          : "Redirect the output of that process in the script: command > app.log 2>&1 < /dev/null &",
    }),
  },
  {
    pattern: /specified location: [^\n]{1,600}(?:Errno::ENOMEM|Cannot allocate memory)/i,
    facts: () => ({
      meaning: "The script could not be started: the instance has no memory left (Cannot allocate memory).",
      nextStep:
        "Find out what takes the memory, stop the old version before the new one starts, or use a larger instance or swap.",
    }),
  },
  {
    pattern: /Errno::ENOMEM|Cannot allocate memory/i,
    facts: () => ({
      meaning: "The instance has no memory left (Cannot allocate memory).",
      nextStep:
        "Find out what takes the memory, stop the old version before the new one starts, or use a larger instance or swap.",
    }),
  },
  {
    pattern: /Errno::ENOSPC|No space left on device/i,
    facts: () => ({
      meaning: "The instance's disk is full (No space left on device).",
      nextStep:
        "Make room on the instance. Old revisions lie in the agent's deployment-root folder; max_revisions in its configuration says how many are kept.",
    }),
  },
  {
    pattern: /(?:specified location: ([^\n]{1,300}?)(?: run as user \S{1,100})? )failed with exit code\s*$/i,
    facts: (system, script = "") => ({
      meaning: `A signal killed ${named(script)}: it has no exit code.`,
      nextStep:
        system === "windows"
          ? "Look in the event log of Windows for what ended it at the time of the event."
          : "On Linux this is often the kernel for lack of memory: look for “Out of memory” in the system's log (dmesg) at the time of the event.",
    }),
  },
  {
    pattern: /after an agent restart/i,
    facts: (system) => ({
      meaning: "The agent restarted while the event ran, so the event failed.",
      nextStep: `Look for a crash, an update of the agent or a reboot of the instance at that time in ${agentLog(system)}, then deploy again.`,
    }),
  },
  {
    pattern: /\bAccess ?Denied\b|is not authorized to perform: (?:s3|kms):/,
    facts: () => ({
      meaning: "AWS refused the agent what it asked for (Access Denied).",
      nextStep:
        "Check that the role of the instance may read the bundle: s3:GetObject and s3:GetObjectVersion on its bucket, and kms:Decrypt where the bucket is encrypted with a key.",
    }),
  },
  {
    pattern: /Expected deployment (?:artifact )?bundle (etag|version)/i,
    facts: (_, what = "") => ({
      meaning: `The bundle in S3 is not the one that the deployment names: its ${what.toLowerCase()} differs.`,
      nextStep: "Something wrote to the same key after the deployment was created. Deploy the bundle again.",
    }),
  },
  {
    pattern: /Missing credentials/i,
    facts: () => ({
      meaning: "The agent has no AWS credentials.",
      nextStep:
        "Give the instance an instance profile whose role may read the bundle, then restart the agent on it.",
    }),
  },
  {
    pattern: /hook reported Failed/i,
    facts: () => ({
      meaning: "The event's hook function reported a failure.",
      nextStep: "Read the CloudWatch log of the event's Lambda function: it may say why.",
    }),
  },
  {
    pattern: /waiting for the replacement task set to become healthy/i,
    facts: () => ({
      meaning: "The replacement tasks did not become healthy in time.",
      nextStep: CHECK_TASKS,
    }),
  },
  {
    pattern: /no instances were found for your deployment group/i,
    facts: () => ({
      meaning: "CodeDeploy found no instances for the deployment group.",
      nextStep:
        "Compare the group's tags and Auto Scaling groups with the instances: they must run, in this Region, with exactly these tags.",
    }),
  },
];

/** No message of AWS is longer; of a longer text only the beginning is read. */
const MAX_READ = 4_096;

/** What a message says and what to do about it; `undefined` for one that this page does not know. */
export function knownMessage(
  message: string | undefined,
  system: InstanceSystem = "unknown",
): ErrorFacts | undefined {
  const text = (message ?? "").slice(0, MAX_READ);
  for (const { pattern, facts } of MESSAGES) {
    const match = pattern.exec(text);
    if (match) return facts(system, ...match.slice(1).map((group: string | undefined) => group ?? ""));
  }
  return undefined;
}

function named(text: string): string {
  return shortText(text.trim(), 200);
}
