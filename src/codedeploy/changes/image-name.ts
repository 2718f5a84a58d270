/** An image by the parts of its name. */
interface ImageName {
  /** All before the tag: `registry.example/shop/checkout`. */
  repository: string;
  tag: string | undefined;
  /** For example `sha256:0f1e…`. */
  digest: string | undefined;
}

/**
 * The parts of an image's name. A colon before the last slash belongs to the registry's port.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function imageName(image: string): ImageName {
  const [named = "", digest] = image.split("@", 2);
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  return colon === -1
    ? { repository: named, tag: undefined, digest }
    : { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}

/** The last part of a repository's name, by which people call an image. */
export function shortRepository({ repository }: ImageName): string {
  return repository.slice(repository.lastIndexOf("/") + 1);
}

/** Whether the same name stands for the same image for ever: a digest does, and a tag can be moved. */
export function isFixed({ digest }: ImageName): boolean {
  return digest !== undefined;
}

/** What tells two images of one repository apart, in a few characters. */
export function shortVersion({ tag, digest }: ImageName): string {
  if (tag !== undefined) return tag;
  return digest === undefined ? "latest" : digest.replace(/^(\w+:\w{12})\w+$/, "$1");
}
