import { describe, expect, test } from "vitest";
import type { AppErrorKind } from "./app-error.ts";
import { errorWords } from "./error-words.ts";
import { keysOf } from "../values/look-up.ts";

const KINDS: Record<AppErrorKind, true> = {
  "not-found": true,
  "invalid-id": true,
  "access-denied": true,
  "signed-out": true,
  throttled: true,
  "clock-skew": true,
  network: true,
  local: true,
  "local-ended": true,
  blocked: true,
  malformed: true,
  server: true,
  "not-kept": true,
  unknown: true,
};

const words = (kind: AppErrorKind, action?: string, awsCode?: string) =>
  errorWords({ kind, action, awsCode });

describe("the words for a failure", () => {
  test.each(keysOf(KINDS))("%s say what happened, what it means and what to do", (kind) => {
    const { title, meaning, steps } = words(kind);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(meaning).toMatch(/^[A-Z].*[.:]$/);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.join(" ")).not.toMatch(/undefined/);
  });

  test("tell no two kinds of failure alike", () => {
    expect(new Set(keysOf(KINDS).map((kind) => words(kind).title)).size).toBe(keysOf(KINDS).length);
  });

  test("name all four reasons why a deployment is not found", () => {
    const steps = words("not-found").steps.join(" ");
    for (const reason of [/id is wrong/, /another Region/, /another AWS account/, /deleted/]) {
      expect(steps).toMatch(reason);
    }
  });

  test("name the action that the role lacks", () => {
    expect(words("access-denied", "codedeploy:GetDeployment", "AccessDeniedException").meaning).toContain(
      "codedeploy:GetDeployment",
    );
  });

  test("promise nothing of a policy that allows what another one denies explicitly", () => {
    const action = "codedeploy:GetDeployment";
    const detail = `User: x is not authorized to perform: ${action} with an explicit deny in a service control policy`;
    const { steps } = errorWords({ kind: "access-denied", awsCode: "AccessDeniedException", action, detail });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toContain("denies it explicitly");
    expect(words("access-denied", action).steps.join()).not.toContain("explicitly");
  });

  test("tell a role that trusts nobody and a closed identity pool from a missing permission", () => {
    expect(words("access-denied", "sts:AssumeRoleWithWebIdentity", "AccessDenied").steps.join()).toContain(
      "trust policy",
    );
    for (const code of ["NotAuthorizedException", "InvalidParameterException", "ResourceNotFoundException"]) {
      expect(words("access-denied", "cognito-identity:*", code).title).toContain("identity pool");
    }
  });

  test("name the service that answered", () => {
    expect(words("throttled", "codedeploy:GetDeployment").meaning).toContain("more CodeDeploy calls");
    const cognito = words("throttled", "cognito-identity:*");
    expect(cognito.meaning).toContain("more Amazon Cognito calls");
    expect(cognito.steps.join(" ")).not.toContain("CodeDeploy");
    expect(words("server", "sts:AssumeRoleWithWebIdentity").meaning).toContain("AWS STS answered");
    expect(words("server", "constructor:GetDeployment").meaning).toContain("AWS answered");
  });

  test("are the program’s own in local mode, where it has said something", () => {
    const detail = "Run in a terminal: aws sso login --profile prod";
    expect(errorWords({ kind: "local", awsCode: undefined, detail })).toMatchObject({ meaning: detail });
  });
});
