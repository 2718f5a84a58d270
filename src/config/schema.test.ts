import { toJsonSchema } from "@valibot/to-json-schema";
import { expect, test } from "vitest";
import { JOINS } from "../aws-names/services.ts";
import { KEY_DESCRIPTIONS } from "./key-descriptions.ts";
import { ConfigSchema } from "./schema.ts";

test("editors complete config.json from the very schema that the app checks it with", async () => {
  const schema = toJsonSchema(ConfigSchema, { target: "draft-07" });
  for (const [path, description] of Object.entries(KEY_DESCRIPTIONS)) describeKey(schema, path, description);
  const text = `${JSON.stringify({ title: "Deploywatch config.json", ...schema }, null, 2)}\n`;
  // `npm run test:unit -- -u` writes the file anew.
  await expect(text).toMatchFileSnapshot("../../public/config.schema.json");
});

test.each(JOINS)("editors say what the join %s asks", (join) => {
  expect(KEY_DESCRIPTIONS.joins).toContain(`${join} (`);
});

/** Puts a description where `path` leads in a JSON Schema. */
function describeKey(schema: object, path: string, description: string): void {
  const steps = path
    .replaceAll("[]", ".[]")
    .split(".")
    .flatMap((key) => (key === "[]" ? ["items"] : ["properties", key]));
  let place: unknown = schema;
  for (const step of steps) place = Object(place)[step];
  if (typeof place !== "object" || place === null) throw new Error(`config.json has no ${path}.`);
  Object.assign(place, { description });
}
