import { RequestSigner } from "aws4";
import { AwsV4Signer } from "aws4fetch";
import type { OutgoingHttpHeaders } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import type { SignedRequest } from "../../testing/send-as-signed.ts";
import { sendAsSigned } from "../../testing/send-as-signed.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
let deploymentId: string;

beforeAll(async () => {
  ({ deploymentId } = await emulator.control.start("ec2-succeeded", { moment: "done" }));
  credentials = await emulator.control.credentials();
});

/** A request before it is signed. */
interface Plain {
  readonly service: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

const SIGNERS: Record<string, (plain: Plain) => Promise<SignedRequest>> = {
  aws4: (plain) => Promise.resolve(signWithAws4(plain)),
  aws4fetch: async ({ service, path, headers, body }) => {
    const signer = new AwsV4Signer({
      ...credentials,
      method: "POST",
      url: emulator.url + path,
      headers: new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body,
      service,
      region: "us-east-1",
    });
    const signed = await signer.sign();
    const host = new URL(emulator.url).host;
    return { path, headers: { host, ...Object.fromEntries(signed.headers) }, body };
  },
};

/** @param options of aws4, such as the headers that it shall leave unsigned */
function signWithAws4({ service, path, headers, body }: Plain, options: object = {}): SignedRequest {
  const { hostname, port } = new URL(emulator.url);
  const plain = { method: "POST", hostname, port, service, region: "us-east-1", path, headers, body };
  const signed = new RequestSigner({ ...plain, ...options }, credentials).sign();
  return { path, headers: signed.headers ?? {}, body };
}

function getDeployment(headers: OutgoingHttpHeaders = {}, path = "/"): Plain {
  return {
    service: "codedeploy",
    path,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "CodeDeploy_20141006.GetDeployment",
      ...headers,
    },
    body: JSON.stringify({ deploymentId }),
  };
}

function getCallerIdentity(): Plain {
  return {
    service: "sts",
    path: "/",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "Action=GetCallerIdentity&Version=2011-06-15&Note=x",
  };
}

describe.each(Object.entries(SIGNERS))("the signer %s", (_, sign) => {
  test("reads a deployment", async () => {
    const answer = await send(await sign(getDeployment()));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ deploymentInfo: { deploymentId, status: "Succeeded" } });
  });

  test("asks STS who it is", async () => {
    const answer = await send(await sign(getCallerIdentity()));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("<Account>123456789012</Account>");
  });

  test("signs a query with repeated names", async () => {
    const path = "/?tag=b&tag=a&name=two%20words&tag=&tag=%C3%A4&Name=A(1)*&flag";
    expect(await send(await sign(getDeployment({}, path)))).toMatchObject({ status: 200 });
  });

  test("signs a Date header beside the other one", async () => {
    const date = new Date().toUTCString();
    expect(await send(await sign(getDeployment({ date })))).toMatchObject({ status: 200 });
  });

  test.each([
    ["CodeDeploy", getDeployment, "InvalidSignatureException"],
    ["STS", getCallerIdentity, /<Code>(?:InvalidSignature|SignatureDoesNotMatch)/],
  ])("is refused by %s when a signed header or the body is changed on the way", async (__, plain, code) => {
    const signed = await sign(plain());
    const names = signedNames(signed).filter((name) => !IN_THE_WAY.has(name));
    expect(names).toEqual(expect.arrayContaining(["host", "x-amz-date"]));
    for (const name of names) {
      const answer = await send({ ...signed, headers: changed(signed.headers, name) });
      expect.soft({ name, ...answer }).toMatchObject({ name, status: expect.toSatisfy(isRefusal) });
      expect.soft(answer.body).toMatch(code);
    }
    const answer = await send({ ...signed, body: signed.body.replace(/.$/, " ") });
    expect(answer.body).toMatch(code);
  });
});

test.each([
  ["as HTTP writes it", (now: Date) => now.toUTCString()],
  ["as Python's mail library writes it", (now: Date) => now.toUTCString().replace("GMT", "-0000")],
])("a Date header is enough, %s", async (_, write) => {
  const now = new Date();
  const { host } = new URL(emulator.url);
  const token = { "x-amz-security-token": credentials.sessionToken };
  const plain = getDeployment({ host, date: write(now), ...token });
  const signed = signWithAws4(plain, { doNotModifyHeaders: true });
  expect(signedNames(signed)).not.toContain("x-amz-date");
  expect(await send(signed)).toMatchObject({ status: 200 });
});

test("a Date header in words that are no date is refused", async () => {
  const signed = signWithAws4(getDeployment());
  const answer = await send({ ...signed, headers: { ...signed.headers, "X-Amz-Date": "yesterday" } });
  expect(JSON.parse(answer.body)).toMatchObject({
    __type: "IncompleteSignatureException",
    message: expect.stringContaining("Date must be in ISO-8601 'basic format'. Got 'yesterday'."),
  });
});

test.each([
  ["host", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."],
  ["x-amz-target", "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization."],
  ["x-amz-security-token", "'x-amz-security-token' must be a 'SignedHeader' in the AWS Authorization."],
  ["x-amz-date", "'x-amz-date' must be a 'SignedHeader' in the AWS Authorization."],
])("a request whose %s is not signed is refused", async (name, message) => {
  const signed = signWithAws4(getDeployment(), { extraHeadersToIgnore: { [name]: true } });
  expect(signedNames(signed)).not.toContain(name);
  const answer = await send(signed);
  expect(JSON.parse(answer.body)).toEqual({ __type: "InvalidSignatureException", message });
});

test("a header of AWS's that was added on the way is refused, another one is not", async () => {
  const signed = signWithAws4(getDeployment());
  const added = (name: string) => send({ ...signed, headers: { ...signed.headers, [name]: "1" } });
  expect(await added("x-amz-user-agent")).toMatchObject({ status: 400 });
  expect(await added("x-amzn-trace-id")).toMatchObject({ status: 200 });
});

test("a header that comes twice is signed with a comma between its values", async () => {
  const signed = signWithAws4(getDeployment({ "x-amz-meta-colour": ["blue", "green  grey"] }));
  expect(await send(signed)).toMatchObject({ status: 200 });
});

test("a signature of letters that are no hexadecimal digits is refused like any other", async () => {
  const signed = signWithAws4(getDeployment());
  const authorization = String(signed.headers["Authorization"]).replace(/[^=]+$/, "é".repeat(64));
  const answer = await send({ ...signed, headers: { ...signed.headers, Authorization: authorization } });
  expect(JSON.parse(answer.body)).toMatchObject({ __type: "InvalidSignatureException" });
});

/** SignedRequest by aws4, and not to be changed: a wrong length is no request, and another token is another refusal. */
const IN_THE_WAY = new Set(["content-length", "x-amz-security-token"]);

const OTHER_VALUES: Record<string, (value: string) => string> = {
  host: (value) => value.replace("127.0.0.1", "localhost"),
  "x-amz-date": (value) => value.replace(/\dZ$/, (second) => (second === "0Z" ? "1Z" : "0Z")),
  "x-amz-target": (value) => value.replace(/\w+$/, "ListDeployments"),
};

function changed(headers: OutgoingHttpHeaders, changedName: string): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (name.toLowerCase() !== changedName) return [name, value];
      return [name, (OTHER_VALUES[changedName] ?? withMore)(String(value))];
    }),
  );
}

function withMore(value: string): string {
  return `${value}; changed`;
}

function signedNames({ headers }: SignedRequest): string[] {
  const authorization = headers["Authorization"] ?? headers["authorization"];
  return (/SignedHeaders=([^,]+)/.exec(String(authorization))?.[1] ?? "").split(";");
}

function isRefusal(status: number): boolean {
  return status === 400 || status === 403;
}

function send(signed: SignedRequest) {
  return sendAsSigned(emulator.url, signed);
}
