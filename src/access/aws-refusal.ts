/** A refusal of a request made without the SDK, in the shape of the SDK's own errors: named after AWS's exception type. */
export class AwsRefusal extends Error {
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | null };

  constructor(response: Response, type: string | undefined, message: string | undefined) {
    super(message ?? "AWS sent no message.");
    this.name = type ?? `HTTP ${response.status}`;
    this.$metadata = {
      httpStatusCode: response.status,
      requestId: response.headers.get("x-amzn-requestid"),
    };
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/**
 * The text of the first element of a name that holds text only. Not a DOMParser: a content security policy with
 * Trusted Types forbids it, and STS's answers are flat.
 */
export function elementText(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(lt|gt|quot|apos|amp);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}
