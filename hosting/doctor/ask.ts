const TIMEOUT_MS = 10_000;

/** An HTTP answer, as far as the doctor looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends one request and follows no redirect.
 * @returns the answer, or why there is none, in a few words
 */
export async function ask(
  url: string,
  init: RequestInit = {},
): Promise<Answer | { readonly failure: string }> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

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
