import type { FieldCase } from "./field-case.ts";
import { event, failedFleet, instance, script } from "./field-case.ts";

const log = (lines: string, outcome = "failed with exit code 1", errorCode = "ScriptFailed") => ({
  deployment: failedFleet(),
  targets: [
    instance("Failed", [event("AfterInstall", "Failed", script("bin/run.sh", outcome, lines, errorCode))]),
  ],
});
const bar = Array.from({ length: 60 }, (_, at) => `\u001b[32m${"#".repeat(at)}\u001b[0m ${at}%\r`).join("");

/** Logs whose end hides what failed. */
export const lastWords: Readonly<Record<string, FieldCase>> = {
  "another script's error is not this one's": {
    ...log(
      "LifecycleEvent - AfterInstall\nScript - bin/deps.sh\n[stderr]warning: no lock file\n[stdout]ok\nScript - bin/run.sh\n[stdout]booting\n",
    ),
    says: ["booting"],
    hides: ["no lock file"],
  },
  "an early warning does not hide the error on the other stream": {
    ...log(
      "Script - bin/run.sh\n[stderr]npm WARN old lockfile\n[stdout]src/cart.ts(7,3): error TS2345: no overload\n[stdout]Compilation stopped.\n",
    ),
    says: ["error TS2345", "Compilation stopped."],
  },
  "the first line of an exception stays above its frames": {
    ...log(
      `Script - bin/run.sh\n[stderr]Exception in thread "main" java.io.IOException: Port is taken\n${Array.from({ length: 8 }, (_, at) => `[stderr]\tat org.acme.Crate.call${at}(Crate.java:${at})\n`).join("")}`,
    ),
    says: ["java.io.IOException: Port is taken"],
    hides: ["call7"],
  },
  "a progress bar shows its last state": {
    ...log(`Script - bin/run.sh\n[stderr]${bar}denied: requested access to the resource is denied\n`),
    says: ["denied: requested access to the resource is denied"],
    hides: ["58%"],
  },
  "entries that follow output without a line feed are lines of their own": {
    ...log(
      "Script - bin/deps.sh\n[stdout]depsreadyScript - bin/run.sh\n[stderr]no such host[stdout]stopping\n",
    ),
    says: ["no such host", "stopping"],
    hides: ["depsready", "host[stdout]"],
  },
  "UTF-16 is read": {
    ...log(`Script - bin/run.sh\r\n[stderr]${"The service cannot be started.".split("").join("\0")}\0\r\0\n`),
    says: ["The service cannot be started."],
    hides: ["\\u0000"],
  },
  "a time-out, and where it is set": {
    ...log(
      "LifecycleEvent - AfterInstall\nScript - bin/run.sh\n[stdout]fetching\n",
      "failed to complete in 240 seconds",
      "ScriptTimedOut",
    ),
    says: ["bin/run.sh did not end within 240 seconds.", "raise timeout in appspec.yml"],
  },
  "letters of every script": {
    ...log(
      "LifecycleEvent - AfterInstall\nScript - bin/run.sh\n[stdout]> 설정을 읽는 중\n[stdout]> 파일을 찾을 수 없습니다: /srv/a.zip\n",
    ),
    says: ["파일을 찾을 수 없습니다"],
  },
  "a log without its head, of the previous revision's script": {
    deployment: failedFleet(),
    targets: [
      instance("Failed", [
        event(
          "ApplicationStop",
          "Failed",
          script(
            "/lb/deregister.sh",
            "failed with exit code 127",
            "[stderr]line 12: say: command not found\n[stderr]line 30: die: command not found\n",
          ),
        ),
      ]),
    ],
    says: ["ended with exit code 127", "comes from the previous revision", "line 30: die: command not found"],
  },
};
