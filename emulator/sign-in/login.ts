import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { receiveRequest } from "../http/received-request.ts";
import { loginPage, messagePage } from "./pages.ts";
import type { UserPool } from "./user-pool.ts";

/** `/login/{interaction}`: the form, what was typed into it, and the way out. */
export async function answerLogin(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  pool: UserPool,
): Promise<void> {
  const { method, path, body } = await receiveRequest(request);
  const send = (status: number, html: string) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
  };
  const isUnderWay = await provider.interactionDetails(request, response).then(
    () => true,
    () => false,
  );
  if (!isUnderWay) {
    return send(400, messagePage("This sign-in is over.", "Go back to the app and start again."));
  }
  if (path.endsWith("/cancel")) {
    const refusal = { error: "access_denied", error_description: "The user cancelled." };
    return provider.interactionFinished(request, response, refusal);
  }
  if (method !== "POST") return send(200, loginPage(path, pool.users));
  const typed = new URLSearchParams(body);
  const user = pool.user(typed.get("username") ?? "");
  if (!user || user.password !== typed.get("password")) {
    return send(200, loginPage(path, pool.users, "Incorrect username or password."));
  }
  return provider.interactionFinished(request, response, { login: { accountId: user.sub } });
}
