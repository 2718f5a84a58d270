import type { FieldCase, JsonObject } from "./field-case.ts";
import { ago, event, failedFleet, instance, script } from "./field-case.ts";

const SILENT = {
  errorCode: "UnknownError",
  message:
    "CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs on your host and make sure the agent is running and can connect to the CodeDeploy server.",
};
const unknown = (message: string) => ({ errorCode: "UnknownError", message });
const one = (
  name: string,
  diagnostics: JsonObject | undefined,
  ...before: JsonObject[]
): Pick<FieldCase, "deployment" | "targets"> => ({
  deployment: failedFleet(),
  targets: [instance("Failed", [...before, event(name, "Failed", diagnostics)])],
});

/** Failures of one instance, each explained by what AWS or the agent says of it. */
export const failedInstances: Readonly<Record<string, FieldCase>> = {
  "an agent that stopped coming": {
    ...one(
      "ValidateService",
      SILENT,
      event("BeforeInstall", "Succeeded"),
      event("AfterInstall", "Succeeded"),
    ),
    says: ["ran earlier events and did not come for this one"],
    hides: ["No lifecycle event began", "answered on none"],
  },
  "an agent that never came, on an instance that Auto Scaling launched": {
    ...one("ApplicationStop", SILENT, event("BeforeBlockTraffic", "Skipped")),
    deployment: failedFleet({ creator: "autoScaling" }),
    says: ["The CodeDeploy agent answered on none of the failed targets."],
    hides: ["No lifecycle event began"],
  },
  "an agent that restarted": {
    ...one("AfterInstall", unknown("Failed: Failing in-progress lifecycle event after an agent restart.")),
    says: ["The agent restarted while the event ran", "reboot of the instance"],
    hides: ["does not say why"],
  },
  "a file that is there already": {
    ...one(
      "Install",
      unknown(
        "The deployment failed because a specified file already exists at this location: /srv/crate/app.js",
      ),
    ),
    says: [
      "A file of the revision exists on the instance already: /srv/crate/app.js.",
      "file_exists_behavior: OVERWRITE",
    ],
    hides: ["does not say why"],
  },
  "a commit that GitHub does not show": {
    ...one(
      "DownloadBundle",
      unknown(
        "Could not download bundle at 'https://api.github.com/repos/acme/crate/tarball/9c8b7a6f' after 3 retries. Server returned codes: 404 'Not Found'.",
      ),
    ),
    says: ["the server answered 404", "connected with a GitHub account"],
    hides: ["does not say why"],
  },
  "a bundle that the instance may not read": {
    ...one("DownloadBundle", unknown("Access Denied")),
    says: ["AWS refused the agent what it asked for", "s3:GetObject"],
    hides: ["does not say why"],
  },
  "a background process that keeps the output open": {
    ...one("ApplicationStart", unknown("Script at specified location: bin/serve.sh failed to close STDOUT")),
    says: ["bin/serve.sh ended, and a process that it started keeps its output open.", "app.log 2>&1"],
    hides: ["does not say why"],
  },
  "a script that a signal killed": {
    ...one("BeforeInstall", script("bin/build.sh", "run as user deploy failed with exit code ")),
    says: ["A signal killed bin/build.sh: it has no exit code.", "Out of memory"],
    hides: ["exit code other than 0", "last lines of its log"],
  },
  "a script that never ran": {
    ...one(
      "ApplicationStop",
      script(
        "bin/stop.sh",
        "run as user root failed with error Errno::ENOMEM with message Cannot allocate memory - su",
      ),
    ),
    says: ["The script could not be started: the instance has no memory left"],
    hides: ["exit code other than 0", "A fix in the new revision"],
  },
  "a load balancer that does not find the instance healthy": {
    deployment: failedFleet(),
    targets: [
      instance("Failed", [
        event("ApplicationStart", "Succeeded"),
        {
          lifecycleEventName: "AllowTraffic",
          status: "Failed",
          startTime: ago(14_400),
          endTime: ago(10_804),
        },
      ]),
    ],
    says: ["The load balancer did not report the instance healthy in time.", "expected status"],
    hides: ["The agent sent no diagnostics", "codedeploy-agent"],
  },
  "the previous revision's script, with the way out": {
    ...one("ApplicationStop", script("bin/stop_server", "run as user root failed with exit code 5")),
    says: [
      "bin/stop_server ended with exit code 5 as root.",
      "comes from the previous revision",
      "ignore ApplicationStop failures",
    ],
    hides: ["last lines of its log"],
  },
  "the previous revision's script on Windows": {
    ...one("ApplicationStop", {
      ...script(String.raw`hooks\stop.ps1`, "failed to close STDOUT"),
      errorCode: "UnknownError",
    }),
    says: ["comes from the previous revision", "Start-Process"],
    hides: ["/dev/null", "/var/log/aws"],
  },
  "Windows without an agent": {
    ...one(
      "ApplicationStart",
      SILENT,
      event("BeforeInstall", "Succeeded", script(String.raw`hooks\setup.ps1`, "succeeded", "", "Success")),
    ),
    says: [String.raw`C:\ProgramData\Amazon\CodeDeploy\log\codedeploy-agent-log.txt`],
    hides: ["/var/log/aws", "sudo service"],
  },
  "a code that nobody knows is named": {
    ...one("AfterInstall", {
      errorCode: "BrandNew",
      scriptName: "bin/x.sh",
      message: "Attempting minimal diagnostics",
      logTail: "Exception JSON::GeneratorError occured",
    }),
    says: ["The script's output was not UTF-8", "BrandNew"],
    hides: ["It is shown as AWS sent it"],
  },
  "a code without a message, and a message without a code": {
    deployment: failedFleet(),
    targets: [
      instance("Failed", [event("AfterInstall", "Failed", { errorCode: "UnknownError" })]),
      instance(
        "Failed",
        [event("ValidateService", "Failed", { message: "The certificate of the agent is too old." })],
        {
          targetId: "i-0aaaabbbbccccdddd",
        },
      ),
    ],
    says: [
      "and does not say why.",
      "The agent could not carry out the event.",
      "The certificate of the agent is too old.",
    ],
    hides: ["sent no diagnostics"],
  },
  "an agent's event reported as a script's failure": {
    ...one("Install", { errorCode: "ScriptFailed", message: "Something failed." }),
    says: ["The agent reports ScriptFailed, for an event that has no script."],
    hides: ["The script ran", "last lines of its log"],
  },
  "an event of tomorrow": {
    ...one("BeforeLunch", undefined),
    says: ["BeforeLunch failed", "The agent sent no diagnostics for this event."],
  },
  "success without a script": {
    deployment: { ...failedFleet(), status: "Succeeded", errorInformation: null },
    targets: [
      instance("Succeeded", [
        event("DownloadBundle", "Succeeded", { errorCode: "Success", message: "Succeeded" }),
      ]),
    ],
    openEvent: "DownloadBundle",
    says: ["The agent reported success. This event has no script."],
    hides: ["The script ran", "AWS has no log of this event."],
  },
  "an event for which the AppSpec file has nothing": {
    deployment: { ...failedFleet(), status: "Succeeded", errorInformation: null },
    targets: [
      instance("Succeeded", [
        event("BeforeInstall", "Succeeded", {
          errorCode: "Success",
          message: "Succeeded: CompletedNoopCommand",
        }),
      ]),
    ],
    openEvent: "BeforeInstall",
    says: ["The AppSpec file has no script for this event.", "Without a script there is no log."],
    hides: ["The script ran"],
  },
  "a script without its executable bit, by its exit code": {
    ...one(
      "ApplicationStart",
      script(
        "bin/start.sh",
        "run as user app failed with exit code 126",
        "LifecycleEvent - ApplicationStart\nScript - bin/start.sh\n[stderr]/bin/bash: bin/start.sh: Permission denied\n",
      ),
    ),
    says: ["bin/start.sh ended with exit code 126 as app.", "Permission denied"],
  },
  "machines outside of AWS, by the names that people gave them": {
    deployment: failedFleet(),
    targets: [
      instance("Failed", [event("DownloadBundle", "Failed", unknown("execution expired"))], {
        targetId: "mi-0fedcba9876543210",
      }),
      instance("Failed", [event("ApplicationStop", "Failed", SILENT)], {
        targetId: "Lager Süd #7 (Kasse) – Theke",
      }),
    ],
    says: ["Lager Süd #7 (Kasse) – Theke", "mi-0fedcba9876543210"],
  },
  "times in the wrong order": {
    deployment: failedFleet(),
    targets: [
      instance("Failed", [
        event("DownloadBundle", "Succeeded"),
        { lifecycleEventName: "Install", status: "Failed", startTime: ago(10_700), endTime: ago(10_900) },
      ]),
    ],
    layout: "times",
    says: ["Failed at Install.", "2m"],
  },
  "the same failure on hosts with names, processes and paths of their own": {
    deployment: failedFleet(),
    targets: ["ip-10-1-0-7", "ip-10-1-0-9"].map((host, at) =>
      instance(
        "Failed",
        [
          event(
            "ValidateService",
            "Failed",
            unknown(`${host}: worker[${811 + at}] cannot read /opt/crate/${at}/config.yml`),
          ),
        ],
        { targetId: `i-0000000000000000${at}` },
      ),
    ),
    says: ["ValidateService failed on 2 of 2 instances", "differ from target to target"],
    hides: ["failed on 1 of 2"],
  },
};
