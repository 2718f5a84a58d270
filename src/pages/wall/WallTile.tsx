import { addressFault } from "../../codedeploy/deployment/address-fault.ts";
import { ADDRESS_FAULT_WORDS } from "../../codedeploy/deployment/address-fault-words.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { errorWords, isSignInEnded } from "../../errors/error-words.ts";
import { useDeployment } from "../../queries/deployment.ts";
import { useAccount } from "../../access/account.ts";
import { SignInAgain } from "./SignInAgain.tsx";
import { useRetryForDays } from "./use-retry-for-days.ts";
import { WallDeployment } from "./WallDeployment.tsx";
import { WallMessage } from "./WallMessage.tsx";

interface WallTileProps extends DeploymentRef {
  regions: readonly string[];
  /** Whether the wall is all its own, the browser's tab included. */
  isOnly: boolean;
}

/** One deployment's place on the wall. What is wrong with one takes nothing from the others. */
export function WallTile({ regions, isOnly, ...ref }: WallTileProps) {
  const fault = addressFault(ref, regions);
  if (fault) {
    const { title, meaning } = ADDRESS_FAULT_WORDS[fault];
    return <WallMessage {...ref} title={title} text={meaning} />;
  }
  return <WatchedTile {...ref} isOnly={isOnly} />;
}

function WatchedTile({ isOnly, ...ref }: Omit<WallTileProps, "regions">) {
  const live = useDeployment(ref);
  const { signIn } = useAccount();
  useRetryForDays(live);
  if (live.answer) return <WallDeployment {...ref} live={live} answer={live.answer} isOnly={isOnly} />;
  if (!live.error) return <WallMessage {...ref} title="Asking AWS…" />;
  const { title, meaning } = errorWords(live.error);
  const needsSomebody = signIn !== undefined && isSignInEnded(live.error);
  return (
    <WallMessage {...ref} title={title} text={needsSomebody ? meaning : `${meaning} The wall keeps trying.`}>
      <SignInAgain error={live.error} />
    </WallMessage>
  );
}
