import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { TargetFacts } from "../targets/target.ts";
import { movedPercent } from "../traffic/traffic-moved.ts";
import { happeningWords } from "./happening.ts";
import { targetWaitWords } from "./target-wait-words.ts";
import { targetWaiting } from "./target-waiting.ts";

const ECS: TargetFacts = { kind: "ecs", taskSets: [] };
const LAMBDA: TargetFacts = { kind: "lambda", lambdaFunction: {} };

const running = (name: string, startMs?: number, facts: TargetFacts = { kind: "instance" }) =>
  makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "InProgress", startMs })], facts });

/** Any target of a service or function, at any event and with any weights. */
const anyTarget = fc
  .record({
    name: fc.constantFrom(
      "BeforeInstall",
      "Install",
      "BeforeAllowTraffic",
      "AllowTraffic",
      "AllowTestTraffic",
    ),
    isLambda: fc.boolean(),
    weight: fc.constantFrom(0, 10, 40, 100, undefined),
  })
  .map(({ name, isLambda, weight }) =>
    running(
      name,
      5,
      isLambda
        ? {
            kind: "lambda",
            lambdaFunction: weight === undefined ? {} : { targetVersionWeight: weight / 100 },
          }
        : {
            kind: "ecs",
            taskSets: [
              { taskSetLabel: "Blue" as const, ...(weight !== undefined && { trafficWeight: 100 - weight }) },
              { taskSetLabel: "Green" as const, ...(weight !== undefined && { trafficWeight: weight }) },
            ],
          },
    ),
  );

test("what is said of traffic in progress is where its weights are, and never that it moves", () => {
  fc.assert(
    fc.property(anyTarget, fc.constantFrom("ECS", "Lambda", "Server"), (target, computePlatform) => {
      const deployment: Deployment = { status: "InProgress", computePlatform };
      const wait = targetWaiting(deployment, [target]);
      const words = [
        happeningWords(deployment, [target]).now,
        wait && targetWaitWords(wait, "target").what,
      ].join(" ");
      expect(words).not.toMatch(/traffic moves|moves? (?:the )?traffic/i);
      const percent = movedPercent([target]);
      expect(words.includes("No traffic has moved.")).toBe(percent === 0);
      expect(words.includes("All traffic is on the replacement.")).toBe(percent === 100);
      const isSplit = percent === 10 || percent === 40;
      expect(words.includes(`gets ${percent}% of the traffic`)).toBe(isSplit);
    }),
  );
});

test("every wait is for the one who does its event, with the limit of that one", () => {
  const events = fc.constantFrom(
    "ApplicationStop",
    "DownloadBundle",
    "Install",
    "AllowTraffic",
    "BeforeAllowTraffic",
    "X",
  );
  const kinds = fc.constantFrom<TargetFacts>({ kind: "instance" }, ECS, LAMBDA);
  fc.assert(
    fc.property(events, kinds, fc.option(fc.nat(1_000), { nil: undefined }), (name, facts, startMs) => {
      const wait = targetWaiting({ status: "InProgress" }, [running(name, startMs, facts)]);
      if (!wait) throw new Error("A running event is waited for.");
      const { what, limit = "", unknown = "", advice = "" } = targetWaitWords(wait, "target");
      const words = `${what} ${limit} ${unknown} ${advice}`;
      expect(words).not.toMatch(facts.kind === "instance" ? /hook|task|Lambda/ : /agent|script|instance/);
      const hasNobody = name === "AllowTraffic" || name === "X";
      expect(words).not.toMatch(hasNobody ? /hour|minute|hook|script|agent/ : /AllowTraffic, which.*hook/);
      expect(limit === "" || limit.endsWith(":")).toBe(true);
    }),
  );
});
