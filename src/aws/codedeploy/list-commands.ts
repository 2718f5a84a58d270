/** The SDK's commands for the pages of applications and groups: see `listCommands` in `later-operations.ts`. */
export {
  BatchGetDeploymentGroupsCommand,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
} from "@aws-sdk/client-codedeploy";
