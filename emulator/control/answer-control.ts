import { controlCorsHeaders } from "../http/cors.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import type { EmulatorState } from "../state.ts";
import { accessRoutes } from "./access-routes.ts";
import { ControlError } from "./route.ts";
import { deploymentRoutes } from "./deployment-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { siteConfigRoutes } from "./site-configs.ts";

const routes = [...deploymentRoutes, ...faultRoutes, ...accessRoutes, ...signInRoutes, ...siteConfigRoutes];

/** The path under which the control interface lies. */
export const controlPath = "/_emulator";

/** Answers a request to the control interface. */
export function answerControl(request: ReceivedRequest, state: EmulatorState): Reply {
  if (request.method === "OPTIONS") return { status: 204, headers: controlCorsHeaders, body: "" };
  try {
    return reply(200, route(request, state));
  } catch (error) {
    if (error instanceof ControlError) return reply(error.status, { message: error.message });
    throw error;
  }
}

function route(request: ReceivedRequest, state: EmulatorState): object {
  const path = request.path.slice(controlPath.length);
  for (const candidate of routes) {
    const match = candidate.method === request.method && candidate.path.exec(path);
    if (match) {
      const parameter = decodeURIComponent(match[1] ?? "");
      return candidate.answer({ state, body: request.body, query: request.query, parameter });
    }
  }
  throw new ControlError(`${request.method} ${request.path} is not part of the control interface.`, 404);
}

function reply(status: number, body: object): Reply {
  return {
    status,
    headers: { ...controlCorsHeaders, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}
