import { expect, test } from "vitest";
import type { RawAnswer } from "../../../testing/signed-request.ts";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

async function ask(
  action: string,
  parameters: Record<string, string>,
  deny: string[] = [],
): Promise<RawAnswer> {
  const client = await rawClient(emulator, { deny });
  const body = new URLSearchParams({ Action: action, Version: "2015-12-01", ...parameters });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return client.send("elasticloadbalancing", headers, body.toString());
}

const arnIn = ({ text }: RawAnswer) => /<TargetGroupArn>([^<]+)</.exec(text)?.[1] ?? "";

test("a target group that is on no listener says so of each new task", async () => {
  await emulator.control.start("ecs-target-group-unused", { moment: "stopping" });
  const groups = await ask("DescribeTargetGroups", { "Names.member.1": "wishlist-green" });
  const { text } = await ask("DescribeTargetHealth", { TargetGroupArn: arnIn(groups) });
  expect(text.match(/<Reason>Target\.NotInUse<\/Reason>/g)).toHaveLength(2);
});

test("the targets of a deployment that goes well are healthy", async () => {
  await emulator.control.start("ecs-linear", { moment: "shifting" });
  const groups = await ask("DescribeTargetGroups", { "Names.member.1": "storefront-green" });
  const { text } = await ask("DescribeTargetHealth", { TargetGroupArn: arnIn(groups) });
  expect(text.match(/<State>healthy<\/State>/g)).toHaveLength(6);
});

test.each([
  ["DescribeTargetGroups", { "Names.member.1": "nothing" }],
  ["DescribeTargetHealth", { TargetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/x/y" }],
])("%s of what does not exist is refused", async (action, parameters) => {
  const { status, text } = await ask(action, parameters);
  expect(status).toBe(400);
  expect(text).toContain("<Code>TargetGroupNotFound</Code>");
});

test("a role without the action is refused by name", async () => {
  const { text } = await ask("DescribeTargetGroups", {}, ["elasticloadbalancing:DescribeTargetGroups"]);
  expect(text).toContain("not authorized to perform: elasticloadbalancing:DescribeTargetGroups");
});
