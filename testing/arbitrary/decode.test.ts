import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import fc from "fast-check";
import { expect, test } from "vitest";
import { boundAnswers } from "../../src/aws/answers.ts";
import { operations } from "../../src/aws/codedeploy/operations.ts";
import { deploymentInfo } from "./arbitrary-deployment.ts";
import { decodeDeployment } from "./decode.ts";

/** The real client, with `body` in place of the network's answer. */
function clientThatHears(body: string): CodeDeployClient {
  const answer = { statusCode: 200, headers: {}, body: new Response(body).body };
  const client = new CodeDeployClient({
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: { handle: () => Promise.resolve({ response: answer }) },
  });
  boundAnswers(client);
  return client;
}

test("made-up answers reach the page as the SDK would hand them over", async () => {
  const ref = { region: "us-east-1", deploymentId: "d-74D35AS7C" };
  const { signal } = new AbortController();
  for (const info of fc.sample(deploymentInfo, { seed: 1, numRuns: 50 })) {
    const body = JSON.stringify({ deploymentInfo: info });
    const { deployment } = await operations.getDeployment.ask(clientThatHears(body), ref, signal);
    // The SDK leaves out the one member that it does not know.
    const decoded = Object.entries(decodeDeployment(JSON.parse(JSON.stringify(info))));
    expect(deployment).toEqual(Object.fromEntries(decoded.filter(([name]) => name !== "pauseInfo")));
  }
});
