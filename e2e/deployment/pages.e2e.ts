import { SCENARIOS } from "../../emulator/scenarios/catalogue.ts";
import type { Scenario } from "../../emulator/timeline/scenario.ts";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText } from "../page-parts.ts";

/** The statuses whose word on the page is not AWS's own. */
const WORDS: Readonly<Record<string, string>> = { InProgress: "In progress" };

/** One of each state that the page can be in: how a deployment begins, goes on and ends, and what nobody expects. */
const STATES: Readonly<Record<string, readonly (readonly [scenario: string, moment?: string])[]>> = {
  begins: [
    ["ec2-created"],
    ["ec2-queued", "queued"],
    ["ec2-blue-green", "provisioning"],
    ["ec2-blue-green-ready", "ready"],
  ],
  "goes on": [
    ["ec2-rolling", "halfway"],
    ["ecs-linear", "shifting"],
    ["cloudformation-baking", "baking"],
  ],
  ends: [
    ["ec2-succeeded", "done"],
    ["ec2-succeeded-with-failures", "done"],
    ["ec2-failing", "failed"],
    ["ecs-stopped-by-alarm", "stopped"],
  ],
  "is unlike any other": [
    ["every-member", "failed"],
    ["hostile-text", "failed"],
    ["unknown-values"],
    ["bare"],
  ],
};

/** Scenarios with a name or an id in them that AWS refuses to look up; the browser notes each refusal. */
const REFUSED: ReadonlySet<string> = new Set(["hostile-text", "ec2-strange-targets"]);

/** So many scenarios one after the other in one document: it saves the set-up. */
const SCENARIOS_A_TEST = 10;

for (const isRefused of [false, true]) {
  const all = SCENARIOS.filter(({ name }) => REFUSED.has(name) === isRefused);
  for (let first = 0; first < all.length; first += SCENARIOS_A_TEST) {
    const some = all.slice(first, first + SCENARIOS_A_TEST);
    test.describe(() => {
      test.use({ expectsFailedRequests: isRefused });
      test(`a page shows its status at every moment: ${some.map(({ name }) => name).join(", ")}`, async ({
        page,
        emulator,
        goOn,
      }) => {
        for (const scenario of some) {
          for (const [moment, atMs] of [["creation", 0] as const, ...Object.entries(scenario.moments)]) {
            await test.step(`${scenario.name} at ${moment}: ${scenario.description}`, async () => {
              const word = statusWord(scenario, atMs);
              const deployment = await emulator.start(scenario.name);
              await deployment.moveTo(atMs);
              await goOn(deployment);
              await expect(card(page, "Status").getByRole("paragraph").first()).toHaveText(word);
              await expect(page).toHaveTitle(new RegExp(`^\\S ${word} · .*${deployment.deploymentId}$`));
              await expect(card(page, "Raw")).toBeVisible();
              await expectHonestText(page);
            });
          }
        }
      });
    });
  }
}

for (const [which, states] of Object.entries(STATES)) {
  test(`a deployment that ${which} can be read by everybody: light, dark, and on screens of any width`, async ({
    page,
    emulator,
    goOn,
  }) => {
    for (const [name, moment] of states) {
      await test.step(`${name} ${moment ?? ""}`, async () => {
        await page.setViewportSize({ width: 1280, height: 720 });
        const deployment = await emulator.start(name, moment === undefined ? {} : { moment });
        await goOn(deployment);
        await expect(card(page, "Raw")).toBeVisible();
        await expectAccessibleInBothThemes(page);
        for (const width of [1024, 640, 390, 320]) {
          await page.setViewportSize({ width, height: 844 });
          await expectNoSidewaysScroll(page);
        }
      });
    }
  });
}

function statusWord(scenario: Scenario, atMs: number): string {
  const setting = { deploymentId: "d-ANY000000", region: "us-east-1", createdAtMs: 0, related: {} };
  const status = scenario.at(atMs, setting).info.status ?? "";
  return WORDS[status] ?? status;
}
