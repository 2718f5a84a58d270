import { AwsError } from "../access/aws-error.ts";
import { ownEntry } from "../own-entry.ts";

/** The body of a request in AWS's JSON protocol; a member of the wrong type is refused the way AWS does it. */
export class JsonInput {
  readonly #members: ReadonlyMap<string, unknown>;

  constructor(entries: readonly (readonly [string, unknown])[]) {
    this.#members = new Map(entries.filter(([, value]) => value !== undefined && value !== null));
  }

  /**
   * Reads the body of a request.
   * @param shape the members of the operation's input; as at AWS, nothing else of a body is looked at
   * @throws AwsError SerializationException when the body is no JSON object
   */
  static read(body: string, shape: readonly string[]): JsonInput {
    const parsed = parseObject(body);
    return new JsonInput(shape.map((name): [string, unknown] => [name, ownEntry(parsed, name)]));
  }

  /** A member that is a structure, or undefined when it is absent or null. */
  within(name: string): JsonInput | undefined {
    const value = this.#members.get(name);
    return value === undefined ? undefined : structure(value);
  }

  /** A member that is a list of structures. */
  withinEach(name: string): JsonInput[] | undefined {
    const value = this.#members.get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw wrongType(value, "List");
    return value.map(structure);
  }

  /** A string member, or undefined when it is absent or null. */
  text(name: string): string | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === "string") return value;
    throw wrongType(value, "String");
  }

  /** A number, or undefined when it is absent or null. */
  number(name: string): number | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === "number") return value;
    throw wrongType(value, "Number");
  }

  /** A boolean member, or undefined when it is absent or null. */
  flag(name: string): boolean | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === "boolean") return value;
    throw wrongType(value, "Boolean");
  }

  /** A member that is a list of strings. */
  texts(name: string): string[] | undefined {
    const value = this.#members.get(name);
    return value === undefined ? undefined : listOfText(value);
  }

  /** A member that maps names to strings; empty when it is absent. */
  textMap(name: string): ReadonlyMap<string, string> {
    const value = this.#members.get(name) ?? {};
    if (!isObject(value)) throw wrongType(value, "Map");
    return new Map(
      Object.entries(value).map(([key, text]) => {
        if (typeof text === "string") return [key, text];
        throw wrongType(text, "String");
      }),
    );
  }

  /** A member that maps names to lists of strings. */
  textLists(name: string): ReadonlyMap<string, string[]> {
    const value = this.#members.get(name) ?? {};
    if (!isObject(value)) throw wrongType(value, "Map");
    return new Map(Object.entries(value).map(([key, list]) => [key, listOfText(list)]));
  }

  /** A time, in epoch seconds, or undefined when it is absent. */
  time(name: string): number | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === "number") return value;
    throw wrongType(value, "Timestamp");
  }

  /** A member that is a range of times, in epoch seconds; open where it has no end. */
  timeRange(name: string): { readonly start: number; readonly end: number } {
    const value = this.#members.get(name) ?? {};
    if (!isObject(value)) throw wrongType(value, "TimeRange");
    return {
      start: timeIn(value, "start") ?? Number.NEGATIVE_INFINITY,
      end: timeIn(value, "end") ?? Number.POSITIVE_INFINITY,
    };
  }
}

function structure(value: unknown): JsonInput {
  if (isObject(value)) return new JsonInput(Object.entries(value));
  throw wrongType(value, "Structure");
}

function timeIn(range: Record<string, unknown>, name: "start" | "end"): number | undefined {
  const time = ownEntry(range, name) ?? undefined;
  if (time === undefined || typeof time === "number") return time;
  throw wrongType(time, "Timestamp");
}

function parseObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new AwsError("SerializationException", "Unexpected token in the request body");
  }
  if (!isObject(parsed)) throw new AwsError("SerializationException", "Start of structure was expected");
  return parsed;
}

function listOfText(value: unknown): string[] {
  if (!Array.isArray(value)) throw wrongType(value, "List");
  return value.map((item: unknown) => {
    if (typeof item === "string") return item;
    throw wrongType(item, "String");
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(value: unknown, expected: string): AwsError {
  const found = Array.isArray(value) ? "LIST" : typeof value;
  return new AwsError(
    "SerializationException",
    `${found.toUpperCase()}_VALUE cannot be converted to ${expected}`,
  );
}
