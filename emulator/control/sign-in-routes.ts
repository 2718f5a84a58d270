import * as v from "valibot";
import { hours, minutes } from "../timeline/duration.ts";
import { readBody } from "./route.ts";
import type { Route } from "./route.ts";

const urls = v.exactOptional(v.array(v.string()), []);

const appClientSchema = v.strictObject({
  callbackUrls: urls,
  logoutUrls: urls,
  idTokenLastsMs: v.exactOptional(v.number(), minutes(60)),
  refreshTokenLastsMs: v.exactOptional(v.number(), hours(12)),
  rotationGraceMs: v.exactOptional(v.number(), minutes(1)),
});

export type AppClientRequest = v.InferInput<typeof appClientSchema>;

/** Where the user pool is, in the words of config.json. */
export interface SignInAddresses {
  readonly authority: string;
  readonly domain: string;
}

/** The user pool: where it is, its app clients, and the end of sign-ins. */
export const SIGN_IN_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: /^\/sign-in$/,
    answer: ({ state }): SignInAddresses => ({
      authority: state.userPool.issuer,
      domain: state.userPool.domain,
    }),
  },
  {
    method: "PUT",
    path: /^\/app-clients\/([^/]+)$/,
    answer: ({ state, body, parameter }) => {
      state.userPool.setClient({ ...readBody(appClientSchema, body), id: parameter });
      return {};
    },
  },
  {
    method: "POST",
    path: /^\/app-clients\/([^/]+)\/revoke-tokens$/,
    answer: ({ state, parameter }) => ({ revoked: state.tokens.revokeRefreshTokens(parameter) }),
  },
];
