import { loadSharedConfigFiles } from "@smithy/core/config";
import { isRegionName } from "../src/aws-names/regions.ts";

/** A profile of the AWS CLI's files, as far as it says what a person does where it gives no credentials. */
export interface Profile {
  readonly name: string;
  /** Absent where the files have no such profile. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /** The settings of the profile that it begins with, where it takes on a role. */
  readonly source?: Readonly<Record<string, string | undefined>>;
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
  const sourceName = settings?.["source_profile"];
  const source = sourceName === undefined || sourceName === name ? undefined : settingsOf(sourceName);
  return { name, ...(settings && { settings }), ...(source && { source }) };
}

/** The Region that the environment or the profile names, as the AWS CLI takes it; `undefined` where neither does. */
export function regionOf({ settings }: Profile): string | undefined {
  const region = process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || settings?.["region"];
  return region !== undefined && isRegionName(region) ? region : undefined;
}
