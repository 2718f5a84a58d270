import { readdirSync, readFileSync } from "node:fs";

const COMMANDS = new URL(
  "../../../node_modules/@aws-sdk/client-codedeploy/dist-types/commands/",
  import.meta.url,
);

/** The names of CodeDeploy's operations in the API model. */
export function modelledOperations(): string[] {
  return readdirSync(COMMANDS).flatMap((name) => /^(\w+)Command\.d\.ts$/.exec(name)?.[1] ?? []);
}

/** The errors of an operation in the API model, which the SDK repeats in its documentation of the command. */
export function modelledErrors(operation: string): string[] {
  const documentation = readFileSync(new URL(`${operation}Command.d.ts`, COMMANDS), "utf8");
  const named = [...documentation.matchAll(/@throws \{@link (\w+)\} \(client fault\)/g)];
  return named.map(([, name = ""]) => name).toSorted();
}

/** The deletion of an application or a group deletes its deployments: they do not exist any more. */
const OF_DELETED = ["ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException"];

/** Errors that the model names and that no input of the operation could cause: the README says so, with the reasons. */
export const WITHOUT_CAUSE: Readonly<Record<string, readonly string[]>> = {
  BatchGetDeploymentTargets: ["InstanceDoesNotExistException"],
  GetDeploymentConfig: ["InvalidComputePlatformException"],
  GetDeploymentGroup: ["DeploymentConfigDoesNotExistException"],
  BatchGetDeploymentGroups: ["DeploymentConfigDoesNotExistException"],
  ListDeploymentTargets: OF_DELETED,
  StopDeployment: ["DeploymentGroupDoesNotExistException"],
  CreateDeployment: [
    "InvalidECSServiceException",
    "InvalidLoadBalancerInfoException",
    "InvalidRoleException",
    "ThrottlingException",
  ],
  ListDeploymentInstances: [...OF_DELETED, "InvalidTargetFilterNameException"],
};
