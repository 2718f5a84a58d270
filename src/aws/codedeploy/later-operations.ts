import type { DeploymentWaitType, RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { NewDeployment } from "../../codedeploy/actions/new-deployment.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type {
  ApplicationRef,
  DeploymentGroup,
  GroupRef,
  ListPage,
} from "../../codedeploy/group/deployment-group.ts";
import { AppError } from "../../errors/app-error.ts";
import { present } from "../../values/lists.ts";
import { toPlain } from "../answers.ts";
import { sdkOperation } from "../sdk-service.ts";

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
 * The commands of what a person does, and of what only that needs: a chunk of its own, which loads with the first of them.
 * Most visits only look.
 */
const actionCommands = () => import("./action-commands.ts");

/** The commands of the pages of applications and groups: a chunk of its own. */
const listCommands = () => import("./list-commands.ts");

/** One page of a list, as AWS answers it. */
export function listPage(items: string[] | undefined, nextToken: string | undefined): ListPage {
  return { items: present(items), nextToken: nextToken || undefined };
}

/** The part of the table of operations that most visits do not need: what people do, and what only some cards ask. */
export const laterOperations = {
  /**
   * Stops a deployment. AWS's answer says whether anything may still run: `Pending`, or `Succeeded` where nothing will.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
   */
  stopDeployment: sdkOperation({
    kind: "action",
    command: async ({ deploymentId, autoRollbackEnabled }: StopInput) => {
      const { StopDeploymentCommand } = await actionCommands();
      return new StopDeploymentCommand({ deploymentId, autoRollbackEnabled });
    },
    result: ({ status, statusMessage }): StopAnswer => ({ status, statusMessage }),
  }),
  /**
   * Ends a wait of a blue/green deployment: reroutes the traffic, or terminates what was there before. AWS answers nothing.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
   */
  continueDeployment: sdkOperation({
    kind: "action",
    command: async ({ deploymentId, deploymentWaitType }: ContinueInput) => {
      const { ContinueDeploymentCommand } = await actionCommands();
      return new ContinueDeploymentCommand({ deploymentId, deploymentWaitType });
    },
    result: () => ({}),
  }),
  /**
   * Starts a deployment. AWS has no token that would make a second request harmless.
   *
   * @returns its id; `undefined` where AWS answers without one
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
   */
  createDeployment: sdkOperation({
    kind: "action",
    command: async ({ request }: CreateInput) => {
      const { CreateDeploymentCommand } = await actionCommands();
      return new CreateDeploymentCommand(request);
    },
    result: ({ deploymentId }) => ({ deploymentId: deploymentId || undefined }),
  }),
  /**
   * A revision that is registered with an application, with the text of its AppSpec, of which GetDeployment has the hash only.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetApplicationRevision.html
   */
  getApplicationRevision: sdkOperation({
    command: async ({ applicationName, revision }: RevisionInput) => {
      const { GetApplicationRevisionCommand } = await actionCommands();
      return new GetApplicationRevisionCommand({ applicationName, revision });
    },
    result: ({ revision }): { revision: RevisionLocation | undefined } => ({ revision: toPlain(revision) }),
  }),
  /**
   * A deployment group as it is today.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeploymentGroup.html
   */
  getDeploymentGroup: sdkOperation({
    command: async ({ applicationName, deploymentGroupName }: GroupRef) => {
      const { GetDeploymentGroupCommand } = await actionCommands();
      return new GetDeploymentGroupCommand({ applicationName, deploymentGroupName });
    },
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
    command: async ({ nextToken }: PageInput) => {
      const { ListApplicationsCommand } = await listCommands();
      return new ListApplicationsCommand({ nextToken });
    },
    result: ({ applications, nextToken }) => listPage(applications, nextToken),
  }),
  /**
   * One page of the names of an application's groups, in an order that AWS does not document.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentGroups.html
   */
  listDeploymentGroups: sdkOperation({
    command: async ({ applicationName, nextToken }: ApplicationRef & PageInput) => {
      const { ListDeploymentGroupsCommand } = await listCommands();
      return new ListDeploymentGroupsCommand({ applicationName, nextToken });
    },
    result: ({ deploymentGroups, nextToken }) => listPage(deploymentGroups, nextToken),
  }),
  /**
   * Several groups of an application as they are today, in no particular order; those that AWS does not find are left out.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentGroups.html
   */
  batchGetDeploymentGroups: sdkOperation({
    command: async ({ applicationName, deploymentGroupNames }: GroupsInput) => {
      const { BatchGetDeploymentGroupsCommand } = await listCommands();
      return new BatchGetDeploymentGroupsCommand({
        applicationName,
        deploymentGroupNames: [...deploymentGroupNames],
      });
    },
    result: ({ deploymentGroupsInfo }): DeploymentGroup[] => toPlain(deploymentGroupsInfo ?? []),
  }),
};
