/** Where ECS says why the tasks of a replacement are not healthy. */
export const READ_EVENTS = "Read the events of the ECS service, and why tasks stopped if any did.";

/** What to do once CodeDeploy has given them up. */
export const CHECK_TASKS = `${READ_EVENTS} Check the image, the task definition and the health check of the target group.`;
