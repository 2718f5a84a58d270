import type { Aws } from "./aws.ts";
import type { NeededPermission } from "./permission.ts";

/**
 * What each service's folder exports as `permissions`. STS's has none: GetCallerIdentity needs no permission. By pattern,
 * so that a service is not named in one more place; not in `aws.ts`, so that no build contains it.
 */
const tables = import.meta.glob<(() => NeededPermission<Aws>[]) | undefined>("./*/operations.ts", {
  eager: true,
  import: "permissions",
});

/** Every IAM action that the app needs, of every service. The template's roles, the doctor and the README's test read it. */
export const permissions = Object.values(tables).flatMap((table) => table?.() ?? []);
