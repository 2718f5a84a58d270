import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";

/** `T` as plain data: every `Date` is epoch milliseconds, so that an unchanged answer compares as unchanged. */
export type Plain<T> = T extends Date
  ? number
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

/**
 * The `deploymentInfo` of GetDeployment as plain data. Every member may be absent, and an enum member may
 * hold a value that these types do not know: look values up with {@link lookUp}, never by a bare index.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
 */
export type Deployment = Plain<DeploymentInfo>;

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One answer of GetDeployment: decoded for the page, and as AWS sent it for the raw view. */
export interface DeploymentAnswer {
  deployment: Deployment;
  /** The whole response body. Unlike `deployment` it keeps members that the SDK does not know. */
  raw: Json;
}

/** What names a deployment: ids are unique per Region and account only. */
export interface DeploymentRef {
  region: string;
  deploymentId: string;
}
