import type { TaskSetNow } from "../src/codedeploy/tasks/ecs-service.ts";

/** For tests: a task set of which ECS has said nothing but `members`. */
export function makeTaskSet(members: Partial<TaskSetNow> = {}): TaskSetNow {
  return {
    id: undefined,
    deploymentId: undefined,
    taskDefinition: undefined,
    createdMs: undefined,
    desired: undefined,
    pending: undefined,
    running: undefined,
    stability: undefined,
    stabilitySinceMs: undefined,
    ...members,
  };
}
