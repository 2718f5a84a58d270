import { canBeRegion, isKnownRegion } from "../../aws-names/known-regions.ts";
import { asDeploymentId, idsIn, isDirectoryId } from "./id-in-text.ts";
import { jsonStart, readJsonTokens } from "./json-tokens.ts";
import { plainText } from "./plain-text.ts";
import type { Sighting } from "./sighting.ts";
import { withoutAsides } from "./sighting.ts";

/** As EventBridge, SNS, the CLI, Lambda hooks (`DeploymentId`) and GitHub's deploy action (`deployment-id`) spell it. */
const ID_KEY = /^(?:deployment[-_]?ids?|deployments)$/i;
const ROLLBACK_KEY = /^rollback[-_]?deployment[-_]?id$/i;
/** Members with the ids of other deployments than the one that the JSON is about. */
const OTHER_KEY = /trigger(?:ing|ed)|outdated|related|previous|directory/i;
/** CloudTrail says `awsRegion`, an environment `AWS_DEFAULT_REGION`. */
const REGION_KEY = /^(?:aws[-_]?)?(?:default[-_]?)?region(?:[-_]?name)?$/i;

/** JSON in a string of JSON in a string …: SQS holds SNS, which holds the notification, which holds `rollbackInformation`. */
const MAX_NESTING = 6;

/** What the text of a string says; read by whoever reads texts. */
type ReadText = (text: string) => { sightings: readonly Sighting[]; regions: readonly string[] };

/** A piece of JSON in a text, from `start` to `end`. */
export interface JsonInText {
  start: number;
  end: number;
  sightings: readonly Sighting[];
}

/** Every piece of JSON in `text`, with the deployments that it names. */
export function jsonIn(text: string, readText: ReadText): JsonInText[] {
  const pieces: JsonInText[] = [];
  for (let start = jsonStart(text, 0); start !== undefined;) {
    const tree = new Tree(start);
    const end = Math.max(tree.read(text, start, readText), start + 1);
    pieces.push({ start, end, sightings: tree.sightings() });
    start = jsonStart(text, end);
  }
  return pieces;
}

/** An object or a list. */
interface Node {
  parent: number;
  key: string;
  isOther: boolean;
  /** The deployment that the object is about. */
  about?: string | undefined;
  /** The Region that the object says it is in. */
  region?: string | undefined;
  /** A Region that stands in it or below; `null` for more than one. */
  named?: string | null | undefined;
}

interface Found extends Sighting {
  node: number;
  isRollback?: boolean;
}

/** The objects and lists of one piece of JSON, outer ones first, also those that stand in strings. */
class Tree {
  readonly #nodes: Node[] = [];
  readonly #found: Found[] = [];
  readonly #at: number;

  /** `at`: where the piece begins. */
  constructor(at: number) {
    this.#at = at;
  }

  /** Reads the JSON at `start` and then, one after the other, the JSON in its strings. Gives the end of the former. */
  read(text: string, start: number, readText: ReadText): number {
    const nested: { text: string; node: number; depth: number }[] = [];
    const readOne = (from: string, at: number, root: number, depth: number) =>
      this.#readOne(from, at, root, (string, node, key) => {
        if (depth < MAX_NESTING && jsonStart(string.slice(0, 64), 0) === string.search(/\S/)) {
          nested.push({ text: string, node, depth: depth + 1 });
        } else this.#readString(string, node, key, readText);
      });
    const end = readOne(text, start, -1, 0);
    for (let next = 0; next < nested.length; next += 1) {
      const piece = nested[next];
      if (piece) readOne(piece.text, piece.text.search(/\S/), piece.node, piece.depth);
    }
    return end;
  }

  #readOne(
    text: string,
    start: number,
    root: number,
    takeString: (text: string, node: number, key: string) => void,
  ): number {
    let node = root;
    let key = "";
    return readJsonTokens(text, start, (token) => {
      if (token.kind === "key") key = token.text;
      else if (token.kind === "string") takeString(token.text, node, this.#keyIn(node, key));
      else if (token.kind === "close") {
        key = "";
        if (node !== root) node = this.#nodes[node]?.parent ?? root;
      } else {
        const own = this.#keyIn(node, key);
        const isOther = this.#nodes[node]?.isOther === true || OTHER_KEY.test(own);
        // Lists by Region: `{ "eu-west-1": ["d-…"] }`.
        const region = isKnownRegion(own) ? own : undefined;
        node = this.#nodes.push({ parent: node, key: own, isOther, region }) - 1;
        this.#readIdKey(key, node, undefined);
        key = "";
      }
    });
  }

  /** An item of a list goes by the list's own key. */
  #keyIn(node: number, key: string): string {
    return key === "" ? (this.#nodes[node]?.key ?? "") : key;
  }

  /** Members by id: `{ "d-…": "eu-west-1" }`. */
  #readIdKey(key: string, node: number, region: string | undefined): void {
    for (const { deploymentId } of key.startsWith("d-") ? idsIn(key) : []) {
      this.#found.push({ deploymentId, at: this.#at, node, region, isRegionSure: region !== undefined });
    }
  }

  #readString(string: string, place: number, key: string, readText: ReadText): void {
    const node = this.#nodes[place];
    const text = plainText(string).trim();
    const deploymentId = asDeploymentId(text);
    const found = { at: this.#at, node: place };
    if (!node || text === "") return;
    this.#readIdKey(key, place, isKnownRegion(text) ? text : undefined);
    if (deploymentId !== undefined) {
      const isNamed = ID_KEY.test(key);
      const isRollback = ROLLBACK_KEY.test(key);
      const isAside = node.isOther || OTHER_KEY.test(key) || (!isNamed && isDirectoryId(deploymentId));
      if (isAside && isDirectoryId(deploymentId)) return;
      if (isNamed && !isAside) node.about ??= deploymentId;
      const where = isKnownRegion(key) ? { region: key, isRegionSure: true } : {};
      this.#found.push({ ...found, ...where, deploymentId, isAside, isRollback });
    } else if (REGION_KEY.test(key) && canBeRegion(text.toLowerCase())) {
      node.region ??= text.toLowerCase();
      name(node, text.toLowerCase());
    } else if (isKnownRegion(text)) {
      name(node, text);
    } else if (/d-|d%|-\d/i.test(text)) {
      const { sightings, regions } = readText(text);
      for (const region of regions) name(node, region);
      for (const sighting of sightings) this.#found.push({ ...sighting, ...found });
    }
  }

  /** What the piece says, with the Region of the nearest object that says one, else of the nearest that names just one. */
  sightings(): readonly Sighting[] {
    const nodes = this.#nodes;
    for (const { parent, named } of nodes.toReversed()) {
      const above = nodes[parent];
      if (above && named !== undefined) name(above, named);
    }
    for (const node of nodes) {
      const above = nodes[node.parent];
      node.about ??= above?.about;
      node.region ??= above?.region;
      node.named ??= above?.named;
    }
    return withoutAsides(this.#found.map((found) => this.#placed(found))).map(asMeant);
  }

  #placed({ node: place, isRollback, ...sighting }: Found): Sighting {
    const node = this.#nodes[place];
    const isSure = sighting.region === undefined ? node?.region !== undefined : sighting.isRegionSure;
    return {
      ...sighting,
      region: sighting.region ?? node?.region ?? node?.named ?? undefined,
      isRegionSure: isSure === true,
      ...(isRollback && node?.about !== undefined && { rollbackOf: node.about }),
    };
  }
}

function asMeant(sighting: Sighting): Sighting {
  return { ...sighting, isAside: false };
}

function name(node: Node, region: string | null): void {
  node.named = node.named === undefined || node.named === region ? region : null;
}
