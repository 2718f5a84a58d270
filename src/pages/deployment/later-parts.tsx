import { laterPart } from "../../ui/later-part.tsx";
import { Skeleton } from "../../ui/Card.tsx";

// What is not needed to say whether a deployment is fine comes in chunks of its own.

const PHRASE = { place: "phrase" } as const;
const PROPERTY = { place: "property" } as const;

export const DeploymentDetails = laterPart(
  "What changed, the targets and the settings",
  async () => (await import("./DeploymentDetails.tsx")).DeploymentDetails,
);

export const LiveExtras = laterPart(
  "The menu for alerts",
  async () => (await import("./header/LiveExtras.tsx")).LiveExtras,
  { place: "phrase", fallback: <span className="inline-block min-h-8 w-25" /> },
);

export const AddressFaultPage = laterPart(
  "What is wrong with the address",
  async () => (await import("../faults/AddressFaultPage.tsx")).AddressFaultPage,
);

export const MissingPolicy = laterPart(
  "The policy that allows it",
  async () => (await import("../faults/MissingPolicy.tsx")).MissingPolicy,
);

export const RegionLinks = laterPart(
  "Links to other Regions",
  async () => (await import("../faults/RegionLinks.tsx")).RegionLinks,
);

export const SignInGate = laterPart(
  "The way to the sign-in page",
  async () => (await import("../sign-in/SignInGate.tsx")).SignInGate,
);

export const FailureHeadline = laterPart(
  "What the targets say",
  async () => (await import("./status/FailureHeadline.tsx")).FailureHeadline,
  PHRASE,
);

export const FailureSummary = laterPart(
  "What failed where",
  async () => (await import("./why/FailureSummary.tsx")).FailureSummary,
  { fallback: <Skeleton className="h-32 w-full" /> },
);

export const UsualDuration = laterPart(
  "The usual duration",
  async () => (await import("./status/GroupHistory.tsx")).UsualDuration,
  PHRASE,
);

export const GroupNeighbours = laterPart(
  "Links to the deployments before and after it",
  async () => (await import("./status/GroupHistory.tsx")).GroupNeighbours,
  PHRASE,
);

export const HealthBudgetFact = laterPart(
  "Health",
  async () => (await import("./why/HealthBudgetFact.tsx")).HealthBudgetFact,
  PROPERTY,
);

export const WaitingFact = laterPart(
  "Waiting for",
  async () => (await import("./why/WaitingFact.tsx")).WaitingFact,
  PROPERTY,
);
