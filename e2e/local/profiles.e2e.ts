import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askFor, expect, keysOf, test } from "./machine.ts";

test("long-lived keys: the terminal says whose they are, and the link lets in", async ({
  machine,
  emulator,
}) => {
  const keys = await emulator.accessKeys({ userName: "ada" });
  await machine.write({
    config: "[profile prod]\nregion = eu-west-1\n",
    credentials: keysOf("prod", { ...keys }),
  });
  const program = machine.start(["--profile", "prod"]);
  const link = await program.link();
  expect(link.hostname).toBe("127.0.0.1");
  await program.shows("123456789012");
  await program.shows("user/ada, from the profile prod");
  await program.shows("does not say when it ends");
  await program.shows(/Regions +eu-west-1\n/);
  await program.shows(/Actions +none; --operate allows them/);
  const { deploymentId } = await emulator.start("ec2-rolling", { region: "eu-west-1" });
  const answer = await askFor(link, deploymentId, "eu-west-1");
  expect(await answer.json()).toMatchObject({ deploymentInfo: { deploymentId } });
  await program.shows("codedeploy GetDeployment eu-west-1 200");
  expect(program.output()).not.toContain(keys.secretAccessKey);
  expect(program.output()).not.toContain(keys.accessKeyId);
});

test("session credentials of the environment, without a profile", async ({ machine, emulator }) => {
  const { accessKeyId, secretAccessKey, sessionToken } = await emulator.credentials();
  const program = machine.start(["--local", "--regions", "us-east-1,eu-west-1"], {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  });
  const link = await program.link();
  const { deploymentId } = await emulator.start("ec2-rolling");
  expect((await askFor(link, deploymentId)).status).toBe(200);
  expect(program.output()).not.toContain(sessionToken);
});

test("a profile that takes on a role, with the code of a device that the terminal asks for", async ({
  machine,
  emulator,
}) => {
  const name = `Admin-${machine.folder.slice(-6)}`;
  const roleArn = await emulator.setRole(name, { trustsAccount: true, mfaCode: "314159" });
  const keys = await emulator.accessKeys({ userName: "ada", allow: ["sts:AssumeRole"] });
  await machine.write({
    config: `[profile prod]\nregion = us-east-1\nrole_arn = ${roleArn}\nsource_profile = me\nmfa_serial = arn:aws:iam::123456789012:mfa/ada\n`,
    credentials: keysOf("me", { ...keys }),
  });
  const wrong = machine.start(["--profile", "prod"]);
  await wrong.shows("The code of arn:aws:iam::123456789012:mfa/ada: ");
  wrong.type("000000");
  expect(await wrong.ended).toBe(1);
  await wrong.shows("AWS does not let the profile prod take on its role.");

  const program = machine.start(["--profile", "prod"]);
  await program.shows("The code of arn:aws:iam::123456789012:mfa/ada: ");
  program.type("314159");
  const link = await program.link();
  await program.shows(`${name}, from the profile prod`);
  await program.shows(/Session +ends \d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d, or is renewed/);
  const { deploymentId } = await emulator.start("ec2-rolling");
  expect((await askFor(link, deploymentId)).status).toBe(200);
});

test("a credential_process; what it writes where it fails is told to nobody", async ({
  machine,
  emulator,
}) => {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await emulator.credentials();
  const script = join(machine.folder, "process.mjs");
  await machine.write({
    config: `[profile prod]\nregion = us-east-1\ncredential_process = ${process.execPath} ${script}\n`,
  });
  const printed = {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: expiration,
  };
  await writeFile(script, `process.stdout.write(${JSON.stringify(JSON.stringify(printed))})`);
  const program = machine.start(["--profile", "prod"]);
  const link = await program.link();
  const { deploymentId } = await emulator.start("ec2-rolling");
  expect((await askFor(link, deploymentId)).status).toBe(200);

  await writeFile(script, `process.stderr.write("secret ${secretAccessKey}"); process.exit(1)`);
  const failing = machine.start(["--profile", "prod"]);
  expect(await failing.ended).toBe(1);
  await failing.shows("The credential_process of the profile prod gives no credentials that AWS takes.");
  expect(failing.output()).not.toContain(secretAccessKey);
});

test("an SSO session that was never begun, or has expired: the terminal says the command, and nothing listens", async ({
  machine,
}) => {
  await machine.writeSso("Admin");
  const never = machine.start(["--profile", "prod"]);
  expect(await never.ended).toBe(1);
  await never.shows("aws sso login --profile prod");

  await machine.login("expired-token", new Date("2020-01-01"));
  const expired = machine.start(["--profile", "prod"]);
  expect(await expired.ended).toBe(1);
  await expired.shows("The AWS session of the profile prod has ended");
  await expired.shows("aws sso login --profile prod");
  expect(expired.output()).not.toContain("expired-token");
  expect(expired.output()).not.toContain("#token");
});

test("what cannot be started says what is missing", async ({ machine, emulator }) => {
  const keys = await emulator.accessKeys({ userName: "ada" });
  await machine.write({
    credentials: keysOf("prod", { ...keys }),
    config: [
      "[profile token]",
      "role_arn = arn:aws:iam::123456789012:role/Reader",
      "web_identity_token_file = /nowhere/token",
      "[profile second]",
      "role_arn = arn:aws:iam::123456789012:role/Second",
      "source_profile = first",
      "[profile first]",
      "role_arn = arn:aws:iam::123456789012:role/First",
      "source_profile = company",
      "[profile company]",
      "sso_start_url = https://company.awsapps.com/start",
      "",
    ].join("\n"),
  });
  const cases: [string[], number, string][] = [
    [["--profile", "prod"], 1, "Add: --regions eu-west-1"],
    [
      ["--profile", "nobody", "--regions", "us-east-1"],
      1,
      "There is no profile nobody in the AWS CLI’s files.",
    ],
    [["--regions", "us-east-1"], 2, "Name a profile of the AWS CLI."],
    [["--operate"], 2, "Name a profile of the AWS CLI."],
    [["--profile", "prod", "--regions", "Ireland"], 2, "names such as eu-west-1"],
    [["--profile", "prod", "--actions"], 2, "npm start -- --profile prod"],
    // The Region is not what is missing.
    [["--profile", "nobody"], 1, "There is no profile nobody"],
    [["--profile", "token", "--regions", "us-east-1"], 1, "does not let the profile token take on its role"],
    [["--profile", "second", "--regions", "us-east-1"], 1, "aws sso login --profile company"],
    [["--help"], 0, "npm start -- --profile prod"],
    [["--profle", "prod"], 2, "Unknown option '--profle'"],
  ];
  for (const [args, code, words] of cases) {
    const program = machine.start(args);
    expect(await program.ended, args.join(" ")).toBe(code);
    expect(program.output()).toContain(words);
    expect(program.output()).not.toContain("    at ");
  }
});

test("it ends with the terminal, and nothing listens afterwards", async ({ machine, emulator }) => {
  const keys = await emulator.accessKeys({ userName: "ada" });
  await machine.write({ credentials: keysOf("prod", { ...keys }) });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const program = machine.start(["--profile", "prod", "--regions", "us-east-1"]);
    const { origin } = await program.link();
    expect((await fetch(`${origin}/config.json`)).status).toBe(200);
    program.end(signal);
    expect(await program.ended).toBe(signal);
    await expect(fetch(`${origin}/config.json`)).rejects.toThrow("fetch failed");
  }
});
