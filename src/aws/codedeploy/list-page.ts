import type { ListPage } from "../../codedeploy/group/deployment-group.ts";
import { present } from "../../values/lists.ts";

/** One page of a list, as AWS answers it. */
export function listPage(items: string[] | undefined, nextToken: string | undefined): ListPage {
  return { items: present(items), nextToken: nextToken || undefined };
}
