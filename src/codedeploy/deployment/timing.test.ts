import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAhead, timing } from "./timing.ts";

const CREATED = 1_446_232_639_487;
const COMPLETED = 1_446_232_681_319;
/** As they are shown. */
const CREATED_SHOWN = 1_446_232_639_000;
const COMPLETED_SHOWN = 1_446_232_681_000;

const queueOf = (status: "Created" | "Queued") => timing({ status, createTime: CREATED }).queue;

describe("how long a deployment has taken", () => {
  test("a finished one has the total from start to end, and its queue time", () => {
    const { span, queue, oddities } = timing({
      status: "Succeeded",
      createTime: CREATED,
      startTime: CREATED + 2_000,
      completeTime: COMPLETED,
    });
    expect(span).toEqual({ kind: "total", lengthMs: COMPLETED_SHOWN - CREATED_SHOWN - 2_000, base: "start" });
    expect(queue).toEqual({ kind: "over", lengthMs: 2_000 });
    expect(oddities).toEqual([]);
  });

  test("without a start it counts from creation, and says so", () => {
    const { span, queue } = timing({ status: "Failed", createTime: CREATED, completeTime: COMPLETED });
    expect(span).toEqual({ kind: "total", lengthMs: COMPLETED_SHOWN - CREATED_SHOWN, base: "creation" });
    expect(queue).toEqual({ kind: "unknown" });
  });

  test("a running one counts on from its start", () => {
    const { span } = timing({ status: "InProgress", createTime: CREATED, startTime: CREATED + 5 });
    expect(span).toEqual({ kind: "running", sinceMs: CREATED_SHOWN, base: "start" });
  });

  test("one that is Queued waits since its creation; one that is Created is in no queue", () => {
    expect(queueOf("Queued")).toEqual({ kind: "waiting", sinceMs: CREATED_SHOWN });
    expect(queueOf("Created")).toEqual({ kind: "unknown" });
  });

  test("one that ended without an end has no length rather than one that grows for ever", () => {
    expect(timing({ status: "Stopped", createTime: CREATED }).span).toEqual({ kind: "unknown" });
  });

  test("AWS's own sample, whose start is after its end, counts from creation and is explained", () => {
    const { startedMs, span, queue, oddities } = timing({
      status: "Succeeded",
      createTime: CREATED,
      startTime: 1_446_744_188_711,
      completeTime: COMPLETED,
    });
    expect(startedMs).toBe(1_446_744_188_000);
    expect(span).toEqual({ kind: "total", lengthMs: COMPLETED_SHOWN - CREATED_SHOWN, base: "creation" });
    expect(queue).toEqual({ kind: "unknown" });
    expect(oddities).toEqual(["start-after-end"]);
  });

  test("a start before creation is explained and gives no queue time", () => {
    const { queue, oddities } = timing({ createTime: CREATED, startTime: CREATED - 1_000 });
    expect(queue).toEqual({ kind: "unknown" });
    expect(oddities).toEqual(["start-before-creation"]);
  });

  test("times of one second as it is shown are in order", () => {
    const { queue, oddities } = timing({ createTime: CREATED, startTime: CREATED - 1 });
    expect(queue).toEqual({ kind: "over", lengthMs: 0 });
    expect(oddities).toEqual([]);
  });

  test("a length is what lies between the times that are shown beside it", () => {
    const { createdMs, completedMs, span } = timing({
      status: "Failed",
      createTime: CREATED_SHOWN + 900,
      completeTime: COMPLETED_SHOWN + 100,
    });
    expect([createdMs, completedMs]).toEqual([CREATED_SHOWN, COMPLETED_SHOWN]);
    expect(span).toEqual({ kind: "total", lengthMs: 42_000, base: "creation" });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, 0, 1_446_232_639, CREATED * 1_000])(
    "%d is no moment, and said to be none",
    (time) => {
      const { createdMs, span, oddities } = timing({ createTime: time });
      expect(createdMs).toBeUndefined();
      expect(span).toEqual({ kind: "unknown" });
      expect(oddities).toEqual(["no-moment"]);
    },
  );

  test("an unknown time that is sent as 0 gives no wait of decades", () => {
    const { span, queue } = timing({ status: "Queued", createTime: 0 });
    expect([span.kind, queue.kind]).toEqual(["unknown", "unknown"]);
    expect(timing({ status: "InProgress", createTime: 0, startTime: CREATED }).queue.kind).toBe("unknown");
  });

  test("no times whatever give a length that is negative or no number", () => {
    const time = fc.option(fc.oneof(fc.double(), fc.integer(), fc.constant(CREATED)), { nil: undefined });
    const status = fc.constantFrom("InProgress", "Succeeded", "Created", undefined);
    fc.assert(
      fc.property(time, time, time, status, (createTime, startTime, completeTime, name) => {
        const { span, queue } = timing({ createTime, startTime, completeTime, status: name });
        expect(span.kind === "total" ? span.lengthMs : 0).toBeGreaterThanOrEqual(0);
        expect(queue.kind === "over" ? queue.lengthMs : 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a moment ahead of the reader's clock", () => {
  test("is worth a word from a minute on", () => {
    expect(isAhead(CREATED + 60_001, CREATED)).toBe(true);
    expect(isAhead(CREATED + 60_000, CREATED)).toBe(false);
    expect(isAhead(undefined, CREATED)).toBe(false);
  });
});
