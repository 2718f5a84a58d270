import { createHash } from "node:crypto";
import type { ReceivedRequest } from "../http/received-request.ts";

/**
 * What a signature of Signature Version 4 is made over, computed from a request as it arrived.
 * @param signedHeaders the names that the `Authorization` header lists, in lower case
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: ReceivedRequest, signedHeaders: readonly string[]): string {
  const names = signedHeaders.toSorted();
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${canonicalValue(request.headers[name] ?? "")}`),
    "",
    names.join(";"),
    createHash("sha256").update(request.body).digest("hex"),
  ].join("\n");
}

/** Every service but S3 encodes a path once more than it travels. */
function canonicalPath(path: string): string {
  return path.replaceAll(/\/+/g, "/").split("/").map(encode).join("/");
}

/** Every pair, also where names repeat, sorted by name and then by value. */
function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => ({ name: encode(name), value: encode(value) }))
    .toSorted((one, other) => compare(one.name, other.name) || compare(one.value, other.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");
}

function canonicalValue(value: string): string {
  return value.trim().replaceAll(/\s+/g, " ");
}

/** By code points: AWS's order is that of bytes, and what is compared here is ASCII. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Percent-encoding of RFC 3986, which leaves letters, digits and `-._~` as they are. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
