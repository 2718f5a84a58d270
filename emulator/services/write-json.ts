import type { NormalizedSchema } from "@smithy/core/schema";

/**
 * JSON as AWS writes it: what `JSON.stringify` makes of a value, but times in the notation of Java's `double`
 * (`1.501772849283E9`), which parsers meet at AWS.
 * @param schema the value's shape in the API model, which says what is a time
 * @throws TypeError for a number that JSON has no notation for
 */
export function writeJson(value: unknown, schema: NormalizedSchema | undefined): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is no JSON.`);
  if (typeof value === "number" && schema?.isTimestampSchema()) return javaDouble(value);
  if (Array.isArray(value)) {
    const item = schema?.isListSchema() ? schema.getValueSchema() : undefined;
    return `[${value.map((each: unknown) => writeJson(each, item)).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = new Map(schema?.isStructSchema() ? schema.structIterator() : []);
    const written = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member, members.get(name))}`);
    return `{${written.join(",")}}`;
  }
  return JSON.stringify(value);
}

/**
 * A number as Java's `Double.toString` has it.
 * @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)
 */
export function javaDouble(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? `${value}.0` : String(value);
  }
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}
