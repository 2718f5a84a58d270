import { expect, expectAccessible, test } from "./fixtures.ts";

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

for (const { fault, config, title, says } of FAULTS) {
  test(`a config.json that ${fault} is explained, and AWS is not asked`, async ({ page, emulator, site }) => {
    await emulator.setConfig(site.host, config);
    await page.goto(`${site.origin}/us-east-1/d-74D35AS7C`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("main")).toContainText(says);
    await expectAccessible(page);
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });
}

test("every mistake in config.json is named at once, with its place and what belongs there", async ({
  page,
  emulator,
  site,
}) => {
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

test("the example that the page offers is a configuration that works", async ({ page, emulator, site }) => {
  await emulator.setConfig(site.host, {});
  await page.goto(site.origin);
  const example: unknown = JSON.parse(await page.getByRole("main").locator("pre").innerText());
  await emulator.setConfig(site.host, { body: example });
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
});

test("no parameter of an address can change the configuration or where requests go", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
  const query = "?endpoint=https://evil.example&config=https://evil.example/c.json&region=eu-west-1";
  await page.goto(`${site.origin}/${region}/${deploymentId}${query}#endpoint=https://evil.example`);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Succeeded");
  expect([...hosts].toSorted()).toEqual(["127.0.0.1", site.host].toSorted());
});
