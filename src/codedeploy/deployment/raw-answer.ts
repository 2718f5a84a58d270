import { isRecord } from "../../values/is-record.ts";
import type { DeploymentRef, Json } from "./deployment.ts";
import { MEMBERS } from "./members.ts";
import { TARGET_STATES } from "./overview.ts";

export interface UnknownMember {
  name: string;
  value: Json;
}

/** The members of an answer's `deploymentInfo`, and of its counts, that AWS added after this version was made, as sent. */
export function unknownMembers(raw: Json): UnknownMember[] {
  const info = membersOf(raw)["deploymentInfo"];
  const counts = membersOf(info)["deploymentOverview"];
  return [
    ...strangers(info, MEMBERS),
    // A state that the counts leave out would make the others seem to be all there are.
    ...strangers(counts, TARGET_STATES).map(({ name, value }) => ({
      name: `deploymentOverview.${name}`,
      value,
    })),
  ];
}

function strangers(json: Json | undefined, known: object): UnknownMember[] {
  return Object.entries(membersOf(json))
    .filter(([name]) => !Object.hasOwn(known, name))
    .map(([name, value]) => ({ name, value }));
}

function membersOf(json: Json | undefined): { [key: string]: Json } {
  return isRecord(json) ? json : {};
}

/** What a POSIX shell takes as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** The AWS CLI command that asks for the same answer, quoted for a POSIX shell. */
export function getDeploymentCommand({ region, deploymentId }: DeploymentRef): string {
  return `aws deploy get-deployment --deployment-id ${quote(deploymentId)} --region ${quote(region)}`;
}

function quote(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
