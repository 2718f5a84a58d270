import {
  BatchGetDeploymentGroupsCommand,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  GetApplicationRevisionCommand,
  GetDeploymentGroupCommand,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import type { DeploymentWaitType, RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { NewDeployment } from "../../codedeploy/actions/new-deployment.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { ApplicationRef, DeploymentGroup, GroupRef } from "../../codedeploy/group/deployment-group.ts";
import { AppError } from "../../errors/app-error.ts";
import { toPlain } from "../answers.ts";
import { sdkOperation } from "../sdk-service.ts";
import { listPage } from "./list-page.ts";

interface StopInput extends DeploymentRef {
  /**
   * Whether what was updated is rolled back. Never left out: what AWS does then is not documented.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
   */
  autoRollbackEnabled: boolean;
}

interface ContinueInput extends DeploymentRef {
  /** Which wait to end. Never left out, for the same reason. */
  deploymentWaitType: DeploymentWaitType;
}

interface CreateInput {
  region: string;
  request: NewDeployment;
}

interface RevisionInput {
  region: string;
  applicationName: string;
  revision: RevisionLocation;
}

interface PageInput {
  region: string;
  /** Where the list goes on, as the page before says it. */
  nextToken?: string | undefined;
}

interface GroupsInput extends ApplicationRef {
  /** At most 100, as AWS allows. */
  deploymentGroupNames: readonly string[];
}

/** What AWS says of a stop that it accepted. */
interface StopAnswer {
  /** `Pending`: some events may still run. `Succeeded`: none will. Or a word that nobody knows yet. */
  status: string | undefined;
  statusMessage: string | undefined;
}

/**
 * The part of the table of operations that most visits do not need: what people do, and what only some cards ask. It loads with the first
 * of them; `operations` has a line for each.
 */
export const laterOperations = {
  /**
   * Stops a deployment. AWS's answer says whether anything may still run: `Pending`, or `Succeeded` where nothing will.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
   */
  stopDeployment: sdkOperation({
    command: ({ deploymentId, autoRollbackEnabled }: StopInput) =>
      new StopDeploymentCommand({ deploymentId, autoRollbackEnabled }),
    result: ({ status, statusMessage }): StopAnswer => ({ status, statusMessage }),
  }),
  /**
   * Ends a wait of a blue/green deployment: reroutes the traffic, or terminates what was there before. AWS answers nothing.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
   */
  continueDeployment: sdkOperation({
    command: ({ deploymentId, deploymentWaitType }: ContinueInput) =>
      new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }),
    result: () => ({}),
  }),
  /**
   * Starts a deployment. AWS has no token that would make a second request harmless.
   *
   * @returns its id; `undefined` where AWS answers without one
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
   */
  createDeployment: sdkOperation({
    command: ({ request }: CreateInput) => new CreateDeploymentCommand(request),
    result: ({ deploymentId }) => ({ deploymentId: deploymentId || undefined }),
  }),
  /**
   * A revision that is registered with an application, with the text of its AppSpec, of which GetDeployment has the hash only.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetApplicationRevision.html
   */
  getApplicationRevision: sdkOperation({
    command: ({ applicationName, revision }: RevisionInput) =>
      new GetApplicationRevisionCommand({ applicationName, revision }),
    result: ({ revision }): { revision: RevisionLocation | undefined } => ({ revision: toPlain(revision) }),
  }),
  /**
   * A deployment group as it is today.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeploymentGroup.html
   */
  getDeploymentGroup: sdkOperation({
    command: ({ applicationName, deploymentGroupName }: GroupRef) =>
      new GetDeploymentGroupCommand({ applicationName, deploymentGroupName }),
    result: ({ deploymentGroupInfo }): DeploymentGroup => {
      if (!deploymentGroupInfo) {
        throw new AppError("malformed", { detail: "The answer holds no deploymentGroupInfo." });
      }
      return toPlain(deploymentGroupInfo);
    },
  }),
  /**
   * One page of the names of the applications, in an order that AWS does not document.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListApplications.html
   */
  listApplications: sdkOperation({
    command: ({ nextToken }: PageInput) => new ListApplicationsCommand({ nextToken }),
    result: ({ applications, nextToken }) => listPage(applications, nextToken),
  }),
  /**
   * One page of the names of an application's groups, in an order that AWS does not document.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentGroups.html
   */
  listDeploymentGroups: sdkOperation({
    command: ({ applicationName, nextToken }: ApplicationRef & PageInput) =>
      new ListDeploymentGroupsCommand({ applicationName, nextToken }),
    result: ({ deploymentGroups, nextToken }) => listPage(deploymentGroups, nextToken),
  }),
  /**
   * Several groups of an application as they are today, in no particular order; those that AWS does not find are left out.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentGroups.html
   */
  batchGetDeploymentGroups: sdkOperation({
    command: ({ applicationName, deploymentGroupNames }: GroupsInput) =>
      new BatchGetDeploymentGroupsCommand({
        applicationName,
        deploymentGroupNames: [...deploymentGroupNames],
      }),
    result: ({ deploymentGroupsInfo }): DeploymentGroup[] => toPlain(deploymentGroupsInfo ?? []),
  }),
};
