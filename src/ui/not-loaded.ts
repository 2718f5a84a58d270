/** A part of the page that did not come: the network is away, or a release has replaced its file. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super(String(cause), { cause });
  }
}
