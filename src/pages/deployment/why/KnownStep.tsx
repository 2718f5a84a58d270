import { knownMessage } from "../../../codedeploy/failure/known-messages.ts";
import { Property } from "../../../ui/PropertyList.tsx";

/** What to do about a message of AWS that says the cause: a pair for a property list. */
export function KnownStep({ message }: { message: string }) {
  const known = knownMessage(message);
  return known && <Property name="What to do">{known.nextStep}</Property>;
}
