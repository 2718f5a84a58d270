import { roleArn } from "../access/roles.ts";
import type { RequestFacts } from "../control/request-log.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { EmulatorState } from "../state.ts";
import { serviceFor } from "./services.ts";

/** What a request is about, read from what it says and from whom its credentials were issued to. Never throws. */
export function requestFactsOf(request: ReceivedRequest, state: EmulatorState): RequestFacts {
  const session = sessionOf(request, state);
  const input = inputOf(request);
  const poolId =
    session?.identityPoolId ??
    state.openIdTokens.read(input["WebIdentityToken"] ?? "")?.aud ??
    input["IdentityPoolId"] ??
    state.identityPools.poolIdOf(input["IdentityId"] ?? "");
  return defined({
    operation: serviceFor(request)?.operation,
    deploymentId: input["deploymentId"],
    identityPoolId: poolId,
    roleArn: session ? roleArn(session.roleName) : input["RoleArn"],
    origin: request.headers["origin"],
  });
}

function sessionOf(request: ReceivedRequest, state: EmulatorState) {
  const accessKeyId = /Credential=(\w+)\//.exec(request.headers["authorization"] ?? "")?.[1];
  return state.credentials.find(accessKeyId ?? "")?.session;
}

/** The texts in a request's body: members of JSON, or parameters of a form. */
function inputOf({ headers, body }: ReceivedRequest): Readonly<Record<string, string>> {
  if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? textsIn(parsed) : {};
  } catch {
    return {};
  }
}

function textsIn(parsed: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === "string"));
}

/** Longer than any id, ARN or origin: what is noted of a request has a bound. */
const MAX_LENGTH = 300;

function defined(facts: { [Name in keyof RequestFacts]: RequestFacts[Name] | undefined }): RequestFacts {
  const known = Object.entries(facts).filter((fact) => fact[1] !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, value?.slice(0, MAX_LENGTH)]));
}
