import { describe, expect, test } from "vitest";
import { fakeCodeDeploy } from "../../../testing/fake-aws.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { listFilter } from "../../codedeploy/group/list-filter.ts";
import { AppError } from "../../errors/app-error.ts";
import { LIST_START, newestFirst, nextPlace, readNewest, readPage, withNewest } from "./group-pages.ts";

const GROUP = { region: "us-east-1", applicationName: "shop", deploymentGroupName: "prod" };
const { signal } = new AbortController();
const idAt = (place: number) => `d-${String(place).padStart(4, "0")}`;

/** A group with so many deployments, whose list comes in pages of 70, and what was asked of it. */
function groupOf(count: number, changed: Readonly<Record<string, Deployment>> = {}) {
  const asked: string[] = [];
  const all = Array.from({ length: count }, (_, place) => idAt(count - place));
  const codeDeploy = fakeCodeDeploy({
    listDeployments: async ({ nextToken = "0", statuses }) => {
      asked.push(`list ${nextToken}${statuses ? ` ${statuses.join(" ")}` : ""}`);
      const end = Number(nextToken) + 70;
      return { items: all.slice(Number(nextToken), end), nextToken: end < count ? `${end}` : undefined };
    },
    batchGetDeployments: async ({ deploymentIds }) => {
      asked.push(`read ${deploymentIds.length}`);
      return deploymentIds.map((deploymentId) => {
        const deployment = { deploymentId, createTime: Number(deploymentId.slice(2)) };
        return { deployment: { ...deployment, status: "Succeeded", ...changed[deploymentId] }, raw: {} };
      });
    },
  });
  return { codeDeploy, asked };
}

const page = (codeDeploy: CodeDeploy, from = LIST_START, filter = {}) =>
  readPage(codeDeploy, GROUP, filter, from, signal);

test("fifty deployments cost three requests, the next fifty two or three, and none comes twice", async () => {
  const { codeDeploy, asked } = groupOf(130);
  const first = await page(codeDeploy);
  expect(asked).toEqual(["list 0", "read 25", "read 25"]);
  const second = await page(codeDeploy, nextPlace(first));
  const third = await page(codeDeploy, nextPlace(second));
  expect(nextPlace(third)).toBeUndefined();
  const pages = [first, second, third];
  expect(pages.map(({ ids }) => ids.length)).toEqual([50, 50, 30]);
  expect(newestFirst(pages).map(({ deploymentId }) => deploymentId)).toEqual(
    Array.from({ length: 130 }, (_, place) => idAt(130 - place)),
  );
  expect(asked.filter((each) => each.startsWith("list"))).toEqual(["list 0", "list 70"]);
});

test("a group without deployments costs one request", async () => {
  const { codeDeploy, asked } = groupOf(0);
  expect(await page(codeDeploy)).toMatchObject({ ids: [], deployments: [] });
  expect(asked).toEqual(["list 0"]);
});

test("where only the list is allowed its ids are known, with the refusal", async () => {
  const refusal = new AppError("access-denied", { action: "codedeploy:BatchGetDeployments" });
  const { codeDeploy } = groupOf(3);
  const refused = fakeCodeDeploy({
    listDeployments: codeDeploy.listDeployments,
    batchGetDeployments: () => Promise.reject(refusal),
  });
  expect(await page(refused)).toMatchObject({
    ids: ["d-0003", "d-0002", "d-0001"],
    deployments: [],
    refusal,
  });
});

test("where AWS refuses statuses that its text does not name, it is asked without them, and no further", async () => {
  const wanted: unknown[] = [];
  const refusing = (isRefused: (statuses: readonly string[]) => boolean) =>
    fakeCodeDeploy({
      listDeployments: async ({ statuses = [] }) => {
        wanted.push(statuses);
        if (isRefused(statuses)) {
          throw new AppError("unknown", { awsCode: "InvalidDeploymentStatusException" });
        }
        return { items: [], nextToken: undefined };
      },
    });
  const running = listFilter({ status: "running" });
  await page(
    refusing((statuses) => statuses.includes("Baking")),
    LIST_START,
    running,
  );
  expect(wanted).toEqual([running.statuses, ["Created", "Queued", "InProgress"]]);
  await expect(
    page(
      refusing(() => true),
      LIST_START,
      running,
    ),
  ).rejects.toThrow(AppError);
  await expect(
    page(
      refusing(() => true),
      LIST_START,
      listFilter({ status: "failed" }),
    ),
  ).rejects.toThrow(AppError);
});

describe("a refresh", () => {
  test("reads what is new and what had not ended, whatever else was read, and puts each in its place", async () => {
    const before = groupOf(120, { "d-0100": { status: "InProgress" } });
    const first = await page(before.codeDeploy);
    const pages = [first, await page(before.codeDeploy, nextPlace(first))];
    const after = groupOf(122);
    const newest = await readNewest(after.codeDeploy, GROUP, {}, pages, signal);
    expect(after.asked).toEqual(["list 0", "read 3"]);
    const all = newestFirst(withNewest(pages, newest ?? []));
    expect(all.map(({ deploymentId }) => deploymentId).slice(0, 3)).toEqual(["d-0122", "d-0121", "d-0120"]);
    expect(all).toHaveLength(102);
    expect(all.every(({ status }) => status === "Succeeded")).toBe(true);
  });

  test("begins anew where so much is new that some of it may be missing", async () => {
    const pages = [await page(groupOf(60).codeDeploy)];
    expect(await readNewest(groupOf(200).codeDeploy, GROUP, {}, pages, signal)).toBeUndefined();
  });
});

test.each([
  [{}, {}],
  [
    { status: "failed", since: "7d" },
    { statuses: ["Failed"], withinMs: 7 * 86_400_000 },
  ],
  [{ status: "constructor", since: "for ever" }, {}],
])("the address’s filter %j asks for %j", (said, filter) => {
  expect(listFilter(said)).toEqual(filter);
});
