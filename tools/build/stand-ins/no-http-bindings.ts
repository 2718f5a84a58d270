/** What the SDK's schema of an operation says. */
type OperationSchema = readonly [kind: number, namespace: string, name: string, traits: number | object];

/**
 * In place of what says where each member of a request goes: address, header or body. In AWS's JSON protocol all go to the body. Of
 * an operation whose host has a prefix of its own there would be more to say.
 */
export function getHttpOperationBindings({ traits }: { traits?: number | OperationSchema[3] }): [] {
  if (typeof traits === "object" && "endpoint" in traits) {
    throw new Error("This build asks no operation at a host of its own.");
  }
  return [];
}

/** There are none. */
export const HttpBindingNormalizedSchema = {
  of(): never {
    throw new Error("This build has no bindings to HTTP.");
  },
};
