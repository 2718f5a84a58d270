import type { ErrorCode } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";

/** AWS's own page about the codes. */
export const ERROR_CODES_URL = "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html";

export interface ErrorFacts {
  /** One plain sentence: what the code says. */
  meaning: string;
  /** What to check or do first. */
  nextStep: string;
}

const UNKNOWN: ErrorFacts = {
  meaning: "This version of the page does not know this error code. It is shown as AWS sent it.",
  nextStep: "Read AWS's message, and look the code up in AWS's list of error codes.",
};

/** What the `errorInformation.code` of a deployment means, and what to do; says so for a code that nobody knows. */
export function errorFacts(code: string): ErrorFacts {
  const meaning = lookUp(ERROR_MEANINGS, code);
  const nextStep = lookUp(ERROR_NEXT_STEPS, code);
  return meaning !== undefined && nextStep !== undefined ? { meaning, nextStep } : UNKNOWN;
}

/** A code that AWS's user guide documents and its API model lacks. */
export type DocumentedErrorCode = ErrorCode | "UNABLE_TO_SEND_ASG";

/**
 * What each error code says, in one plain sentence.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html
 */
export const ERROR_MEANINGS: Readonly<Record<DocumentedErrorCode, string>> = {
  AGENT_ISSUE: "The CodeDeploy agent on one or more instances did not do its work.",
  ALARM_ACTIVE: "A CloudWatch alarm went off, and CodeDeploy stopped the deployment.",
  APPLICATION_MISSING: "The CodeDeploy application does not exist any more.",
  AUTOSCALING_VALIDATION_ERROR: "Amazon EC2 Auto Scaling refused what CodeDeploy asked of it.",
  AUTO_SCALING_CONFIGURATION: "The Auto Scaling group is not set up in a way that CodeDeploy can deploy to.",
  AUTO_SCALING_IAM_ROLE_PERMISSIONS:
    "The service role of the deployment group may not do what Auto Scaling needs.",
  CLOUDFORMATION_STACK_FAILURE: "The CloudFormation stack update that runs this deployment failed.",
  CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND:
    "Something that the deployment refers to in CodeDeploy does not exist.",
  CUSTOMER_APPLICATION_UNHEALTHY: "The new version of the application did not become or stay healthy.",
  DEPLOYMENT_GROUP_MISSING: "The deployment group does not exist any more.",
  ECS_UPDATE_ERROR: "Amazon ECS refused or could not finish a change to the service or its task sets.",
  ELASTIC_LOAD_BALANCING_INVALID: "The load balancer or target group cannot be used as it is configured.",
  ELB_INVALID_INSTANCE: "An instance could not be registered with or removed from the load balancer.",
  HEALTH_CONSTRAINTS: "Too many instances failed, or too few were healthy, for the deployment to go on.",
  HEALTH_CONSTRAINTS_INVALID: "The deployment group has too few healthy instances to start at all.",
  HOOK_EXECUTION_FAILURE: "A Lambda function that validates a lifecycle event failed or did not answer.",
  IAM_ROLE_MISSING: "The service role of the deployment group does not exist or cannot be used.",
  IAM_ROLE_PERMISSIONS: "CodeDeploy may not use the service role, or the role lacks a permission.",
  INTERNAL_ERROR: "Something went wrong inside AWS.",
  INVALID_ECS_SERVICE: "The ECS service cannot be deployed to as it is.",
  INVALID_LAMBDA_CONFIGURATION:
    "The Lambda function, alias or version in the AppSpec file does not fit together.",
  INVALID_LAMBDA_FUNCTION: "The Lambda function does not exist or cannot be deployed to.",
  INVALID_REVISION: "The revision or its AppSpec file cannot be used.",
  MANUAL_STOP: "Somebody, or a tool, stopped the deployment.",
  MISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION:
    "The deployment group is blue/green and lacks its blue/green settings.",
  MISSING_ELB_INFORMATION: "The deployment controls traffic, and no load balancer is set for it.",
  MISSING_GITHUB_TOKEN: "CodeDeploy has no access to GitHub for this application.",
  NO_EC2_SUBSCRIPTION: "The AWS account is not signed up for Amazon EC2.",
  NO_INSTANCES: "No instance matches the deployment group.",
  OVER_MAX_INSTANCES: "The deployment targets more instances than the account may deploy to at once.",
  RESOURCE_LIMIT_EXCEEDED: "An AWS limit of the account was reached.",
  REVISION_MISSING: "The revision does not exist any more.",
  THROTTLED: "AWS refused requests because there were too many of them in a short time.",
  TIMEOUT: "The deployment, or a step of it, took longer than it is allowed to.",
  UNABLE_TO_SEND_ASG: "The deployment group is not connected to its Auto Scaling group in the right way.",
};

/**
 * What to check or do first after each error code.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting.html
 */
const ERROR_NEXT_STEPS: Readonly<Record<DocumentedErrorCode, string>> = {
  AGENT_ISSUE:
    "On a failed instance, check that the agent runs (sudo service codedeploy-agent status) and read /var/log/aws/codedeploy-agent/codedeploy-agent.log. The usual causes are a missing instance profile and no way out to the CodeDeploy endpoint.",
  ALARM_ACTIVE:
    "Open the alarm and look at its metric around the time of the stop. Decide whether the new version caused it; an alarm that is still in ALARM stops the next deployment too.",
  APPLICATION_MISSING:
    "Somebody deleted or renamed the application after the deployment was created. Create it again, or deploy to the right one.",
  AUTOSCALING_VALIDATION_ERROR:
    "Read AWS's message, then check the Auto Scaling group: launch template, subnets, lifecycle hooks and capacity limits. A copied group needs all of them to be valid now.",
  AUTO_SCALING_CONFIGURATION:
    "Check that the Auto Scaling group of the deployment group still exists, and that no other deployment group or tool changes its lifecycle hooks.",
  AUTO_SCALING_IAM_ROLE_PERMISSIONS:
    "Attach AWSCodeDeployRole to the service role. A group with a launch template also needs ec2:RunInstances, ec2:CreateTags and iam:PassRole.",
  CLOUDFORMATION_STACK_FAILURE:
    "Open the stack's events in CloudFormation and read the first failure. Fix and deploy there: CodeDeploy only follows the stack.",
  CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND:
    "Check that the application, deployment group, deployment configuration and revision still exist in this Region and account.",
  CUSTOMER_APPLICATION_UNHEALTHY:
    "Read the logs of the new version and the health checks of its target group: path, port, expected status and grace period.",
  DEPLOYMENT_GROUP_MISSING:
    "Somebody deleted or renamed the deployment group after the deployment was created. Create it again, or deploy to the right one.",
  ECS_UPDATE_ERROR:
    "Read AWS's message and the events of the ECS service. Check the task definition, the capacity, and the service role's ECS permissions and iam:PassRole.",
  ELASTIC_LOAD_BALANCING_INVALID:
    "Check that the load balancer, its listeners and target groups exist in this Region, and that the deployment group names the right ones.",
  ELB_INVALID_INSTANCE:
    "Check that the instances run in a subnet and VPC of the load balancer or target group, and that nothing else deregisters them.",
  HEALTH_CONSTRAINTS:
    "Look at the instance that failed first: its failed lifecycle event and script log say why. If every event was skipped, check the CodeDeploy agent and the instance profile on that instance.",
  HEALTH_CONSTRAINTS_INVALID:
    "Add healthy instances, or use a deployment configuration with a lower minimum of healthy hosts. Instances whose last deployment failed count as unhealthy.",
  HOOK_EXECUTION_FAILURE:
    "Read the CloudWatch log of the hook's Lambda function. It must call PutLifecycleEventHookExecutionStatus with Succeeded within one hour.",
  IAM_ROLE_MISSING:
    "Check the service role ARN in the deployment group's settings. Create the role, or choose one that exists.",
  IAM_ROLE_PERMISSIONS:
    "Check that the role trusts codedeploy.amazonaws.com and has the managed policy for its platform: AWSCodeDeployRole, AWSCodeDeployRoleForECS or AWSCodeDeployRoleForLambda. AWS's message may name the missing action.",
  INTERNAL_ERROR:
    "Deploy again. If it repeats, check the AWS Health Dashboard and give AWS Support the deployment id.",
  INVALID_ECS_SERVICE:
    "Check that the service exists, is ACTIVE, uses the CODE_DEPLOY deployment controller and a load balancer, and that no other deployment changes it.",
  INVALID_LAMBDA_CONFIGURATION:
    "Check the AppSpec file: function name, alias, CurrentVersion and TargetVersion must exist. CurrentVersion must be what the alias points to now, with no second weighted version.",
  INVALID_LAMBDA_FUNCTION:
    "Check the function name in the AppSpec file, and that the function and its alias exist in this Region.",
  INVALID_REVISION:
    "Check that the AppSpec file is at the root of the bundle, is valid YAML or JSON, and fits the compute platform. Check that the bundle type matches the file.",
  MANUAL_STOP:
    "Ask who stopped it: CloudTrail has the StopDeployment event with the name. Then deploy again, or roll back.",
  MISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION:
    "Edit the deployment group and set how traffic is rerouted, how replacement instances come about and what becomes of the original ones.",
  MISSING_ELB_INFORMATION:
    "Edit the deployment group and choose its load balancer or target groups, or turn traffic control off.",
  MISSING_GITHUB_TOKEN:
    "Connect the application to GitHub again in the CodeDeploy console; the authorization was removed or has expired.",
  NO_EC2_SUBSCRIPTION: "Sign the account up for Amazon EC2, or deploy with the right account.",
  NO_INSTANCES:
    "Check the tags and Auto Scaling groups of the deployment group, and that matching instances are running in this Region.",
  OVER_MAX_INSTANCES:
    "Target fewer instances with narrower tags, or ask for a higher CodeDeploy quota in Service Quotas.",
  RESOURCE_LIMIT_EXCEEDED:
    "Read AWS's message for the limit, then free some of it or ask for more in Service Quotas.",
  REVISION_MISSING:
    "Check that the S3 object (with that version) or the commit still exists. A bucket lifecycle rule may have removed it; build and deploy it again.",
  THROTTLED:
    "Wait a few minutes and deploy again. Find what calls AWS so often with this role: many deployments at once, or a CI job that polls.",
  TIMEOUT:
    "Find the target and lifecycle event that never ended. A hook script may run for an hour; a background process that keeps its output open counts as running.",
  UNABLE_TO_SEND_ASG:
    "In the deployment group's settings, remove the Auto Scaling group and add it again; CodeDeploy then makes its lifecycle hook anew.",
};
