import type { Address } from "../src/app/address.ts";

const view = { timeZone: "local" } as const;
const A = { region: "us-east-1", deploymentId: "d-A" };
const B = { region: "eu-west-1", deploymentId: "d-B" };

/** An address of each page that hosts answer with the app. */
export const EXAMPLE_ADDRESSES: Readonly<Record<Exclude<Address["page"], "unknown">, Address>> = {
  home: { page: "home", view },
  deployment: { page: "deployment", ...A, view },
  wall: { page: "wall", tiles: [A, B], view },
  compare: { page: "compare", region: "us-east-1", deploymentIds: ["d-A", "d-B"], view },
  application: { page: "application", region: "us-east-1", applicationName: "shop.v1+beta,a=b@c-d_e", view },
  group: {
    page: "group",
    region: "us-east-1",
    applicationName: "shop.v1+beta,a=b@c-d_e",
    deploymentGroupName: "..",
    view,
  },
  "signed-in": { page: "signed-in", view },
  snapshot: { page: "snapshot", view },
};
