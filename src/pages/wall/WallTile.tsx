import type { ReactNode } from "react";
import { useEffect } from "react";
import { useAccount } from "../../access/account.ts";
import { ADDRESS_FAULT_WORDS } from "../../codedeploy/deployment/address-fault-words.ts";
import { addressFault } from "../../codedeploy/deployment/address-fault.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isSignInEnded } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { cutInMiddle } from "../../format/text.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { useDeployment } from "../../queries/deployment.ts";
import { TargetListProvider } from "../../queries/targets.tsx";
import { SignInAgain, WallDeployment } from "./WallDeployment.tsx";

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
    return <WallMessage region={ref.region} name={ref.deploymentId} title={title} text={meaning} />;
  }
  return <WatchedTile {...ref} isOnly={isOnly} />;
}

interface WatchedTileProps extends Omit<WallTileProps, "regions"> {
  /** What is to be known beside the deployment. */
  note?: string | undefined;
}

/** A deployment that AWS may be asked for. */
export function WatchedTile({ isOnly, note, ...ref }: WatchedTileProps) {
  const live = useDeployment(ref);
  const { signIn } = useAccount();
  useRetryForDays(live);
  if (live.answer)
    return (
      <TargetListProvider {...ref}>
        <WallDeployment {...ref} live={live} answer={live.answer} isOnly={isOnly} note={note} />
      </TargetListProvider>
    );
  const place = { region: ref.region, name: ref.deploymentId };
  if (!live.error) return <WallMessage {...place} title="Asking AWS…" />;
  const { title, meaning } = errorWords(live.error);
  const needsSomebody = signIn !== undefined && isSignInEnded(live.error);
  return (
    <WallMessage
      {...place}
      title={title}
      text={needsSomebody ? meaning : `${meaning} The wall keeps trying.`}
    >
      <SignInAgain error={live.error} />
    </WallMessage>
  );
}

interface WallMessageProps {
  region: string;
  /** What the tile is for. */
  name: string;
  title: string;
  text?: string;
  /** What helps. */
  children?: ReactNode;
}

/** A tile without a deployment: why there is none. */
export function WallMessage({ region, name, title, text, children }: WallMessageProps) {
  return (
    <section
      aria-label={cutInMiddle(name, 80)}
      className="flex min-w-0 flex-col justify-center gap-3 overflow-hidden rounded-lg border border-l-8 border-line p-5 text-xl"
    >
      <p className="text-muted">
        <bdi>{cutInMiddle(region, 80)}</bdi> · <bdi className="font-mono">{cutInMiddle(name, 80)}</bdi>
      </p>
      <h2 className="text-4xl font-semibold">{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}

const EVERY_MS = 5 * 60_000;

/**
 * Tries again, seldom, after a failure that has ended the usual polling: on a wall nobody is there to load the page anew once a
 * permission has been given back, a deployment exists, or a clock has been put right.
 */
function useRetryForDays({ error, nextTryAtMs, refresh }: LiveDeployment): void {
  const hasStopped = error !== undefined && nextTryAtMs === undefined;
  useEffect(() => {
    if (!hasStopped) return;
    const timer = setInterval(() => void refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [hasStopped, refresh]);
}
