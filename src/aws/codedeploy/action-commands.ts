/** The SDK's commands for what a person does: see `actionCommands` in `operations.ts`. */
export { ContinueDeploymentCommand, StopDeploymentCommand } from "@aws-sdk/client-codedeploy";
