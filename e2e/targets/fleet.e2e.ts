import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { BATCH, noteTargets } from "./target-answers.ts";
import { beginRenders, endRenders, noteRenders } from "../renders.ts";
import { rowTexts } from "./row-texts.ts";

const MINUTE = 60;
/** Targets are in so many states at most. */
const MAX_STATES = 6;
/** The canvas, and the bars of the histogram with their words: none of them for a target. */
const MAX_MAP_NODES = 60;

const isRunning = (target: string) => /"status":"InProgress","lastUpdatedAt"/.test(target);

test("a fleet of 1,000 can be looked through: its failures stand first, a link opens one instance, and the search finds one", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  const deployment = await emulator.start("ec2-fleet", { moment: "done" });
  await open(deployment);
  const grid = page.getByRole("grid");

  await test.step("a fleet of 1,000 shows its failures first, and draws only what is in sight", async () => {
    const instances = card(page, "Instances");
    await expect(instances.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
    await expect(grid).toHaveAttribute("aria-rowcount", "1001");
    await expect(grid.getByRole("row").nth(1)).toContainText("failed");
    expect(await page.locator("*").count()).toBeLessThan(1_500);
    await instances.getByRole("button", { name: /^6 failed$/ }).click();
    await expect(grid.getByRole("row")).toHaveCount(7);
    await expect(page).toHaveURL(/status=Failed/);
  });

  await test.step("a link opens an instance far down the list, at its event, with its row in sight", async () => {
    await goOn(deployment);
    await expect(page.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
    await grid.getByRole("button").first().focus();
    await page.keyboard.press("Control+End");
    const last = grid.getByRole("row").last();
    await expect(last).toHaveAttribute("aria-rowindex", "1001");
    const id = await last.getByRole("rowheader").locator("bdi").innerText();

    await open(deployment, `?target=${id}&event=Install`);
    await expect(page.getByRole("region", { name: `Install on ${id}` })).toContainText("succeeded after");
    await expect(grid.getByRole("row", { name: new RegExp(id) })).toBeInViewport();
  });

  await test.step("the search finds an instance by a part of its id", async () => {
    await goOn(deployment);
    const id = await grid.getByRole("rowheader").first().locator("bdi").innerText();
    await page
      .getByRole("searchbox", { name: "Search the targets by id" })
      .fill(id.slice(2, 12).toUpperCase());
    await expect(grid.getByRole("row")).toHaveCount(2);
    await expect(grid.getByRole("rowheader")).toContainText(id);
  });
});

test("a fleet at rest costs no more requests for its targets", async ({ page, emulator, time, open }) => {
  await open(await emulator.start("ec2-fleet", { moment: "done" }));
  await time.runUntilVisible(page.getByRole("button", { name: /^994 succeeded$/ }), 10);
  // 1,000 targets, 25 to a request; what is in sight may be asked for ahead of the others.
  expect(time.asked(-1, BATCH).length).toBeGreaterThanOrEqual(40);
  expect(time.asked(-1, BATCH).length).toBeLessThanOrEqual(42);
  // What was answered just now is not asked for again for three seconds, not even by hand.
  await time.run(4);
  const since = time.now;
  await page.getByRole("button", { name: /^Refresh/ }).click();
  await time.run(5);
  expect(time.asked(since - 1, "GetDeployment").length).toBeGreaterThan(0);
  expect(time.asked(since - 1, BATCH)).toEqual([]);
});

test("a fleet of 1,000 that stands still costs one request a refresh, and those that it has in progress are asked for again", async ({
  page,
  emulator,
  time,
  open,
}) => {
  const targets = noteTargets(page);
  await open(await emulator.start("ec2-fleet", { moment: "halfway" }));
  await time.runUntilVisible(page.getByRole("button", { name: /^\d+ pending$/ }), 10);
  await time.run(NEXT_POLL);
  const known = await targets();
  const running = [...known].filter(([, target]) => isRunning(target)).map(([id]) => id);
  expect(known.size).toBe(1_000);
  const asked = noteTargets(page);
  const since = time.now;
  await time.run(70);
  expect([...(await asked()).keys()]).toEqual(expect.arrayContaining(running));
  expect(time.asked(since, BATCH).length).toBeGreaterThanOrEqual(10);
  expect(time.asked(since, BATCH).length).toBeLessThanOrEqual(20);
  expect(time.asked(since, "ListDeploymentTargets")).toEqual([]);
});

test("a fleet of 1,000 in which a hundred move costs at most 30 requests a minute, and ends with all that it has come to", async ({
  page,
  emulator,
  time,
  open,
}) => {
  const deployment = await emulator.start("ec2-fleet", { moment: "halfway" });
  await open(deployment);
  await time.runUntilVisible(page.getByRole("button", { name: /^\d+ pending$/ }), 10);
  await time.run(NEXT_POLL);
  const since = time.now;
  for (let second = 0; second < 2 * MINUTE; second++) {
    await deployment.advance(1_000);
    await time.run(1);
  }
  const seconds = time.asked(since).map(({ at }) => at);
  const inMinuteFrom = (from: number) => seconds.filter((at) => at >= from && at < from + MINUTE).length;
  expect(Math.max(...seconds.map(inMinuteFrom))).toBeLessThanOrEqual(30);
  expect(time.asked(since, "ListDeploymentTargets").length).toBeGreaterThan(0);
  await deployment.moveTo("done");
  await time.runUntilVisible(page.getByRole("button", { name: /^994 succeeded$/ }), 2 * NEXT_POLL);
});

test("the map of 5,000 targets is drawn once for what changes, in a path a state, and not at all when nothing does", async ({
  page,
  emulator,
  time,
  open,
}) => {
  await page.addInitScript(() => {
    const counts = { draws: 0, paths: 0, nodes: 0 };
    const clear: unknown = Reflect.get(CanvasRenderingContext2D.prototype, "clearRect");
    if (typeof clear !== "function") throw new Error("There is no canvas.");
    Reflect.set(CanvasRenderingContext2D.prototype, "clearRect", function (this: unknown, ...box: unknown[]) {
      counts.draws += 1;
      Reflect.apply(clear, this, box);
    });
    window.Path2D = class extends Path2D {
      constructor() {
        super();
        counts.paths += 1;
      }
    };
    const note = (changes: readonly MutationRecord[]) => {
      const changed = changes.filter(({ target }) => target.parentElement?.closest("[data-map]"));
      counts.nodes += new Set(changed.map(({ target }) => target)).size;
    };
    new MutationObserver(note).observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    Object.assign(window, {
      takeMapCounts: () => {
        const taken = { ...counts };
        Object.assign(counts, { draws: 0, paths: 0, nodes: 0 });
        return taken;
      },
    });
  });
  const counts = (): Promise<Record<"draws" | "paths" | "nodes", number>> =>
    page.evaluate(() => Reflect.get(window, "takeMapCounts")());
  const deployment = await emulator.start("ec2-fleet-5000", { moment: "halfway" });
  await open(deployment);
  const map = page.getByRole("button", { name: /^Map of the targets/ });
  await time.runUntilVisible(map, 20);
  await map.evaluate((button) => button.parentElement?.parentElement?.setAttribute("data-map", ""));
  await time.run(60);
  await counts();
  const rest = time.now;
  await time.run(14);
  expect(time.asked(rest, BATCH).length, "polls at rest").toBeGreaterThan(0);
  expect(await counts()).toEqual({ draws: 0, paths: 0, nodes: 0 });
  let drawn = 0;
  for (let step = 0; step < 3; step++) {
    const since = time.now;
    await deployment.advance(1_500);
    await time.run(7);
    const { draws, paths, nodes } = await counts();
    drawn += draws;
    expect(draws, "drawings").toBeLessThanOrEqual(time.asked(since).length);
    expect(paths, "paths").toBeLessThanOrEqual(draws * MAX_STATES);
    expect(nodes, "changed nodes").toBeLessThanOrEqual(draws * MAX_MAP_NODES);
  }
  expect(drawn).toBeGreaterThan(0);
});

test("a poll renders the rows of the targets that it changed, and no others", async ({
  page,
  emulator,
  time,
  open,
}) => {
  await noteRenders(page);
  const targets = noteTargets(page);
  const deployment = await emulator.start("ec2-fleet", { moment: "halfway" });
  await open(deployment);
  await time.runUntilVisible(page.getByRole("button", { name: /succeeded$/ }).first(), 10);
  await time.run(3);
  let mixed = 0;
  for (let step = 0; step < 8; step++) {
    const before = { rows: await rowTexts(page), targets: await targets() };
    await beginRenders(page);
    await deployment.advance(400);
    const since = time.now;
    await time.run(NEXT_POLL);
    expect(time.asked(since, BATCH).length).toBeGreaterThan(0);
    const rows = await rowTexts(page);
    const looksOther = Object.keys(rows).filter((id) => rows[id] !== before.rows[id]);
    const isOther = new Set(looksOther);
    for (const [id, answer] of await targets()) if (answer !== before.targets.get(id)) isOther.add(id);
    const rendered = (await endRenders(page)).rows;
    expect(
      rendered.filter((id) => id in before.rows && !isOther.has(id)),
      "rendered in vain",
    ).toEqual([]);
    expect(
      looksOther.filter((id) => !rendered.includes(id)),
      "changed without React",
    ).toEqual([]);
    if (rendered.length > 0 && rendered.length < Object.keys(rows).length) mixed += 1;
  }
  expect(mixed, "polls that rendered some of the drawn rows").toBeGreaterThan(0);
});
