import { toJsonSchema } from "@valibot/to-json-schema";
import { expect, test } from "vitest";
import { SnapshotSchema } from "./snapshot-schema.ts";

test("the file's JSON Schema is made of the very schema that it is checked with", async () => {
  const schema = toJsonSchema(SnapshotSchema, {
    target: "draft-07",
    typeMode: "input",
    errorMode: "ignore",
    // What AWS's own schema checks, AWS describes.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === "custom" ? { type: "object" } : undefined),
  });
  const text = `${JSON.stringify({ title: "Deploywatch snapshot, version 1", ...schema }, null, 2)}\n`;
  // `npm run test:unit -- -u` writes the file anew.
  await expect(text).toMatchFileSnapshot("../../../public/snapshot.schema.json");
});
