import { INSTANCES } from "./kept-instances.ts";
import { TASKS } from "./kept-tasks.ts";

/** Files as the page writes them, which hold each kind of answer between them. */
export const KEPT_PAGES: readonly object[] = [INSTANCES, TASKS];
