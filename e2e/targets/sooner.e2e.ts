import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

/** What AWS answered last of all is held back: whatever arrives meanwhile did not wait for it. */
const HOLD = { kind: "hold" } as const;

test("a link to a target asks for the targets beside the deployment", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const held = await deployment.fault(HOLD, { operation: "GetDeployment", times: 1 });
  await open(deployment, "?target=i-nobody");
  await expect
    .poll(async () => (await deployment.requests()).map(({ operation }) => operation))
    .toContain("ListDeploymentTargets");
  await expect(card(page, "Status")).toHaveCount(0);
  await held.clear();
  await expect(card(page, "Instances")).toBeVisible();
  expect(
    (await deployment.requests()).filter(({ operation }) => operation === "ListDeploymentTargets"),
  ).toHaveLength(1);
});

test("a second visit asks for the targets beside the deployment, a first one after it", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "done" });
  const operations = async () => (await deployment.requests()).map(({ operation }) => operation);
  const first = await deployment.fault(HOLD, { operation: "GetDeployment", times: 1 });
  await open(deployment);
  await expect.poll(operations).toContain("GetDeployment");
  expect(await operations()).not.toContain("ListDeploymentTargets");
  await first.clear();
  await expect(card(page, "Raw")).toBeVisible();
  // What the first visit asks for must not be taken for the second's.
  await page.waitForLoadState("networkidle");

  const before = (await operations()).length;
  const second = await deployment.fault(HOLD, { operation: "GetDeployment", times: 1 });
  await page.reload();
  await expect.poll(async () => (await operations()).slice(before)).toContain("ListDeploymentTargets");
  await expect(card(page, "Status")).toHaveCount(0);
  await second.clear();
  await expect(card(page, "Raw")).toBeVisible();
});
