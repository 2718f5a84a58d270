/**
 * What the page takes a refusal for, by the name in AWS's place for exception types: `LocalRefusal`, nothing was sent to AWS and a
 * person has to do something; `LocalNoAnswer`, AWS may have received it, and no answer came.
 */
type RefusalName = "LocalRefusal" | "LocalNoAnswer";

/** Why this server does not forward a request, or has no answer to it. Its message is for people, and holds nothing of the request. */
export class Refusal extends Error {
  override readonly name: RefusalName;
  readonly status: number;

  constructor(status: number, message: string, name: RefusalName = "LocalRefusal") {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** An HTTP answer that is ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * A refusal in the protocol in which the page reads AWS's.
 *
 * @param isForm whether the request was of AWS's query protocol, which answers with XML
 */
export function refusalAnswer({ name, message, status }: Refusal, isForm: boolean): Answer {
  return isForm
    ? {
        status,
        headers: { "content-type": "text/xml" },
        body: `<ErrorResponse><Error><Code>${name}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
      }
    : {
        status,
        headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": name },
        body: JSON.stringify({ __type: name, message }),
      };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
