import { REGION, REGION_NAME } from "../aws-names/regions.ts";
import { ROLE_ARN } from "../aws-names/role-arn.ts";

const HOST = "[\\w.-]+(?::\\d{1,5})?|\\[::1\\](?::\\d{1,5})?";
const httpAddress = (path: string) => new RegExp(`^https?://(?:${HOST})${path}$`);

/** What texts of `config.json` have to look like. The schema has the words for each. */
export const PATTERNS = {
  region: REGION_NAME,
  identityPoolId: new RegExp(`^${REGION}:[0-9a-f-]{36}$`),
  roleArn: ROLE_ARN,
  flow: /^classic$/,
  loopback: /^http:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?\/?$/,
  origin: httpAddress("/?"),
  /** Also of an issuer. */
  endpoint: httpAddress("(?:/[\\w.~/-]*)?"),
  clientId: /^[\w.:@/-]{1,255}$/,
  scope: /^[\w.:/-]{1,200}$/,
};
