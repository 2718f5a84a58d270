import { build } from "vite";
import { contentSecurityPolicy, securityHeaders } from "../hosting/security-headers.ts";
import { expect, test as base } from "./fixtures.ts";
import { card } from "./page-parts.ts";
import type { Nginx } from "./nginx.ts";
import { startNginx, startNginxWithSubPath } from "./nginx.ts";

const test = base.extend<{ nginx: Nginx }>({
  nginx: async ({ site }, use, { config }) => {
    const nginx = await startNginx(site.config, `http://127.0.0.1:${config.metadata["emulatorPort"]}`);
    await use(nginx);
    await nginx.close();
  },
});

test("nginx serves a deployment's address with the app, under the policy that the app is tested with", async ({
  page,
  emulator,
  nginx,
}, { config }) => {
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  const response = await page.goto(`${nginx.origin}/${region}/${deploymentId}?tz=utc`);
  await expect(card(page, "Status")).toContainText("Succeeded");
  const sources = [`http://127.0.0.1:${config.metadata["emulatorPort"]}`];
  for (const [name, value] of Object.entries(securityHeaders(sources))) {
    expect(response?.headers()[name.toLowerCase()], name).toBe(value);
  }
  expect(response?.headers()["cache-control"]).toBe("no-cache");
});

test("nginx keeps assets for ever, asks for the configuration anew, and answers 404 for what is missing", async ({
  request,
  nginx,
}) => {
  const html = await (await request.get(`${nginx.origin}/`)).text();
  const script = /\/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? "";
  const asset = await request.get(nginx.origin + script);
  expect(asset.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(asset.headers()["content-encoding"]).toBe("gzip");
  expect(asset.headers()["x-content-type-options"]).toBe("nosniff");
  const config = await request.get(`${nginx.origin}/config.json`);
  expect(config.headers()["cache-control"]).toBe("no-cache");
  for (const path of ["/assets/gone.js", "/gone", "/gone.js", "/a/b/c"]) {
    const missing = await request.get(nginx.origin + path);
    expect(missing.status(), path).toBe(404);
    expect(missing.headers()["cache-control"], path).toBeUndefined();
    expect(missing.headers()["content-security-policy"], path).toContain(
      contentSecurityPolicy([]).slice(0, 40),
    );
  }
  for (const path of ["/", "/index.html", "/signed-in", "/us-east-1/d-74D35AS7C", "/us-east-1/d.with.dots"]) {
    const found = await request.get(nginx.origin + path);
    expect(await found.text(), path).toBe(html);
  }
});

test("a build for a sub-path works there, links, files and all", async ({
  page,
  emulator,
  site,
}, testInfo) => {
  const outDir = testInfo.outputPath("dist");
  await build({ base: "/deploywatch/", build: { outDir }, logLevel: "error" });
  const nginx = await startNginxWithSubPath(outDir, site.config);
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  await page.goto(`${nginx.origin}/deploywatch`);
  await page
    .getByLabel(/deployment/i)
    .first()
    .fill(deploymentId);
  await page.keyboard.press("Enter");
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(page).toHaveURL(`${nginx.origin}/deploywatch/${region}/${deploymentId}`);
  await page.getByRole("button", { name: "UTC" }).click();
  await page.reload();
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(page).toHaveURL(`${nginx.origin}/deploywatch/${region}/${deploymentId}?tz=utc`);
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  await nginx.close();
});

test.describe("after a new release", () => {
  test.use({ expectsFailedRequests: true });

  test("a part of the page that is gone makes it load anew, once, and then say so, beside all that is there", async ({
    page,
    emulator,
    nginx,
  }) => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    let visits = 0;
    page.on("request", (request) => {
      if (request.isNavigationRequest()) visits += 1;
    });
    const gone = nginx.remove(/^DeploymentDetails-.*\.js$/);
    await page.goto(`${nginx.origin}/${region}/${deploymentId}`);
    const main = page.getByRole("main");
    await expect(main).toContainText("What changed, the targets and the settings could not be loaded.");
    await expect(main.getByRole("button", { name: "Load the page again" })).toBeVisible();
    await expect(card(page, "Status")).toContainText("Succeeded");
    await expect(page.getByRole("button", { name: "Refresh now" })).toBeVisible();
    expect(visits).toBe(2);
    gone.putBack();
    await main.getByRole("button", { name: "Load it again" }).click();
    await expect(card(page, "What changed")).toBeVisible();
    expect(visits).toBe(2);
  });

  test("a part that speaks with AWS and was gone is loaded at the next try", async ({
    page,
    emulator,
    nginx,
  }) => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    const gone = nginx.remove(/^sdk-code-deploy-.*\.js$/);
    await page.goto(`${nginx.origin}/${region}/${deploymentId}`);
    const again = page.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    gone.putBack();
    await again.click();
    await expect(card(page, "Status")).toContainText("Succeeded");
  });
});

test("a policy that forgets one of AWS's hosts is named as the fault, with the host", async ({
  context,
  emulator,
  site,
}) => {
  const nginx = await startNginx(site.config, "https://somewhere.else.example");
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  // A page of its own: the browser reports the violation on its console.
  const page = await context.newPage();
  await page.goto(`${nginx.origin}/${region}/${deploymentId}`);
  await expect(page.getByRole("main")).toContainText("security policy stops the request");
  await expect(page.getByRole("main")).toContainText(/connect-src does not allow http:\/\/127\.0\.0\.1:\d+/);
  await nginx.close();
});
