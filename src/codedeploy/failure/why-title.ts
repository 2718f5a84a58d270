import type { Deployment } from "../deployment/deployment.ts";
import type { Why } from "./why.ts";

/** The question that the card answers. */
export function whyTitle({ status }: Deployment, { cause, code, message, rollback }: Why): string {
  if (status === "Failed") return "Why it failed";
  if (status === "Stopped") return "Why it stopped";
  if (cause?.kind === "succeeded-with-failures") return "Not everything succeeded";
  if (code !== undefined || message !== undefined) return "What went wrong";
  if (rollback?.isRollback) return "This is a rollback";
  return rollback ? "Rollback" : "Messages from AWS";
}
