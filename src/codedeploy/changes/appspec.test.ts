import { expect, test } from "vitest";
import { functionNameOf, namesRevision, readAppSpec } from "./appspec.ts";

const ARN = "arn:aws:ecs:us-east-1:123456789012:task-definition/checkout:42";

// The examples of AWS's page on AppSpec files, and what tools write.
test.each([
  [
    "YAML",
    `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: "${ARN}"
        LoadBalancerInfo:
          ContainerName: "app"
          ContainerPort: 8080
Hooks:
  - BeforeInstall: "CodeDeployHook_before"
  - AfterAllowTestTraffic: arn:aws:lambda:us-east-1:123456789012:function:smoke
`,
  ],
  [
    "JSON in lower case, indented with tabs",
    `{
\t"version": 0.0,
\t"resources": [{ "TargetService": { "type": "AWS::ECS::Service", "properties": { "taskDefinition": "${ARN}" } } }],
\t"hooks": [
\t\t{ "BeforeInstall": "CodeDeployHook_before" },
\t\t{ "AfterAllowTestTraffic": "arn:aws:lambda:us-east-1:123456789012:function:smoke" }
\t]
}`,
  ],
])("%s: the task definition and the hooks", (_, text) => {
  const spec = readAppSpec(text);
  expect(spec?.taskDefinition).toBe(ARN);
  expect([...(spec?.hooks ?? [])]).toEqual([
    ["BeforeInstall", "CodeDeployHook_before"],
    ["AfterAllowTestTraffic", "arn:aws:lambda:us-east-1:123456789012:function:smoke"],
  ]);
});

test.each([
  ["no mapping", "just text"],
  ["neither YAML nor JSON", "a: [1\nb: }"],
  ["JSON that is cut off", '{ "Resources": ['],
  ["nothing", ""],
  ["more than AWS takes", `a: ${"x".repeat(300_000)}`],
])("%s is no AppSpec", (_, text) => {
  expect(readAppSpec(text)).toBeUndefined();
});

test.each([
  ["members of other types", "Resources: 1\nHooks: { a: b }"],
  ["lists of texts", "Resources: [a]\nHooks: [b]"],
  ["names that every object has", "constructor: 1\n__proto__: { Resources: [] }"],
  [
    "a file of EC2",
    "version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: /srv\nhooks:\n  AfterInstall:\n    - location: a.sh",
  ],
])("%s name no task definition and no function", (_, text) => {
  expect(readAppSpec(text)).toEqual({ taskDefinition: undefined, hooks: new Map() });
});

test("text that refers to itself ends", () => {
  const bomb = Array.from({ length: 30 }, (_, n) => `k${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join("\n");
  expect(readAppSpec(`k0: &a0 [x]\n${bomb}\nResources: *a30`)?.taskDefinition).toBeUndefined();
});

test.each([
  ["CodeDeployHook_a", "CodeDeployHook_a"],
  ["arn:aws:lambda:us-east-1:123456789012:function:CodeDeployHook_a", "CodeDeployHook_a"],
  ["arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:smoke:live", "smoke"],
])("the function of %s is %s", (nameOrArn, name) => {
  expect(functionNameOf(nameOrArn)).toBe(name);
});

test.each([
  [ARN, true],
  ["checkout:42", true],
  ["checkout", false],
  ["arn:aws:ecs:us-east-1:123456789012:task-definition/checkout", false],
  ["<TASK_DEFINITION>", false],
])("%s stands for one revision of a task definition: %s", (name, isOne) => {
  expect(namesRevision(name)).toBe(isOne);
});
