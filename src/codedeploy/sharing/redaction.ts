import { INSTANCE, isMark, namesIn } from "./named-places.ts";
import { isSecretName, SECRET, withoutSecrets } from "./secrets.ts";

/** What can be taken out of a page before it is passed on. */
export type RedactionKind =
  | "accounts"
  | "principals"
  | "emails"
  | "secrets"
  | "objects"
  | "instances"
  | "logs";

/** Which of it is taken out. */
export type RedactionChoice = Readonly<Record<RedactionKind, boolean>>;

/** All of it: what holds until somebody chooses otherwise. */
export const ALL_REDACTED: RedactionChoice = {
  accounts: true,
  principals: true,
  emails: true,
  secrets: true,
  objects: true,
  instances: true,
  logs: true,
};

/** How many different ones of a kind were taken out; kinds of which there was none are absent. */
export type RedactionCounts = Readonly<Partial<Record<RedactionKind, number>>>;

/** What stands in the place of a log. */
export const LOG_LEFT_OUT = "[log left out]";

/**
 * Takes what is chosen out of a value, from every text in it and from the names of members, and leaves a mark in its place. The
 * same text gets the same mark everywhere, so that what belongs together can still be told: `[instance 2]` is one instance.
 * Applied to its own result, it changes nothing.
 *
 * @param value plain data: numbers, texts, lists and records
 */
export function redact<Value>(
  value: Value,
  choice: RedactionChoice,
): { value: Value; counts: RedactionCounts };
export function redact(value: unknown, choice: RedactionChoice): { value: unknown; counts: RedactionCounts } {
  const marks = newMarks();
  const { redactText, redactKey, bucketMark } = textRedaction(value, choice, marks);
  const walk = (part: unknown, name: string | undefined): unknown => {
    if (typeof part === "string") {
      if (name === S3_BUCKET && choice.objects) return bucketMark(part);
      if (name === S3_KEY && choice.objects) return redactKey(part);
      if (name === "logTail" && choice.logs && part !== "") return marks.fixed("logs", part, LOG_LEFT_OUT);
      if (name !== undefined && choice.secrets && isSecretName(name) && part !== "")
        return marks.fixed("secrets", part, SECRET);
      return redactText(part);
    }
    if (Array.isArray(part)) return part.map((item) => walk(item, name));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([member, each]) => [
        redactText(member),
        walk(each, name === "s3Location" ? `s3Location.${member}` : member),
      ]),
    );
  };
  return { value: walk(value, undefined), counts: marks.counts() };
}

const S3_BUCKET = "s3Location.bucket";
const S3_KEY = "s3Location.key";

interface Marks {
  /** The mark of one text of a kind, numbered in the order in which they come. */
  numbered(kind: RedactionKind, word: string, text: string): string;
  fixed(kind: RedactionKind, text: string, mark: string): string;
  counts(): RedactionCounts;
}

function newMarks(): Marks {
  const numbers = new Map<string, Map<string, number>>();
  const found = new Map<RedactionKind, Set<string>>();
  const note = (kind: RedactionKind, text: string) => {
    const known = found.get(kind) ?? new Set();
    found.set(kind, known.add(text));
  };
  return {
    numbered(kind, word, text) {
      note(kind, text);
      const known = numbers.get(word) ?? new Map<string, number>();
      numbers.set(word, known);
      const number = known.get(text) ?? known.size + 1;
      known.set(text, number);
      return `[${word} ${number}]`;
    },
    fixed(kind, text, mark) {
      if (text !== mark) note(kind, text);
      return mark;
    },
    counts: () => Object.fromEntries([...found].map(([kind, texts]) => [kind, texts.size])),
  };
}

/** With the letters and digits around it, beginning with the first of them, so that a long run of them is read once. */
const ACCOUNT = /(?<![a-z\d])[a-z\d]*(?<!\d|\d\.)(?:\d{12}|\d{4}-\d{4}-\d{4})(?!\d|\.\d)[a-z\d]*/gi;
/** A commit or a checksum may hold twelve digits in a row by chance. */
const HASH = /^[0-9a-f]{16,}$/i;
const DIGITS = /\d{12}|\d{4}-\d{4}-\d{4}/;
/** An ARN of IAM or STS: what stands behind the account names a person or a role. */
const PRINCIPAL = /(\barn:[\w-]+:(?:iam|sts)::[^:\s]*:(?:[a-z-]+\/)?)([^\s"'<>,;)\\]+)/g;
/** A run of what names are made of, and the host behind it where it is an address: a long run that is none is read once. */
const EMAIL = /([\w.+%-]+)(@[\w-]+(?:\.[\w-]+)+)?/g;
const NAME = /[\w-]+(?:\.[\w-]+)*/g;
/** An object of S3 by its address; the bucket, then the key. */
const S3_ADDRESS = /\bs3:\/\/([\w.-]+)(?:\/([^\s"'<>)\\]*))?/g;

/** The same over HTTP, with the bucket in the host, and behind it. */
const S3_HOST =
  /\b(https?:\/\/)([a-z\d][\w.-]{1,62})(\.s3[a-z\d.-]{0,60}\.amazonaws\.com(?:\.cn)?)(?:\/([^\s"'<>)\\?]*))?/g;
const S3_PATH =
  /\b(https?:\/\/s3[a-z\d.-]{0,60}\.amazonaws\.com(?:\.cn)?\/)([a-z\d][\w.-]{1,62})(?:\/([^\s"'<>)\\?]*))?/g;

/** What may hold slashes itself. */
const WHOLE: ReadonlySet<RedactionKind> = new Set(["secrets", "principals", "emails"]);

interface TextRedaction {
  redactText: (text: string) => string;
  redactKey: (key: string) => string;
  bucketMark: (bucket: string) => string;
}

function textRedaction(all: unknown, choice: RedactionChoice, marks: Marks): TextRedaction {
  const named = namesIn(all);
  const bucketPattern = anyOf(named.buckets);
  const keyPattern = anyOf(named.keys);
  const bucketMark = (bucket: string) =>
    isMark(bucket) ? bucket : marks.numbered("objects", "bucket", bucket);
  const pathMark = (key: string) => {
    const end = key.lastIndexOf("/");
    const path = key.slice(0, end);
    return end < 1 || isMark(path) ? key : `${marks.numbered("objects", "path", path)}${key.slice(end)}`;
  };
  const behind = (key: string | undefined) => (key === undefined ? "" : `/${pathMark(key)}`);
  const noteSecret = (secret: string) => void marks.fixed("secrets", secret, SECRET);
  const steps: readonly [RedactionKind, (text: string) => string][] = [
    ["secrets", (text) => withoutSecrets(text, noteSecret)],
    [
      "principals",
      (text) =>
        text.replace(PRINCIPAL, (arn, head: string, name: string) =>
          isMark(name) || name.startsWith("[") ? arn : head + marks.numbered("principals", "principal", name),
        ),
    ],
    [
      "emails",
      (text) =>
        text.replace(EMAIL, (email, name: string, host?: string) =>
          // git@github.com is nobody's.
          host === undefined || name === "git" ? email : marks.numbered("emails", "e-mail", email),
        ),
    ],
    [
      "objects",
      (text) =>
        text
          .replace(
            S3_ADDRESS,
            (_, bucket: string, key?: string) => `s3://${bucketMark(bucket)}${behind(key)}`,
          )
          .replace(
            S3_HOST,
            (_, scheme: string, bucket: string, host: string, key?: string) =>
              `${scheme}${bucketMark(bucket)}${host}${behind(key)}`,
          )
          .replace(
            S3_PATH,
            (_, host: string, bucket: string, key?: string) => `${host}${bucketMark(bucket)}${behind(key)}`,
          )
          .replace(keyPattern, pathMark)
          .replace(bucketPattern, bucketMark),
    ],
    [
      "instances",
      (text) =>
        text
          .replace(NAME, (name) =>
            named.instances.has(name) ? marks.numbered("instances", "instance", name) : name,
          )
          .replace(INSTANCE, (id) => marks.numbered("instances", "instance", id)),
    ],
    [
      "accounts",
      (text) =>
        text.replace(ACCOUNT, (found) =>
          HASH.test(found)
            ? found
            : found.replace(DIGITS, (account) => marks.numbered("accounts", "account", account)),
        ),
    ],
  ];
  const chosen = steps.filter(([kind]) => choice[kind]);
  // Names of events and statuses come again with each target.
  const known = new Map<string, string>();
  const redactText = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const redacted = chosen.reduce((rest, [, step]) => step(rest), text);
    known.set(text, redacted);
    return redacted;
  };
  // A path is cut off at its last slash, which may be one in the middle of what goes as a whole.
  const whole = chosen.filter(([kind]) => WHOLE.has(kind));
  const redactKey = (key: string) => redactText(pathMark(whole.reduce((rest, [, step]) => step(rest), key)));
  return { redactText, redactKey, bucketMark };
}

/** A pattern for texts as they stand, not as parts of longer names; one that matches nothing for none. */
function anyOf(texts: ReadonlySet<string>): RegExp {
  const sorted = [...texts].toSorted((one, other) => other.length - one.length);
  if (sorted.length === 0) return /(?!)/g;
  const escaped = sorted.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`(?<![\\w-])(?:${escaped.join("|")})(?![\\w-])`, "g");
}

/** The words of each kind, for the choice. */
export const REDACTION_WORDS: Readonly<Record<RedactionKind, string>> = {
  accounts: "Account ids",
  principals: "Users and roles in ARNs",
  emails: "E-mail addresses",
  secrets: "Keys, passwords and tokens",
  objects: "Buckets and paths (file names stay)",
  instances: "Instance ids",
  logs: "Logs of scripts",
};
