import type { FaultInput } from "../../emulator/control/fault.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectErrorPage, shows } from "../page-parts.ts";
import { ACTIVE, AFTER_ONE_FAILURE, MALFORMED, expectAbout, intervals, longest } from "../poll-waits.ts";
import { withheldBy } from "../stopped-clock.ts";

test.use({ expectsFailedRequests: true });

/** A call is given up after 15 s, whatever hangs; one step of the clock more. */
const SETTLED = 15 + 1;

interface PassingFault {
  title: string;
  what: string;
  effect: FaultInput["effect"];
  /** Seconds until the next try, give or take a fifth. */
  wait: number;
}

/** Failures that pass: the page shows the deployment by itself as soon as AWS answers. */
const PASSING: readonly PassingFault[] = [
  {
    title: "AWS asks for fewer requests",
    what: "throttled",
    effect: { kind: "throttle", ratePerSecond: 0, burst: 0 },
    wait: ACTIVE * 2,
  },
  {
    title: "AWS has a fault",
    what: "answered with a fault",
    effect: { kind: "error", type: "InternalFailure", message: "Oops", status: 500 },
    wait: AFTER_ONE_FAILURE,
  },
  ...(
    [
      ["torn down", { kind: "reset" }],
      ["answered by a proxy", { kind: "answer", status: 503, hasCors: false }],
      ["left without an answer", { kind: "hang" }],
      ["cut off in the middle", { kind: "stalled-body" }],
      ["answered at a byte a second", { kind: "drip" }],
    ] as const
  ).map(([what, effect]) => ({ title: "AWS cannot be reached", what, effect, wait: AFTER_ONE_FAILURE })),
  {
    title: "The answer could not be read",
    what: "answered by another page",
    effect: { kind: "answer", body: "<html>Sign in" },
    wait: MALFORMED,
  },
  {
    title: "AWS refused the request",
    what: "refused with an error that the page does not know",
    effect: { kind: "error", type: "TeapotException", message: "I am one." },
    wait: AFTER_ONE_FAILURE,
  },
];

test("a first request that fails has a page of its own, and is tried again by itself", async ({
  page,
  emulator,
  time,
  open,
}) => {
  for (const { title, what, effect, wait } of PASSING) {
    await test.step(`a first request that is ${what} has a page of its own, and is tried again by itself in ${wait} s`, async () => {
      const withheld = withheldBy(effect);
      if (withheld) time.leaveUnanswered("GetDeployment", withheld);
      const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
      const fault = await deployment.fault(effect, { operation: "GetDeployment" });
      await open(deployment);
      await time.runUntilVisible(page.getByRole("heading", { name: title }), withheld ? SETTLED : 2);
      await expectErrorPage(page, title);
      await expect(page.getByRole("main")).toContainText("Trying again by itself in");
      await fault.clear();
      time.awaitAnswers("GetDeployment");
      await time.runUntilVisible(shows(card(page, "Status"), "In progress"), longest(wait));
      await expect(page.getByRole("heading", { name: title })).toHaveCount(0);
      expectAbout([wait], intervals(time.asked(-1, "GetDeployment")).slice(-1));
    });
  }
});

test("one press tries again at once", async ({ page, emulator, time, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const fault = await deployment.fault({ kind: "throttle", ratePerSecond: 0, burst: 0 });
  await open(deployment);
  await time.runUntilVisible(page.getByRole("heading", { name: "AWS asks for fewer requests" }), 2);
  await fault.clear();
  // What has failed just now is not repeated for three seconds, not even by hand.
  await time.run(3);
  await page.getByRole("button", { name: "Try again" }).click();
  await time.runUntilVisible(shows(card(page, "Status"), "In progress"), 1);
});
