import { test } from "@playwright/test";
import type { FetchedFile } from "./fetched-bytes.ts";
import { fetchedFiles, FOREVER_MS, total } from "./fetched-bytes.ts";
import { startRig } from "./rig.ts";
import { noteStanding, standsAtMs } from "./standing.ts";
import { printTable } from "./table.ts";

for (const { scenario, moment } of [
  { scenario: "ec2-failing", moment: "failed" },
  { scenario: "ec2-rolling", moment: "halfway" },
]) {
  test(`what the browser fetches for ${scenario}`, async ({ page }) => {
    const rig = await startRig();
    const { region, deploymentId } = await rig.emulator.start(scenario, { moment });
    await noteStanding(page);
    await page.goto(`${rig.origin}/${region}/${deploymentId}`);
    const first = await fetchedFiles(page, await standsAtMs(page));
    await page.waitForLoadState("networkidle");
    const names = new Set(first.map(({ name }) => name));
    const later = (await fetchedFiles(page, FOREVER_MS)).filter(({ name }) => !names.has(name));
    await rig.close();

    printTable(`${scenario}: fetched until status and cause are visible (bytes)`, [
      ...first.map(fileRow),
      sumRow("all JS", total(first, ".js")),
      sumRow("all CSS", total(first, ".css")),
    ]);
    printTable(`${scenario}: fetched after that (bytes)`, [
      ...later.map(fileRow),
      sumRow("all JS", total(later, ".js")),
    ]);
  });
}

function fileRow({ name, bytes, gzip, brotli }: FetchedFile) {
  return { file: name, minified: bytes, gzip, brotli };
}

function sumRow(file: string, { bytes, gzip, brotli }: ReturnType<typeof total>) {
  return { file, minified: bytes, gzip, brotli };
}
