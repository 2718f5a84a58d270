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
