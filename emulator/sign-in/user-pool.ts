import type { JsonWebKey, KeyObject } from "node:crypto";
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";

/** Somebody who may sign in. */
export interface PoolUser {
  /** The id that never changes, as in the `sub` claim. */
  readonly sub: string;
  readonly username: string;
  readonly password: string;
  /** What they may see, in words for the login page. */
  readonly sees: string;
  /** Groups decide which role the identity pool gives. */
  readonly groups: readonly string[];
}

/** An app that people sign in to; public, so that it has no secret. */
export interface AppClient {
  readonly id: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly idTokenLastsMs: number;
  readonly refreshTokenLastsMs: number;
  /** How long a refresh token that has been rotated away still works. */
  readonly rotationGraceMs: number;
}

/** The group of people who see one application only. */
export const CHECKOUT_GROUP = "checkout";

/** The groups whose members act, as the template calls them. */
export const OPERATORS_GROUP = "operators";
export const DEPLOYERS_GROUP = "deployers";

/** The demo's app client. */
export const DEMO_CLIENT_ID = "4deploywatchdemo";

/** The user pool: four people, the app clients, and the key that ID tokens are signed with. */
export class UserPool {
  readonly id = "us-east-1_Emulator1";
  readonly users: readonly PoolUser[] = [
    {
      sub: "0b7e6c1a-3001-70aa-9d5e-1f2a3b4c5d6e",
      username: "ada@example.com",
      password: "see-everything",
      sees: "every deployment",
      groups: [],
    },
    {
      sub: "9c4d2e8f-4002-71bb-8e6f-2a3b4c5d6e7f",
      username: "bo@example.com",
      password: "see-checkout",
      sees: "deployments of checkout-api only",
      groups: [CHECKOUT_GROUP],
    },
    {
      sub: "1d5f3e9a-5003-72cc-9f70-3b4c5d6e7f80",
      username: "cleo@example.com",
      password: "stop-everything",
      sees: "every deployment, and may stop and continue them",
      groups: [OPERATORS_GROUP],
    },
    {
      sub: "2e604fab-6004-73dd-8a81-4c5d6e7f8091",
      username: "dana@example.com",
      password: "deploy-everything",
      sees: "every deployment, and may stop, continue and create them",
      groups: [DEPLOYERS_GROUP],
    },
  ];
  /** What ID tokens name as their issuer: the `authority` of config.json. Known once the emulator listens. */
  issuer = "";
  /** The origin of its login pages: the `domain` of config.json. */
  domain = "";
  readonly #clients = new Map<string, AppClient>();
  #privateKey: KeyObject | undefined;

  setClient(client: AppClient): void {
    this.#clients.set(client.id, client);
  }

  client(id: string): AppClient | undefined {
    return this.#clients.get(id);
  }

  /** @param name a username or a `sub` */
  user(name: string): PoolUser | undefined {
    return this.users.find(({ username, sub }) => username === name || sub === name);
  }

  /** Made when it is first needed: most emulators sign nobody in. */
  get privateKey(): KeyObject {
    return (this.#privateKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  }

  /** The private key for a library that wants it as JSON. */
  get signingKey(): JsonWebKey {
    return { ...this.privateKey.export({ format: "jwk" }), ...this.#keyFacts };
  }

  /** The public key as the issuer publishes it, for whoever wants to verify an ID token. */
  get verificationKey(): JsonWebKey {
    return { ...createPublicKey(this.privateKey).export({ format: "jwk" }), ...this.#keyFacts };
  }

  /** What both halves of the key say of themselves; the id is the same as long as the key is. */
  get #keyFacts(): JsonWebKey {
    const { n } = createPublicKey(this.privateKey).export({ format: "jwk" });
    return { kid: createHash("sha256").update(String(n)).digest("base64"), use: "sig", alg: "RS256" };
  }
}
