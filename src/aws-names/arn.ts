import { ARN_START } from "./partitions.ts";

/** An ARN in its parts. `resource` is all that follows the account, for example `stack/shop/6b5f…`. */
export interface Arn {
  service: string;
  region: string;
  resource: string;
}

/** Strict on purpose, since links are built from it: no spaces, no markup, no `?` or `#`. */
const ARN = new RegExp(String.raw`^${ARN_START}:([a-z0-9-]+):([a-z0-9-]+):\d{12}:([\w+=,.@:/-]{1,600})$`);

/**
 * The parts of a regional ARN; `undefined` for any other text.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [, service, region, resource] = ARN.exec(text) ?? [];
  if (service === undefined || region === undefined || resource === undefined) return undefined;
  return { service, region, resource };
}
