import type { APIRequestContext, Page } from "@playwright/test";
import { build } from "vite";
import { linkTo } from "../../hosting/preconnect.ts";
import { securityHeaders } from "../../hosting/security-headers.ts";
import { endPages } from "../end-pages.ts";
import { expect, test as base } from "../fixtures.ts";
import { card, openViewMenu } from "../page-parts.ts";
import type { Nginx } from "./nginx.ts";
import { startNginx, startNginxWithSubPath } from "./nginx.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

const test = base.extend<{ nginx: Nginx; awsOrigin: string }>({
  nginx: async ({ context, site, awsOrigin }, use) => {
    const nginx = await startNginx(site.config, awsOrigin);
    await use(nginx);
    await endPages(context);
    await nginx.close();
  },
  awsOrigin: async ({}, use, { config }) => {
    await use(`http://127.0.0.1:${config.metadata["emulatorPort"]}`);
  },
});

test("nginx serves a deployment's address with the app, under the policy that the app is tested with", async ({
  page,
  emulator,
  request,
  nginx,
  awsOrigin,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  const url = `${nginx.origin}/${region}/${deploymentId}?tz=utc`;
  await page.goto(url);
  await expect(card(page, "Status")).toContainText("Succeeded");
  // nginx ends with the test: all parts of the page have to have come before.
  await expect(card(page, "Raw")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expectHeaders(request, url, { status: 200, cacheControl: "no-cache", awsOrigin });
});

test("nginx keeps assets for ever, asks for the configuration anew, and answers 404 for what is missing", async ({
  request,
  nginx,
  awsOrigin,
}) => {
  const html = await (await request.get(`${nginx.origin}/`)).text();
  const script = /\/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? "";
  const asset = await request.get(nginx.origin + script);
  expect(asset.headers()["content-encoding"]).toBe("gzip");
  await expectHeaders(request, nginx.origin + script, { status: 200, cacheControl: FOR_EVER, awsOrigin });
  await expectHeaders(request, `${nginx.origin}/config.json`, {
    status: 200,
    cacheControl: "no-cache",
    awsOrigin,
  });
  for (const path of ["/assets/gone.js", "/gone", "/gone.js", "/foo/gone.js", "/a/b/c"]) {
    await expectHeaders(request, nginx.origin + path, { status: 404, cacheControl: undefined, awsOrigin });
  }
  for (const path of [
    "/",
    "/index.html",
    "/signed-in",
    "/us-east-1/d-74D35AS7C",
    "/us-east-1/d-A,d-B",
    "/us-east-1/d.with.dots",
  ]) {
    const found = await request.get(nginx.origin + path);
    expect(await found.text(), path).toBe(html);
  }
});

test("a build for a sub-path works there, links, files and all, with every header", async ({
  page,
  request,
  emulator,
  site,
  awsOrigin,
}, testInfo) => {
  const outDir = testInfo.outputPath("dist");
  await build({ base: "/deploywatch/", build: { outDir }, logLevel: "error" });
  const nginx = await startNginxWithSubPath(outDir, site.config, awsOrigin);
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  await page.goto(`${nginx.origin}/deploywatch`);
  await page
    .getByLabel(/deployment/i)
    .first()
    .fill(deploymentId);
  await page.keyboard.press("Enter");
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(page).toHaveURL(`${nginx.origin}/deploywatch/${region}/${deploymentId}`);
  await (await openViewMenu(page)).getByRole("button", { name: "UTC" }).click();
  await page.reload();
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(page).toHaveURL(`${nginx.origin}/deploywatch/${region}/${deploymentId}?tz=utc`);
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();

  const html = await (await request.get(`${nginx.origin}/deploywatch/`)).text();
  const script = /\/deploywatch\/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? "";
  for (const [path, status, cacheControl] of [
    ["/deploywatch/", 200, "no-cache"],
    [`/deploywatch/${region}/${deploymentId}`, 200, "no-cache"],
    [`/deploywatch/${region}/${deploymentId},d-B`, 200, "no-cache"],
    ["/deploywatch/signed-in", 200, "no-cache"],
    ["/deploywatch/config.json", 200, "no-cache"],
    [script, 200, FOR_EVER],
    ["/deploywatch/assets/gone.js", 404, undefined],
    ["/deploywatch/gone", 404, undefined],
    ["/deploywatch/foo/gone.js", 404, undefined],
  ] as const) {
    await expectHeaders(request, nginx.origin + path, { status, cacheControl, awsOrigin });
  }
  await endPages(page.context());
  await nginx.close();
});

/** Where nginx answers by a name that browsers do not trust without TLS. */
function insecureOrigin({ origin }: Nginx): string {
  return `http://insecure.example:${new URL(origin).port}`;
}

test.describe("over plain http, from a name that browsers do not trust", () => {
  /** What the browser says over http of a header that it heeds over https alone. */
  const IGNORED = /^The Cross-Origin-Opener-Policy header has been ignored/;

  const plain = test.extend<{ visitor: Page }>({
    visitor: async ({ context }, use) => {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (/error|warning/.test(message.type()) && !IGNORED.test(message.text()))
          errors.push(message.text());
      });
      await use(page);
      expect(errors, "the console stays free of errors").toEqual([]);
    },
  });

  plain("the page is there", async ({ visitor, emulator, nginx }) => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    await visitor.goto(`${insecureOrigin(nginx)}/${region}/${deploymentId}`);
    expect(await visitor.evaluate(() => isSecureContext)).toBe(false);
    await expect(card(visitor, "Status")).toContainText("Succeeded");
  });

  plain(
    "who wants to sign in is told that it takes https",
    async ({ visitor, emulator, site, awsOrigin }) => {
      const { guest: _guest, ...rest } = site.config;
      const signIn = { ...(await emulator.signIn()), clientId: "any" };
      const nginx = await startNginx({ ...rest, signIn }, awsOrigin);
      await visitor.goto(`${insecureOrigin(nginx)}/us-east-1/d-74D35AS7C`);
      await expect(visitor.getByRole("alert")).toContainText("This page was not opened over https");
      await endPages(visitor.context());
      await nginx.close();
    },
  );
});

test("nginx serves no hidden files, names no version, and tells caches of compression", async ({
  request,
  nginx,
}) => {
  nginx.add(".git/config", "secret");
  const hidden = await request.get(`${nginx.origin}/.git/config`);
  expect(hidden.status()).toBe(404);
  expect(await hidden.text()).not.toContain("secret");
  const home = await request.get(nginx.origin);
  expect(home.headers()).toMatchObject({ server: "nginx", vary: "Accept-Encoding" });
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
    const gone = nginx.remove(/^details-.*\.js$/);
    await page.goto(`${nginx.origin}/${region}/${deploymentId}`);
    const main = page.getByRole("main");
    await expect(main.getByText("could not be loaded")).toHaveText([
      "The targets could not be loaded.",
      "What changed and the settings could not be loaded.",
    ]);
    await expect(main.getByRole("button", { name: "Load the page again" }).first()).toBeVisible();
    await expect(card(page, "Status")).toContainText("Succeeded");
    await expect(page.getByRole("button", { name: "Refresh now" })).toBeVisible();
    expect(visits).toBe(2);
    gone.putBack();
    await main.getByRole("button", { name: "Load it again" }).first().click();
    await expect(card(page, "What changed")).toBeVisible();
    expect(visits).toBe(2);
  });

  test("a part that speaks with AWS and was gone is loaded at the next try", async ({
    page,
    emulator,
    nginx,
  }) => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    const gone = nginx.remove(/^operations-.*\.js$/);
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
  await endPages(page.context());
  await nginx.close();
});

/** Fails unless an answer carries all of the security headers, and says how long it may be kept. */
async function expectHeaders(
  request: APIRequestContext,
  url: string,
  wanted: { status: number; cacheControl: string | undefined; awsOrigin: string },
): Promise<void> {
  const answer = await request.get(url);
  const headers = answer.headers();
  expect(answer.status(), url).toBe(wanted.status);
  expect(headers["cache-control"], url).toBe(wanted.cacheControl);
  if (wanted.status === 200) expect(headers["link"], url).toBe(linkTo([wanted.awsOrigin]));
  for (const [name, value] of Object.entries(securityHeaders([wanted.awsOrigin], "http"))) {
    expect(headers[name.toLowerCase()], `${name} of ${url}`).toBe(value);
  }
}
