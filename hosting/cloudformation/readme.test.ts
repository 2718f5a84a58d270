import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Join } from "../../src/aws-names/services.ts";
import { JOINS } from "../../src/aws-names/services.ts";
import { permissions } from "../../src/aws/permissions.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { ACTING } from "./permissions.ts";
import { evaluateTemplate } from "./evaluate-template.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const infraReadme = readFileSync(new URL("README.md", import.meta.url), "utf8");
const WAYS = ["### From nothing", "### With a Cognito user pool that you have"];
const hasBash = spawnSync("bash", ["-c", ":"]).status === 0;

/** The commands of a text, in their order, as they look where it is shown. */
function commandsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(([, indent = "", commands = ""]) =>
    commands.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

function section(heading: string): string {
  const [, rest = ""] = readme.split(`${heading}\n`);
  return rest.split(/^###? /m)[0] ?? "";
}

/** Runs commands with an `aws` that only notes what it is asked; gives back those notes, and the files that were made. */
function runCommands(commands: string): { asked: string[]; files: ReadonlyMap<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  const stand = `set -euo pipefail
    aws() {
      printf '%s\\n' "$*" >> asked.txt
      case $2 in
        get-caller-identity) echo 123456789012 ;;
        create-identity-pool) echo eu-west-1:12345678-90ab-cdef-1234-567890abcdef ;;
        *) echo "\${2//-/}" ;;
      esac
    }
    npm() { :; }
  `;
  execFileSync("bash", ["-c", stand + commands], { cwd: folder });
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(names.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
  rmSync(folder, { recursive: true });
  return { asked: (files.get("asked.txt") ?? "").trim().split("\n"), files };
}

test.skipIf(!hasBash).each([...commandsIn(readme), ...commandsIn(infraReadme)])(
  "a shell understands: %s",
  (commands) => {
    expect(spawnSync("bash", ["-n"], { input: commands, encoding: "utf8" }).stderr).toBe("");
  },
);

test.skipIf(!hasBash).each(WAYS)("the commands of “%s” run from top to bottom", (heading) => {
  const { asked } = runCommands(commandsIn(section(heading)).join("\n"));
  const deployment = asked.find((command) => command.startsWith("cloudformation deploy")) ?? "";
  const given = [...deployment.matchAll(/ (\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]);
  const { outputs, refusals } = evaluateTemplate(Object.fromEntries(given));
  expect(refusals).toEqual([]);
  const wanted = asked.flatMap((command) => /OutputKey=='(\w+)'/.exec(command)?.[1] ?? []);
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(wanted));
  expect(wanted).toEqual(expect.arrayContaining(["ConfigJson", "BucketName", "Url"]));
});

test.skipIf(!hasBash)(
  "the commands for guests make a role that only they may take on, and a config.json that the app takes",
  () => {
    const { asked, files } = runCommands(commandsIn(section("### Without signing in: guests")).join("\n"));
    expect(asked.find((command) => command.includes("create-identity-pool"))).toContain(
      "--allow-classic-flow",
    );
    expect(asked.find((command) => command.includes("create-role"))).toContain("file://trust.json");
    const { Statement } = JSON.parse(files.get("trust.json") ?? "");
    expect(Statement).toHaveLength(1);
    expect(Statement[0].Condition).toEqual({
      StringEquals: {
        "cognito-identity.amazonaws.com:aud": "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
      },
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
    });
    expect(parseConfig(files.get("config.json") ?? "")).toMatchObject({
      config: {
        regions: ["eu-west-1"],
        guest: { roleArn: "arn:aws:iam::123456789012:role/deploywatch-guest" },
      },
    });
  },
);

test.skipIf(!hasBash)("the commands for nginx publish the build, without its source maps", () => {
  const commands = commandsIn(readme).find((each) => each.includes("/etc/nginx")) ?? "";
  const { files } = runCommands(`
    sudo() { "$@"; }; nginx() { :; }; systemctl() { :; }
    npm() { mkdir -p dist/assets hosting served/conf.d; touch dist/index.html dist/assets/a.js dist/assets/a.js.map config.json
      touch hosting/nginx.conf hosting/nginx-headers.conf; }
    ${commands.replaceAll(/\/(?:usr\/share|etc)\/nginx/g, "served")}
    (cd served/deploywatch && find . -type f | sort) > served.txt`);
  expect(files.get("served.txt")).toBe("./assets/a.js\n./config.json\n./index.html\n");
});

test("both ways set the app client's token lifetimes and rotation alike", () => {
  const { resources } = evaluateTemplate({ Regions: "eu-west-1", DeploymentGroupArns: "*" });
  expect(resources["UserPoolClient"]?.properties).toMatchObject({
    IdTokenValidity: 60,
    AccessTokenValidity: 60,
    RefreshTokenValidity: 12,
    TokenValidityUnits: { IdToken: "minutes", AccessToken: "minutes", RefreshToken: "hours" },
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 60 },
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
  });
  const update = section(WAYS[1] ?? "");
  for (const option of [
    "--id-token-validity 60",
    "--access-token-validity 60",
    "--refresh-token-validity 12",
    "--token-validity-units IdToken=minutes,AccessToken=minutes,RefreshToken=hours",
    "--refresh-token-rotation Feature=ENABLED,RetryGracePeriodSeconds=60",
    "--explicit-auth-flows ALLOW_USER_SRP_AUTH",
  ]) {
    expect(update).toContain(option);
  }
});

/** The actions of the README's policies, in their order there, each with the kind of resource that it is allowed on. */
function policiesOf(heading: string) {
  return [...section(heading).matchAll(/```json\n(.*?)^```$/gms)].map(([, policy = ""]) => {
    const { Statement }: { Statement: { Action: string | string[]; Resource: string }[] } =
      JSON.parse(policy);
    const told = Statement.flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .map((action) => [
          action,
          /^arn:aws:([\w-]+):REGION:ACCOUNT:([\w-]+)/.exec(Resource)?.slice(1) ?? Resource,
        ]),
    );
    return Object.fromEntries(told);
  });
}

/** What everybody who looks needs for a join; without one, for the app itself. */
function needed(wanted: Join | undefined) {
  return neededBy(({ role, joins }) =>
    wanted === undefined ? role === "reader" && joins.length === 0 : joins.includes(wanted),
  );
}

function neededBy(isOf: (permission: (typeof permissions)[number]) => boolean) {
  return Object.fromEntries(
    permissions
      .filter(isOf)
      .map(({ action, service, resource }) => [
        action,
        resource === "none" || resource === "*" ? "*" : [service, /^[\w-]+/.exec(resource)?.[0]],
      ]),
  );
}

test("the README's policies allow what the app and each join ask, on the resources that the template allows it on, and no more", () => {
  const [app, ...joins] = policiesOf("### Permissions");
  expect(app).toEqual(needed(undefined));
  expect(joins).toEqual(JOINS.map((each) => needed(each)));
});

test("the README's policies for who acts allow what the app does, for each role that the template makes", () => {
  const told = policiesOf("### Permissions to act");
  expect(told).toEqual(ACTING.map((role) => neededBy((permission) => permission.role === role)));
});

test("hosting/cloudformation/README.md tells of every parameter of the template, and of no other", () => {
  const table = infraReadme.split("\n").filter((line) => line.startsWith("| `"));
  const told = table.flatMap((line) => line.split("|")[1]?.match(/\w+/g) ?? []);
  const text = readFileSync(new URL("deploywatch.template.json", import.meta.url), "utf8");
  const { Parameters }: { Parameters: object } = JSON.parse(text);
  expect(told.toSorted()).toEqual(Object.keys(Parameters).toSorted());
});
