import { type KeyObject, sign } from "node:crypto";

/**
 * An ID token as the emulator's clock would have it: the provider library knows no clock but the machine's.
 *
 * @param aheadMs by how much the emulator's clock is ahead of the machine's
 */
export function issueByClock(idToken: string, key: KeyObject, aheadMs: number): string {
  const aheadSeconds = Math.round(aheadMs / 1000);
  const [header = "", payload = ""] = idToken.split(".");
  if (aheadSeconds === 0) return idToken;
  const claims: { iat: number; exp: number } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const { iat, exp } = claims;
  const moved = { ...claims, iat: iat + aheadSeconds, exp: exp + aheadSeconds };
  const content = `${header}.${Buffer.from(JSON.stringify(moved)).toString("base64url")}`;
  return `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
}
