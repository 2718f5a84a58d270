import fc from "fast-check";
import { expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { GONE, NAMED, PLANTED } from "../../../testing/planted-secrets.ts";
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
    commit: "a123456789012bcdef0123456789abcdef012345",
    eTag: '"9b2cf535f27731c974343645a3985328"',
    at: 1_764_158_400_000,
    text: "Script at specified location: scripts/validate.sh run as user root failed with exit code 1",
    version: "1.2.3-4567",
    commands:
      "mysql -P3306 -e 'select 1' && docker run -p 8080:80 shop && docker login -u deploy && mkdir -p a/b",
    words: "The password is required. Your password was incorrect; the passphrase is too short.",
    config: "CodeDeployDefault.OneAtATime",
  };
  expect(redact(plain, ALL_REDACTED)).toEqual({ value: plain, counts: {} });
});

test("takes out nothing that is not chosen", () => {
  const all = Object.values(PLANTED).flat();
  expect(redact({ ...NAMED, all }, NOTHING).value).toEqual({ ...NAMED, all });
});

test.each([
  "huge",
  "1",
  "1234-",
  "a.",
  "x@",
  "eyJ-",
  "SG.",
  "AKIA",
  "-",
  "a://",
  "token : ",
  "arn:aws:iam::",
  "A_",
  "A_KEY ",
  "a_pass",
  "cookie:",
  " -u a:",
  "mysql ",
  "docker login ",
  "mysql -p ",
  "redis-cli -a ",
  "password is ",
  "https://s3",
  "https://a.s3.",
])("100 kB of %j are read within a second of processor time", (piece) => {
  const text = `a${piece.repeat(Math.ceil(100_000 / piece.length))}!`;
  expect(leastCpuMs(() => redact({ ...NAMED, text }, ALL_REDACTED), 1_000)).toBeLessThan(1_000);
});

test("an address of Git is no e-mail address, and one that stands right behind another is one", () => {
  const { value } = redact(
    ["git@github.com:acme/shop.git", "a@b.example+c@d.example", "x@y@z.example"],
    ALL_REDACTED,
  );
  expect(value).toEqual(["git@github.com:acme/shop.git", "[e-mail 1][e-mail 2]", "x@[e-mail 3]"]);
});
