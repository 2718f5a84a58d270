import { AwsError } from "../../access/aws-error.ts";
import { isName } from "./codedeploy-call.ts";

/**
 * Lets an id or a name pass that an EC2 or an on-premises instance can have.
 * @throws AwsError InvalidInstanceNameException
 */
export function checkInstanceName(name: string): void {
  if (isName(name)) return;
  throw new AwsError(
    "InvalidInstanceNameException",
    "The on-premises instance name was specified in an invalid format.",
  );
}
