import { UNKNOWN_STATUS_MS } from "../../src/queries/polling/poll-interval.ts";
import type { FaultInput } from "../../emulator/control/fault.ts";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import {
  AFTER_FAILURES,
  AFTER_THROTTLES,
  MALFORMED,
  NEXT_POLL,
  expectAbout,
  intervals,
  longest,
} from "../poll-waits.ts";
import { withheldBy } from "../stopped-clock.ts";

test.use({ expectsFailedRequests: true });

const STEP_MS = 1_000;
const STEP = STEP_MS / 1_000;
/** A call is given up after 15 s, whatever hangs. */
const DEADLINE = 15;

const OUT_OF_TOUCH = /^(?:Reconnecting|AWS is rate limiting)/;
const SIGN_IN_PAGE = { body: "<html>Please sign in to the network</html>", contentType: "text/html" };
const WRONG_TYPES = JSON.stringify({
  deploymentInfo: { status: {}, loadBalancerInfo: { elbInfoList: "none" } },
});

interface PollFault {
  what: string;
  title: string;
  effect: FaultInput["effect"];
  /** Seconds until the next tries, give or take a fifth, up to the failure that makes the page say so. */
  waits: readonly number[];
  /** Whether each poll has a second try right after the first. */
  isTriedTwice: boolean;
}

/** What can become of a poll, what the page calls it, and when it tries again. */
const FAULTS: readonly PollFault[] = [
  ...each("AWS cannot be reached", AFTER_FAILURES.slice(0, 2), true, {
    "answered 503 by a proxy": { kind: "answer", status: 503, hasCors: false },
    "torn down": { kind: "reset" },
    "torn down in the middle of the headers": { kind: "reset-in-headers" },
    "left without an answer": { kind: "hang" },
  }),
  ...each("AWS cannot be reached", AFTER_FAILURES.slice(0, 2), false, {
    "cut off in the middle": { kind: "stalled-body" },
    "answered at a byte a second": { kind: "drip" },
  }),
  ...each("AWS has a fault", AFTER_FAILURES.slice(0, 2), true, {
    "answered with a fault of AWS": awsError("InternalFailure", "Oops", 500),
    "answered 502": { kind: "answer", status: 502, body: "<html>Bad gateway</html>" },
  }),
  ...each("AWS asks for fewer requests", AFTER_THROTTLES.slice(0, 3), false, {
    throttled: { kind: "throttle", ratePerSecond: 0, burst: 0 },
  }),
  ...each("The answer could not be read", [MALFORMED, MALFORMED], false, {
    "answered with another page": { kind: "answer", ...SIGN_IN_PAGE },
    "answered in half": { kind: "answer", body: '{"deploymentInfo":{"sta' },
    "answered with nothing": { kind: "answer", body: "{}" },
    "answered with an empty body": { kind: "answer", body: "" },
    "answered with wrong types": { kind: "answer", body: WRONG_TYPES },
  }),
  ...each("AWS refused the request", AFTER_FAILURES.slice(0, 2), false, {
    "refused with an error that the page does not know": awsError("TeapotException", "I am one."),
  }),
];

for (const title of new Set(FAULTS.map((fault) => fault.title))) {
  ownTest(
    `the last good answer stays while polls fail, which are tried again in time: ${title}`,
    async ({ page, own, time, followOn }) => {
      for (const { what, effect, waits, isTriedTwice } of FAULTS.filter((fault) => fault.title === title)) {
        await ownTest.step(`${what}, tried again in ${waits.join(", ")} s`, async () => {
          const deployment = await own.control.start("ec2-rolling", { moment: "firstInstance" });
          await followOn(deployment, "0 succeeded");
          const status = card(page, "Status");

          const armedAt = time.now;
          const fault = await deployment.fault(effect, { operation: "GetDeployment" });
          const withheld = withheldBy(effect);
          if (withheld) time.leaveUnanswered("GetDeployment", withheld);
          await deployment.moveTo("done");
          await time.runUntilVisible(shows(liveState(page), OUT_OF_TOUCH), NEXT_POLL + DEADLINE, STEP_MS);
          expect(time.now - (time.asked(armedAt, "GetDeployment")[0]?.at ?? 0)).toBeLessThanOrEqual(
            DEADLINE + STEP,
          );

          const notice = page.getByText(`Not refreshed: ${title}`);
          await time.runUntilVisible(notice, waits.slice(0, -1).reduce(withTry, 0), STEP_MS);
          await expect(page.getByText("What you see is the last good answer.")).toBeVisible();
          await expect(page.getByText("The page keeps trying by itself.")).toBeVisible();
          await expect(liveState(page)).toContainText(/· updated \d+[sm] ago/);
          await expect(status).toContainText("0 succeeded");

          await fault.clear();
          time.awaitAnswers("GetDeployment");
          await time.runUntilVisible(
            shows(status, "6 succeeded"),
            waits.slice(-1).reduce(withTry, 0),
            STEP_MS,
          );
          await expect(notice).toHaveCount(0);
          const pauses = intervals(time.asked(armedAt, "GetDeployment"));
          expect(pauses.filter(isQuick)).toHaveLength(isTriedTwice ? waits.length : 0);
          expectAbout(
            waits,
            pauses.filter((seconds) => !isQuick(seconds)),
            STEP,
          );
        });
      }
    },
  );
}

/** A second try comes within a second. */
function isQuick(pause: number): boolean {
  return pause <= 1 + STEP;
}

/** The sum of the waits, each with its jitter and with a try of the greatest length. */
function withTry(sum: number, wait: number): number {
  return sum + longest(wait) + DEADLINE;
}

function each(
  title: string,
  waits: readonly number[],
  isTriedTwice: boolean,
  effects: Readonly<Record<string, FaultInput["effect"]>>,
): PollFault[] {
  return Object.entries(effects).map(([what, effect]) => ({ what, title, effect, waits, isTriedTwice }));
}

function awsError(type: string, message: string, status = 400): FaultInput["effect"] {
  return { kind: "error", type, message, status };
}

test("a status that goes backwards is shown as AWS says, with a word about it, and the polling goes on", async ({
  page,
  emulator,
  time,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await open(deployment);
  const status = card(page, "Status");
  const word = status.getByRole("paragraph").first();
  await time.runUntilVisible(shows(word, /^In progress$/), 5);
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(word, /^Succeeded$/), NEXT_POLL);
  await deployment.moveTo("running");
  await time.runUntilVisible(shows(word, /^In progress$/), NEXT_POLL);
  await expect(status).toContainText("AWS reports it as running again after it had ended");
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(word, /^Succeeded$/), NEXT_POLL);
});

test("a status that this page does not know is asked for at the pace of unknown ones", async ({
  page,
  emulator,
  time,
  open,
}) => {
  await open(await emulator.start("unknown-values"));
  await time.runUntilVisible(shows(card(page, "Status"), "Paused"), 5);
  await time.run(60);
  const asked = time.asked(-1, "GetDeployment");
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expectAbout(
    asked.slice(1).map(() => UNKNOWN_STATUS_MS / 1000),
    intervals(asked),
  );
});

test("a page whose storage is blocked works all the same", async ({ page, emulator, open }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Status")).toContainText("In progress");
  await expect(card(page, "Instances")).toContainText("6 instances");
  await page.getByRole("button", { name: "Tell me when it ends" }).click();
  await page.getByRole("checkbox", { name: "Sound" }).check();
  await expect(page.getByRole("checkbox", { name: "Sound" })).toBeChecked();
});
