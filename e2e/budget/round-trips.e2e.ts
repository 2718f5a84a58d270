import { readFileSync } from "node:fs";
import type { Rig } from "../../tools/bench/rig.ts";
import { addressOf } from "../../tools/bench/visit.ts";
import { expect } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { test } from "../rig-test.ts";

// Requests that wait for each other, on any machine: what is no step on the way is kept back, and the status comes all the same.
// Connections come on top: two round trips for the app's host, and two for AWS's, which begin with the page's headers, beside
// the next step. `npm run bench` has them in its count.

/** What index.html names, so that a browser asks for all of it at once. */
const NAMED = new Set(
  Array.from(
    readFileSync("dist/index.html", "utf8").matchAll(/(?:src|href)="(\/[^"]+)"/g),
    ([, path]) => path,
  ),
);

const CREDENTIALS = /^\/assets\/credentials-/;

test("a guest's status takes eight round trips one after the other, and five in a browser that has been here", async ({
  page,
  rig,
}) => {
  const release = rig.dist.holdAllBut((path) => NAMED.has(path) || CREDENTIALS.test(path));
  await rig.emulator.fault({ match: { operation: "GetId" }, effect: { kind: "hold" } });
  const cold = await rig.emulator.start("ec2-failing", { moment: "failed" });
  await page.goto(addressOf(rig, cold), { waitUntil: "commit" });
  // What takes the role comes beside what is asked for before it.
  await expect.poll(() => rig.dist.requests.some((path) => CREDENTIALS.test(path))).toBe(true);
  await rig.emulator.clearFaults({});
  await expect(card(page, "Status")).toContainText("Failed");
  await expect(card(page, "Why it failed")).toBeVisible();
  expect(pagesOf(rig), "the page").toHaveLength(1);
  expect(
    rig.dist.requests.filter((path) => path === "/config.json"),
    "what it names",
  ).toHaveLength(1);
  expect(new Set(rig.dist.requests).size, "no file is fetched twice").toBe(rig.dist.requests.length);
  expect(await asked(rig, 0), "six requests to AWS").toEqual([
    "OPTIONS",
    "GetId",
    "GetOpenIdToken",
    "AssumeRoleWithWebIdentity",
    "OPTIONS",
    "GetDeployment",
  ]);
  release();
  await expect(card(page, "Raw")).toBeVisible();
  await page.waitForLoadState("networkidle");

  const [servedBefore, askedBefore] = [rig.dist.requests.length, (await rig.emulator.requests()).length];
  const warm = await rig.emulator.start("ec2-failing", { moment: "failed" });
  await page.goto(addressOf(rig, warm));
  await expect(card(page, "Status")).toContainText("Failed");
  const served = rig.dist.requests.slice(servedBefore).filter((path) => !path.endsWith(".svg"));
  expect(served, "the page and the configuration").toEqual([
    `/${warm.region}/${warm.deploymentId}`,
    "/config.json",
  ]);
  expect(await asked(rig, askedBefore), "three requests to AWS").toEqual([
    "GetOpenIdToken",
    "AssumeRoleWithWebIdentity",
    "GetDeployment",
  ]);
});

function pagesOf(rig: Rig): string[] {
  return rig.dist.requests.filter((path) => !path.includes("."));
}

/** What AWS was asked for, up to the deployment, after so many requests. */
async function asked(rig: Rig, before: number): Promise<string[]> {
  const requests = (await rig.emulator.requests()).slice(before);
  const names = requests.map(({ method, operation }) => (method === "POST" ? (operation ?? "") : method));
  return names.slice(0, names.indexOf("GetDeployment") + 1);
}
