import type { ErrorCode } from "@aws-sdk/client-codedeploy";

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
