import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remedyFor } from "./remedy.ts";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const sso = { sso_session: "company", sso_account_id: "123456789012", sso_role_name: "Admin" };
const role = { role_arn: "arn:aws:iam::123456789012:role/Admin", source_profile: "base" };
const keys = { aws_access_key_id: "AKIAEXAMPLE", aws_secret_access_key: "hidden" };

test.each([
  ["an SSO session", { name: "prod", settings: sso }, "aws sso login --profile prod"],
  [
    "an SSO profile of the older kind",
    { name: "prod", settings: { sso_start_url: "https://x" } },
    "aws sso login --profile prod",
  ],
  [
    "a role whose source signs in",
    { name: "prod", settings: role, source: { name: "base", settings: sso } },
    "aws sso login --profile base",
  ],
  ["a console sign-in", { name: "prod", settings: { login_session: "arn" } }, "aws login --profile prod"],
  [
    "a process",
    { name: "prod", settings: { credential_process: "secret --key hidden" } },
    "credential_process of the profile prod",
  ],
  [
    "a role",
    { name: "prod", settings: role, source: { name: "base", settings: keys } },
    "does not let the profile prod take on its role",
  ],
  [
    "a role with a token of a file",
    { name: "prod", settings: { role_arn: "arn", web_identity_token_file: "hidden" } },
    "does not let the profile prod take on its role",
  ],
  [
    "a role whose source is not there",
    { name: "prod", settings: role, source: { name: "base" } },
    "There is no profile base",
  ],
  [
    "a role whose source has a Region alone",
    { name: "prod", settings: role, source: { name: "base", settings: { region: "us-east-1" } } },
    "have no credentials of the profile base",
  ],
  [
    "a profile that has a Region alone",
    { name: "prod", settings: { region: "us-east-1" } },
    "aws configure sso --profile prod",
  ],
  ["keys", { name: "prod", settings: keys }, "does not take the credentials of the profile prod"],
  ["a profile that is not there", { name: "prod" }, "There is no profile prod"],
  [
    "a name that a shell would take apart",
    { name: "my prod; rm '-rf'", settings: sso },
    `aws sso login --profile 'my prod; rm '\\''-rf'\\'''`,
  ],
])("of %s the command is said, and nothing that is secret", (_, profile, words) => {
  const sentence = remedyFor(profile, true);
  expect(sentence).toContain(words);
  expect(sentence).not.toContain("hidden");
});

test("without a profile the environment is meant, where it has credentials", () => {
  expect(remedyFor({ name: "default" }, false)).toContain("Name a profile with --profile");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE");
  expect(remedyFor({ name: "default", settings: keys }, false)).toContain("Take fresh ones into it");
});

test("a profile that the environment names and the files do not have is named", () => {
  vi.stubEnv("AWS_PROFILE", "nobody");
  expect(remedyFor({ name: "nobody" }, false)).toContain("There is no profile nobody");
});
