import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Reply } from "../http/reply.ts";
import { planFaults } from "../operations/plan-faults.ts";
import type { EmulatorState } from "../state.ts";

const corsHeaders = { "access-control-allow-origin": "*" };

/** What stands in for a right answer that never arrives as a whole. */
const halfToken = JSON.stringify({ token_type: "Bearer", expires_in: 3600, access_token: "", id_token: "" });

/**
 * Logs a request to the sign-in server and gives what a fault makes of it; undefined when it is to be answered as
 * it should be. The operation is the path without its first slash: `oauth2/token`. A refusal goes out in OAuth's form.
 */
export async function faultOf(
  request: IncomingMessage,
  response: ServerResponse,
  state: EmulatorState,
): Promise<Reply | undefined> {
  const { origin } = request.headers;
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  const facts = { operation: path.slice(1), ...(origin !== undefined && { origin }) };
  const logged = state.requests.add({ time: state.now(), method: request.method ?? "GET", ...facts });
  response.once("finish", () => (logged.status = response.statusCode));
  if (request.method === "OPTIONS") return undefined;
  const plan = planFaults(state.faults.take(facts, state.now()));
  if (plan.delayMs > 0) await sleep(plan.delayMs);
  const { error, answer, delivery } = plan;
  const headers = { ...corsHeaders, "content-type": "application/json" };
  if (error) {
    const body = JSON.stringify({ error: error.type, error_description: error.message });
    return { status: error.status, headers, body };
  }
  if (delivery) return { status: 200, headers, body: halfToken, delivery };
  return answer;
}
