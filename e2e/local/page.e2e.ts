import { act, notice, sent } from "../actions/actions-site.ts";
import { card, shows } from "../page-parts.ts";
import { expect, test } from "./machine.ts";

test("acts only where the program was started with --operate", async ({ page, time, machine, emulator }) => {
  const role = `Operator-${machine.folder.slice(-6)}`;
  await emulator.setRole(role, { allow: ["*"] });
  await machine.writeSso(role);
  await machine.login(await emulator.beginSso(role));
  const link = await machine.start(["--profile", "prod", "--operate"]).link();
  const deployment = await emulator.start("ec2-rolling", { atMs: 60_000 });
  await page.goto(`${link.origin}/${deployment.region}/${deployment.deploymentId}${link.hash}`);
  await time.runUntilVisible(card(page, "Raw"), 30);
  await act(page, "Stop deployment");
  await time.runUntilVisible(shows(notice(page), "AWS accepted it"), 30);
  expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
});
