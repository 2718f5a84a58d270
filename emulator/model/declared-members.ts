import * as sdk from "@aws-sdk/client-codedeploy";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the SDK's declarations say of a member beyond its type on the wire. */
export interface DeclaredMember {
  readonly isRequired: boolean;
  /** The values of its enum, of a list's items as well; absent for free text. */
  readonly values?: ReadonlySet<unknown>;
}

const EXPORTS: Readonly<Record<string, unknown>> = sdk;
const PACKAGE = join(createRequire(import.meta.url).resolve("@aws-sdk/client-codedeploy"), "../..");

/**
 * The members of every structure of CodeDeploy's API model, by `structure.member`. They are generated from the model,
 * and read from the installed client's declarations: its schemas know neither enums nor which members are required.
 */
export const DECLARED_MEMBERS: ReadonlyMap<string, DeclaredMember> = new Map(
  ["models_0", "errors"].flatMap((file) => {
    const text = readFileSync(join(PACKAGE, `dist-types/models/${file}.d.ts`), "utf8");
    return [...text.matchAll(/^export (?:interface|declare class) (\w+).*\{$([\s\S]*?)^\}$/gm)].flatMap(
      ([, structure, body = ""]) => membersOf(structure ?? "", body),
    );
  }),
);

function membersOf(structure: string, body: string): (readonly [string, DeclaredMember])[] {
  return [...body.matchAll(/^ {4}(\w+)(\?)?: (\w+)[^;]*;$/gm)].map(([, member, isOptional, type = ""]) => {
    const values = enumValues(type);
    const declared = { isRequired: isOptional === undefined, ...(values && { values }) };
    return [`${structure}.${member}`, declared] as const;
  });
}

/** The SDK exports an enum as an object of the same name whose values are the enum's. */
function enumValues(type: string): ReadonlySet<unknown> | undefined {
  const found = EXPORTS[type];
  return typeof found === "object" && found !== null ? new Set(Object.values(found)) : undefined;
}
