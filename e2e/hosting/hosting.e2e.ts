import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures.ts";

/** The part of a CycloneDX bill of materials that is looked at. */
interface Bill {
  components: { name: string; version: string; hashes?: { content: string }[]; licenses?: unknown[] }[];
}

test("a page comes with a policy that lets it talk to what config.json implies, and to nobody else", async ({
  page,
  site,
  emulator,
}, { config }) => {
  const { deploymentId, region } = await emulator.start("ec2-succeeded", { moment: "done" });
  const response = await page.goto(`${site.origin}/${region}/${deploymentId}`);
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; " +
      `connect-src 'self' http://127.0.0.1:${config.metadata["emulatorPort"]}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ` +
      "frame-src 'none'; worker-src 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
      "trusted-types 'none'",
  );
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
    link: `<http://127.0.0.1:${config.metadata["emulatorPort"]}>; rel=preconnect; crossorigin`,
  });
});

test("only the hosts of a real account are let through for a configuration that names one", async ({
  request,
  site,
  emulator,
}, { config }) => {
  const { emulator: _, ...realAccount } = site.config;
  await emulator.setConfig(site.host, { body: realAccount });
  const response = await request.get(`http://127.0.0.1:${config.metadata["port"]}/`, {
    headers: { host: site.host },
  });
  expect(response.headers()["content-security-policy"]).toContain(
    "connect-src 'self' https://codedeploy.us-east-1.amazonaws.com https://codedeploy.eu-west-1.amazonaws.com " +
      "https://cognito-identity.us-east-1.amazonaws.com https://sts.us-east-1.amazonaws.com; ",
  );
});

test("the build brings the list of the packages that it is made of", async ({ request }, { config }) => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  const response = await request.get(`http://127.0.0.1:${config.metadata["port"]}/sbom.cdx.json`);
  const bill: Bill = await response.json();
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "deploywatch" } } });
  expect(Object.fromEntries(bill.components.map(({ name, version }) => [name, version]))).toMatchObject(
    dependencies,
  );
  expect(bill.components.filter(({ hashes }) => hashes?.[0]?.content.length !== 128)).toEqual([]);
  expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
  // Nothing of what only builds, tests or plays AWS.
  expect(bill.components.map(({ name }) => name)).not.toContain("oidc-provider");
});

test("what a stylesheet is made of is among the packages, and its licence among the licences", async ({
  request,
}, { config }) => {
  const origin = `http://127.0.0.1:${config.metadata["port"]}`;
  const html = await (await request.get(`${origin}/`)).text();
  const style = /\/assets\/index-[\w-]+\.css/.exec(html)?.[0] ?? "";
  const css = await (await request.get(origin + style)).text();
  const [, name, version] = /\/\*! (\w+) v([\d.]+) \| MIT License/.exec(css) ?? [];
  expect(name).toBe("tailwindcss");
  const bill: Bill = await (await request.get(`${origin}/sbom.cdx.json`)).json();
  expect(bill.components).toContainEqual(expect.objectContaining({ name, version }));
  const licences = await (await request.get(`${origin}/licenses.md`)).text();
  expect(licences).toMatch(
    /^## tailwindcss - [\d.]+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) Tailwind Labs, Inc\.$/m,
  );
});

test("files of the build are kept for ever, and one that is gone is not answered with the app", async ({
  request,
}, { config }) => {
  const origin = `http://127.0.0.1:${config.metadata["port"]}`;
  const html = await (await request.get(`${origin}/`)).text();
  const script = /\/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? "";
  const found = await request.get(origin + script);
  expect(found.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  for (const path of ["/assets/index-gone.js", "/foo/gone.js"]) {
    const gone = await request.get(origin + path, { headers: { accept: "*/*" } });
    expect(gone.status(), path).toBe(404);
    expect(gone.headers()["cache-control"], path).toBe("no-cache");
    expect(await gone.text(), path).not.toContain("<html");
  }
  const typed = await request.get(`${origin}/assets/index-gone.js`, { headers: { accept: "text/html,*/*" } });
  expect(typed.status()).toBe(404);
  expect(await typed.text()).not.toContain("<html");
});
