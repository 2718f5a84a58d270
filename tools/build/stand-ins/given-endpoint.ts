import type { EndpointV2 } from "@smithy/types";

/** In place of the SDK's endpoint rules: the endpoint that the client was created with. */
export function defaultEndpointResolver({ Endpoint }: { Endpoint?: unknown }): EndpointV2 {
  if (typeof Endpoint !== "string")
    throw new Error("A client needs an endpoint: this build has no rules for it.");
  return { url: new URL(Endpoint), properties: {}, headers: {} };
}
