import { expect, test } from "@playwright/test";
import { fetchedFiles, total } from "./fetched-bytes.ts";
import { startRig } from "./rig.ts";
import { printTable } from "./table.ts";

test("what the browser fetches until the status is visible, and after that", async ({ page }) => {
  const rig = await startRig();
  const { region, deploymentId } = await rig.emulator.start("ec2-failing", { moment: "failed" });
  // What the page asks for later waits, so that it is told apart even where the network costs nothing.
  const release = rig.dist.hold(/\/DeploymentDetails-/);
  await page.goto(`${rig.origin}/${region}/${deploymentId}`);
  await expect(page.getByRole("region", { name: "Status" })).toBeVisible();
  const first = await fetchedFiles(page);
  release();
  await page.waitForLoadState("networkidle");
  const names = new Set(first.map(({ name }) => name));
  const later = (await fetchedFiles(page)).filter(({ name }) => !names.has(name));
  await rig.close();

  printTable("Fetched until the status is visible (bytes)", [
    ...first.map(({ name, bytes, gzip, brotli }) => ({ file: name, minified: bytes, gzip, brotli })),
    sumRow("all JS", total(first, ".js")),
    sumRow("all CSS", total(first, ".css")),
  ]);
  printTable(
    "Fetched after that (bytes)",
    later.map(({ name, bytes, gzip, brotli }) => ({ file: name, minified: bytes, gzip, brotli })),
  );
});

function sumRow(file: string, { bytes, gzip, brotli }: ReturnType<typeof total>) {
  return { file, minified: bytes, gzip, brotli };
}
