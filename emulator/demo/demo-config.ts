import { demoIdentityPoolId } from "../access/identity-pools.ts";
import { guestRoleName, roleArn } from "../access/roles.ts";
import type { Example } from "./seeds.ts";

/** The `/config.json` of the demo. */
export function demoConfig(emulatorUrl: string, examples: readonly Example[]): object {
  return {
    name: "Deploywatch demo",
    regions: ["us-east-1", "eu-west-1", "eu-central-1", "us-west-2", "ap-southeast-2"],
    identityPoolId: demoIdentityPoolId,
    guest: { roleArn: roleArn(guestRoleName) },
    emulator: { endpoint: emulatorUrl },
    examples,
  };
}
