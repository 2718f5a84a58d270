import type { AwsService } from "../src/aws-names/services.ts";
import type { PermissionRole } from "../src/aws/permission.ts";
import { permissions } from "../src/aws/permissions.ts";

/** An operation of AWS that the page may ask for. */
export interface AllowedOperation {
  readonly service: AwsService;
  /** AWS's name of it, for example `GetDeployment`. */
  readonly name: string;
  readonly role: PermissionRole;
  /** The path that it is known by, where its service is of AWS's REST protocol, of which only reads are asked. */
  readonly path: RegExp | undefined;
}

/**
 * The operations that are forwarded: those of the page's own tables, and nothing else. What stops, continues or starts a
 * deployment is among them only where the person who started the server has said so.
 *
 * @param mayOperate what `--operate` says
 */
export function allowedOperations(mayOperate: boolean): AllowedOperation[] {
  return (
    permissions
      // What a join asks only reads, whoever else needs it.
      .filter(({ role, joins }) => mayOperate || role === "reader" || joins.length > 0)
      .map(({ service, action, role, path }) => {
        const name = action.slice(action.indexOf(":") + 1);
        return { service, name, role, path };
      })
  );
}
