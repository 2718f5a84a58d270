import { App } from "aws-cdk-lib";
import { createStack } from "./deploywatch-stack.ts";

// For `cdk synth` and `cdk deploy`; who has no CDK deploys the template as it is.
const app = new App({ analyticsReporting: false });
createStack(app);
app.synth();
