import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { act, notice, sent } from "../actions/actions-site.ts";
import { endPages } from "../end-pages.ts";
import { choose } from "../sharing/share-menu.ts";
import { card } from "../page-parts.ts";
import { expect, test } from "./machine.ts";

// The program that a page asks ends with the test.
test.afterEach(({ context }) => endPages(context));

test("acts only where the program was started with --operate", async ({ page, machine, emulator }) => {
  const role = `Operator-${machine.folder.slice(-6)}`;
  await emulator.setRole(role, { allow: ["*"] });
  await machine.writeSso(role);
  await machine.login(await emulator.beginSso(role));
  const link = await machine.start(["--profile", "prod", "--operate"]).link();
  const deployment = await emulator.start("ec2-rolling", { atMs: 60_000 });
  await page.goto(`${link.origin}/${deployment.region}/${deployment.deploymentId}${link.hash}`);
  await expect(card(page, "Raw")).toBeVisible();
  await act(page, "Stop deployment");
  await expect(notice(page)).toContainText("AWS accepted it");
  expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
});

test.describe("where there is nothing to ask AWS with", () => {
  test.use({ expectsFailedRequests: true });

  test("the page shows whose it is, lets new tabs in, and says the command once the session has ended", async ({
    page,
    context,
    machine,
    emulator,
  }) => {
    const name = `Admin-${machine.folder.slice(-6)}`;
    const role = `AWSReservedSSO_${name}_0123456789abcdef`;
    await emulator.setRole(role);
    await machine.writeSso(role);
    await machine.login(await emulator.beginSso(role));
    const program = machine.start(["--profile", "prod"]);
    const link = await program.link();
    const deployment = await emulator.start("ec2-rolling", { atMs: 60_000 });
    const address = `${link.origin}/${deployment.region}/${deployment.deploymentId}`;

    await page.goto(link.href);
    await page.getByRole("button", { name: `Local, as ${name}` }).press("Enter");
    await expect(page).toHaveURL(`${link.origin}/`);
    const details = page.getByRole("region", { name: "Your access" });
    await expect(details).toContainText("123456789012");
    await expect(details).toContainText(role);
    await expectAccessibleInBothThemes(page);

    await page.goto(address);
    await expect(card(page, "Raw")).toBeVisible();
    await expect(card(page, "Status")).toContainText("In progress");
    await expect(page.getByRole("contentinfo")).toContainText(`Local, as ${name}`);
    await expect(page.getByRole("button", { name: "Actions", exact: true })).toHaveCount(0);

    // Nobody else reaches this machine's address.
    await choose(page, "Copy as Markdown…");
    await expect(page.getByRole("region", { name: "What leaves the page" })).toContainText(
      `console.aws.amazon.com/codesuite/codedeploy/deployments/${deployment.deploymentId}`,
    );
    await page.getByRole("button", { name: "Close" }).press("Enter");
    await choose(page, "Copy snapshot link…");
    await expect(page.getByRole("dialog")).toContainText("It opens on this machine alone");
    await page.getByRole("button", { name: "Close" }).press("Enter");

    const tab = await context.newPage();
    await tab.goto(address);
    await expect(card(tab, "Status")).toContainText("In progress");
    await expect(tab.getByRole("contentinfo")).toContainText(`Local, as ${name}`);
    await tab.close();

    await emulator.endSso(role);
    const main = page.getByRole("main");
    await expect(main).toContainText("Not refreshed: The terminal of this page needs you");
    await expect(main).toContainText("Run “aws sso login --profile prod” in a terminal.");
    await expect(card(page, "Status")).toContainText("In progress");
    await program.shows("aws sso login --profile prod");
    await expectAccessibleInBothThemes(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);

    await machine.login(await emulator.beginSso(role));
    await deployment.moveTo("done");
    await page.getByRole("button", { name: "Try again now" }).press("Enter");
    await expect(card(page, "Status")).toContainText("Succeeded");
    await expect(main).not.toContainText("aws sso login");
  });

  test("a page without the link shows nothing, says where it is, and takes it in the same tab", async ({
    page,
    machine,
    emulator,
  }) => {
    const role = `Reader-${machine.folder.slice(-6)}`;
    await emulator.setRole(role);
    await machine.writeSso(role);
    await machine.login(await emulator.beginSso(role));
    const program = machine.start(["--profile", "prod"]);
    const link = await program.link();
    const { deploymentId, region } = await emulator.start("ec2-rolling");
    const address = `${link.origin}/${region}/${deploymentId}`;

    await page.goto(`${address}#token=${"0".repeat(64)}`);
    await expect(page.getByRole("heading", { name: "The terminal of this page needs you" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Open the link.");
    await expect(page.getByRole("button", { name: "Local, without the link" })).toBeVisible();
    await expectAccessibleInBothThemes(page);

    await page.goto(address + link.hash);
    await expect(card(page, "Raw")).toBeVisible();
    await expect(page).toHaveURL(address);

    program.end("SIGINT");
    await program.ended;
    const main = page.getByRole("main");
    await expect(main).toContainText("Not refreshed: The program of this page has ended");
    await expect(main).toContainText("Start it again as before, and open the link that it prints.");
  });
});
