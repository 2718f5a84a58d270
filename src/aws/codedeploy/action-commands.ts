/** The SDK's commands for what a person does, and for what few pages ask: see `actionCommands` in `operations.ts`. */
export {
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  GetApplicationRevisionCommand,
  GetDeploymentGroupCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
