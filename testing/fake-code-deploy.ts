import type { CodeDeploy } from "../src/aws/codedeploy/code-deploy.ts";

/** For tests: CodeDeploy with these operations. All others reject. */
export function fakeCodeDeploy(answers: Partial<CodeDeploy> = {}): CodeDeploy {
  return new Proxy(Object.create(null), {
    get: (_, name: keyof CodeDeploy) =>
      answers[name] ?? (() => Promise.reject(new Error(`This test does not expect ${name} to be asked.`))),
  });
}
