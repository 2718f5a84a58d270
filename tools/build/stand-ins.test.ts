import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { Sha256Js } from "@smithy/core/checksum";
import type { LucideProps } from "lucide-react";
import type { ComponentType } from "react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { build } from "vite";
import { describe, expect, test } from "vitest";
import { endpointFor } from "../../src/config/endpoints.ts";
import { STAND_INS, standIns } from "./stand-ins.ts";
import { defaultEndpointResolver } from "./stand-ins/given-endpoint.ts";
import { Sha256Js as LateSha256 } from "./stand-ins/late-sha256.ts";
import type { IconData } from "./stand-ins/plain-icon.ts";
import { createLucideIcon } from "./stand-ins/plain-icon.ts";
import { HeaderFormatter } from "./stand-ins/no-event-headers.ts";
import { STSClient } from "./stand-ins/no-sts-client.ts";
import { AdaptiveRetryStrategy } from "./stand-ins/no-adaptive-retry.ts";
import { MutationCache } from "./stand-ins/no-mutations.ts";

const ADAPTIVE = STAND_INS.filter(({ file }) => file === "no-adaptive-retry.ts");

/** What a build of one file of this text is made of. */
async function built(text: string, rows = ADAPTIVE): Promise<string[]> {
  const entry = join(import.meta.dirname, "entry-of-a-test.js");
  const output = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? text : null),
      },
      standIns(rows),
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  if (!("output" in output)) throw new Error("One build has one output.");
  return output.output.flatMap((each) => (each.type === "chunk" ? each.moduleIds : []));
}

describe("a build", () => {
  const usesSdk =
    'import { AdaptiveRetryStrategy } from "@smithy/core/retry"; globalThis.x = AdaptiveRetryStrategy;';

  test("has the stand-in, and nothing that only the real module needs", async () => {
    const modules = (await built(usesSdk)).join("\n");
    expect(modules).toContain("stand-ins/no-adaptive-retry.ts");
    expect(modules).not.toContain("DefaultRateLimiter");
  });

  test("fails where an update has moved the module", async () => {
    await expect(built("globalThis.x = 1;")).rejects.toThrow("nothing loads @smithy/core/dist-es");
  });

  test("fails where something needs the real module", async () => {
    const rows = ADAPTIVE.map(({ module, file }) => ({
      module,
      file,
      notWith: "@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js",
    }));
    const alsoStandard = `${usesSdk} import { StandardRetryStrategy } from "@smithy/core/retry"; globalThis.y = StandardRetryStrategy;`;
    await expect(built(alsoStandard, rows)).rejects.toThrow("Take out the row of no-adaptive-retry.ts");
  });
});

describe("CodeDeploy is asked where the SDK's rules lead", () => {
  test.each(["us-east-1", "eu-west-9", "cn-north-1", "us-gov-west-1", "eusc-de-east-1"])(
    "in %s",
    (region) => {
      const byRules = new CodeDeployClient({ region }).config.endpointProvider({ Region: region });
      const config = { regions: [region], identityPoolId: "us-east-1:1", guest: { roleArn: "" } };
      const endpoint = endpointFor(config, "codedeploy", region);
      expect(defaultEndpointResolver({ Endpoint: endpoint }).url.href).toBe(byRules.url.href);
    },
  );

  test("and a given endpoint is taken as they take it", () => {
    const Endpoint = "http://127.0.0.1:4566";
    const { endpointProvider } = new CodeDeployClient({ region: "us-east-1", endpoint: Endpoint }).config;
    expect(defaultEndpointResolver({ Endpoint })).toEqual(
      endpointProvider({ Region: "us-east-1", Endpoint }),
    );
    expect(() => defaultEndpointResolver({})).toThrow("A client needs an endpoint");
  });
});

test("what react-query's client calls of its cache of mutations is there", () => {
  const index = createRequire(import.meta.resolve("@tanstack/react-query")).resolve("@tanstack/query-core");
  const client = readFileSync(join(dirname(index), "../modern/queryClient.js"), "utf8");
  const called = new Set([...client.matchAll(/#mutationCache\.(\w+)/g)].map(([, name]) => name));
  expect(called.size).toBeGreaterThan(1);
  expect(new Set(Object.getOwnPropertyNames(MutationCache.prototype))).toEqual(
    new Set(["constructor", ...called]),
  );
});

test("SHA-256 that comes late is the same", async () => {
  const bytes = new TextEncoder().encode("GetDeployment");
  for (const secret of [undefined, bytes, new Uint8Array(100)]) {
    const [late, real] = [new LateSha256(secret), new Sha256Js(secret)];
    for (const hash of [late, real]) {
      hash.update(bytes);
      hash.update(new Uint8Array(200));
    }
    expect(Buffer.from(await late.digest())).toEqual(Buffer.from(await real.digest()));
  }
});

test("an icon is the same", async () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve("lucide-react/dist/esm/createLucideIcon.mjs"),
  );
  for (const file of ["sun", "circle-dashed", "circle-question-mark", "triangle-exclamation-point", "x"]) {
    const { default: real, __iconData: data }: { default: ComponentType<LucideProps>; __iconData: IconData } =
      await import(join(folder, "icons", `${file}.mjs`));
    const plain = createLucideIcon(data);
    for (const props of [{}, { size: 16, className: "shrink-0 text-muted" }, { size: 14, role: "img" }]) {
      const rendered = [real, plain].map((icon) =>
        renderToStaticMarkup(createElement(icon, { "aria-hidden": true, ...props })),
      );
      expect(attributesOf(rendered[1])).toEqual(attributesOf(rendered[0]));
    }
  }
});

/** Markup in which the order of an element's attributes plays no part. */
function attributesOf(markup = ""): string[][] {
  return markup
    .split(">")
    .map((tag) => [...tag.matchAll(/<?\/?[\w-]+(?:="[^"]*")?/g)].map(String).toSorted());
}

test("what is left out refuses to be used by mistake", () => {
  expect(() => Reflect.construct(AdaptiveRetryStrategy, [])).toThrow("no adaptive retries");
  expect(() => Reflect.construct(STSClient, [])).toThrow("no STS client");
  expect(() => new HeaderFormatter().format()).toThrow("signs no event streams");
});
