import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

test.use({ expectsFailedRequests: true });

const FAULTS = [
  { fault: "is missing", config: {}, title: "This site has no config.json yet", says: "identityPoolId" },
  {
    fault: "is a web page, as of a host that answers everything with index.html",
    config: { body: "<!doctype html><title>Home</title>", contentType: "text/html" },
    title: /config\.json/,
    says: /web page|HTML/,
  },
  { fault: "is not JSON", config: { body: "{ regions: [] }" }, title: /config\.json/, says: /JSON/ },
  { fault: "cannot be had", config: { body: "{}", status: 503 }, title: /config\.json/, says: "503" },
] as const;

test("a config.json that cannot be used is explained with what belongs there, and AWS is not asked", async ({
  page,
  emulator,
  site,
}) => {
  for (const { fault, config, title, says } of FAULTS) {
    await test.step(`a config.json that ${fault} is explained, and AWS is not asked`, async () => {
      await emulator.setConfig(site.host, config);
      await page.goto(`${site.origin}/us-east-1/d-74D35AS7C`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.getByRole("main")).toContainText(says);
      await expectAccessible(page);
      expect(await emulator.requests({ origin: site.origin })).toEqual([]);
    });
  }

  await test.step("every mistake in config.json is named at once, with its place and what belongs there", async () => {
    await emulator.setConfig(site.host, {
      body: {
        ...site.config,
        regions: ["Ireland"],
        emulator: { endpoint: "https://evil.example" },
        identityPoolID: "us-east-1:1",
      },
    });
    await page.goto(site.origin);
    const main = page.getByRole("main");
    for (const text of ["$.regions[0]", '"Ireland"', "for example eu-west-1"])
      await expect(main).toContainText(text);
    await expect(main).toContainText("$.emulator.endpoint");
    await expect(main).toContainText("127.0.0.1");
    await expect(main).toContainText("$.identityPoolID");
    await expect(main).toContainText("misspelt");
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });

  await test.step("the example that the page offers is a configuration that works", async () => {
    await emulator.setConfig(site.host, {});
    await page.goto(site.origin);
    const example: unknown = JSON.parse(await page.getByRole("main").locator("pre").innerText());
    await emulator.setConfig(site.host, { body: example });
    await page.getByRole("button", { name: "Load again" }).click();
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  });
});

const SIGN_IN = {
  authority: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
  clientId: "client",
  domain: "https://acme.auth.eu-west-1.amazoncognito.com",
};
const ROLE = "arn:aws:iam::123456789012:role/DeploywatchGuest";

const DANGEROUS = [
  {
    what: "lets guests in by the enhanced flow, which AWS refuses,",
    change: { guest: { roleArn: ROLE, flow: "enhanced" } },
    says: ["$.guest.flow", "classic flow", "session policy"],
  },
  {
    what: "lets guests in and has people sign in",
    change: { guest: { roleArn: ROLE }, signIn: SIGN_IN },
    says: ["$.guest", "not both"],
  },
  {
    what: "names an issuer without TLS",
    change: {
      guest: undefined,
      emulator: undefined,
      signIn: { ...SIGN_IN, authority: "http://login.example.com/pool" },
    },
    says: ["$.signIn.authority", "an https address", "http://login.example.com/pool"],
  },
  ...[
    "https://evil.example",
    "http://10.0.0.7:4566",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.1@evil.example",
  ].map((endpoint) => ({
    what: `names ${endpoint} as the emulator`,
    change: { emulator: { endpoint } },
    says: ["$.emulator.endpoint", "an http address of this machine"],
  })),
];

test("a dangerous config.json is refused with the place and the reason, and nobody is asked", async ({
  page,
  emulator,
  site,
}) => {
  for (const { what, change, says } of DANGEROUS) {
    await test.step(`a config.json that ${what} is refused with the place and the reason, and nobody is asked`, async () => {
      await emulator.setConfig(site.host, { body: { ...site.config, ...change } });
      const hosts = hostsAsked(page);
      await page.goto(`${site.origin}/us-east-1/d-74D35AS7C`);
      for (const text of says) await expect(page.getByRole("main")).toContainText(text);
      expect([...hosts]).toEqual([site.host]);
      expect(await emulator.requests({ origin: site.origin })).toEqual([]);
    });
  }
});

const EVIL = "https://evil.example";

test("nothing in an address can change the configuration or where requests go", async ({
  page,
  emulator,
  site,
}) => {
  for (const [where, suffix] of [
    ["parameter", `?endpoint=${EVIL}&config=${EVIL}/c.json&region=eu-west-1&emulator=${EVIL}`],
    [
      "parameter given twice",
      `?config=./config.json&config=${EVIL}/c.json&region=us-east-1&region=eu-west-1`,
    ],
    ["fragment", `#endpoint=${EVIL}`],
    ["fragment with a query", "#?region=eu-west-1&endpoint=https://evil.example"],
    ["fragment with a configuration", `#config=${EVIL}/c.json`],
  ] as const) {
    await test.step(`no ${where} of an address can change the configuration or where requests go`, async () => {
      const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
      const hosts = hostsAsked(page);
      await page.goto(`${site.origin}/${region}/${deploymentId}${suffix}`);
      await expect(card(page, "Status")).toContainText("Succeeded");
      expect([...hosts].toSorted()).toEqual(["127.0.0.1", site.host].toSorted());
    });
  }

  await test.step("an id with an address behind it, pasted at home, leads nowhere but to AWS", async () => {
    const hosts = hostsAsked(page);
    await page.goto(site.origin);
    const box = page.getByRole("textbox", { name: /^Deployment id/ });
    await box.fill(`d-74D35AS7C?endpoint=${EVIL}&config=${EVIL}/c.json`);
    await box.press("Enter");
    await expect(page).toHaveURL(`${site.origin}/us-east-1/d-74D35AS7C`);
    await expect(page.getByRole("heading", { name: "No such deployment here" })).toBeVisible();
    expect([...hosts].toSorted()).toEqual(["127.0.0.1", site.host].toSorted());
  });
});

test("nothing that a browser has stored can change the configuration or where requests go", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  await page.addInitScript((evil) => {
    const config = JSON.stringify({ name: "Evil", emulator: { endpoint: evil } });
    for (const storage of [localStorage, sessionStorage]) {
      for (const name of ["config", "endpoint", "emulator", "region", "identityPoolId"]) {
        for (const key of [name, `deploywatch.${name}`, `deploywatch:${name}`]) {
          storage.setItem(key, name === "config" ? config : evil);
        }
      }
    }
  }, EVIL);
  const hosts = hostsAsked(page);
  await page.goto(`${site.origin}/${region}/${deploymentId}`);
  await expect(card(page, "Status")).toContainText("Succeeded");
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByRole("main")).toContainText("Test installation");
  expect([...hosts].toSorted()).toEqual(["127.0.0.1", site.host].toSorted());
});

function hostsAsked(page: Page): ReadonlySet<string> {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
  return hosts;
}
