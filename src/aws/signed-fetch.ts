import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import type { CredentialSource } from "../access/credentials.ts";

/** What asks a service by hand, without a client of the SDK: an endpoint and the credentials to sign with. */
export interface SignedAsker {
  /** Where the service answers; paths stand behind it. */
  endpoint: string;
  credentials: Pick<CredentialSource, "provide" | "signer">;
}

interface SignedRequest {
  /** As in the scope of signatures. */
  service: string;
  region: string;
  method: "GET" | "POST";
  /** Encoded. */
  path: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/**
 * Sends a request with a signature of the SDK's own signer.
 *
 * @throws a TypeError when the service cannot be reached
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function signedFetch(
  { endpoint, credentials }: SignedAsker,
  { service, region, method, path, query = {}, headers = {}, body }: SignedRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { protocol, hostname, host } = new URL(endpoint);
  const signer =
    credentials.signer ??
    new SignatureV4({ service, region, credentials: () => credentials.provide(), sha256: Sha256 });
  const signed = await signer.sign({
    method,
    protocol,
    hostname,
    path,
    query: { ...query },
    headers: { host, ...headers },
    ...(body !== undefined && { body }),
  });
  const url = new URL(endpoint.replace(/\/$/, "") + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, {
    method: signed.method,
    headers: Object.entries(signed.headers).filter(([name]) => name !== "host"),
    ...(body !== undefined && { body }),
    // What a GET answers may hold what must not lie in the browser's cache. A POST is never cached, and would be asked for first.
    ...(signed.method === "GET" && { cache: "no-store" as const }),
    credentials: "omit",
    // AWS's services answer themselves.
    redirect: "error",
    signal,
  });
}
