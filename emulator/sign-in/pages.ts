import type { PoolUser } from "./user-pool.ts";

/** The login page of a user pool. Since it is a demo, it says who there is, with their passwords. */
export function loginPage(action: string, users: readonly PoolUser[], problem = ""): string {
  const rows = users.map(
    ({ username, password, sees }) =>
      `<tr><td><code>${escapeHtml(username)}</code></td><td><code>${escapeHtml(password)}</code></td><td>${escapeHtml(sees)}</td></tr>`,
  );
  return page(
    "Sign in",
    `<form method="post" action="${escapeHtml(action)}">
${problem && `<p role="alert">${escapeHtml(problem)}</p>`}
<label>Email <input name="username" type="email" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button> <a href="${escapeHtml(action)}/cancel">Cancel</a>
</form>
<table><caption>Who there is in this emulator</caption><tr><th>Email</th><th>Password</th><th>Sees</th></tr>${rows.join("")}</table>`,
  );
}

/** OpenID's own sign-out asks first. The form comes from the provider library. */
export function endSessionPage(form: string): string {
  return page(
    "Sign out",
    `${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`,
  );
}

/** A page with one sentence and its reason. */
export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escapeHtml(text)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:34rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}
label{display:block;margin:.75rem 0}input{display:block;width:100%;font:inherit;padding:.4rem;box-sizing:border-box}
button{font:inherit;padding:.4rem 1rem}table{margin-top:2rem;border-spacing:.75rem .25rem;margin-left:-.75rem}
caption,th{text-align:left}code{white-space:nowrap}caption{padding:0 .75rem}</style>
<h1>${escapeHtml(title)}</h1>${content}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
