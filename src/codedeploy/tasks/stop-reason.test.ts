import { describe, expect, test } from "vitest";
import type { StoppedTask, TaskContainer } from "./ecs-service.ts";
import { stopReason } from "./stop-reason.ts";

const CONTAINER: TaskContainer = { name: "api", image: "repo/api:2", exitCode: undefined, reason: undefined };

function reasonOf(task: Partial<StoppedTask>) {
  return stopReason({
    arn: "arn",
    startedBy: undefined,
    taskDefinition: undefined,
    createdMs: undefined,
    stoppedMs: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    containers: [],
    ...task,
  });
}

describe("an image that cannot be pulled is named, with the cause where ECS says it", () => {
  test.each([
    ["failed to resolve ref repo/api:2: repo/api:2: not found", "cannot pull the image: not found"],
    [
      "pull access denied, repository does not exist or may require authorization",
      "cannot pull the image: not found, or not allowed",
    ],
    ["API error (500): no basic auth credentials", "cannot pull the image: not allowed"],
    [
      "toomanyrequests: You have reached your pull rate limit",
      "cannot pull the image: the registry limits requests",
    ],
    ["write /var/lib: no space left on device", "cannot pull the image: no space left on the disk"],
    ["dial tcp 3.4.5.6:443: i/o timeout", "cannot pull the image: the registry cannot be reached"],
    [
      "image manifest does not contain descriptor matching platform linux/arm64",
      "cannot pull the image: not built for this platform",
    ],
    ["context canceled", "cannot pull the image"],
    ["failed to copy registry.example/shop/platform-api:2: unexpected EOF", "cannot pull the image"],
    [
      "failed to do request: Head https://r.example/v2/shop/authorizer-denied/manifests/403: i/o timeout",
      "cannot pull the image: the registry cannot be reached",
    ],
    ["unexpected digest sha256:1a403bcd", "cannot pull the image"],
    [
      "User: arn:aws:sts::123456789012:assumed-role/task/x is not authorized to perform: ecr:GetAuthorizationToken",
      "cannot pull the image: not allowed",
    ],
  ])("%s", (text, summary) => {
    const said = `CannotPullContainerError: ${text}`;
    const expected = { summary, image: "repo/api:2", detail: said, isFault: true };
    expect(reasonOf({ stoppedReason: said, containers: [CONTAINER] })).toMatchObject(expected);
    expect(reasonOf({ containers: [{ ...CONTAINER, reason: said }, CONTAINER] })).toMatchObject(expected);
  });

  test("of several containers none is named unless ECS says which", () => {
    const containers = [CONTAINER, { ...CONTAINER, image: "other:1" }];
    expect(reasonOf({ stoppedReason: "CannotPullContainerError: x", containers }).image).toBeUndefined();
  });
});

describe("a container that exited is named with its code", () => {
  test.each<[string, Partial<TaskContainer>[]]>([
    ["api exited with code 1", [{ exitCode: 1 }]],
    ["api exited with code 0", [{ exitCode: 0 }]],
    ["api exited with code 137", [{ exitCode: 137 }]],
    ["api exited with code 1", [{ exitCode: 1 }, { name: "log-router", exitCode: 137 }]],
    ["api exited with code 1, web exited with code 2", [{ exitCode: 1 }, { name: "web", exitCode: 2 }]],
    ["a container exited with code 3", [{ name: undefined, exitCode: 3 }]],
    [
      "api ran out of memory",
      [{ exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" }],
    ],
  ])("%s", (summary, containers) => {
    const task = {
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: containers.map((each) => ({ ...CONTAINER, ...each })),
    };
    expect(reasonOf(task)).toMatchObject({ summary, isFault: true });
  });
});

const exited = (exitCode: number) => reasonOf({ containers: [{ ...CONTAINER, exitCode }] }).nextStep;

test("what to do fits the code: a command that came to its end without an error left no reason in its log", () => {
  expect(exited(0)).toContain("command");
  expect(exited(1)).toContain("log");
});

describe("ECS's words", () => {
  test.each([
    [
      "Task failed ELB health checks in (target-group arn:x)",
      "failed the load balancer’s health checks",
      true,
    ],
    ["Task failed container health checks", "failed its container health check", true],
    ["ResourceInitializationError: unable to pull secrets", "could not be set up before it started", true],
    ["CannotStartContainerError: Error response from daemon", "its container could not be started", true],
    ["InternalError: something", "InternalError", true],
    ["Scaling activity initiated by (deployment ecs-svc/1)", "was no longer wanted", false],
    ["Task stopped by user", "was stopped by somebody", false],
    ["Words of tomorrow", "Words of tomorrow", true],
  ])("%s", (stoppedReason, summary, isFault) => {
    expect(reasonOf({ stoppedReason })).toMatchObject({ summary, isFault });
  });

  test("are given back where the health check is what ended the container", () => {
    const stoppedReason = "Task failed ELB health checks in (target-group arn:x)";
    const containers = [{ ...CONTAINER, exitCode: 143 }];
    expect(reasonOf({ stoppedReason, containers })).toMatchObject({
      summary: "failed the load balancer’s health checks",
      detail: stoppedReason,
    });
  });
});

describe("without words, the stop code", () => {
  test.each([
    ["TaskFailedToStart", "failed to start", true],
    ["EssentialContainerExited", "an essential container exited", true],
    ["UserInitiated", "was stopped by somebody", false],
    ["ServiceSchedulerInitiated", "was stopped by the service’s scheduler", true],
    ["SpotInterruption", "lost its Spot capacity", true],
    ["TerminationNotice", "its capacity was taken away", true],
    ["InfrastructureHealth", "its host became unhealthy", true],
    ["Tomorrow", "Tomorrow", true],
    [undefined, "ECS gives no reason", true],
    ["constructor", "constructor", true],
  ])("%s", (stopCode, summary, isFault) => {
    expect(reasonOf({ stopCode })).toMatchObject({ summary, isFault });
  });
});
