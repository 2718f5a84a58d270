import { faultSchema } from "./fault.ts";
import { readBody } from "./route.ts";
import { requestFactsSchema } from "./request-log.ts";
import type { Route } from "./route.ts";

/** Arming and clearing faults, and asking which requests came. */
export const FAULT_ROUTES: readonly Route[] = [
  {
    method: "POST",
    path: /^\/faults$/,
    answer: ({ state, body }) => ({ faultId: state.faults.add(readBody(faultSchema, body)) }),
  },
  {
    method: "DELETE",
    path: /^\/faults\/([^/]+)$/,
    answer: ({ state, parameter }) => {
      state.faults.remove(parameter);
      return {};
    },
  },
  {
    method: "DELETE",
    path: /^\/faults$/,
    answer: ({ state, query }) => {
      state.faults.clear(factsIn(query));
      return {};
    },
  },
  {
    method: "GET",
    path: /^\/requests$/,
    answer: ({ state, query }) => state.requests.find(factsIn(query)),
  },
];

function factsIn(query: URLSearchParams) {
  return readBody(requestFactsSchema, JSON.stringify(Object.fromEntries(query)));
}
