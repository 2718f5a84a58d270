import * as sdk from "@aws-sdk/client-codedeploy";
import type { SignedOperation } from "../signed-json-service.ts";
import { signedJsonService } from "../signed-json-service.ts";
import { batchGetApplications, listApplications } from "./applications.ts";
import { getApplicationRevision, registerApplicationRevision } from "./application-revisions.ts";
import { continueDeployment, skipWaitTime } from "./continue-deployment.ts";
import { createDeployment } from "./create-deployment.ts";
import { getDeploymentConfig, listDeploymentConfigs } from "./deployment-configs.ts";
import { batchGetDeployments, getDeployment } from "./deployments.ts";
import { batchGetDeploymentGroups, getDeploymentGroup, listDeploymentGroups } from "./groups.ts";
import { batchGetDeploymentInstances, getDeploymentInstance, listDeploymentInstances } from "./instances.ts";
import { listDeployments } from "./list-deployments.ts";
import {
  everyConfig,
  groupOfDeployment,
  groupsOfDeployments,
  namedApplication,
  namedApplications,
  namedConfig,
  namedGroup,
  namedGroups,
  neededToCreate,
} from "./resources.ts";
import { stopDeployment } from "./stop-deployment.ts";
import { batchGetDeploymentTargets, getDeploymentTarget, listDeploymentTargets } from "./targets.ts";

const COMMAND = /^(\w+)Command$/;

/** Every operation of CodeDeploy that the emulator has. */
export const OPERATIONS: Readonly<Record<string, SignedOperation>> = {
  GetDeployment: {
    schema: sdk.GetDeployment$,
    answer: getDeployment,
    resources: groupOfDeployment,
    canBeNarrowed: true,
  },
  ListDeploymentTargets: {
    schema: sdk.ListDeploymentTargets$,
    answer: listDeploymentTargets,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  BatchGetDeploymentTargets: {
    schema: sdk.BatchGetDeploymentTargets$,
    answer: batchGetDeploymentTargets,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  GetDeploymentTarget: {
    schema: sdk.GetDeploymentTarget$,
    answer: getDeploymentTarget,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  GetDeploymentConfig: {
    schema: sdk.GetDeploymentConfig$,
    answer: getDeploymentConfig,
    resources: namedConfig,
    canBeNarrowed: false,
  },
  ListDeploymentConfigs: {
    schema: sdk.ListDeploymentConfigs$,
    answer: listDeploymentConfigs,
    resources: everyConfig,
    canBeNarrowed: false,
  },
  ListDeployments: {
    schema: sdk.ListDeployments$,
    answer: listDeployments,
    resources: namedGroup,
    canBeNarrowed: true,
  },
  BatchGetDeployments: {
    schema: sdk.BatchGetDeployments$,
    answer: batchGetDeployments,
    resources: groupsOfDeployments,
    canBeNarrowed: true,
  },
  GetDeploymentGroup: {
    schema: sdk.GetDeploymentGroup$,
    answer: getDeploymentGroup,
    resources: namedGroup,
    canBeNarrowed: true,
  },
  ListDeploymentGroups: {
    schema: sdk.ListDeploymentGroups$,
    answer: listDeploymentGroups,
    resources: namedApplication,
    canBeNarrowed: false,
  },
  BatchGetDeploymentGroups: {
    schema: sdk.BatchGetDeploymentGroups$,
    answer: batchGetDeploymentGroups,
    resources: namedGroups,
    canBeNarrowed: true,
  },
  ListApplications: {
    schema: sdk.ListApplications$,
    answer: listApplications,
    resources: namedApplication,
    canBeNarrowed: false,
  },
  BatchGetApplications: {
    schema: sdk.BatchGetApplications$,
    answer: batchGetApplications,
    resources: namedApplications,
    canBeNarrowed: false,
  },
  GetDeploymentInstance: {
    schema: sdk.GetDeploymentInstance$,
    answer: getDeploymentInstance,
    resources: groupOfDeployment,
    canBeNarrowed: true,
  },
  ListDeploymentInstances: {
    schema: sdk.ListDeploymentInstances$,
    answer: listDeploymentInstances,
    resources: groupOfDeployment,
    canBeNarrowed: true,
  },
  BatchGetDeploymentInstances: {
    schema: sdk.BatchGetDeploymentInstances$,
    answer: batchGetDeploymentInstances,
    resources: groupOfDeployment,
    canBeNarrowed: true,
  },
  StopDeployment: {
    schema: sdk.StopDeployment$,
    answer: stopDeployment,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  ContinueDeployment: {
    schema: sdk.ContinueDeployment$,
    answer: continueDeployment,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  SkipWaitTimeForInstanceTermination: {
    schema: sdk.SkipWaitTimeForInstanceTermination$,
    answer: skipWaitTime,
    resources: groupOfDeployment,
    canBeNarrowed: false,
  },
  CreateDeployment: {
    schema: sdk.CreateDeployment$,
    answer: createDeployment,
    resources: namedGroup,
    canBeNarrowed: true,
    alsoNeeds: neededToCreate,
  },
  GetApplicationRevision: {
    schema: sdk.GetApplicationRevision$,
    answer: getApplicationRevision,
    resources: namedApplication,
    canBeNarrowed: false,
  },
  RegisterApplicationRevision: {
    schema: sdk.RegisterApplicationRevision$,
    answer: registerApplicationRevision,
    resources: namedApplication,
    canBeNarrowed: false,
  },
};

/** CodeDeploy. A role without permissions of its own may do what reads, and nothing that acts. */
export const codeDeploy = signedJsonService({
  name: "codedeploy",
  title: "CodeDeploy",
  target: "CodeDeploy_20141006",
  operations: OPERATIONS,
  allNames: new Set(Object.keys(sdk).flatMap((name) => COMMAND.exec(name)?.[1] ?? [])),
});
