import { sizesOf, total } from "../../tools/bench/file-size.ts";
import { expect } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { test } from "../sign-in/sign-in-site.ts";

/** Bytes after gzip, of all scripts that are asked for before a deployment that somebody sees who has signed in. */
const MAX_JS = 142_545;

test("who has signed in waits for 8 kB more than a guest, and not for the OIDC library", async ({
  page,
  emulator,
  openSignedIn,
  open,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await page.waitForLoadState("networkidle");
  // Of the first one it is known that it has started, so that its targets are on their way beside it.
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Status")).toContainText("In progress");
  const paths = await page.evaluate(() => {
    const entries = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
    const [credentials, deployment] = entries.filter(({ name }) => !name.startsWith(location.origin));
    if (!credentials || !deployment) throw new Error("AWS has not been asked for the deployment.");
    return entries
      .filter(({ name, startTime }) => name.startsWith(location.origin) && startTime < deployment.responseEnd)
      .map(({ name }) => new URL(name).pathname);
  });
  const files = sizesOf(paths);
  const names = files.map(({ name }) => name).join(" ");
  expect(names).toContain("enter-");
  expect(names).not.toContain("user-manager-");
  expect(total(files, ".js").gzip, names).toBeLessThanOrEqual(MAX_JS);
});
