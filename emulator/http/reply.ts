/** How an answer travels: whole, or broken on its way as a fault demands. */
export type Delivery = "whole" | "hang" | "stalled-body" | "drip" | "reset" | "reset-in-headers";

/** An answer that is ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delivery?: Delivery;
}
