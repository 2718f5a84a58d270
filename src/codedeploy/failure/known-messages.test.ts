import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { knownMessage } from "./known-messages.ts";

describe("a message of AWS that says the cause", () => {
  test.each([
    [
      "The deployment failed because a specified file already exists at this location: /srv/app/index.html",
      "exists on the instance already: /srv/app/index.html.",
      "file_exists_behavior",
    ],
    ["The specified key does not exist.", "not in the S3 bucket", "version"],
    [
      "Could not download bundle at 'https://api.github.com/repos/acme/web/tarball/4c1d' after 3 retries. Server returned codes: 404 'Not Found'.",
      "answered 404 for https://api.github.com/repos/acme/web/tarball/4c1d",
      "GitHub account",
    ],
    [
      'The CodeDeploy agent did not find an AppSpec file within the unpacked revision directory at revision-relative path "appspec.yml".',
      "no appspec.yml at its root",
      "at the top",
    ],
    [
      "The deployment failed because an invalid version value () was entered in the application specification file.",
      "found no version",
      "byte-order mark",
    ],
    [
      "The deployment failed because an invalid version value (1.0) was entered in the application specification file.",
      "does not know: 1.0",
      "0.0",
    ],
    ['"\\xE2" from ASCII-8BIT to UTF-8', "not UTF-8", "UTF-8"],
    ["Attempting minimal diagnostics", "not UTF-8", "UTF-8"],
    [
      "Script at specified location: bin/up.sh failed to close STDOUT",
      "bin/up.sh ended, and a process that it started keeps its output open",
      "app.log",
    ],
    [
      "Script at specified location: bin/stop run as user root failed with error Errno::ENOMEM with message Cannot allocate memory - su",
      "could not be started",
      "memory",
    ],
    [
      "The Lambda function for the BeforeAllowTraffic hook reported Failed.",
      "hook function reported a failure",
      "CloudWatch log",
    ],
    ["No space left on device @ rb_sysopen - /opt/x", "disk is full", "max_revisions"],
    [
      "Script at specified location: bin/build run as user deploy failed with exit code ",
      "A signal killed bin/build: it has no exit code.",
      "memory",
    ],
    ["Failing in-progress lifecycle event after an agent restart.", "The agent restarted", "reboot"],
    [
      "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.",
      "did not become healthy in time",
      "ECS service",
    ],
  ])("%s", (message, meaning, nextStep) => {
    const facts = knownMessage(message);
    expect(facts?.meaning).toContain(meaning);
    expect(facts?.nextStep).toContain(nextStep);
  });

  test.each([
    undefined,
    "",
    "Something failed.",
    "Script at specified location: bin/x failed with exit code 3",
    "execution expired",
  ])("is not made up for others: %s", (message) => {
    expect(knownMessage(message)).toBeUndefined();
  });

  test("writes out hidden characters of what it repeats", () => {
    const facts = knownMessage("a specified file already exists at this location: /srv/\u202egnp.exe");
    expect(facts?.meaning).toContain("/srv/\\u202egnp.exe");
  });

  test.each([
    "specified location: ",
    "Could not download bundle at 'a ",
    "failed with exit code ",
    "x".repeat(9),
  ])("is looked for in 2 MB of %j within a second of processor time", (piece) => {
    const message = piece.repeat(Math.ceil(2_000_000 / piece.length));
    expect(leastCpuMs(() => knownMessage(message), 1_000)).toBeLessThan(1_000);
  });
});
