import { type Answer, ask } from "./ask.ts";

const MOST_STEPS = 4;

/** An answer, and the address that it came from. */
export interface Page extends Answer {
  readonly url: string;
}

/**
 * Asks as a browser does that is led from page to page: keeps cookies, and follows redirects as long as they stay on
 * the same host. A redirect to another host is the answer.
 */
export async function askAndFollow(start: string): Promise<Page | { readonly failure: string }> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let step = 1; ; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await ask(url, { headers: { accept: "text/html", ...(cookie && { cookie }) } });
    if ("failure" in answer) return answer;
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const next = redirectOf({ ...answer, url });
    if (!next || next.origin !== new URL(url).origin || step === MOST_STEPS) return { ...answer, url };
    url = next.href;
  }
}

/** Where a page leads on to. */
export function redirectOf({ status, headers, url }: Page): URL | undefined {
  const location = headers.get("location");
  return status >= 300 && status < 400 && location !== null ? new URL(location, url) : undefined;
}
