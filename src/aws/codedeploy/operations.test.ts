import type { ListDeploymentTargetsOutput } from "@aws-sdk/client-codedeploy";
import { CodeDeployClient, DeploymentNotStartedException } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { keysOf } from "../../values/look-up.ts";
import { operations } from "./operations.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };

/** The real client, with AWS's answer put in place of the network. */
function clientThat(answer: (input: object) => ListDeploymentTargetsOutput): CodeDeployClient {
  const client = new CodeDeployClient({
    region: REF.region,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  client.middlewareStack.add(
    () => (args) => Promise.resolve({ response: {}, output: { ...answer(args.input), $metadata: {} } }),
    { step: "initialize", name: "answer" },
  );
  return client;
}

function list(client: CodeDeployClient, input: { status?: "Failed"; nextToken?: string } = {}) {
  return operations.listDeploymentTargets.ask(client, { ...REF, ...input }, new AbortController().signal);
}

async function stop(autoRollbackEnabled: boolean): Promise<object[]> {
  const asked: object[] = [];
  const client = clientThat((input) => {
    asked.push(input);
    return {};
  });
  await operations.stopDeployment.ask(client, { ...REF, autoRollbackEnabled }, new AbortController().signal);
  return asked;
}

describe("a stop", () => {
  test.each([true, false])("always says whether to roll back: %s", async (autoRollbackEnabled) => {
    expect(await stop(autoRollbackEnabled)).toEqual([
      { deploymentId: REF.deploymentId, autoRollbackEnabled },
    ]);
  });
});

test("which operations are actions is written in the table", () => {
  const actions = keysOf(operations).filter((name) => operations[name].kind === "action");
  expect(actions).toEqual(["stopDeployment", "continueDeployment", "createDeployment"]);
});

describe("the ids of a deployment's targets", () => {
  test("come page by page", async () => {
    const client = clientThat(() => ({ targetIds: ["i-1", "i-2"], nextToken: "more" }));
    expect(await list(client)).toEqual({ kind: "ids", ids: ["i-1", "i-2"], nextToken: "more" });
  });

  test("end with a page without a token, or with an empty one", async () => {
    const client = clientThat(() => ({ nextToken: "" }));
    expect(await list(client)).toEqual({ kind: "ids", ids: [], nextToken: undefined });
  });

  test("of a deployment that has not started are none yet, and no error", async () => {
    const client = clientThat(() => {
      throw new DeploymentNotStartedException({ message: "", $metadata: {} });
    });
    expect(await list(client)).toEqual({ kind: "not-started" });
  });

  test("any other refusal is thrown", async () => {
    const client = clientThat(() => {
      throw new Error("refused");
    });
    await expect(list(client)).rejects.toThrow("refused");
  });

  test("are asked for by page and status only where that is wanted", async () => {
    const asked: object[] = [];
    const client = clientThat((input) => {
      asked.push(input);
      return {};
    });
    await list(client);
    await list(client, { status: "Failed", nextToken: "more" });
    expect(asked).toEqual([
      { deploymentId: REF.deploymentId },
      { deploymentId: REF.deploymentId, nextToken: "more", targetFilters: { TargetStatus: ["Failed"] } },
    ]);
  });
});
