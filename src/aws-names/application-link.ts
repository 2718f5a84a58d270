import { consoleUrl } from "./console-links.ts";

/** Text that can stand as one step of a path: bounded, no control or broken characters, not `.` or `..`. */
const NAME = /^(?!\.{1,2}$)[^\p{C}]{1,100}$/u;
const BASE = "codesuite/codedeploy/applications";

/** The application's page in the AWS console; `undefined` for a name that no application can have. */
export function applicationUrl(region: string, application: string): string | undefined {
  return NAME.test(application)
    ? consoleUrl(region, `${BASE}/${encodeURIComponent(application)}`)
    : undefined;
}

/** The deployment group's page in the AWS console; it needs the application's name too. */
export function deploymentGroupUrl(
  region: string,
  application: string | undefined,
  group: string,
): string | undefined {
  if (application === undefined || !NAME.test(application) || !NAME.test(group)) return undefined;
  const path = `${BASE}/${encodeURIComponent(application)}/deployment-groups/${encodeURIComponent(group)}`;
  return consoleUrl(region, path);
}
