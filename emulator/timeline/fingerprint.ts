import { createHash } from "node:crypto";

/** Hexadecimal digits that look random and are always the same for the same text. */
export function fingerprint(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** A number between 0 and 1 that looks random and is always the same for the same text. */
export function fraction(text: string): number {
  return Number.parseInt(fingerprint(text, 8), 16) / 0x1_0000_0000;
}

/** An EC2 instance id that is always the same for the same text. */
export function instanceId(text: string): string {
  return `i-0${fingerprint(text, 16)}`;
}

/** A deployment id that is always the same for the same text. */
export function deploymentIdFor(text: string): string {
  const letters = BigInt(`0x${fingerprint(text, 24)}`)
    .toString(36)
    .toUpperCase();
  return `d-${letters.slice(-9)}`;
}
