import type { StateStore, User } from "oidc-client-ts";
import type { SignInConfig } from "../../config/schema.ts";
import { isRecord } from "../../values/is-record.ts";

/** What the OIDC library keeps of somebody who has signed in, as far as it is read here. */
export type StoredUser = Pick<User, "id_token" | "refresh_token" | "profile">;

/** Under which name the library keeps it. */
function keyOf({ authority, clientId }: SignInConfig): string {
  return `user:${authority}:${clientId}`;
}

/** Who has signed in, read without the library: it is 13 kB that a tab with tokens needs for the next renewal only. */
export async function storedUser(users: StateStore, signIn: SignInConfig): Promise<StoredUser | undefined> {
  try {
    const user: unknown = JSON.parse((await users.get(keyOf(signIn))) ?? "null");
    return isStoredUser(user) ? user : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it. */
export async function removeStoredUser(users: StateStore, signIn: SignInConfig): Promise<void> {
  await users.remove(keyOf(signIn));
}

function isStoredUser(value: unknown): value is StoredUser {
  return isRecord(value) && isRecord(value["profile"]) && typeof value["profile"]["sub"] === "string";
}
