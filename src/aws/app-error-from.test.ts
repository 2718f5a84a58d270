import { afterEach, expect, test, vi } from "vitest";
import { resilientCredentials } from "../access/resilient-credentials.ts";
import { AppError } from "../errors/app-error.ts";
import { appErrorFrom, noteBlocked } from "./app-error-from.ts";

const CODEDEPLOY = "https://codedeploy.eu-west-1.amazonaws.com";
const COGNITO = "https://cognito-identity.us-east-1.amazonaws.com";
const context = { action: "codedeploy:GetDeployment", origins: [CODEDEPLOY, COGNITO] };

function awsError(name: string, message = "", httpStatusCode = 400) {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode, requestId: "11111111-2222" },
  });
}

test.each([
  ["DeploymentDoesNotExistException", "not-found"],
  ["DeploymentTargetDoesNotExistException", "not-found"],
  ["InstanceDoesNotExistException", "not-found"],
  ["DeploymentConfigDoesNotExistException", "not-found"],
  ["DeploymentIdRequiredException", "invalid-id"],
  ["InvalidDeploymentIdException", "invalid-id"],
  ["AccessDeniedException", "access-denied"],
  ["NotAuthorizedException", "unknown"],
  ["InvalidParameterException", "unknown"],
  ["ResourceNotFoundException", "unknown"],
  ["ExpiredTokenException", "signed-out"],
  ["UnrecognizedClientException", "signed-out"],
  ["InvalidClientTokenId", "signed-out"],
  ["InvalidSignatureException", "signed-out"],
  ["SignatureDoesNotMatch", "signed-out"],
  ["MissingAuthenticationTokenException", "signed-out"],
  ["ThrottlingException", "throttled"],
  ["InternalFailure", "server"],
  ["ANameNobodyHasSeen", "unknown"],
])("%s, with HTTP 400 as CodeDeploy sends it, is %s", (name, kind) => {
  expect(appErrorFrom(awsError(name), context)).toMatchObject({
    kind,
    awsCode: name,
    requestId: "11111111-2222",
  });
});

test.each(["NotAuthorizedException", "InvalidParameterException", "ResourceNotFoundException"])(
  "%s is Cognito's refusal where the exchange for credentials threw it, and says nothing about the operation's permission",
  async (name) => {
    const refusal = awsError(name, "Unauthenticated access is not supported for this identity pool.");
    await resilientCredentials(() => Promise.reject(refusal))
      .provide()
      .catch(() => {});
    expect(appErrorFrom(refusal, context)).toMatchObject({
      kind: "access-denied",
      awsCode: name,
      action: "cognito-identity:*",
    });
  },
);

test.each([
  "Signature expired: 20261122T120000Z is now earlier than 20261122T125500Z (20261122T130000Z - 5 min.)",
  "Signature not yet current: 20261122T140000Z is still later than 20261122T130500Z",
])("a signature whose time is off is a clock's fault: %s", (message) => {
  expect(appErrorFrom(awsError("InvalidSignatureException", message), context).kind).toBe("clock-skew");
  expect(appErrorFrom(awsError("SignatureDoesNotMatch", message), context).kind).toBe("clock-skew");
});

test("a refusal names the action that AWS named", () => {
  const message =
    "User: arn:aws:sts::1:assumed-role/R/S is not authorized to perform: codedeploy:BatchGetDeploymentTargets on resource: *";
  expect(appErrorFrom(awsError("AccessDeniedException", message), context).action).toBe(
    "codedeploy:BatchGetDeploymentTargets",
  );
  expect(appErrorFrom(awsError("AccessDeniedException", "no"), context).action).toBe(
    "codedeploy:GetDeployment",
  );
});

test("a 5xx of any name is the server's fault", () => {
  expect(appErrorFrom(awsError("Unknown", "", 503), context).kind).toBe("server");
  expect(appErrorFrom(awsError("SyntaxError", "Unexpected token <", 502), context).kind).toBe("server");
});

test("a success that cannot be read is malformed", () => {
  expect(appErrorFrom(awsError("SyntaxError", "Unexpected token <", 200), context).kind).toBe("malformed");
  expect(appErrorFrom(awsError("TypeError", "Expected real number", 200), context).kind).toBe("malformed");
});

test("no answer at all is the network's fault, and has no AWS code", () => {
  expect(appErrorFrom(new TypeError("Failed to fetch"), context)).toMatchObject({
    kind: "network",
    awsCode: undefined,
  });
  expect(appErrorFrom(new DOMException("timed out", "TimeoutError"), context)).toMatchObject({
    kind: "network",
    awsCode: undefined,
  });
});

test.each([["text"], [null], [undefined], [{ message: "no Error" }]])(
  "anything else thrown (%s) is unknown",
  (thrown) => {
    expect(appErrorFrom(thrown, context)).toBeInstanceOf(AppError);
    expect(appErrorFrom(thrown, context).kind).toBe("unknown");
  },
);

test("the SDK's own hints are not shown", () => {
  const error = awsError(
    "SyntaxError",
    "Unexpected end of JSON input\n  Deserialization error: to see the raw response, …",
    200,
  );
  expect(appErrorFrom(error, context).detail).toBe("Unexpected end of JSON input");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["https://codedeploy.blocked.example", "https://cognito-identity.blocked.example"])(
  "a policy that stops requests to %s is the fault, and names it",
  (host) => {
    const page = new EventTarget();
    noteBlocked(page);
    const failed = () =>
      appErrorFrom(new TypeError("Failed to fetch"), { ...context, origins: [CODEDEPLOY, host] });
    expect(failed().kind).toBe("network");
    page.dispatchEvent(Object.assign(new Event("securitypolicyviolation"), { blockedURI: `${host}/` }));
    expect(failed()).toMatchObject({ kind: "blocked", detail: `connect-src does not allow ${host}.` });
  },
);

test("where the page’s own host forwards, what does not answer is that program, not AWS", () => {
  const own = "http://127.0.0.1:4188";
  vi.stubGlobal("location", { origin: own });
  const error = appErrorFrom(new TypeError("Failed to fetch"), { ...context, origins: [own] });
  expect(error).toMatchObject({ kind: "local-ended", awsCode: undefined, isTransient: false });
  expect(appErrorFrom(new TypeError("Failed to fetch"), context).kind).toBe("network");
});

test("where there is no page, no host is its own", () => {
  expect(appErrorFrom(new TypeError("Failed to fetch"), { ...context, origins: [] }).kind).toBe("network");
});

test.each([
  ["LocalRefusal", 401, "local", true],
  ["LocalRefusal", 503, "local", true],
  ["LocalNoAnswer", 502, "network", true],
])("what that program says is told as its own: %s, %d", (name, status, kind, isTransient) => {
  const error = appErrorFrom(awsError(name, "Open the link.", status), context);
  expect(error).toMatchObject({ kind, isTransient, awsCode: undefined, detail: "Open the link." });
});
