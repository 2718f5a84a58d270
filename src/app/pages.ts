import type { QueryClient } from "@tanstack/react-query";
import type { Aws } from "../aws/aws.ts";
import { REGION } from "../aws-names/regions.ts";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { Address, AddressOf, PageName, ViewState } from "./address.ts";
import {
  decode,
  encode,
  formatNames,
  formatWall,
  isName,
  parseGroup,
  parseGroupFilter,
  parseNames,
  parseTargets,
  parseView,
  parseWall,
} from "./address-parts.ts";

/** A URL below where the app lies, taken apart. */
interface OwnUrl {
  /** The path between its slashes, as it stands in the URL. */
  parts: readonly string[];
  query: URLSearchParams;
  view: ViewState;
}

/** The first lists of a page, all of one Region. */
interface FirstLists {
  region: string;
  /** Rejects where the code for it does not come; the page then reports that. What AWS answers is in the client. */
  ask(aws: Aws, client: QueryClient): Promise<void>;
}

interface Page<Name extends PageName = PageName> {
  /**
   * Its path as hosts see it: a regular expression for each part. They answer it with index.html; `npm run template`
   * writes their rules. Absent for what is no page of its own.
   */
  path?: readonly string[];
  /** The address that a URL stands for; `undefined` when it is not of this page. Absent for what all other URLs lead to. */
  parse?(url: OwnUrl): AddressOf<Name> | undefined;
  /** The path below where the app lies, without a slash in front. Adds its parameters to `query`. */
  format(address: AddressOf<Name>, query: URLSearchParams): string;
  /** Whether somebody must have signed in to see it, where people sign in. */
  needsSignIn: boolean;
  /** The deployments that it shows: they are asked for while the page is on its way. */
  deployments?(address: AddressOf<Name>): readonly DeploymentRef[];
  /** The lists that it shows: they are asked for while the page is on its way. */
  lists?(address: AddressOf<Name>): FirstLists;
  /** Loads the module of its component. The deployment page has none: it comes with the app, as most visits are to it. */
  load?: () => Promise<unknown>;
}

/** All pages, in the order in which they are tried for a URL. */
export const PAGES = {
  home: {
    path: [],
    parse: ({ parts, view }) => (parts.length === 0 ? { page: "home", view } : undefined),
    format: () => "",
    needsSignIn: false,
    load: () => import("../pages/home/HomePage.tsx"),
  },
  "signed-in": {
    path: ["signed-in"],
    parse: ({ parts, view }) => (parts.join("/") === "signed-in" ? { page: "signed-in", view } : undefined),
    format: () => "signed-in",
    needsSignIn: false,
    load: () => import("../pages/sign-in/SignInFaultPage.tsx"),
  },
  snapshot: {
    path: ["snapshot"],
    parse({ parts, query, view }) {
      if (parts.join("/") !== "snapshot") return undefined;
      const targets = parseTargets(query);
      return { page: "snapshot", view, ...(targets && { targets }) };
    },
    format({ targets = {} }, query) {
      for (const [name, value] of Object.entries(targets)) query.set(name, value);
      return "snapshot";
    },
    needsSignIn: false,
    load: () => import("../pages/snapshot/SnapshotPage.tsx"),
  },
  // `/us-east-1/d-A,d-B?also=eu-west-1/d-C&view=wall`: a list of ids is a wall without being told so; one id, and a group, is one
  // only with `view=wall`.
  wall: {
    path: [REGION, "[^/]+"],
    parse({ parts, query, view }) {
      const isList = parts.length === 2 && parts[1]?.includes(",");
      if (query.get("view") !== "wall" && !isList) return undefined;
      const tiles = parts.length === 2 || parseGroup(parts) ? parseWall(parts, query.getAll("also")) : [];
      return tiles.length === 0 ? undefined : { page: "wall", tiles, view };
    },
    format({ tiles }, query) {
      const [first = "", ...others] = formatWall(tiles);
      for (const other of others) query.append("also", other);
      query.set("view", "wall");
      return first;
    },
    needsSignIn: true,
    deployments: ({ tiles }) => tiles.filter((tile) => "deploymentId" in tile),
    load: () => import("../pages/wall/WallPage.tsx"),
  },
  deployment: {
    path: [REGION, "[^/]+"],
    parse({ parts, query, view }) {
      const [region, deploymentId] = parts.map(decode);
      if (parts.length !== 2 || !isName(region) || !isName(deploymentId)) return undefined;
      const targets = parseTargets(query);
      return { page: "deployment", region, deploymentId, view, ...(targets && { targets }) };
    },
    format({ region, deploymentId, targets = {} }, query) {
      for (const [name, value] of Object.entries(targets)) query.set(name, value);
      return `${encode(region)}/${encode(deploymentId)}`;
    },
    needsSignIn: true,
    deployments: (address) => [address],
  },
  application: {
    path: [REGION, "applications", "[^/]+"],
    parse({ parts, view }) {
      const [region, applicationName, ...more] = parseNames(parts);
      if (region === undefined || applicationName === undefined || more.length > 0) return undefined;
      return { page: "application", region, applicationName, view };
    },
    format: ({ region, applicationName }) => formatNames(region, applicationName),
    needsSignIn: true,
    lists: (address) => ({
      region: address.region,
      async ask(aws, client) {
        const { askForApplication } = await import("../queries/lists/application-groups.ts");
        return askForApplication(aws, client, address);
      },
    }),
    load: () => import("../pages/application/ApplicationPage.tsx"),
  },
  group: {
    path: [REGION, "applications", "[^/]+", "[^/]+"],
    parse({ parts, query, view }) {
      const group = parseGroup(parts);
      if (!group) return undefined;
      const filter = parseGroupFilter(query);
      return { page: "group", ...group, view, ...(filter && { filter }) };
    },
    format({ region, applicationName, deploymentGroupName, filter = {} }, query) {
      for (const [name, value] of Object.entries(filter)) query.set(name, value);
      return formatNames(region, applicationName, deploymentGroupName);
    },
    needsSignIn: true,
    lists: (address) => ({
      region: address.region,
      async ask(aws, client) {
        const { askForGroup } = await import("../queries/lists/group-list.ts");
        return askForGroup(aws, client, address);
      },
    }),
    load: () => import("../pages/group/GroupPage.tsx"),
  },
  compare: {
    path: [REGION, "compare", "[^/]+", "[^/]+"],
    parse({ parts, view }) {
      const [region = "", fixed, one = "", other = "", ...more] = parts.map(decode);
      if (fixed !== "compare" || more.length > 0 || ![region, one, other].every(isName)) return undefined;
      return { page: "compare", region, deploymentIds: [one, other], view };
    },
    format: ({ region, deploymentIds }) => [region, "compare", ...deploymentIds].map(encode).join("/"),
    needsSignIn: true,
    lists: ({ region, deploymentIds }) => ({
      region,
      async ask(aws, client) {
        const { askForComparison } = await import("../queries/compared-deployments.ts");
        return askForComparison(aws, client, region, deploymentIds);
      },
    }),
    load: () => import("../pages/compare/ComparePage.tsx"),
  },
  unknown: {
    format: ({ path }) => path.slice(1),
    needsSignIn: false,
    load: () => import("../pages/faults/NotFoundPage.tsx"),
  },
} satisfies { [Name in PageName]: Page<Name> };

const ROWS: { [Name in PageName]: Page<Name> } = PAGES;

/** The row of an address in the table of pages. */
export function pageOf({ page }: Address): Page {
  return ROWS[page];
}

/** The parts of `URL` or `Location` that an address is made of. */
type UrlParts = Pick<URL, "pathname" | "search">;

/**
 * The address that a URL stands for. Unknown parameters are ignored; nothing is thrown.
 *
 * @param base where the app lies on its host: `/`, or the sub-path that it was built for, with a slash at either end
 */
export function parseAddress({ pathname, search }: UrlParts, base = import.meta.env.BASE_URL): Address {
  const query = new URLSearchParams(search);
  const path = `${pathname}/`.startsWith(base) ? pathname.slice(base.length) : pathname;
  const parts = path.split("/").filter((part) => part !== "");
  const view = parseView(query);
  for (const page of Object.values(ROWS)) {
    const address = page.parse?.({ parts, query, view });
    if (address) return address;
  }
  // Two slashes at the start would make the rest a host.
  return { page: "unknown", path: `/${parts.join("/")}`, view };
}

/** The path and query of an address; the inverse of {@link parseAddress}. */
export function formatAddress<Name extends PageName>(
  address: AddressOf<Name>,
  base = import.meta.env.BASE_URL,
): string {
  const query = new URLSearchParams();
  if (address.view.timeZone === "utc") query.set("tz", "utc");
  const path = base + ROWS[address.page].format(address, query);
  return query.size === 0 ? path : `${path}?${query}`;
}
