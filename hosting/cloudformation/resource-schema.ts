import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Property, PropertyType, ResourceProperties } from "@aws-cdk/service-spec-types";

const spec = loadAwsServiceSpecSync();

/**
 * What is wrong with the properties of a resource, by AWS's own description of its type: properties that do not
 * exist, required ones that are missing, values of a wrong type or outside an enumeration.
 *
 * @returns a sentence for each, with its place
 */
export function schemaProblems(type: string, properties: unknown): string[] {
  const resource = spec.lookup("resource", "cloudFormationType", "equals", type).at(0);
  if (!resource) return [`${type} is no resource type.`];
  return objectProblems(type, properties, resource.properties);
}

function objectProblems(path: string, value: unknown, known: ResourceProperties): string[] {
  if (typeof value !== "object" || value === null) return [`${path} must be an object.`];
  const given = new Map<string, unknown>(Object.entries(value));
  const unknown = [...given.keys()].filter((key) => !(key in known));
  const missing = Object.entries(known).filter(([key, { required }]) => required && !given.has(key));
  return [
    ...unknown.map((key) => `${path}.${key} does not exist.`),
    ...missing.map(([key]) => `${path}.${key} is required.`),
    ...Object.entries(known).flatMap(([key, property]) =>
      given.has(key) ? propertyProblems(`${path}.${key}`, given.get(key), property) : [],
    ),
  ];
}

function propertyProblems(path: string, value: unknown, { type, previousTypes = [] }: Property): string[] {
  const problems = [type, ...previousTypes].map((candidate) => typeProblems(path, value, candidate));
  return problems.some((found) => found.length === 0) ? [] : (problems[0] ?? []);
}

function typeProblems(path: string, value: unknown, type: PropertyType): string[] {
  switch (type.type) {
    case "string":
      if (typeof value !== "string") return [`${path} must be a string.`];
      return type.allowedValues && !type.allowedValues.includes(value)
        ? [`${path} must be one of ${type.allowedValues.join(", ")}.`]
        : [];
    case "integer":
      return Number.isInteger(value) ? [] : [`${path} must be an integer.`];
    case "number":
      return typeof value === "number" ? [] : [`${path} must be a number.`];
    case "boolean":
      return typeof value === "boolean" ? [] : [`${path} must be true or false.`];
    case "array":
      if (!Array.isArray(value)) return [`${path} must be a list.`];
      return value.flatMap((entry, place) => typeProblems(`${path}[${place}]`, entry, type.element));
    case "map":
      if (typeof value !== "object" || value === null) return [`${path} must be a map.`];
      return Object.entries(value).flatMap(([key, entry]) =>
        typeProblems(`${path}.${key}`, entry, type.element),
      );
    case "ref":
      return objectProblems(path, value, spec.get("typeDefinition", type.reference.$ref).properties);
    case "union":
      return unionProblems(path, value, type.types);
    case "json":
    case "date-time":
    case "tag":
    case "null":
      return [];
  }
}

function unionProblems(path: string, value: unknown, types: readonly PropertyType[]): string[] {
  const problems = types.map((type) => typeProblems(path, value, type));
  return problems.some((found) => found.length === 0) ? [] : (problems[0] ?? []);
}
