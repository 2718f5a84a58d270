import type { Known, NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import type { CodeDeploy, Operations } from "./operations.ts";

/** An action is tried on a deployment that does not exist, so that nothing is acted on. */
export const NOBODYS_ID = "d-000000000";
const NO_SUCH_DEPLOYMENT = ["DeploymentDoesNotExistException"];
const NO_SUCH_GROUP = ["ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException"];

/** The group of the deployment that is known. */
const groupOf = ({ region, deployment }: Known) =>
  deployment && {
    region,
    applicationName: deployment.applicationName ?? "",
    deploymentGroupName: deployment.deploymentGroupName ?? "",
  };

/**
 * The IAM actions that the app needs, one for each operation. The page does not read them: see `aws/permissions.ts`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
 */
export const permissions = (): NeededPermission<{ codeDeploy: CodeDeploy }>[] =>
  neededPermissions<Operations, { codeDeploy: CodeDeploy }>(
    "codedeploy",
    {
      getDeployment: {
        role: "reader",
        resource: "deploymentgroup:*",
        without: "nothing can be shown",
        trial: (known) => known,
        learn: ({ deployment }) => ({ deployment }),
      },
      listDeployments: {
        role: "reader",
        resource: "deploymentgroup:*",
        without: "no usual duration, and no deployments before and after",
        allowed: NO_SUCH_GROUP,
        trial: groupOf,
      },
      batchGetDeployments: {
        role: "reader",
        resource: "deploymentgroup:*",
        without: "no usual duration",
        trial: ({ region, deploymentId }) => ({ region, deploymentIds: [deploymentId] }),
      },
      listDeploymentTargets: {
        role: "reader",
        resource: "none",
        without: "no targets, lifecycle events and script logs",
        trial: (known) => known,
        learn: (page) => (page.kind === "ids" && page.ids[0] !== undefined ? { targetId: page.ids[0] } : {}),
      },
      batchGetDeploymentTargets: {
        role: "reader",
        resource: "none",
        without: "no targets, lifecycle events and script logs",
        allowed: [
          "DeploymentNotStartedException",
          "DeploymentTargetDoesNotExistException",
          "InstanceDoesNotExistException",
          "InvalidDeploymentTargetIdException",
        ],
        trial: ({ targetId = "unknown", ...known }) => ({ ...known, targetIds: [targetId] }),
      },
      getDeploymentConfig: {
        role: "reader",
        resource: "deploymentconfig:*",
        without: "no planned traffic shifts and no health budget",
        allowed: ["DeploymentConfigDoesNotExistException"],
        trial: ({ region, deployment }) =>
          deployment && { region, configName: deployment.deploymentConfigName ?? "" },
      },
      stopDeployment: {
        role: "operator",
        resource: "none",
        without: "no stop, and no stop with a rollback",
        allowed: NO_SUCH_DEPLOYMENT,
        trial: ({ region }) => ({ region, deploymentId: NOBODYS_ID, autoRollbackEnabled: false }),
      },
      continueDeployment: {
        role: "operator",
        resource: "none",
        without: "no rerouting of traffic, and no end of a wait",
        allowed: NO_SUCH_DEPLOYMENT,
        trial: ({ region }) => ({ region, deploymentId: NOBODYS_ID, deploymentWaitType: "READY_WAIT" }),
      },
      createDeployment: {
        role: "deployer",
        resource: "deploymentgroup:*",
        without: "no new deployment, no rollback to an earlier revision, and no restart",
        allowed: ["DeploymentConfigDoesNotExistException", "RevisionRequiredException"],
        // Neither a revision nor a configuration that exists: nothing can come of it.
        trial: (known) => {
          const group = groupOf(known);
          if (!group) return undefined;
          const { region, ...names } = group;
          return { region, request: { ...names, deploymentConfigName: "deploywatch-tries-a-permission" } };
        },
      },
      getApplicationRevision: {
        role: "deployer",
        resource: "application:*",
        joins: ["revisions", "logs"],
        without: "no text of AppSpecs: no comparison of what they deploy, and no names of hook functions",
        allowed: ["RevisionDoesNotExistException"],
        trial: ({ region, deployment }) =>
          deployment?.revision && {
            region,
            applicationName: deployment.applicationName ?? "",
            revision: deployment.revision,
          },
      },
      getDeploymentGroup: {
        role: "reader",
        resource: "deploymentgroup:*",
        without: "no page of a deployment group, and no alarms of the group",
        allowed: NO_SUCH_GROUP,
        trial: groupOf,
      },
      batchGetDeploymentGroups: {
        role: "reader",
        resource: "deploymentgroup:*",
        without: "no states of the groups on an application's page",
        allowed: NO_SUCH_GROUP,
        trial: (known) => {
          const group = groupOf(known);
          if (!group) return undefined;
          const { deploymentGroupName, ...application } = group;
          return { ...application, deploymentGroupNames: [deploymentGroupName] };
        },
      },
      listDeploymentGroups: {
        role: "reader",
        resource: "application:*",
        without: "no page of an application",
        allowed: NO_SUCH_GROUP,
        trial: ({ region, deployment }) =>
          deployment && { region, applicationName: deployment.applicationName ?? "" },
      },
      listApplications: {
        role: "reader",
        resource: "none",
        without: "no list of the applications",
        trial: ({ region }) => ({ region }),
      },
    },
    ({ codeDeploy }) => codeDeploy,
  );
