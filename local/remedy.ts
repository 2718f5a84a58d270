import type { Profile } from "./profile.ts";

/**
 * What a person does where a profile gives no credentials, or ones that AWS does not take: a sentence with the command, where there is
 * one. Nothing of what the SDK says is in it: a `credential_process` that failed may have written anything.
 *
 * @param isNamed whether the profile was asked for; otherwise the environment comes first
 * @see https://docs.aws.amazon.com/cli/latest/reference/sso/login.html
 */
export function remedyFor(profile: Profile, isNamed: boolean): string {
  const { name, settings, source } = profile;
  if (!isNamed && process.env["AWS_ACCESS_KEY_ID"]) {
    return "AWS does not take the credentials of the environment. Take fresh ones into it, and start the program anew.";
  }
  if (!settings) {
    return isNamed || process.env["AWS_PROFILE"]
      ? `${noProfile(name)} ${LIST}`
      : "There are no AWS credentials on this machine. Name a profile with --profile, or run “aws configure”.";
  }
  if (source && !source.settings) {
    return `The profile ${name} takes on its role from the profile ${source.name}. ${noProfile(source.name)} ${LIST}`;
  }
  // A role's own settings say nothing of a login: that is its source's matter.
  const base = source?.settings ?? settings;
  const login = source?.name ?? name;
  if (base["sso_session"] !== undefined || base["sso_start_url"] !== undefined) {
    return `The AWS session of the profile ${name} has ended, or was never begun. Run “aws sso login --profile ${shellWord(login)}” in a terminal.`;
  }
  if (base["login_session"] !== undefined) {
    return `The AWS session of the profile ${name} has ended, or was never begun. Run “aws login --profile ${shellWord(login)}” in a terminal.`;
  }
  if (base["credential_process"] !== undefined) {
    return `The credential_process of the profile ${login} gives no credentials that AWS takes. Run its command in a terminal to see why.`;
  }
  if (!GIVES.some((setting) => base[setting] !== undefined)) {
    return `The AWS CLI’s files have no credentials of the profile ${login}. “aws configure --profile ${shellWord(login)}” writes keys there, and “aws configure sso --profile ${shellWord(login)}” an SSO session.`;
  }
  if (settings["role_arn"] !== undefined) {
    return `AWS does not let the profile ${name} take on its role. “aws sts get-caller-identity --profile ${shellWord(name)}” in a terminal says why.`;
  }
  return `AWS does not take the credentials of the profile ${name}: they have expired, or were withdrawn. Renew them as you got them; “aws sts get-caller-identity --profile ${shellWord(name)}” shows whether AWS takes them.`;
}

/** Where a profile's credentials come from, beside a login and a process. */
const GIVES = ["aws_access_key_id", "role_arn", "credential_source", "web_identity_token_file"];

const LIST = "“aws configure list-profiles” shows those that there are.";

function noProfile(name: string): string {
  return `There is no profile ${name} in the AWS CLI’s files.`;
}

/** A name as a shell takes it for one word. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
