import * as v from "valibot";
import { readBody } from "./read-body.ts";
import type { Route } from "./route.ts";

const siteConfigSchema = v.strictObject({
  body: v.exactOptional(v.unknown()),
  status: v.exactOptional(v.number()),
  contentType: v.exactOptional(v.string()),
});

/** What a host of the app answers for `/config.json`. */
export const siteConfigRoutes: readonly Route[] = [
  {
    method: "PUT",
    path: /^\/configs\/([^/]+)$/,
    answer: ({ state, body, parameter }) => {
      state.siteConfigs.set(parameter, readBody(siteConfigSchema, body));
      return {};
    },
  },
  {
    method: "DELETE",
    path: /^\/configs\/([^/]+)$/,
    answer: ({ state, parameter }) => {
      state.siteConfigs.remove(parameter);
      return {};
    },
  },
];
