import { expect, test } from "vitest";
import { settle } from "./settle.ts";

const never = new Promise<never>(() => {});

test("work that ends in time gives its result, or its error", async () => {
  const { signal } = new AbortController();
  expect(await settle(Promise.resolve("done"), signal)).toBe("done");
  await expect(settle(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
});

test("work that hangs ends with the signal's reason", async () => {
  const controller = new AbortController();
  const settled = settle(never, controller.signal);
  controller.abort(new Error("too late"));
  await expect(settled).rejects.toThrow("too late");
});

test("a signal that has aborted already ends it at once", async () => {
  await expect(settle(never, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
});
