import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { memoryStorage } from "../../../testing/memory-storage.ts";
import type { DoneAction } from "../../codedeploy/actions/action-progress.ts";
import { recordsFrom, storedRecords } from "./action-records.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };
const action: DoneAction = {
  id: "1",
  kind: "stop",
  atMs: Date.now(),
  endedAtMs: Date.now() + 1_000,
  outcome: { state: "accepted", status: "Pending", message: undefined, deploymentId: undefined },
};

afterEach(() => vi.useRealTimers());

test("what is written down is read again, also by another tab", () => {
  const storage = memoryStorage();
  storedRecords("ada", REF, storage).write([action]);
  expect(storedRecords("ada", REF, storage).read()).toEqual([action]);
  expect(storedRecords("bo", REF, storage).read()).toEqual([]);
});

test("what is read stays the same object until it changes", () => {
  const records = storedRecords("ada", REF, memoryStorage());
  records.write([action]);
  expect(records.read()).toBe(records.read());
});

test("a full storage keeps it for as long as the page lasts", () => {
  const storage = Object.assign(memoryStorage(), {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  const records = storedRecords("ada", REF, storage);
  records.write([action]);
  expect(records.read()).toEqual([action]);
});

test("no more than twenty are kept, and none of deployments that were acted on more than a week ago", () => {
  const storage = memoryStorage();
  const old = storedRecords("ada", { ...REF, deploymentId: "d-OLD000000" }, storage);
  old.write([action]);
  expect(old.read()).toHaveLength(1);
  vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3_600_000 });
  storedRecords("ada", REF, storage).write(
    Array.from({ length: 30 }, () => ({ ...action, atMs: Date.now() })),
  );
  expect(storage).toHaveLength(1);
  expect(storedRecords("ada", REF, storage).read()).toHaveLength(20);
});

test("whatever was stored, nothing is thrown, and each record is one", () => {
  const near = fc.record(
    {
      id: fc.oneof(fc.string(), fc.anything()),
      kind: fc.oneof(fc.constantFrom("stop", "reroute"), fc.anything()),
      atMs: fc.oneof(fc.nat(), fc.anything()),
      outcome: fc.oneof(
        fc.record({
          state: fc.constantFrom("accepted", "refused", "unknown", "odd"),
          failure: fc.anything(),
        }),
        fc.anything(),
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(near).map((all) => JSON.stringify(all)),
      ),
      (text) => {
        for (const record of recordsFrom(text)) {
          expect(record).toMatchObject({ id: expect.any(String), atMs: expect.any(Number) });
          expect(record.outcome?.state).toBeOneOf([undefined, "accepted", "refused", "unknown"]);
        }
      },
    ),
  );
});
