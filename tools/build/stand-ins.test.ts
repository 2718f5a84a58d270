import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  CodeDeployClient,
  CodeDeployServiceException,
  GetDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import { Sha256Js } from "@smithy/core/checksum";
import { HttpResponse } from "@smithy/core/protocols";
import * as sdkDates from "@smithy/core/serde";
import { describe, expect, test } from "vitest";
import { endpointFor } from "../../src/config/endpoints.ts";
import { builtText } from "./built-text.ts";
import { LEFT_OUT, STAND_INS, standIns } from "./stand-ins.ts";
import { defaultEndpointResolver } from "./stand-ins/given-endpoint.ts";
import { Sha256Js as LateSha256 } from "./stand-ins/late-sha256.ts";
import * as nativeDates from "./stand-ins/native-dates.ts";
import { HeaderFormatter } from "./stand-ins/no-event-headers.ts";
import { STSClient } from "./stand-ins/no-sts-client.ts";
import { AdaptiveRetryStrategy } from "./stand-ins/no-adaptive-retry.ts";
import { MutationCache } from "./stand-ins/no-mutations.ts";

const ADAPTIVE = STAND_INS.filter(({ file }) => file === "no-adaptive-retry.ts");

/** What a build of one file of this text is made of. */
async function built(text: string, rows = ADAPTIVE, leftOut: typeof LEFT_OUT = []): Promise<string[]> {
  return (await chunksOf(text, rows, leftOut)).flatMap(({ moduleIds }) => moduleIds);
}

async function chunksOf(text: string, rows: typeof STAND_INS, leftOut: typeof LEFT_OUT) {
  const files = await builtText("entry-of-a-test.js", text, [standIns(rows, leftOut)]);
  return files.filter((each) => each.type === "chunk");
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

describe("the package.json of a client", () => {
  const usesClient =
    'import { CodeDeployClient } from "@aws-sdk/client-codedeploy"; globalThis.x = CodeDeployClient;';

  test("comes with its version, which the client says to AWS, and with nothing else", async () => {
    const code = (await chunksOf(usesClient, [], [])).map((chunk) => chunk.code).join("");
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync("package.json", "utf8"),
    );
    expect(code.includes(dependencies["@aws-sdk/client-codedeploy"] ?? "none")).toBe(true);
    expect(code.includes("Apache-2.0")).toBe(false);
  });

  test("is asked for nothing else by any client of the page", () => {
    const folders = ["client-cloudwatch", "client-cloudwatch-logs", "client-codedeploy", "client-ecs"].map(
      (name) => `${name}/dist-es`,
    );
    const nested = "nested-clients/dist-es/submodules/cognito-identity";
    for (const folder of [...folders, nested]) {
      const code = readFileSync(`node_modules/@aws-sdk/${folder}/runtimeConfig.browser.js`, "utf8");
      const uses = Array.from(code.matchAll(/packageInfo\b(?! from)(\.\w+)?/g), ([, member]) => member);
      expect({ folder, uses: [...new Set(uses)] }).toEqual({ folder, uses: [".version"] });
    }
  });
});

describe("CodeDeploy's exceptions", () => {
  const usesClient =
    'import { GetDeploymentCommand } from "@aws-sdk/client-codedeploy"; globalThis.x = GetDeploymentCommand;';
  const usesClass =
    'import { ThrottlingException } from "@aws-sdk/client-codedeploy"; globalThis.x = ThrottlingException;';

  test("are no part of a build", async () => {
    const modules = (await built(usesClient, [], LEFT_OUT)).join("\n");
    expect(modules).toContain("client-codedeploy/dist-es/schemas/schemas_0.js");
    expect(modules).not.toContain("client-codedeploy/dist-es/models/errors.js");
  });

  test("fail a build that uses one, and one in which an update has given them another form", async () => {
    await expect(built(`${usesClient} ${usesClass}`, [], LEFT_OUT)).rejects.toThrow("Take out its row");
    const other = LEFT_OUT.map(({ module, rest, notWith }) => ({
      module,
      rest,
      notWith,
      statements: /none of them/g,
    }));
    await expect(built(usesClient, [], other)).rejects.toThrow("has another form");
  });

  test("that have no class come with the same name, message and fault", async () => {
    const known = await refusal("DeploymentDoesNotExistException");
    const unknown = await refusal("OtherException");
    expect(known.constructor.name).toBe("DeploymentDoesNotExistException");
    expect(unknown.constructor.name).toBe("CodeDeployServiceException");
    expect(unknown).toBeInstanceOf(CodeDeployServiceException);
    expect(factsOf(unknown)).toEqual({ ...factsOf(known), name: "OtherException" });
  });
});

/** What the app reads of an exception. */
function factsOf({ name, message, $fault, $metadata }: CodeDeployServiceException) {
  const { requestId, httpStatusCode } = $metadata;
  return { name, message, $fault, requestId, httpStatusCode };
}

/** What the SDK makes of an exception of CodeDeploy. */
async function refusal(type: string): Promise<CodeDeployServiceException> {
  const body = JSON.stringify({ __type: type, message: "No such deployment." });
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "r-1" };
  const client = new CodeDeployClient({
    region: "us-east-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: {
      handle: () =>
        Promise.resolve({ response: new HttpResponse({ statusCode: 400, headers, body: new Blob([body]) }) }),
    },
  });
  try {
    await client.send(new GetDeploymentCommand({ deploymentId: "d-1" }));
  } catch (error) {
    if (error instanceof CodeDeployServiceException) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

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

test("no query of the app suspends or throws its error to a boundary, which its build of react-query cannot do", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const texts = files.map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));
  const ofQueries = texts.filter(({ text }) => text.includes("@tanstack/react-query"));
  expect(ofQueries.length).toBeGreaterThan(10);
  const wanting = ofQueries.filter(({ text }) => /throwOnError|suspense|QueryErrorReset/i.test(text));
  expect(wanting.map(({ name }) => name)).toEqual([]);
});

test("dates are read as the SDK reads them", () => {
  const moment = new Date("2026-11-24T06:03:01Z");
  expect(nativeDates.dateToUtcString(moment)).toBe(sdkDates.dateToUtcString(moment));
  const iso = ["2026-11-24T06:03:01Z", "2026-11-24T06:03:01.250Z"];
  for (const { native, sdk, texts } of [
    { native: nativeDates.parseRfc3339DateTime, sdk: sdkDates.parseRfc3339DateTime, texts: iso },
    {
      native: nativeDates.parseRfc3339DateTimeWithOffset,
      sdk: sdkDates.parseRfc3339DateTimeWithOffset,
      texts: [...iso, "2026-11-24T06:03:01+02:00"],
    },
    {
      native: nativeDates.parseRfc7231DateTime,
      sdk: sdkDates.parseRfc7231DateTime,
      texts: ["Tue, 24 Nov 2026 06:03:01 GMT"],
    },
  ]) {
    for (const text of [...texts, undefined, null]) expect(native(text)).toEqual(sdk(text));
    expect(() => native("yesterday")).toThrow("Invalid date-time value");
    expect(() => sdk("yesterday")).toThrow(/Invalid/);
  }
  for (const seconds of [0, 1_732_428_181.25, "1732428181.5", undefined, null]) {
    expect(nativeDates.parseEpochTimestamp(seconds)).toEqual(sdkDates.parseEpochTimestamp(seconds));
  }
  for (const wrong of ["", "soon", Number.NaN, Number.POSITIVE_INFINITY, true]) {
    expect(() => nativeDates.parseEpochTimestamp(wrong)).toThrow("Epoch timestamps must be finite");
    expect(() => sdkDates.parseEpochTimestamp(wrong)).toThrow(/Epoch timestamps|real number/i);
  }
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

test("what is left out refuses to be used by mistake", () => {
  expect(() => Reflect.construct(AdaptiveRetryStrategy, [])).toThrow("no adaptive retries");
  expect(() => Reflect.construct(STSClient, [])).toThrow("no STS client");
  expect(() => new HeaderFormatter().format()).toThrow("signs no event streams");
});
