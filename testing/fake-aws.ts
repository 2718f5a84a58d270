import type { Aws } from "../src/aws/aws.ts";
import type { Join } from "../src/aws-names/services.ts";
import type { CloudWatch } from "../src/aws/cloudwatch/operations.ts";
import type { Ecs } from "../src/aws/ecs/operations.ts";
import type { Lambda } from "../src/aws/lambda/operations.ts";
import type { Logs } from "../src/aws/logs/operations.ts";
import type { AutoScaling } from "../src/aws/autoscaling/operations.ts";
import type { Elb } from "../src/aws/elb/operations.ts";
import type { Sts } from "../src/aws/sts/operations.ts";
import type { CodeDeploy } from "../src/aws/codedeploy/operations.ts";

/**
 * For tests: the AWS services, which answer only to these operations. All others reject.
 *
 * @param others the answers of CloudWatch and ECS, and the joins that config.json lists
 */
export function fakeAws(
  codeDeploy: Partial<CodeDeploy> = {},
  {
    cloudWatch = {},
    ecs = {},
    joins = [],
  }: { cloudWatch?: Partial<CloudWatch>; ecs?: Partial<Ecs>; joins?: readonly Join[] } = {},
): Aws {
  return {
    codeDeploy: fakeCodeDeploy(codeDeploy),
    cloudWatch: fakeService("cloudWatch", cloudWatch),
    ecs: fakeService("ecs", ecs),
    elb: fakeService<Elb>("elb", {}),
    logs: fakeService<Logs>("logs", {}),
    autoScaling: fakeService<AutoScaling>("autoScaling", {}),
    lambda: fakeService<Lambda>("lambda", {}),
    sts: fakeService<Sts>("sts", {}),
    joins,
  };
}

/** For tests: CodeDeploy with these operations. All others reject. */
export function fakeCodeDeploy(answers: Partial<CodeDeploy> = {}): CodeDeploy {
  return fakeService("codeDeploy", answers);
}

function fakeService<Service extends object>(name: string, answers: Partial<Service>): Service {
  return new Proxy(Object.create(null), {
    get: (_, operation: string & keyof Service) => answers[operation] ?? unexpected(`${name}.${operation}`),
  });
}

function unexpected(what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`This test does not expect ${what} to be asked.`));
}
