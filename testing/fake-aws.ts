import type { Aws } from "../src/aws/aws.ts";
import type { CodeDeploy } from "../src/aws/codedeploy/operations.ts";

/** For tests: the AWS services, of which only CodeDeploy answers, and only to these operations. All others reject. */
export function fakeAws(codeDeploy: Partial<CodeDeploy> = {}): Aws {
  return new Proxy(Object.create(null), {
    get: (_, service: keyof Aws) => fakeService(service, service === "codeDeploy" ? codeDeploy : {}),
  });
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
