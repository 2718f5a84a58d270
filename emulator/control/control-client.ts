import type {
  AccessKeysRequest,
  CredentialsRequest,
  HandedOutCredentials,
  HandedOutKeys,
  IdentityPoolRequest,
  RoleRequest,
} from "./access-routes.ts";
import type { DeploymentSummary, ScenarioSummary, ClockRequest, StartRequest } from "./deployment-routes.ts";
import type { FaultInput } from "./fault.ts";
import type { RequestFacts, LoggedRequest } from "./request-log.ts";
import type { AppClientRequest, SignInAddresses } from "./sign-in-routes.ts";
import type { SiteConfig } from "./site-configs.ts";

/** A deployment that a test has started. */
export interface DeploymentHandle {
  readonly deploymentId: string;
  readonly region: string;
  /** Ids of the deployments that belong to it, such as `rollback`. */
  readonly related: Readonly<Record<string, string>>;
  advance(byMs: number): Promise<void>;
  moveTo(atMsOrMoment: number | string): Promise<void>;
  /** Lets its clock run, so many times as fast as the real one. */
  run(speed?: number): Promise<void>;
  freeze(): Promise<void>;
  /** Deletes it, as deleting its group does. */
  remove(): Promise<void>;
  requests(): Promise<LoggedRequest[]>;
  /** Arms a fault for the requests that name it. */
  fault(effect: FaultInput["effect"], options?: FaultOptions): Promise<FaultHandle>;
}

/** Which of the requests a fault catches, and how many. */
interface FaultOptions extends Omit<RequestFacts, "deploymentId"> {
  readonly times?: number;
}

/** A fault that is armed. */
export interface FaultHandle {
  clear(): Promise<void>;
}

/** Speaks to the control interface of a running emulator. */
export class Control {
  readonly #base: string;

  /** @param url the emulator's address, such as `http://127.0.0.1:4566` */
  constructor(url: string) {
    this.#base = `${url.replace(/\/$/, "")}/_emulator`;
  }

  scenarios(): Promise<ScenarioSummary[]> {
    return this.#call("GET", "/scenarios");
  }

  /** Starts a scenario; its clock stands still unless `runs` is set. */
  async start(scenario: string, options: Omit<StartRequest, "scenario"> = {}): Promise<DeploymentHandle> {
    return this.#handle(await this.#call("POST", "/deployments", { scenario, ...options }));
  }

  /** One that there is, such as a rollback, or one that the page has created: its clock has to be moved by itself. */
  async deployment(deploymentId: string): Promise<DeploymentHandle> {
    return this.#handle(await this.#call("GET", `/deployments/${deploymentId}`));
  }

  #handle({ deploymentId, region, related }: DeploymentSummary): DeploymentHandle {
    const clock = async (request: ClockRequest): Promise<void> => {
      await this.#call("POST", `/deployments/${deploymentId}/clock`, request);
    };
    return {
      deploymentId,
      region,
      related,
      advance: (advanceMs) => clock({ advanceMs }),
      moveTo: (target) => clock(typeof target === "number" ? { atMs: target } : { moment: target }),
      run: (speed = 1) => clock({ runs: true, speed }),
      freeze: () => clock({ runs: false }),
      remove: () => this.#do("DELETE", `/deployments/${deploymentId}`),
      requests: () => this.requests({ deploymentId }),
      fault: (effect, { times, ...match } = {}) =>
        this.fault({ match: { deploymentId, ...match }, effect, ...(times !== undefined && { times }) }),
    };
  }

  /** The requests to AWS that fit, oldest first. */
  requests(wanted: RequestFacts = {}): Promise<LoggedRequest[]> {
    return this.#call("GET", `/requests?${new URLSearchParams(wanted)}`);
  }

  async fault(fault: FaultInput): Promise<FaultHandle> {
    const { faultId } = await this.#call<{ faultId: string }>("POST", "/faults", fault);
    return { clear: () => this.#do("DELETE", `/faults/${faultId}`) };
  }

  /** Clears the faults that were armed with these facts. */
  clearFaults(match: RequestFacts): Promise<void> {
    return this.#do("DELETE", `/faults?${new URLSearchParams(match)}`);
  }

  /** Sets what a host of the app, such as `my-test.localhost`, answers for `/config.json`. */
  setConfig(host: string, config: SiteConfig): Promise<void> {
    return this.#do("PUT", `/configs/${encodeURIComponent(host)}`, config);
  }

  removeConfig(host: string): Promise<void> {
    return this.#do("DELETE", `/configs/${encodeURIComponent(host)}`);
  }

  /** Creates or changes a role and gives its ARN. Without `allow` it may read deployments. */
  async setRole(name: string, permissions: RoleRequest = {}): Promise<string> {
    const { roleArn } = await this.#call<{ roleArn: string }>("PUT", `/roles/${name}`, permissions);
    return roleArn;
  }

  /** Lets every running session of a role expire now. */
  expireSessions(roleName: string): Promise<void> {
    return this.#do("POST", `/roles/${roleName}/expire-sessions`);
  }

  /** Creates or changes an identity pool. */
  setIdentityPool(id: string, settings: IdentityPoolRequest = {}): Promise<void> {
    return this.#do("PUT", `/identity-pools/${encodeURIComponent(id)}`, settings);
  }

  /** Makes Cognito forget the identities of a pool that browsers may remember. */
  forgetIdentities(poolId: string): Promise<void> {
    return this.#do("POST", `/identity-pools/${encodeURIComponent(poolId)}/forget-identities`);
  }

  /** Where the user pool is, in the words of config.json. */
  signIn(): Promise<SignInAddresses> {
    return this.#call("GET", "/sign-in");
  }

  /** Creates or changes an app client of the user pool. */
  setAppClient(id: string, client: AppClientRequest): Promise<void> {
    return this.#do("PUT", `/app-clients/${id}`, client);
  }

  /** Ends the sign-ins of an app client: its refresh tokens are refused from now on. */
  revokeTokens(clientId: string): Promise<void> {
    return this.#do("POST", `/app-clients/${clientId}/revoke-tokens`);
  }

  /** Credentials without asking Cognito, for the CLI and for tests of the SDK. */
  credentials(request: CredentialsRequest = {}): Promise<HandedOutCredentials> {
    return this.#call("POST", "/credentials", request);
  }

  /** Signs somebody in to the access portal who may take a role, as `aws sso login` does, and gives the token that it keeps. */
  async beginSso(roleName: string): Promise<string> {
    const { accessToken } = await this.#call<{ accessToken: string }>(
      "POST",
      `/roles/${roleName}/sso-session`,
    );
    return accessToken;
  }

  /** Ends what people have begun so, and every running session of the role. */
  async endSso(roleName: string): Promise<void> {
    await this.#do("DELETE", `/roles/${roleName}/sso-session`);
    await this.expireSessions(roleName);
  }

  /** The keys of an IAM user, which have no session token and do not expire. */
  accessKeys(request: AccessKeysRequest): Promise<HandedOutKeys> {
    return this.#call("POST", "/access-keys", request);
  }

  async #do(method: string, path: string, body?: object): Promise<void> {
    await this.#call(method, path, body);
  }

  async #call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    const answer: Answer = await response.json();
    return answer;
  }
}
