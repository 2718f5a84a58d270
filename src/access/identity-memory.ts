import type { Config } from "../config/schema.ts";
import { isRecord } from "../values/is-record.ts";

/** An identity's id as Cognito gives it out. Anything else in its place was not written here. */
const IDENTITY_ID = /^[\w-]+:[0-9a-f-]{1,54}$/;

const PREFIX = "deploywatch.identity ";

/** The one person of a site that lets guests in. */
export const GUEST = "guest";

/** Somebody who has signed in, as `person` of {@link IdentityMemory}: no two have the same. */
export function personOf(authority: string, sub: string): string {
  return `${authority} ${sub}`;
}

/**
 * What this browser remembers of whoever came in last through an identity pool: who it was, and the Cognito identity id,
 * which spares a GetId with each exchange. Neither is a secret. Where the browser keeps nothing, this tab remembers.
 */
export interface IdentityMemory {
  /** Whether nobody has come in yet, as far as this browser remembers. */
  isEmpty(): boolean;
  /** Whether it was this person who came in last. */
  isLast(person: string): boolean;
  /** Somebody has come in: what is known of anybody else is forgotten. */
  greet(person: string): void;
  /** The identity id of that person, never of another. */
  idOf(person: string): string | undefined;
  /** Keeps the id, or forgets it without one. The browser does so only for whoever came in last and is still there. */
  keep(person: string, identityId: string | undefined): void;
  /** Somebody has signed out. */
  clear(): void;
}

interface Remembered {
  readonly person: string;
  readonly identityId?: string | undefined;
}

/** Who has come in by this browser before, whatever the configuration: as long as that is on its way. */
interface KnownVisitors {
  anybody?: boolean;
  /** Somebody who has signed in. */
  users?: boolean;
}

/** Whom this browser remembers; nobody where it keeps nothing. */
export function knownVisitors(): KnownVisitors {
  try {
    const remembered = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return { anybody: remembered.length > 0, users: remembered.some((name) => !name.endsWith(GUEST)) };
  } catch {
    return {};
  }
}

/** The memory of a configuration's identity pool, one for its guests and one for people who sign in. */
export function identityMemory({
  identityPoolId,
  guest,
}: Pick<Config, "identityPoolId" | "guest">): IdentityMemory {
  const name = `${PREFIX}${identityPoolId}${guest ? ` ${GUEST}` : ""}`;
  let own: Remembered | undefined;

  const write = (remembered: Remembered | undefined) => {
    own = remembered;
    try {
      if (remembered) localStorage.setItem(name, JSON.stringify(remembered));
      else localStorage.removeItem(name);
    } catch {
      // This tab remembers it.
    }
  };
  return {
    isEmpty: () => !read(name),
    isLast: (person) => read(name)?.person === person,
    greet(person) {
      if (read(name)?.person !== person) write({ person });
    },
    idOf(person) {
      const known = own?.identityId === undefined ? read(name) : own;
      return known?.person === person ? known.identityId : undefined;
    },
    keep(person, identityId) {
      own = { person, identityId };
      if (read(name)?.person === person) write(own);
    },
    clear: () => write(undefined),
  };
}

function read(name: string): Remembered | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    if (!isRecord(value) || typeof value["person"] !== "string") return undefined;
    const { person, identityId } = value;
    const isId = typeof identityId === "string" && IDENTITY_ID.test(identityId);
    return { person, ...(isId && { identityId }) };
  } catch {
    return undefined;
  }
}
