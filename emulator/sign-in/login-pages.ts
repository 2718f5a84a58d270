import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { receiveRequest, requestUrl } from "../http/received-request.ts";
import type { PoolUser, UserPool } from "./user-pool.ts";

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
  const query = requestUrl(request).searchParams;
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

/** The login page of a user pool. Since it is a demo, it says who there is, with their passwords. */
function loginPage(action: string, users: readonly PoolUser[], problem = ""): string {
  const rows = users.map(
    ({ username, password, sees }) =>
      `<tr><td><code>${escapeHtml(username)}</code></td><td><code>${escapeHtml(password)}</code></td><td>${escapeHtml(sees)}</td>
<td><form method="post" action="${escapeHtml(action)}"><input type="hidden" name="username" value="${escapeHtml(username)}"><input type="hidden" name="password" value="${escapeHtml(password)}"><button aria-label="Enter as ${escapeHtml(username)}">Enter</button></form></td></tr>`,
  );
  return htmlPage(
    "Sign in",
    `<form method="post" action="${escapeHtml(action)}">
${problem && `<p role="alert">${escapeHtml(problem)}</p>`}
<label>Email <input name="username" type="email" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button> <a href="${escapeHtml(action)}/cancel">Cancel</a>
</form>
<table><caption>Who there is in this emulator</caption><tr><th>Email</th><th>Password</th><th>Sees</th><td></td></tr>${rows.join("")}</table>`,
  );
}

/** OpenID's own sign-out asks first. The form comes from the provider library. */
export function endSessionPage(form: string): string {
  return htmlPage(
    "Sign out",
    `${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`,
  );
}

/** A page with one sentence and its reason. */
export function messagePage(title: string, text: string): string {
  return htmlPage(title, `<p>${escapeHtml(text)}</p>`);
}

function htmlPage(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:44rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}
label{display:block;margin:.75rem 0}input{display:block;width:100%;font:inherit;padding:.4rem;box-sizing:border-box}
button{font:inherit;padding:.4rem 1rem}table{margin-top:2rem;border-spacing:.75rem .25rem;margin-left:-.75rem}
caption,th{text-align:left}code{white-space:nowrap}caption{padding:0 .75rem}</style>
<h1>${escapeHtml(title)}</h1>${content}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
