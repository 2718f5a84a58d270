/** In place of the SDK's choice of time limits by kind of device: the one that it takes where a client is given no mode. */
export function resolveDefaultsModeConfig({
  defaultsMode,
}: { defaultsMode?: unknown } = {}): () => Promise<"legacy"> {
  if (defaultsMode !== undefined) throw new Error("This build has no other time limits.");
  return () => Promise.resolve("legacy");
}
