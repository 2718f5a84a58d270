import { demoIdentityPoolId, demoSignInPoolId } from "../access/identity-pools.ts";
import { guestRoleName, roleArn } from "../access/roles.ts";
import { demoClientId, type UserPool } from "../sign-in/user-pool.ts";
import type { Example } from "./seeds.ts";

/**
 * The `/config.json` of the demo.
 * @param pool where people sign in; everybody is a guest without it
 */
export function demoConfig(emulatorUrl: string, examples: readonly Example[], pool?: UserPool): object {
  const guest = { identityPoolId: demoIdentityPoolId, guest: { roleArn: roleArn(guestRoleName) } };
  return {
    name: "Deploywatch demo",
    regions: ["us-east-1", "eu-west-1", "eu-central-1", "us-west-2", "ap-southeast-2"],
    ...(pool
      ? {
          identityPoolId: demoSignInPoolId,
          signIn: { authority: pool.issuer, clientId: demoClientId, domain: pool.domain },
        }
      : guest),
    emulator: { endpoint: emulatorUrl },
    examples,
  };
}
