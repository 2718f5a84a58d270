import { AwsClient } from "aws4fetch";
import { addressed, fetchConfig } from "../site.ts";
import { credentialsFor } from "./credentials.ts";

// The least that shows a deployment's status: requests signed by hand, no framework, nothing kept up to date.

const config = await fetchConfig();
const credentials = await credentialsFor(config);
const { region, deploymentId } = addressed();
const aws = new AwsClient({ ...credentials, service: "codedeploy", region, retries: 0 });
const signed = await aws.sign(config.emulator.endpoint, {
  method: "POST",
  headers: {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "CodeDeploy_20141006.GetDeployment",
  },
  body: JSON.stringify({ deploymentId }),
});
const answer = await fetch(signed, { credentials: "omit" });
const { deploymentInfo } = await answer.json();
const status = document.createElement("section");
status.ariaLabel = "Status";
const heading = document.createElement("h2");
heading.textContent = `${deploymentInfo.applicationName}: ${deploymentInfo.status}`;
status.append(heading);
document.querySelector("main")?.replaceChildren(status);
