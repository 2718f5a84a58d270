import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { messagePage } from "./pages.ts";
import type { UserPool } from "./user-pool.ts";

/**
 * Cognito's own way to sign out, which is not OpenID's: it wants `client_id` and a registered `logout_uri`, and knows
 * no `post_logout_redirect_uri`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export async function answerLogout(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  pool: UserPool,
): Promise<void> {
  const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
  const logoutUrl = query.get("logout_uri") ?? "";
  if (!pool.client(query.get("client_id") ?? "")?.logoutUrls.includes(logoutUrl)) {
    const page = messagePage("Required parameters are missing or not registered.", "client_id, logout_uri");
    response.writeHead(400, { "content-type": "text/html; charset=utf-8" }).end(page);
    return;
  }
  const context = provider.app.createContext(request, response);
  const session = await provider.Session.get(context);
  await session.destroy();
  response.writeHead(302, { location: logoutUrl }).end();
}
