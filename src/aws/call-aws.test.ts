import type { AwsCredentialIdentity } from "@smithy/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../errors/app-error.ts";
import { callAws } from "./call-aws.ts";

// A pause before another attempt is over at once.
beforeEach(() => {
  vi.useFakeTimers();
  vi.setTimerTickMode("nextTimerAsync");
});
afterEach(() => {
  vi.useRealTimers();
});

const call = (...outcomes: (Error | string)[]) => callOf("read", ...outcomes);

function callOf(kind: "read" | "action", ...outcomes: (Error | string)[]) {
  const attempt = vi.fn<(signal: AbortSignal) => Promise<string | undefined>>(async () => {
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  const held = { accessKeyId: "ASIA1", secretAccessKey: "secret" };
  const renew = vi.fn<(refused?: AwsCredentialIdentity) => void>();
  const controller = new AbortController();
  const context = {
    kind,
    action: "codedeploy:GetDeployment",
    origins: ["https://x.test"],
    signal: controller.signal,
    credentials: { held: () => held, renew },
  };
  return { attempt, held, renew, controller, result: callAws(context, attempt) };
}

const named = (name: string) => Object.assign(new Error("x"), { name, $metadata: { httpStatusCode: 400 } });

test.each([["network"], ["server"], ["clock-skew"]] as const)("one %s fault is not noticed", async (kind) => {
  const { attempt, result } = call(new AppError(kind), "answer");
  expect(await result).toBe("answer");
  expect(attempt).toHaveBeenCalledTimes(2);
});

test("two in a row are reported, not retried again", async () => {
  const { attempt, result } = call(new AppError("network"), new AppError("network"), "answer");
  await expect(result).rejects.toMatchObject({ kind: "network" });
  expect(attempt).toHaveBeenCalledTimes(2);
});

test.each(["ThrottlingException", "AccessDeniedException", "DeploymentDoesNotExistException"])(
  "%s is not tried again",
  async (name) => {
    const { attempt, result } = call(named(name), "answer");
    await expect(result).rejects.toBeInstanceOf(AppError);
    expect(attempt).toHaveBeenCalledTimes(1);
  },
);

test.each([
  "ExpiredTokenException",
  "UnrecognizedClientException",
  "InvalidSignatureException",
  // The same in the words of STS.
  "ExpiredToken",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
])("refused credentials (%s) are renewed once, and the reader sees nothing of it", async (name) => {
  const { held, renew, result } = call(named(name), "answer");
  expect(await result).toBe("answer");
  expect(renew.mock.calls).toEqual([[held]]);
});

test.each([
  new AppError("network"),
  new AppError("server"),
  new AppError("clock-skew"),
  new AppError("malformed"),
  named("ExpiredTokenException"),
  named("InvalidSignatureException"),
  named("ThrottlingException"),
  new TypeError("Failed to fetch"),
  new DOMException("timed out", "TimeoutError"),
])(
  "an action is never made a second time, nor are credentials renewed for one: after %s",
  async (failure) => {
    const { attempt, renew, result } = callOf("action", failure, "answer");
    await expect(result).rejects.toBeInstanceOf(AppError);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(renew).not.toHaveBeenCalled();
  },
);

test("a call that nobody waits for any more rejects with the reason, not with an AppError", async () => {
  const { controller, result } = call(new AppError("network"), new AppError("network"));
  controller.abort(new DOMException("left the page", "AbortError"));
  await expect(result).rejects.toHaveProperty("name", "AbortError");
});
