import { loadSharedConfigFiles } from "@smithy/core/config";
import { isRegionName } from "../src/aws-names/regions.ts";

type Settings = Readonly<Record<string, string | undefined>>;

/** A profile of the AWS CLI's files, as far as it says what a person does where it gives no credentials. */
export interface Profile {
  readonly name: string;
  /** Absent where the files have no such profile. */
  readonly settings?: Settings;
  /**
   * The profile that it begins with, where it takes on a role: of several roles in a row the one that the first is taken on from.
   * Without `settings` where the files have no such profile.
   */
  readonly source?: { readonly name: string; readonly settings?: Settings };
}

/**
 * Reads a profile as the files are now.
 *
 * @param name the one of the environment, or `default`, where absent
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export async function readProfile(name = process.env["AWS_PROFILE"] || "default"): Promise<Profile> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const settingsOf = (profile: string) => {
    const found = { ...configFile[profile], ...credentialsFile[profile] };
    return Object.keys(found).length === 0 ? undefined : found;
  };
  const settings = settingsOf(name);
  const passed = new Set([name]);
  let source: Profile["source"];
  let next = settings?.["source_profile"];
  while (next !== undefined && !passed.has(next)) {
    passed.add(next);
    const found = settingsOf(next);
    source = { name: next, ...(found && { settings: found }) };
    next = found?.["source_profile"];
  }
  return { name, ...(settings && { settings }), ...(source && { source }) };
}

/** The Region that the environment or the profile names, as the AWS CLI takes it; `undefined` where neither does. */
export function regionOf({ settings }: Profile): string | undefined {
  const region = process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || settings?.["region"];
  return region !== undefined && isRegionName(region) ? region : undefined;
}
