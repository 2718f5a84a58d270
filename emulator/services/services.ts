import type { ReceivedRequest } from "../http/received-request.ts";
import { autoScaling } from "./autoscaling/autoscaling.ts";
import { cloudWatch } from "./cloudwatch/cloudwatch.ts";
import { codeDeploy } from "./codedeploy/codedeploy.ts";
import { cognitoIdentity } from "./cognito/cognito-identity.ts";
import { elb } from "./elb/elb.ts";
import { ecs } from "./ecs/ecs.ts";
import type { Service } from "./service.ts";
import { lambda } from "./lambda/lambda.ts";
import { logs } from "./logs/logs.ts";
import { sso } from "./sso/sso.ts";
import { sts } from "./sts/sts.ts";

/** Every AWS service that the emulator stands in for. */
const SERVICES: readonly Service[] = [
  codeDeploy,
  cloudWatch,
  ecs,
  elb,
  lambda,
  logs,
  autoScaling,
  cognitoIdentity,
  sts,
  sso,
];

/** Finds the service that a request is for, and the operation that it names there. */
export function serviceFor(
  request: ReceivedRequest,
): { readonly service: Service; readonly operation: string } | undefined {
  for (const service of SERVICES) {
    const operation = service.operationIn(request);
    if (operation !== undefined) return { service, operation };
  }
  return undefined;
}
