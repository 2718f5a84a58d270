import { CONTROL_CORS_HEADERS } from "../http/cors.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import type { EmulatorState } from "../state.ts";
import { ACCESS_ROUTES } from "./access-routes.ts";
import { ControlError } from "./route.ts";
import { DEPLOYMENT_ROUTES } from "./deployment-routes.ts";
import { FAULT_ROUTES } from "./fault-routes.ts";
import { SIGN_IN_ROUTES } from "./sign-in-routes.ts";
import { SITE_CONFIG_ROUTES } from "./site-configs.ts";

const ROUTES = [
  ...DEPLOYMENT_ROUTES,
  ...FAULT_ROUTES,
  ...ACCESS_ROUTES,
  ...SIGN_IN_ROUTES,
  ...SITE_CONFIG_ROUTES,
];

/** The path under which the control interface lies. */
export const CONTROL_PATH = "/_emulator";

/** The longest body that it takes: a fault may bring the answer that AWS is to give, whatever its size. */
export const MAX_CONTROL_BYTES = 8 * 1024 * 1024;

/** Answers a request to the control interface. */
export function answerControl(request: ReceivedRequest, state: EmulatorState): Reply {
  if (request.method === "OPTIONS") return { status: 204, headers: CONTROL_CORS_HEADERS, body: "" };
  try {
    return reply(200, route(request, state));
  } catch (error) {
    if (error instanceof ControlError) return reply(error.status, { message: error.message });
    throw error;
  }
}

function route(request: ReceivedRequest, state: EmulatorState): object {
  const path = request.path.slice(CONTROL_PATH.length);
  for (const candidate of ROUTES) {
    const match = candidate.method === request.method && candidate.path.exec(path);
    if (match) {
      const parameter = decode(match[1] ?? "", request.path);
      return candidate.answer({ state, body: request.body, query: request.query, parameter });
    }
  }
  throw new ControlError(`${request.method} ${request.path} is not part of the control interface.`, 404);
}

function decode(part: string, path: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ControlError(`The path ${path} cannot be decoded.`);
  }
}

function reply(status: number, body: object): Reply {
  return {
    status,
    headers: { ...CONTROL_CORS_HEADERS, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}
