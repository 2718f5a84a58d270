import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import type { CredentialSource } from "../../access/credentials.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { GroupRef, ListPage } from "../../codedeploy/group/deployment-group.ts";
import type {
  DeploymentConfigInfo,
  DeploymentConfigRef,
} from "../../codedeploy/settings/deployment-config.ts";
import { matchTargets } from "../../codedeploy/targets/target-match.ts";
import type { Target, TargetPage, TargetPageInput } from "../../codedeploy/targets/target.ts";
import type { Config } from "../../config/schema.ts";
import { AppError } from "../../errors/app-error.ts";
import { isRecord } from "../../values/is-record.ts";
import { present } from "../../values/lists.ts";
import { toPlain } from "../answers.ts";
import { laterOperation, sdkAttempt, sdkOperation } from "../sdk-service.ts";
import type { Attempts, Service } from "../service.ts";
import { listPage } from "./list-page.ts";

/** Which deployments to list. A group is named by both names or by none; without a filter all are listed. */
interface DeploymentListInput extends Partial<Omit<GroupRef, "region">> {
  region: string;
  /** Only deployments with one of these statuses. */
  statuses?: readonly DeploymentStatus[];
  /** Only deployments that were created from this moment on, in epoch milliseconds. */
  createdFromMs?: number | undefined;
  /** Where the list goes on, as the page before says it. */
  nextToken?: string | undefined;
}

interface DeploymentsInput {
  region: string;
  /** At most 25, as AWS allows. */
  deploymentIds: readonly string[];
}

interface TargetsInput extends DeploymentRef {
  /** At most 25, as AWS allows. */
  targetIds: readonly string[];
}

const later = async () => (await import("./later-operations.ts")).laterOperations;

/**
 * Every operation of CodeDeploy that the app asks. `CodeDeploy`, the interface of the rest of the app, the retries, the
 * doctor's trials and the fake for tests derive from this table; see `permissions` for what each needs.
 */
export const operations = {
  /**
   * One deployment. An answer without `deploymentInfo`, or with a list in its place, which the SDK takes for success, is
   * malformed.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
   */
  getDeployment: sdkOperation({
    command: ({ deploymentId }: DeploymentRef) => new GetDeploymentCommand({ deploymentId }),
    result: ({ deploymentInfo }, _, body): DeploymentAnswer => {
      const raw = body();
      if (!deploymentInfo || !isRecord(raw) || Array.isArray(raw["deploymentInfo"])) {
        throw new AppError("malformed", { detail: "The answer holds no deploymentInfo." });
      }
      return { deployment: toPlain(deploymentInfo), raw };
    },
  }),
  /**
   * One page of the ids of deployments. AWS documents no order; in practice the newest come first.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
   */
  listDeployments: sdkOperation({
    command: (input: DeploymentListInput) =>
      new ListDeploymentsCommand({
        applicationName: input.applicationName,
        deploymentGroupName: input.deploymentGroupName,
        includeOnlyStatuses: input.statuses && [...input.statuses],
        createTimeRange:
          input.createdFromMs === undefined ? undefined : { start: new Date(input.createdFromMs) },
        nextToken: input.nextToken,
      }),
    result: ({ deployments, nextToken }): ListPage => listPage(deployments, nextToken),
  }),
  /**
   * Several deployments in one request, in no particular order, each as GetDeployment answers it.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeployments.html
   */
  batchGetDeployments: sdkOperation({
    command: ({ deploymentIds }: DeploymentsInput) =>
      new BatchGetDeploymentsCommand({ deploymentIds: [...deploymentIds] }),
    result: ({ deploymentsInfo }, _, body): DeploymentAnswer[] => {
      const raw = body();
      const all = isRecord(raw) ? raw["deploymentsInfo"] : [];
      const rawById = new Map(
        Array.isArray(all) ? all.map((info) => [isRecord(info) && info["deploymentId"], info]) : [],
      );
      return present(deploymentsInfo).map((info) => ({
        deployment: toPlain(info),
        raw: { deploymentInfo: rawById.get(info.deploymentId ?? "") ?? {} },
      }));
    },
  }),
  /**
   * One page of the ids of a deployment's targets. A deployment that has not started yet has none, which AWS reports as
   * an exception and we as an answer.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentTargets.html
   */
  listDeploymentTargets: sdkOperation({
    command: ({ deploymentId, status, nextToken }: TargetPageInput) =>
      new ListDeploymentTargetsCommand({
        deploymentId,
        ...(nextToken !== undefined && { nextToken }),
        ...(status !== undefined && { targetFilters: { TargetStatus: [status] } }),
      }),
    result: ({ targetIds, nextToken }): TargetPage => ({
      kind: "ids",
      ids: present(targetIds),
      nextToken: nextToken || undefined,
    }),
    refusal: (error): TargetPage | undefined =>
      error instanceof Error && error.name === "DeploymentNotStartedException"
        ? { kind: "not-started" }
        : undefined,
  }),
  /**
   * The details of up to 25 targets, in the order of `targetIds`; those that AWS left out are missing.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html
   */
  batchGetDeploymentTargets: sdkOperation({
    command: ({ deploymentId, targetIds }: TargetsInput) =>
      new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: [...targetIds] }),
    result: ({ deploymentTargets }, { targetIds }): Target[] =>
      matchTargets(targetIds, toPlain(deploymentTargets ?? [])),
  }),
  /**
   * The rules of a deployment configuration. They never change: to change them, people make another one.
   *
   * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeploymentConfig.html
   */
  getDeploymentConfig: sdkOperation({
    command: ({ configName }: DeploymentConfigRef) =>
      new GetDeploymentConfigCommand({ deploymentConfigName: configName }),
    result: ({ deploymentConfigInfo }): DeploymentConfigInfo => {
      if (!deploymentConfigInfo) {
        throw new AppError("malformed", { detail: "The answer holds no deploymentConfigInfo." });
      }
      return toPlain(deploymentConfigInfo);
    },
  }),
  stopDeployment: laterOperation("action", async () => (await later()).stopDeployment),
  continueDeployment: laterOperation("action", async () => (await later()).continueDeployment),
  createDeployment: laterOperation("action", async () => (await later()).createDeployment),
  getApplicationRevision: laterOperation("read", async () => (await later()).getApplicationRevision),
  getDeploymentGroup: laterOperation("read", async () => (await later()).getDeploymentGroup),
  listApplications: laterOperation("read", async () => (await later()).listApplications),
  listDeploymentGroups: laterOperation("read", async () => (await later()).listDeploymentGroups),
  batchGetDeploymentGroups: laterOperation("read", async () => (await later()).batchGetDeploymentGroups),
};

/** The table, for what derives from it. */
export type Operations = typeof operations;

/** CodeDeploy as the rest of the app sees it: a method for each line of the table of operations. */
export interface CodeDeploy extends Service<typeof operations> {}

/** Attempts at these operations over the SDK. */
export function codeDeployAttempt(
  config: Config,
  credentials: CredentialSource,
): Attempts<typeof operations> {
  return sdkAttempt(
    "codedeploy",
    operations,
    (options) => new CodeDeployClient(options),
    config,
    credentials,
  );
}
