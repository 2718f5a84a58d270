import { expect, test, vi } from "vitest";
import { fakeCodeDeploy } from "../../../testing/fake-aws.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import { AppError } from "../../errors/app-error.ts";
import { createActing } from "./acting.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };
const MARK = "0123456789abcdef";
const request = {
  applicationName: "checkout-api",
  deploymentGroupName: "prod",
  description: `Redeploy [${MARK}]`,
};

/** Redeploys, with AWS's answer to CreateDeployment and, where it is asked, to GetDeployment. */
function redeploy(answers: Partial<CodeDeploy>) {
  let all: ReturnType<Parameters<typeof createActing>[0]["records"]["read"]> = [];
  const acting = createActing({
    codeDeploy: fakeCodeDeploy(answers),
    ref: REF,
    records: {
      name: "test",
      read: () => all,
      write: (changed) => {
        all = changed;
      },
      subscribe: () => () => {},
    },
    locks: (_name, work) => work(),
    readAgain: () => {},
    readAtMs: () => undefined,
  });
  return acting.act({ kind: "redeploy", after: undefined, mark: MARK, request });
}

const inTheWay = (description: string, awsCode = "DeploymentLimitExceededException") => ({
  createDeployment: vi.fn<CodeDeploy["createDeployment"]>(async (_input, _signal, onSend) => {
    onSend?.();
    throw new AppError("unknown", {
      awsCode,
      detail: "The Deployment Group 'prod' already has an active Deployment 'd-NEW000001'",
    });
  }),
  getDeployment: async () => ({ deployment: { description }, raw: null }),
});

test("a new deployment that AWS accepts is kept with its id and its mark", async () => {
  const sent = vi.fn<CodeDeploy["createDeployment"]>(async () => ({ deploymentId: "d-NEW000001" }));
  expect(await redeploy({ createDeployment: sent })).toMatchObject({
    kind: "redeploy",
    mark: MARK,
    outcome: { state: "accepted", deploymentId: "d-NEW000001" },
  });
  expect(sent.mock.calls.map(([input]) => input)).toEqual([{ region: "eu-west-1", request }]);
});

test("a request that the browser itself has sent again is known by its own deployment, which stands in the way", async () => {
  const answers = inTheWay(`Redeploy of d-74D35AS7C, from Deploywatch [${MARK}]`);
  expect(await redeploy(answers)).toMatchObject({
    outcome: { state: "accepted", deploymentId: "d-NEW000001" },
  });
  expect(answers.createDeployment).toHaveBeenCalledTimes(1);
});

test("another deployment in the way is a refusal", async () => {
  expect(await redeploy(inTheWay("Release 4.18"))).toMatchObject({ outcome: { state: "refused" } });
  const { createDeployment } = inTheWay("");
  expect(await redeploy({ createDeployment })).toMatchObject({ outcome: { state: "refused" } });
});

test("a deployment that another refusal names is not taken for the one that was asked for", async () => {
  const answers = inTheWay(`Redeploy [${MARK}]`, "InvalidInputException");
  expect(await redeploy(answers)).toMatchObject({ outcome: { state: "refused" } });
});
