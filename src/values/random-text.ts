/** Sixteen random hexadecimal digits. `crypto.randomUUID` is missing on pages over plain HTTP. */
export function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
