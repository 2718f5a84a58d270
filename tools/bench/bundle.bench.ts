import { test } from "@playwright/test";
import type { FileSize } from "./file-size.ts";
import { sizesOf, total } from "./file-size.ts";
import { startRig } from "./rig.ts";
import { printTable } from "./table.ts";
import { expectToStandOn, fetchedPaths } from "./visit.ts";

for (const { scenario, moment } of [
  { scenario: "ec2-failing", moment: "failed" },
  { scenario: "ec2-rolling", moment: "halfway" },
]) {
  test(`what the browser fetches for ${scenario}`, async ({ browser }) => {
    const rig = await startRig();
    const deployment = await rig.emulator.start(scenario, { moment });
    const { first, later } = await fetchedPaths(browser, rig, deployment);
    await expectToStandOn(browser, rig, deployment, first);
    await rig.close();

    const needed = sizesOf(first);
    printTable(`${scenario}: fetched until status and cause are visible (bytes)`, [
      ...needed.map(row),
      row(total(needed, ".js")),
      row(total(needed, ".css")),
    ]);
    const rest = sizesOf(later);
    printTable(`${scenario}: fetched after that (bytes)`, [...rest.map(row), row(total(rest, ".js"))]);
  });
}

function row({ name, bytes, gzip, brotli }: FileSize) {
  return { file: name, minified: bytes, gzip, brotli };
}
