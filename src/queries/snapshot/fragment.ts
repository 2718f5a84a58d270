/** No more is unpacked: a short text can stand for gigabytes. */
const MAX_INFLATED_BYTES = 2 * 1024 * 1024;

const NAME = "#s=";

/** Whether the fragment of an address holds a snapshot. */
export function holdsSnapshot(hash: string): boolean {
  return hash.startsWith(NAME);
}

/**
 * Packs the text of a snapshot into a fragment: deflated, then in base64 for addresses.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Compression_Streams_API
 */
export async function toFragment(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return NAME + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Unpacks what {@link toFragment} made.
 *
 * @returns the text; `too-large` where it is more than 2 MiB, `damaged` where it cannot be unpacked
 */
export async function fromFragment(hash: string): Promise<{ text: string } | "too-large" | "damaged"> {
  try {
    const base64 = hash.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/");
    const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let text = "";
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode() };
      length += value.length;
      if (length > MAX_INFLATED_BYTES) {
        await reader.cancel();
        return "too-large";
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return "damaged";
  }
}
