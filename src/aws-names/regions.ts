/** The form of an AWS Region's name, for example `eu-west-1`: the source of a regular expression, without its ends. */
export const REGION = "[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}";

/** A text that is an AWS Region's name by its form. */
export const REGION_NAME = new RegExp(`^${REGION}$`);

/** Whether `text` has the form of an AWS Region name, for example `eu-west-1`. */
export function isRegionName(text: string): boolean {
  return REGION_NAME.test(text);
}
