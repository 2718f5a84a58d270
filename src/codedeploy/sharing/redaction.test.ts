import fc from "fast-check";
import { expect, test } from "vitest";
import { ALL_REDACTED, LOG_LEFT_OUT, redact } from "./redaction.ts";

const NOTHING = {
  accounts: false,
  principals: false,
  emails: false,
  secrets: false,
  objects: false,
  instances: false,
  logs: false,
};

/** Texts that must not leave, by what takes them out, each as it may stand in an answer. */
const PLANTED = {
  accounts: [
    "123456789012",
    "the account 210987654321.",
    "arn:aws:sns:eu-west-1:998877665544:deploys",
    "1234-5678-9012",
  ],
  principals: [
    "arn:aws:iam::123456789012:role/CodeDeployServiceRole",
    "User: arn:aws:sts::123456789012:assumed-role/Admin/alice.miller is not authorized",
    "arn:aws-cn:iam::123456789012:user/team/bob",
  ],
  emails: ["alice.miller+ops@example.co.uk", "mailto:Bob_99@corp.example?subject=x"],
  secrets: [
    "AKIAIOSFODNN7EXAMPLE",
    "ASIAQWERTYUIOPASDFGH",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "-----BEGIN RSA PRIVATE KEY-----\n[stderr]MIIEowIBAAKCAQEA7\n[stderr]zqk\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ",
    "AAAAABG5vbmUAAAAEbm9uZQ\n-----END OPENSSH PRIVATE KEY-----",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "xoxb-123456789012-abcdefGHIJKL",
    "https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXX",
    "postgres://shop:hunter2@db.internal:5432/shop",
    "https://ghtoken123@github.example/acme/shop.git",
    "DB_PASSWORD=hunter2 ./migrate",
    '{"client_secret": "hunter2"}',
    '{\\"apiKey\\":\\"hunter2\\"}',
    "mysql --password hunter2",
    "Authorization: Bearer abcdefgh12345678",
    "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIDEXAMPLE%2F20261126&X-Amz-Signature=0f1e2d3c",
  ],
  objects: ["s3://acme-releases/team/checkout/app.zip", "from acme-releases, key team/checkout/app.zip"],
  instances: ["i-0a1b2c3d4e5f60718", "mi-0123456789abcdef0", "host ip-10-0-3-17.ec2.internal", "web-07.dc1"],
} as const;

/** What of each must be gone from all that is left, in any of its parts. */
const GONE =
  /\d{12}|\d{4}-\d{4}-\d{4}|ServiceRole|alice\.m|team\/bob|Bob_99|@example|@corp|AKIA|ASIA|wJalr|MIIEow|b3Blbn|AAAAABG|dozjgN|ghp_|xoxb|XXXXXX|hunter2|ghtoken|abcdefgh1|AKIDEX|0f1e2d|acme-releases|team\/checkout|i-0a1b|mi-01|ip-10|web-07/i;

const NAMED = {
  deployment: { revision: { s3Location: { bucket: "acme-releases", key: "team/checkout/app.zip" } } },
  targets: [
    {
      id: "web-07.dc1",
      arn: "arn:aws:codedeploy:eu-west-1:123456789012:instance/web-07.dc1",
      facts: { kind: "instance" },
    },
  ],
};

test.each(Object.values(PLANTED).flat())("takes out: %s", (planted) => {
  const whole = { ...NAMED, planted, list: [`before ${planted}\nafter`], [planted]: { deep: planted } };
  const { value } = redact(whole, ALL_REDACTED);
  expect(JSON.stringify(value)).not.toMatch(GONE);
  // Marked, not silently gone; and the file's name stays.
  expect(value.planted).toMatch(/\[[a-z][a-z-]*(?: \d+)?\]/);
  expect(JSON.stringify(value)).toContain("app.zip");
});

test("secrets are found wherever they stand, in any company", () => {
  const secrets = fc.constantFrom(...Object.values(PLANTED).flat());
  const text = fc
    .array(fc.oneof(secrets, fc.string({ maxLength: 12 })), { maxLength: 6 })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: "small" }), fc.array(text), text, (value, list, key) => {
      const { value: left } = redact({ ...NAMED, value, list, [`k ${key}`]: { inner: [key] } }, ALL_REDACTED);
      const { value: _, ...ours } = left;
      expect(JSON.stringify(ours)).not.toMatch(GONE);
      // What is passed on once more stays as it is.
      expect(redact(left, ALL_REDACTED).value).toEqual(left);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test("what belongs together can still be told", () => {
  const { value, counts } = redact(
    [
      "i-0a1b2c3d4e5f60718 and i-1111111111111111a",
      "i-1111111111111111a alone",
      "123456789012",
      "123456789012",
    ],
    ALL_REDACTED,
  );
  expect(value).toEqual([
    "[instance 1] and [instance 2]",
    "[instance 2] alone",
    "[account 1]",
    "[account 1]",
  ]);
  expect(counts).toEqual({ instances: 2, accounts: 1 });
});

test("logs are left out until they are chosen, and then still without their secrets", () => {
  const event = {
    diagnostics: { logTail: "[stderr]TOKEN=abc123\n[stderr]no space left", message: "exit code 1" },
  };
  expect(redact(event, ALL_REDACTED).value.diagnostics.logTail).toBe(LOG_LEFT_OUT);
  const { logTail } = redact(event, { ...ALL_REDACTED, logs: false }).value.diagnostics;
  expect(logTail).toBe("[stderr]TOKEN=[secret]\n[stderr]no space left");
});

test("what says nothing about anybody stays as it is", () => {
  const plain = {
    deploymentId: "d-74D35AS7C",
    commit: "0123456789abcdef0123456789abcdef01234567",
    eTag: '"9b2cf535f27731c974343645a3985328"',
    at: 1_764_158_400_000,
    text: "Script at specified location: scripts/validate.sh run as user root failed with exit code 1",
    version: "1.2.3-4567",
    config: "CodeDeployDefault.OneAtATime",
  };
  expect(redact(plain, ALL_REDACTED)).toEqual({ value: plain, counts: {} });
});

test("takes out nothing that is not chosen", () => {
  const all = Object.values(PLANTED).flat();
  expect(redact({ ...NAMED, all }, NOTHING).value).toEqual({ ...NAMED, all });
});
