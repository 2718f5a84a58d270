import { awsServices } from "../aws-names/services.ts";
import { keysOf } from "../values/look-up.ts";
import type { Aws } from "./aws.ts";
import type { NeededPermission } from "./permission.ts";

/**
 * What each service's folder exports as `permissions`, beside its table or in a file of its own. STS's has none: GetCallerIdentity needs no permission. By pattern,
 * so that a service is not named in one more place; not in `aws.ts`, so that no build contains it.
 */
const tables = import.meta.glob<(() => NeededPermission<Aws>[]) | undefined>(
  "./*/{operations,permissions}.ts",
  {
    eager: true,
    import: "permissions",
  },
);

const ORDER = keysOf(awsServices);

/** Every IAM action that the app needs, of every service. The template's roles, the doctor and the README's test read it. */
export const permissions = Object.values(tables)
  .flatMap((table) => table?.() ?? [])
  .toSorted((one, other) => ORDER.indexOf(one.service) - ORDER.indexOf(other.service));
