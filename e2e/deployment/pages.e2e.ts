import { SCENARIOS } from "../../emulator/scenarios/catalogue.ts";
import type { Scenario } from "../../emulator/timeline/scenario.ts";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText } from "../page-parts.ts";

/** The statuses whose word on the page is not AWS's own. */
const WORDS: Readonly<Record<string, string>> = { InProgress: "In progress" };

/** One of each state that the page can be in. */
const STATES: readonly (readonly [scenario: string, moment?: string])[] = [
  ["ec2-created"],
  ["ec2-queued", "queued"],
  ["ec2-rolling", "halfway"],
  ["ec2-blue-green", "provisioning"],
  ["ec2-blue-green-ready", "ready"],
  ["ecs-linear", "shifting"],
  ["cloudformation-baking", "baking"],
  ["ec2-succeeded", "done"],
  ["ec2-succeeded-with-failures", "done"],
  ["ec2-failing", "failed"],
  ["ecs-stopped-by-alarm", "stopped"],
  ["every-member", "failed"],
  ["hostile-text", "failed"],
  ["unknown-values"],
  ["bare"],
];

/** Scenarios with a name or an id in them that AWS refuses to look up; the browser notes each refusal. */
const REFUSED: ReadonlySet<string> = new Set(["hostile-text", "ec2-strange-targets"]);

for (const scenario of SCENARIOS) {
  const { name, description, moments } = scenario;
  test.describe(() => {
    test.use({ expectsFailedRequests: REFUSED.has(name) });
    test(`${name} shows its status at every moment: ${description}`, async ({ page, emulator, open }) => {
      const deployment = await emulator.start(name);
      for (const atMs of [0, ...Object.values(moments)]) {
        const word = statusWord(scenario, atMs);
        await deployment.moveTo(atMs);
        await open(deployment);
        await expect(card(page, "Status").getByRole("paragraph").first()).toHaveText(word);
        await expect(page).toHaveTitle(new RegExp(`^\\S ${word} · .*${deployment.deploymentId}$`));
        await expect(card(page, "Raw")).toBeVisible();
        await expectHonestText(page);
      }
    });
  });
}

for (const [name, moment] of STATES) {
  test(`${name} ${moment ?? ""} can be read by everybody: light, dark, and on screens of any width`, async ({
    page,
    emulator,
    open,
  }) => {
    await open(await emulator.start(name, moment === undefined ? {} : { moment }));
    await expect(card(page, "Raw")).toBeVisible();
    await expectAccessibleInBothThemes(page);
    for (const width of [1024, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoSidewaysScroll(page);
    }
  });
}

function statusWord(scenario: Scenario, atMs: number): string {
  const setting = { deploymentId: "d-ANY000000", region: "us-east-1", createdAtMs: 0, related: {} };
  const status = scenario.at(atMs, setting).info.status ?? "";
  return WORDS[status] ?? status;
}
