import { createHash, randomUUID } from "node:crypto";
import type { AppClientRequest } from "../control/sign-in-routes.ts";
import type { TestEmulator } from "../../testing/test-emulator.ts";

/** Where the app under test takes the answers of a sign-in, and where a sign-out leads. */
export const CALLBACK_URL = "http://app.localhost/signed-in";
export const LOGOUT_URL = "http://app.localhost/";

const VERIFIER = "a-code-verifier-that-is-long-enough-for-the-specification";
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

export interface Tokens {
  id_token: string;
  refresh_token: string;
}

/** An app client and a browser of a test's own, which keeps cookies and follows no redirect. */
export class TestBrowser {
  readonly clientId = randomUUID();
  readonly #emulator: TestEmulator;
  readonly #cookies = new Map<string, string>();

  private constructor(emulator: TestEmulator) {
    this.#emulator = emulator;
  }

  static async open(emulator: TestEmulator, client: AppClientRequest = {}): Promise<TestBrowser> {
    const browser = new TestBrowser(emulator);
    const urls = { callbackUrls: [CALLBACK_URL], logoutUrls: [LOGOUT_URL] };
    await emulator.control.setAppClient(browser.clientId, { ...urls, ...client });
    return browser;
  }

  /** @param address relative to the login pages, or a whole one */
  async visit(address: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(address, this.#emulator.signInUrl), {
      redirect: "manual",
      headers: { cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      this.#cookies.set(name, value);
    }
    return response;
  }

  authorizeUrl(change: Record<string, string | undefined> = {}): string {
    const query = {
      client_id: this.clientId,
      redirect_uri: CALLBACK_URL,
      response_type: "code",
      scope: "openid email",
      code_challenge: CHALLENGE,
      code_challenge_method: "S256",
      ...change,
    };
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `/oauth2/authorize?${new URLSearchParams(given)}`;
  }

  logoutUrl(logoutUri: string): string {
    return `/logout?${new URLSearchParams({ client_id: this.clientId, logout_uri: logoutUri })}`;
  }

  /**
   * Visits the address of a sign-in and types a name and a password into the login page.
   * @returns where that leads: an address of the app, with the code
   */
  async logIn(address: string, who: { username: string; password: string }): Promise<string> {
    const login = await this.visit(address);
    const done = await this.visit(login.headers.get("location") ?? "", who);
    const back = await this.visit(done.headers.get("location") ?? "");
    return back.headers.get("location") ?? "";
  }

  /** The same, and redeems the code. */
  async signIn(who: { username: string; password: string }): Promise<Tokens> {
    return this.#redeem(await this.logIn(this.authorizeUrl(), who));
  }

  /** A second sign-in, as in another tab: the session at the login pages is there, so that they ask nothing. */
  async signInAgain(): Promise<Tokens> {
    const back = await this.visit(this.authorizeUrl());
    return this.#redeem(back.headers.get("location") ?? "");
  }

  #redeem(back: string): Promise<Tokens> {
    const code = new URL(back).searchParams.get("code") ?? "";
    const grant = { grant_type: "authorization_code", redirect_uri: CALLBACK_URL, code_verifier: VERIFIER };
    return this.#post("/oauth2/token", { ...grant, code });
  }

  refresh(token: string): Promise<Tokens> {
    return this.#post("/oauth2/token", { grant_type: "refresh_token", refresh_token: token });
  }

  async revoke(token: string): Promise<void> {
    await this.#post("/oauth2/revoke", { token });
  }

  async #post(path: string, form: Record<string, string>): Promise<Tokens> {
    const response = await fetch(this.#emulator.signInUrl + path, {
      method: "POST",
      headers: { origin: "http://app.localhost" },
      body: new URLSearchParams({ client_id: this.clientId, ...form }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    const tokens: Tokens = JSON.parse(text || "{}");
    return tokens;
  }
}
