import type { Address, TargetsView } from "../../../app/address.ts";
import { currentAddress, navigate, useAddress } from "../../../app/navigation.ts";

const NOTHING: TargetsView = {};

/** What of the targets the address says to show. */
export function useTargetsView(): TargetsView {
  const address = useAddress();
  return hasTargets(address) ? (address.targets ?? NOTHING) : NOTHING;
}

type TargetsAddress = Extract<Address, { targets?: TargetsView }>;

/** Whether an address is of a page that shows the targets of a deployment, live or kept. */
export function hasTargets(address: Address): address is TargetsAddress {
  return address.page === "deployment" || address.page === "snapshot";
}

type Change = { [Key in keyof TargetsView]: TargetsView[Key] | undefined };

/** Changes some of it, without a step in the history; `undefined` takes a member away. */
export function changeTargetsView(change: Change): void {
  const address = currentAddress();
  if (!hasTargets(address)) return;
  const { targets: before, ...rest } = address;
  const members = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  const targets: TargetsView = Object.fromEntries(members);
  navigate({ ...rest, ...(members.length > 0 && { targets }) }, "replace");
}

/** Opens a target, or one of its events. */
export function openTarget(target: string, event?: string): void {
  changeTargetsView({ target, event });
}

/** Closes what is open. */
export function closeTarget(): void {
  changeTargetsView({ target: undefined, event: undefined });
}
