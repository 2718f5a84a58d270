import { isKnownRegion, regionsIn } from "../../aws-names/known-regions.ts";
import { idsIn } from "./id-in-text.ts";
import type { Sighting } from "./sighting.ts";

/** A Region between the words of a text. */
interface RegionMark {
  kind: "region";
  region: string;
  at: number;
  end: number;
  /** How much it says: a label (`Region: …`), a word of the text, a part of an ARN. */
  rank: 0 | 1 | 2;
}

/** A deployment id between the words of a text, and the Region that it gets. */
interface IdMark {
  kind: "id";
  deploymentId: string;
  at: number;
  end: number;
  region?: string | undefined;
  isSure: boolean;
  role: "meant" | "rollback" | "other";
}

type Mark = RegionMark | IdMark;

/** What sentences, log lines, tables and YAML say. */
interface Prose {
  sightings: readonly Sighting[];
  /** The Regions that it names, the clearest only: those with a label, else the words, else those of ARNs. */
  regions: readonly string[];
  isLabelled: boolean;
}

const REGION_LABEL = /^(?:aws[-_]?)?(?:default[-_]?)?region(?:[-_]?name)?$/i;
const ARN = /arn:[\w-]{1,20}:([\w-]{1,40}):$/;
/** Images and keys are often used from another Region. */
const TRAVELLING = new Set(["ecr", "kms", "secretsmanager", "s3"]);

/** Reads ids and Regions between words, and which belong together: by what stands between, by line, by paragraph. */
export function readProse(text: string): Prose {
  const marks = marksIn(text);
  const regions = clearest(marks);
  if (regions.length > 0) {
    for (const line of groupsOf(marks, text, /\n/)) giveWithinLine(line, text);
    for (const block of groupsOf(marks, text, /\n[ \t\r]*\n/)) giveByHeading(block, text);
    giveByHeading(marks, text);
  }
  return {
    sightings: sightingsOf(marks),
    regions: [...new Set(regions.map(({ region }) => region))],
    isLabelled: regions[0]?.rank === 0,
  };
}

function sightingsOf(marks: readonly Mark[]): Sighting[] {
  let about: string | undefined;
  return marks.filter(isId).map(({ deploymentId, at, region, isSure, role }) => {
    if (role === "meant") about = deploymentId;
    const isAside = role === "other";
    const rollbackOf = role === "rollback" ? about : undefined;
    return { deploymentId, at, region, isRegionSure: isSure, isAside, rollbackOf };
  });
}

function marksIn(text: string): Mark[] {
  const ids = idsIn(text).map<Mark>(({ deploymentId, at, end }) => {
    const label = labelBefore(text, at).replace(/[-_]/g, "");
    const isRollback = /^rollback(?:deploymentid|info)$/i.test(label);
    const isOther = /(?:trigger|outdated|related|previous)\w*ids?$/i.test(label);
    const role = isRollback ? "rollback" : isOther ? "other" : "meant";
    return { kind: "id", deploymentId, at, end, isSure: false, role };
  });
  const regions = regionsIn(text).flatMap<Mark>(({ region, at }) => {
    const service = ARN.exec(text.slice(Math.max(0, at - 80), at))?.[1];
    if (service !== undefined && TRAVELLING.has(service)) return [];
    const isLabelled = REGION_LABEL.test(labelBefore(text, at));
    const rank = service !== undefined ? 2 : isLabelled ? 0 : 1;
    return { kind: "region", region, at, end: at + region.length, rank };
  });
  if (regions.length === 0) return ids;
  return [...ids, ...regions].toSorted((one, other) => one.at - other.at);
}

/** The word before `at`, with only a colon, an equals sign, quotes and the like between. */
function labelBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && at - end < 12 && /[\s"'*`:=|>]/.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < 60 && /[\w-]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** The marks parted where `separator` stands between them. */
function groupsOf(marks: readonly Mark[], text: string, separator: RegExp): Mark[][] {
  const groups: Mark[][] = [];
  let end = 0;
  for (const mark of marks) {
    const group = groups.at(-1);
    if (group && !separator.test(text.slice(end, mark.at))) group.push(mark);
    else groups.push([mark]);
    end = mark.end;
  }
  return groups;
}

/** The one Region of a line is that of all its ids; of several each id gets the one that it stands closest to. */
function giveWithinLine(line: readonly Mark[], text: string): void {
  const regions = clearest(line);
  const isSole = regions.length > 0 && regions.every(({ region }) => region === regions[0]?.region);
  const before = closest(line, text, "before");
  const after = closest(line, text, "after");
  const first = line[0]?.kind === "region" ? before : after;
  for (const mark of line.filter(isId)) {
    const [one, other] = [before.get(mark), after.get(mark)];
    const preferred = first.get(mark);
    const best = (one?.closeness ?? 0) > (other?.closeness ?? 0) ? one : other;
    const isTie = (one?.closeness ?? 0) === (other?.closeness ?? 0);
    const chosen = isTie ? preferred : best;
    if (isSole) {
      mark.region = regions[0]?.region;
      mark.isSure = regions[0]?.rank === 0 || chosen?.isSure === true;
    } else if (chosen) {
      mark.region = chosen.region;
      mark.isSure = chosen.isSure;
    }
  }
}

interface Neighbour {
  region: string;
  /** 2: joined by a sign or word that says so; 1: by nothing but punctuation; 0: by other words. */
  closeness: 0 | 1 | 2;
  /** Whether the words between say that the deployment is there, not an image or a file of it. */
  isSure: boolean;
}

/** For each id the Region before or after it; ids in a list share one. None where two Regions follow each other. */
function closest(line: readonly Mark[], text: string, side: "before" | "after"): Map<Mark, Neighbour> {
  const found = new Map<Mark, Neighbour>();
  const marks = side === "before" ? line : line.toReversed();
  let last: Mark | undefined;
  let neighbour: Neighbour | undefined;
  for (const mark of marks) {
    const [left, right] = side === "before" ? [last, mark] : [mark, last];
    const gap = left && right ? text.slice(left.end, right.at) : "";
    if (mark.kind === "region") {
      const isOneOfSeveral = last?.kind === "region" && last.region !== mark.region;
      neighbour = isOneOfSeveral ? undefined : { region: mark.region, closeness: 0, isSure: false };
    } else if (neighbour && last) {
      if (last.kind === "region") {
        const closeness = closenessOf(gap, side);
        neighbour = { region: neighbour.region, closeness, isSure: closeness > 0 && SAYS_WHERE.test(gap) };
      } else if (!isListGap(gap)) {
        neighbour = { region: neighbour.region, closeness: 0, isSure: false };
      }
      found.set(mark, neighbour);
    }
    last = mark;
  }
  return found;
}

/** Signs only, or how the deployment does there: "d-… of web failed in …", not "d-… uses an image in …". */
const SAYS_WHERE =
  /(?:^\W*|\b(?:was|is|now|failed|fails|failing|failure|succeeded|succeeds|success|stopped|created|started|starts|queued|ready|running|runs|pending|progress|ended|ends|finished|completed|deployed|deploying|back)\W+)(?:(?:in|at|the|region|aws|deployment|id)\b\W*)*$/i;

function isListGap(gap: string): boolean {
  return gap.length < 20 && /^\W*(?:(?:and|or)\b\W*)?$/i.test(gap) && !gap.includes(";");
}

/** How closely an id and a Region are joined by the text between them. */
function closenessOf(gap: string, side: "before" | "after"): 0 | 1 | 2 {
  if (gap.length > 60 || /;|[.!?]\s/.test(gap)) return 0;
  if (side === "before") {
    if (!/^\W*(?:deployment(?:\W?id)?|id)?\W*$/i.test(gap)) return 0;
    const isNewClause = gap.includes(",") && /\w/.test(gap);
    return isNewClause ? 0 : /[:/=|>([]/.test(gap) ? 2 : 1;
  }
  // Behind a comma another clause begins, whose Region may be another one.
  if (!gap.includes(",") && /\b(?:in|at|region)\W*$/i.test(gap) && gap.trim().split(/\s+/).length <= 6)
    return 2;
  if (!/^\W*$/.test(gap)) return 0;
  return /[(@:/[]/.test(gap) ? 2 : 1;
}

/** For ids without a Region: the only one of these marks, else the one that stands on a line of its own above them or below. */
function giveByHeading(marks: readonly Mark[], text: string): void {
  const open = marks.filter(isId).filter(({ region }) => region === undefined);
  if (open.length === 0) return;
  const regions = clearest(marks);
  if (regions.length === 0) return;
  const isLabelled = regions[0]?.rank === 0;
  if (regions.every(({ region }) => region === regions[0]?.region)) {
    for (const mark of open) [mark.region, mark.isSure] = [regions[0]?.region, isLabelled];
    return;
  }
  const lines = groupsOf(marks, text, /\n/);
  const isAbove = lines[0]?.some(isId) !== true;
  let heading: string | undefined;
  for (const line of isAbove ? lines : lines.toReversed()) {
    const named = new Set(clearest(line).map(({ region }) => region));
    if (!line.some(isId)) heading = named.size === 1 ? [...named][0] : undefined;
    for (const mark of line.filter(isId)) mark.region ??= heading;
  }
}

/** The Regions that say most: where one has a label, those without do not count. */
function clearest(marks: readonly Mark[]): RegionMark[] {
  const regions = marks
    .filter((mark) => mark.kind === "region")
    .filter(({ region }) => isKnownRegion(region));
  const rank = regions.reduce((best, mark) => Math.min(best, mark.rank), 2);
  return regions.filter((mark) => mark.rank === rank);
}

function isId(mark: Mark): mark is IdMark {
  return mark.kind === "id";
}
