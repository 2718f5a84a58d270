import { roleArn } from "../access/roles.ts";
import type { RequestFacts } from "../control/request-facts.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { EmulatorState } from "../state.ts";
import { awsRequestOf } from "./aws-request.ts";

/** What a request is about, read from what it says and from whom its credentials were issued to. Never throws. */
export function factsOfRequest(request: ReceivedRequest, state: EmulatorState): RequestFacts {
  const aws = awsRequestOf(request);
  const session = sessionOf(request, state);
  const parameters = aws?.service === "sts" ? aws.parameters : undefined;
  const members = aws?.service === "sts" ? {} : looseMembers(request.body);
  const poolId =
    session?.identityPoolId ??
    state.openIdTokens.read(parameters?.get("WebIdentityToken") ?? "")?.aud ??
    members["IdentityPoolId"] ??
    state.identityPools.poolIdOf(members["IdentityId"] ?? "");
  return defined({
    operation: aws?.operation,
    deploymentId: members["deploymentId"],
    identityPoolId: poolId,
    roleArn: session ? roleArn(session.roleName) : (parameters?.get("RoleArn") ?? undefined),
    origin: request.headers["origin"],
  });
}

function sessionOf(request: ReceivedRequest, state: EmulatorState) {
  const accessKeyId = /Credential=(\w+)\//.exec(request.headers["authorization"] ?? "")?.[1];
  return state.credentials.find(accessKeyId ?? "")?.session;
}

function looseMembers(body: string): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(body);
    const entries = Object.entries(parsed ?? {}).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function defined(facts: { [Name in keyof RequestFacts]: RequestFacts[Name] | undefined }): RequestFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
