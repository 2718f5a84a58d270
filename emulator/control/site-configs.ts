/** What a host answers for `/config.json`. Without a body it answers 404. */
export interface SiteConfig {
  readonly body?: unknown;
  readonly status?: number;
  readonly contentType?: string;
}

/** The `/config.json` of hosts that have one of their own, by host name without port. */
export class SiteConfigs {
  readonly #byHost = new Map<string, SiteConfig>();

  set(host: string, config: SiteConfig): void {
    this.#byHost.set(host, config);
  }

  remove(host: string): void {
    this.#byHost.delete(host);
  }

  /** @param host a `Host` header, with or without a port */
  find(host: string): SiteConfig | undefined {
    return this.#byHost.get(host.replace(/:\d+$/, ""));
  }
}
