import { lazy } from "react";

// What is not needed to say whether a deployment is fine comes in chunks of its own.

export const DeploymentDetails = lazy(async () => ({
  default: (await import("./DeploymentDetails.tsx")).DeploymentDetails,
}));

export const LiveExtras = lazy(async () => ({
  default: (await import("./LiveExtras.tsx")).LiveExtras,
}));

export const SignInGate = lazy(async () => ({
  default: (await import("../sign-in/SignInGate.tsx")).SignInGate,
}));

export const FailureHeadline = lazy(async () => ({
  default: (await import("../targets/FailureHeadline.tsx")).FailureHeadline,
}));

export const FailureSummary = lazy(async () => ({
  default: (await import("../targets/FailureSummary.tsx")).FailureSummary,
}));

export const UsualDuration = lazy(async () => ({
  default: (await import("./UsualDuration.tsx")).UsualDuration,
}));

export const GroupNeighbours = lazy(async () => ({
  default: (await import("./GroupNeighbours.tsx")).GroupNeighbours,
}));

export const HealthBudgetFact = lazy(async () => ({
  default: (await import("../targets/HealthBudgetFact.tsx")).HealthBudgetFact,
}));

export const WaitingFact = lazy(async () => ({
  default: (await import("../targets/WaitingFact.tsx")).WaitingFact,
}));
