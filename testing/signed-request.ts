import { AwsClient } from "aws4fetch";
import type { CredentialsRequest } from "../emulator/control/access-routes.ts";
import type { TestEmulator } from "./test-emulator.ts";

/** What the emulator answers to a request that no client of the SDK would write. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Writes requests to an emulator and signs them. */
export class RawClient {
  readonly #url: string;
  readonly #client: AwsClient;

  constructor(url: string, client: AwsClient) {
    this.#url = url;
    this.#client = client;
  }

  /** Asks an operation of CodeDeploy. A body that is no text is sent as JSON. */
  async codeDeploy(operation: string, body: unknown): Promise<RawAnswer> {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `CodeDeploy_20141006.${operation}`,
    };
    return this.send("codedeploy", headers, typeof body === "string" ? body : JSON.stringify(body));
  }

  /** Asks an operation of CloudWatch. */
  async cloudWatch(operation: string, body: object): Promise<RawAnswer> {
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `GraniteServiceVersion20100801.${operation}`,
    };
    return this.send("monitoring", headers, JSON.stringify(body));
  }

  /** Asks an operation of ECS. */
  async ecs(operation: string, body: object): Promise<RawAnswer> {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}`,
    };
    return this.send("ecs", headers, JSON.stringify(body));
  }

  /**
   * Sends any body to any service.
   * @param datetime when the request says that it was signed, such as `20260102T030405Z`; now by default
   */
  async send(
    service: string,
    headers: Record<string, string>,
    body: string,
    datetime?: string,
  ): Promise<RawAnswer> {
    const response = await this.#client.fetch(this.#url, {
      method: "POST",
      headers,
      body,
      aws: { service, region: "us-east-1", ...(datetime !== undefined && { datetime }) },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** A client with credentials that may do what the request says; everything that reads, by default. */
export async function rawClient(
  emulator: TestEmulator,
  request: CredentialsRequest = {},
): Promise<RawClient> {
  const { accessKeyId, secretAccessKey, sessionToken } = await emulator.control.credentials(request);
  return new RawClient(
    emulator.url,
    new AwsClient({ accessKeyId, secretAccessKey, sessionToken, retries: 0 }),
  );
}
