import { toJsonSchema } from "@valibot/to-json-schema";
import { expect, test } from "vitest";
import { ConfigSchema } from "./schema.ts";

test("editors complete config.json from the very schema that the app checks it with", async () => {
  const schema = toJsonSchema(ConfigSchema, { target: "draft-07" });
  const text = `${JSON.stringify({ title: "Deploywatch config.json", ...schema }, null, 2)}\n`;
  // `npm run test:unit -- -u` writes the file anew.
  await expect(text).toMatchFileSnapshot("../../public/config.schema.json");
});
