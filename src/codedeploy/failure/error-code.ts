import type { ErrorCode } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";

export interface ErrorFacts {
  /** One plain sentence: what the code says. */
  meaning: string;
  /** What to check or do first. */
  nextStep: string;
}

const UNKNOWN: ErrorFacts = {
  meaning: "This version of the page does not know this error code. It is shown as AWS sent it.",
  nextStep: "Look the code up in AWS's list of error codes.",
};

/** What the `errorInformation.code` of a deployment means, and what to do; says so for a code that nobody knows. */
export function errorFacts(code: string): ErrorFacts {
  return lookUp(ERROR_FACTS, code) ?? UNKNOWN;
}

/** The codes of the API model, and the one that only AWS's user guide has. */
type DocumentedErrorCode = ErrorCode | "UNABLE_TO_SEND_ASG";

/**
 * What each error code says, and what to check or do first.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting.html
 */
export const ERROR_FACTS: Readonly<Record<DocumentedErrorCode, ErrorFacts>> = {
  AGENT_ISSUE: {
    meaning: "The CodeDeploy agent on one or more instances did not do its work.",
    nextStep:
      "On a failed instance, check that the agent runs and read its log. The usual causes are missing credentials, such as an instance profile, and no way out to the CodeDeploy endpoint.",
  },
  ALARM_ACTIVE: {
    meaning: "A CloudWatch alarm went off, and CodeDeploy stopped the deployment.",
    nextStep:
      "Open the alarm and look at its metric around the time of the stop. Decide whether the new version caused it; an alarm that is still in ALARM stops the next deployment too.",
  },
  APPLICATION_MISSING: {
    meaning: "The CodeDeploy application does not exist any more.",
    nextStep:
      "Somebody deleted or renamed the application after the deployment was created. Create it again, or deploy to the right one.",
  },
  AUTOSCALING_VALIDATION_ERROR: {
    meaning: "Amazon EC2 Auto Scaling refused what CodeDeploy asked of it.",
    nextStep:
      "Check the Auto Scaling group: launch template, subnets, lifecycle hooks and capacity limits. A copied group needs all of them to be valid now.",
  },
  AUTO_SCALING_CONFIGURATION: {
    meaning: "The Auto Scaling group was not in a state that CodeDeploy could deploy to.",
    nextStep:
      "Check that the Auto Scaling group of the deployment group still exists and can launch instances, and that no other deployment group or tool changes its lifecycle hooks.",
  },
  AUTO_SCALING_IAM_ROLE_PERMISSIONS: {
    meaning: "The service role of the deployment group may not do what Auto Scaling needs.",
    nextStep:
      "Attach AWSCodeDeployRole to the service role. A group with a launch template also needs ec2:RunInstances, ec2:CreateTags and iam:PassRole.",
  },
  CLOUDFORMATION_STACK_FAILURE: {
    meaning: "The CloudFormation stack update that runs this deployment failed.",
    nextStep:
      "Open the stack's events in CloudFormation and read the first failure. Fix and deploy there: CodeDeploy only follows the stack.",
  },
  CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND: {
    meaning: "Something that the deployment refers to in CodeDeploy does not exist.",
    nextStep:
      "Check that the application, deployment group, deployment configuration and revision still exist in this Region and account.",
  },
  CUSTOMER_APPLICATION_UNHEALTHY: {
    meaning: "The new version of the application did not become or stay healthy.",
    nextStep:
      "Read the logs of the new version and the health checks of its target group: path, port, expected status and grace period.",
  },
  DEPLOYMENT_GROUP_MISSING: {
    meaning: "The deployment group does not exist any more.",
    nextStep:
      "Somebody deleted or renamed the deployment group after the deployment was created. Create it again, or deploy to the right one.",
  },
  ECS_UPDATE_ERROR: {
    meaning: "Amazon ECS refused or could not finish a change to the service or its task sets.",
    nextStep:
      "Read the events of the ECS service. Check the task definition, the capacity, and the service role's ECS permissions and iam:PassRole.",
  },
  ELASTIC_LOAD_BALANCING_INVALID: {
    meaning: "The load balancer or target group cannot be used as it is configured.",
    nextStep:
      "Check that the load balancer, its listeners and target groups exist in this Region, and that the deployment group names the right ones.",
  },
  ELB_INVALID_INSTANCE: {
    meaning: "An instance could not be registered with or removed from the load balancer.",
    nextStep:
      "Check that the instances run in a subnet and VPC of the load balancer or target group, and that nothing else deregisters them.",
  },
  HEALTH_CONSTRAINTS: {
    meaning: "Too many instances failed, or too few were healthy, for the deployment to go on.",
    nextStep:
      "Look at the instance that failed first, if one did. If every event of an instance was skipped, check its CodeDeploy agent and credentials.",
  },
  HEALTH_CONSTRAINTS_INVALID: {
    meaning: "The deployment group has too few healthy instances to start at all.",
    nextStep:
      "Add healthy instances, or use a deployment configuration with a lower minimum of healthy hosts. Instances whose last deployment failed count as unhealthy.",
  },
  HOOK_EXECUTION_FAILURE: {
    meaning: "A Lambda function that validates a lifecycle event failed or did not answer.",
    nextStep:
      "Read the CloudWatch log of the hook's Lambda function. It must call PutLifecycleEventHookExecutionStatus with Succeeded within one hour.",
  },
  IAM_ROLE_MISSING: {
    meaning: "The service role of the deployment group does not exist or cannot be used.",
    nextStep:
      "Check the service role ARN in the deployment group's settings. Create the role, or choose one that exists.",
  },
  IAM_ROLE_PERMISSIONS: {
    meaning: "CodeDeploy may not use the service role, or the role lacks a permission.",
    nextStep:
      "Check that the role trusts codedeploy.amazonaws.com and has the managed policy for its platform: AWSCodeDeployRole, AWSCodeDeployRoleForECS or AWSCodeDeployRoleForLambda.",
  },
  INTERNAL_ERROR: {
    meaning: "Something went wrong inside AWS.",
    nextStep:
      "Deploy again. If it repeats, check the AWS Health Dashboard and give AWS Support the deployment id.",
  },
  INVALID_ECS_SERVICE: {
    meaning: "The ECS service cannot be deployed to as it is.",
    nextStep:
      "Check that the service exists, is ACTIVE, uses the CODE_DEPLOY deployment controller and a load balancer, and that no other deployment changes it.",
  },
  INVALID_LAMBDA_CONFIGURATION: {
    meaning: "The Lambda function, alias or version in the AppSpec file does not fit together.",
    nextStep:
      "Check the AppSpec file: function name, alias, CurrentVersion and TargetVersion must exist. CurrentVersion must be what the alias points to now, with no second weighted version.",
  },
  INVALID_LAMBDA_FUNCTION: {
    meaning: "The Lambda function does not exist or cannot be deployed to.",
    nextStep:
      "Check the function name in the AppSpec file, and that the function and its alias exist in this Region.",
  },
  INVALID_REVISION: {
    meaning: "The revision or its AppSpec file cannot be used.",
    nextStep:
      "Check that the AppSpec file is at the root of the bundle, is valid YAML or JSON, and fits the compute platform. Check that the bundle type matches the file.",
  },
  MANUAL_STOP: {
    meaning: "Somebody, or a tool, stopped the deployment.",
    nextStep:
      "CloudTrail has the StopDeployment event with the name of who stopped it. Ask why before you deploy again.",
  },
  MISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION: {
    meaning: "The deployment group is blue/green and lacks its blue/green settings.",
    nextStep:
      "Edit the deployment group and set how traffic is rerouted, how replacement instances come about and what becomes of the original ones.",
  },
  MISSING_ELB_INFORMATION: {
    meaning: "The deployment controls traffic, and no load balancer is set for it.",
    nextStep:
      "Edit the deployment group and choose its load balancer or target groups, or turn traffic control off.",
  },
  MISSING_GITHUB_TOKEN: {
    meaning: "CodeDeploy has no access to GitHub for this application.",
    nextStep:
      "Connect the application to GitHub again in the CodeDeploy console; the authorization was removed or has expired.",
  },
  NO_EC2_SUBSCRIPTION: {
    meaning: "The AWS account is not signed up for Amazon EC2.",
    nextStep: "Sign the account up for Amazon EC2, or deploy with the right account.",
  },
  NO_INSTANCES: {
    meaning: "No instance matches the deployment group.",
    nextStep:
      "Check the tags and Auto Scaling groups of the deployment group, and that matching instances are running in this Region.",
  },
  OVER_MAX_INSTANCES: {
    meaning: "The deployment targets more instances than the account may deploy to at once.",
    nextStep:
      "Target fewer instances with narrower tags, or ask for a higher CodeDeploy quota in Service Quotas.",
  },
  RESOURCE_LIMIT_EXCEEDED: {
    meaning: "An AWS limit of the account was reached.",
    nextStep: "Free some of it, or ask for more in Service Quotas.",
  },
  REVISION_MISSING: {
    meaning: "The revision does not exist any more.",
    nextStep:
      "Check that the S3 object (with that version) or the commit still exists. A bucket lifecycle rule may have removed it; build and deploy it again.",
  },
  THROTTLED: {
    meaning: "AWS refused requests because there were too many of them in a short time.",
    nextStep:
      "Wait a few minutes and deploy again. Find what calls AWS so often with this role: many deployments at once, or a CI job that polls.",
  },
  TIMEOUT: {
    meaning: "The deployment, or a step of it, took longer than it is allowed to.",
    nextStep: "Find the target and the lifecycle event that never ended.",
  },
  UNABLE_TO_SEND_ASG: {
    meaning: "The deployment group is not connected to its Auto Scaling group in the right way.",
    nextStep:
      "In the deployment group's settings, remove the Auto Scaling group and add it again; CodeDeploy then makes its lifecycle hook anew.",
  },
};
