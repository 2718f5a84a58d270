import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card, fact } from "../page-parts.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("what a page says of the revision, of what was there before it, and of whoever started it", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  await test.step("a commit leads to GitHub: the repository, the commit, and all that changed", async () => {
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    const changed = card(page, "What changed");
    await expect(changed).toContainText("Another commit than before.");
    const repository = "https://github.com/acme-shop/checkout-api";
    await expect(fact(changed, "Repository").getByRole("link")).toHaveAttribute("href", repository);
    const compare = changed.getByRole("link", { name: /^Compare/ });
    const range = /compare\/([0-9a-f]{40})\.\.\.([0-9a-f]{40})$/.exec(
      (await compare.getAttribute("href")) ?? "",
    );
    const [, before, now] = range ?? [];
    await expect(compare).toHaveAttribute("href", `${repository}/compare/${before}...${now}`);
    const commits = fact(changed, "Commit");
    await expect(commits.getByRole("link").first()).toHaveAttribute("href", `${repository}/commit/${now}`);
    await expect(commits.getByRole("link").last()).toHaveAttribute("href", `${repository}/commit/${before}`);
    await changed.getByRole("button", { name: "Copy full commit id" }).press("Enter");
    await expect.poll(() => clipboard(page)).toBe(now);
  });

  await test.step("a bundle in S3 is told apart from the one before, and leads to its page in the console", async () => {
    await goOn(await emulator.start("ec2-succeeded", { moment: "done" }));
    const changed = card(page, "What changed");
    await expect(changed).toContainText("Another file from Amazon S3 than before.");
    await expect(fact(changed, "Object").getByRole("link")).toHaveAttribute(
      "href",
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/s3\/object\/acme-release-artifacts\?region=us-east-1&prefix=billing-worker%2F2040%2Fbundle\.tar\.gz&versionId=[0-9a-f]{32}$/,
    );
    await changed.getByRole("button", { name: "Copy S3 address" }).press("Enter");
    await expect
      .poll(() => clipboard(page))
      .toBe("s3://acme-release-artifacts/billing-worker/2040/bundle.tar.gz");
    await changed.getByRole("button", { name: "Copy previous S3 address" }).press("Enter");
    await expect
      .poll(() => clipboard(page))
      .toBe("s3://acme-release-artifacts/billing-worker/2037/bundle.tar.gz");
  });

  await test.step("an AppSpec shows its content, or that AWS does not send it", async () => {
    await goOn(await emulator.start("lambda-linear", { moment: "shifting" }));
    await expect(page.getByRole("region", { name: "AppSpec content" })).toContainText('TargetVersion: "8"');
    await goOn(await emulator.start("lambda-canary", { moment: "canary" }));
    await expect(fact(card(page, "What changed"), "Source")).toContainText(
      "CodeDeploy does not send the content here",
    );
  });

  await test.step("a first deployment and one from another source are said to be that", async () => {
    await goOn(await emulator.start("ec2-created"));
    await expect(card(page, "What changed")).toContainText("AWS reports no revision before this one");
    await goOn(await emulator.start("every-member", { moment: "failed" }));
    await expect(card(page, "What changed")).toContainText(
      "From another source than before: Amazon S3 now, GitHub before.",
    );
  });

  await test.step("whoever started it is named in words, and CloudFormation leads to its stack", async () => {
    await goOn(await emulator.start("ec2-queued", { moment: "queued" }));
    const changed = card(page, "What changed");
    await expect(fact(changed, "Started by")).toHaveText("Auto Scaling, for an instance that it launched");
    await goOn(await emulator.start("cloudformation-baking", { moment: "baking", region: "eu-west-1" }));
    await expect(fact(changed, "Started by")).toHaveText("CloudFormation, for a change to a stack");
    const stack = fact(changed, "CloudFormation stack").getByRole("link");
    await expect(stack).toContainText("recommendations-prod");
    await expect(stack).toHaveAttribute(
      "href",
      /^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/cloudformation\/home\?region=eu-west-1#\/stacks\/stackinfo\?stackId=arn%3Aaws%3A/,
    );
  });

  await test.step("an automatic update and the deployment before it lead to each other", async () => {
    const deployment = await emulator.start("ec2-auto-update", { moment: "updated" });
    await goOn(deployment);
    const changed = card(page, "What changed");
    const updateId = deployment.related["update"] ?? "";
    await fact(changed, "Updated by").getByRole("link", { name: updateId }).press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${updateId}$`));
    await fact(changed, "Update after").getByRole("link", { name: deployment.deploymentId }).press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${deployment.deploymentId}$`));
  });
});

test("the whole answer can be read, copied and downloaded, and asked for by command", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("unknown-values");
  await open(deployment);
  const raw = card(page, "Raw");
  await raw.getByRole("button", { name: "Copy AWS CLI command" }).press("Enter");
  await expect
    .poll(() => clipboard(page))
    .toBe(`aws deploy get-deployment --deployment-id ${deployment.deploymentId} --region us-east-1`);
  await expect(raw.getByRole("region", { name: "The answer as JSON" })).toHaveCount(0);
  await raw.getByText("The whole answer as JSON").click();
  await expect(raw.getByRole("region", { name: "The answer as JSON" })).toContainText('"status": "Paused"');

  await raw.getByRole("button", { name: "Copy the answer as JSON" }).press("Enter");
  await expect.poll(() => clipboard(page)).toContain("deploymentInfo");
  const copied: unknown = JSON.parse(await clipboard(page));
  expect(copied).toMatchObject({
    deploymentInfo: { deploymentId: deployment.deploymentId, pauseInfo: { approvers: ["ops", "release"] } },
  });
  const download = page.waitForEvent("download");
  await raw.getByRole("button", { name: "Download" }).press("Enter");
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${deployment.deploymentId}.json`);
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toEqual(copied);
});

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
