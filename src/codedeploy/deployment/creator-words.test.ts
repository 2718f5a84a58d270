import { describe, expect, test } from "vitest";
import { creatorWords } from "./creator-words.ts";

describe("who started a deployment", () => {
  test.each([
    ["user", "person"],
    ["autoscaling", "launched"],
    ["autoscalingTermination", "terminating"],
    ["codeDeployRollback", "roll back another deployment"],
    ["CodeDeploy", "CodeDeploy itself"],
    ["CodeDeployAutoUpdate", "older revision"],
    ["CloudFormation", "for a change to a stack"],
    ["CloudFormationRollback", "roll back a change to a stack"],
  ])("is said in words for %s, however AWS writes it", (creator, words) => {
    expect(creatorWords(creator)).toContain(words);
    expect(creatorWords(creator.toUpperCase())).toBe(creatorWords(creator));
  });

  test("is said for the spelling of the user guide", () => {
    expect(creatorWords("autoScaling")).toBe(creatorWords("autoscaling"));
  });

  test.each(["Pipeline", "__proto__", "constructor"])(
    "is shown as AWS wrote it when unknown: %s",
    (creator) => {
      expect(creatorWords(creator)).toBe(creator);
    },
  );

  test.each([undefined, ""])("is nothing when AWS does not say: %j", (creator) => {
    expect(creatorWords(creator)).toBeUndefined();
  });
});
