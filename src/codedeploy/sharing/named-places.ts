import { isRecord } from "../../values/is-record.ts";

/** An id of EC2 or of Systems Manager, and the host name that EC2 makes of an address. */
export const INSTANCE = /\bm?i-[0-9a-f]{8,17}\b|\bip-\d{1,3}(?:-\d{1,3}){3}\b/g;
/** An instance on premises, by the name that its ARN ends with. */
const INSTANCE_ARN = /:instance\/([^\s"'/]+)$/;

/** Whether a text is what redaction has left of a name. */
export function isMark(text: string): boolean {
  return /^\[(?:bucket|path|instance|principal) \d+\]$/.test(text);
}

/** What has a place of its own in an answer, by which it is known to be one, and may stand in other texts as well. */
interface Names {
  buckets: Set<string>;
  keys: Set<string>;
  /** What instances are called that have no id of EC2. */
  instances: Set<string>;
}

/** So many buckets and keys are looked for in other texts: those of a group's last deployments are fewer. */
const MOST_OBJECTS = 100;

/** The buckets, keys and instances that plain data name. */
export function namesIn(whole: unknown): Names {
  const names: Names = { buckets: new Set(), keys: new Set(), instances: new Set() };
  const walk = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (!isRecord(part)) return undefined;
    if (isRecord(part["s3Location"])) {
      const { bucket, key } = part["s3Location"];
      add(names.buckets, bucket);
      add(names.keys, key);
    }
    const { id, arn, facts } = part;
    if (isRecord(facts) && facts["kind"] === "instance" && typeof id === "string") {
      const isEc2 = id.replace(INSTANCE, "") === "";
      if (!isEc2 && !isMark(id)) names.instances.add(id);
      const [, name] = typeof arn === "string" ? (INSTANCE_ARN.exec(arn) ?? []) : [];
      if (name !== undefined && name.replace(INSTANCE, "") !== "" && !isMark(name)) names.instances.add(name);
    }
    return Object.values(part).forEach(walk);
  };
  walk(whole);
  return names;
}

function add(to: Set<string>, text: unknown): void {
  if (typeof text === "string" && text.length > 2 && to.size < MOST_OBJECTS && !isMark(text)) to.add(text);
}
