/** Longer messages are compared by their beginning. */
const MAX_LENGTH = 1_000;

/** What names one target, one run or one moment within a message. */
const PARTICULARS = new RegExp(
  [
    String.raw`arn:[\w:/.+=,@-]+`,
    // Paths: /opt/x/y.sh, C:\x\y.ps1, \\host\x, but not the relative path of a script of the revision.
    String.raw`(?<![\w.~/\\-])(?:[a-z]:)?(?:[\\/]+[^\s\\/'"${"`"}<>|,;:()[\]]+)+[\\/]?`,
    // UUIDs and other long hexadecimal ids, addresses in memory.
    String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
    String.raw`\b0x[0-9a-f]+\b`,
    String.raw`\b(?=[a-f]*\d)[0-9a-f]{12,}\b`,
    // Times.
    String.raw`\b\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d:\d\d[\w:.+-]*)?`,
    String.raw`\b(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d+)?\b`,
    // IP addresses, with their ports.
    String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b`,
    String.raw`\[?\b[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}\b\]?(?::\d+)?`,
    // Instances and hosts: i-0a1b…, ip-10-0-1-23.ec2.internal, web-03, web03, EC2AMAZ-8K3J2L, db.prod.example.com.
    String.raw`\bm?i-[0-9a-f]{8,17}\b`,
    String.raw`\b(?:[a-z0-9-]+\.)+(?:internal|local|localdomain|lan|corp|home|intranet|com|net|org|io|dev|cloud)(?::\d+)?\b`,
    String.raw`\b(?=[\w-]*\d)[a-z]\w*(?:-\w+)+\b`,
    // Processes: pid 4711, process 4711, [4711], (4711).
    String.raw`\b(?:p?pid|process(?: id)?|thread|tid)[\s:=#([]*\d+`,
    String.raw`\[\d{2,}\]|\(\d{3,}\)`,
    // Lengths and sizes.
    String.raw`\b\d+(?:\.\d+)?\s?(?:ms|s|sec|seconds?|minutes?|bytes|[kmg]i?b)\b`,
  ].join("|"),
  "gi",
);

/** Hosts such as web03: in small letters, since codes such as TS2322 have the same form in capitals. */
const NUMBERED_HOSTS = /\b[a-z]{2,}\d{1,4}\b/g;

/**
 * A message without what differs from target to target anyway: host names, addresses, ids, paths, processes and times. Two
 * failures are equal when their messages are equal but for these.
 */
export function withoutParticulars(message: string): string {
  const beginning = message.slice(0, MAX_LENGTH).replace(PARTICULARS, "…").replace(NUMBERED_HOSTS, "…");
  return beginning.replace(/\s+/g, " ").trim();
}
