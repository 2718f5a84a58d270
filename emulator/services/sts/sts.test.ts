import { AwsClient } from "aws4fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { RawClient, rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { amzDate } from "../../access/signing-time.ts";

const NOW_MS = Date.now();
const emulator = emulatorForTests(() => NOW_MS);

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const BODY = "Action=GetCallerIdentity&Version=2011-06-15";

let keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string };

beforeAll(async () => {
  keys = await emulator.control.credentials();
});

describe("STS refuses in its own words", () => {
  test.each([
    ["a wrong secret", { secretAccessKey: "wrong" }, "SignatureDoesNotMatch"],
    ["a key that nobody has", { accessKeyId: "ASIAEXAMPLE" }, "InvalidClientTokenId"],
    ["another session's token", { sessionToken: "of somebody else" }, "InvalidClientTokenId"],
  ])("%s", async (_, change, code) => {
    const client = new RawClient(emulator.url, new AwsClient({ ...keys, ...change, retries: 0 }));
    expect(await client.send("sts", FORM, BODY)).toMatchObject({
      status: 403,
      text: expect.stringContaining(`<Type>Sender</Type><Code>${code}</Code>`),
    });
  });

  test("a signature for another service", async () => {
    const client = await rawClient(emulator);
    const { status, text } = await client.send("codedeploy", FORM, BODY);
    expect(text).toContain("<Code>SignatureDoesNotMatch</Code>");
    expect(status).toBe(403);
  });

  test("credentials that have expired", async () => {
    const client = await rawClient(emulator, { expiresInMs: 0 });
    expect(await client.send("sts", FORM, BODY)).toMatchObject({
      status: 403,
      text: expect.stringContaining(
        "<Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message>",
      ),
    });
  });

  test.each([
    [{}, 403, "MissingAuthenticationToken"],
    [{ authorization: "Bearer of a token" }, 400, "IncompleteSignature"],
  ])("a request that is not signed (%j)", async (headers, status, code) => {
    const response = await fetch(emulator.url, {
      method: "POST",
      headers: { ...FORM, ...headers },
      body: BODY,
    });
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
    expect(response.status).toBe(status);
  });
});

describe("the age of a signature", () => {
  test.each([
    [-14, 200, "<Account>123456789012</Account>"],
    [14, 200, "<Account>123456789012</Account>"],
    [
      -16,
      403,
      /<Code>SignatureDoesNotMatch<\/Code><Message>Signature expired: \w+ is now earlier than \w+ \(\w+ - 15 min\.\)/,
    ],
    [16, 403, /<Message>Signature not yet current: \w+ is still later than \w+ \(\w+ \+ 15 min\.\)/],
  ])("of %d minutes at STS", async (minutes, status, words) => {
    const client = await rawClient(emulator);
    const answer = await client.send("sts", FORM, BODY, amzDate(NOW_MS + minutes * 60_000));
    expect(answer.text).toMatch(words);
    expect(answer.status).toBe(status);
  });

  test.each([-6, 6])("of %d minutes at CodeDeploy", async (minutes) => {
    const client = await rawClient(emulator);
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "CodeDeploy_20141006.ListDeployments",
    };
    const answer = await client.send("codedeploy", headers, "{}", amzDate(NOW_MS + minutes * 60_000));
    expect(JSON.parse(answer.text)).toMatchObject({ __type: "InvalidSignatureException" });
  });
});
