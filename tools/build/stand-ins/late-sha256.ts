/** Browsers have WebCrypto for pages that came over TLS or from this machine only. */
const isNeeded = globalThis.crypto.subtle === undefined;
let loaded = isNeeded ? load() : undefined;
loaded?.catch(() => {}); // The first digest reports it.

function load() {
  return import("@aws-crypto/sha256-js");
}

/**
 * In place of the SDK's SHA-256 in JavaScript, which runs where WebCrypto is missing: AWS's older one, with the same
 * methods, loaded only where it is needed.
 */
export class Sha256Js {
  readonly digestLength = 32;
  readonly #secret: Uint8Array | undefined;
  #parts: Uint8Array[] = [];

  /** @param secret makes it an HMAC */
  constructor(secret?: Uint8Array) {
    this.#secret = secret;
  }

  update(data: Uint8Array): void {
    this.#parts.push(data.slice());
  }

  reset(): void {
    this.#parts = [];
  }

  async digest(): Promise<Uint8Array> {
    // A failed load is not kept: the next request tries anew.
    loaded ??= load();
    const { Sha256 } = await loaded.catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    const hash = new Sha256(this.#secret);
    for (const part of this.#parts) hash.update(part);
    return hash.digest();
  }
}
