/** In place of bytes that take themselves for text where somebody calls them so, with a warning: bytes. */
export const JsonBytesStringAdapter = {
  allocUnsafe: (length: number): Uint8Array => new Uint8Array(length),
};
