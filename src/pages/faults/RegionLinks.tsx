import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { Link } from "../frame/Link.tsx";
import { useAddress } from "../../app/navigation.ts";

interface RegionLinksProps {
  deploymentId: string;
  /** The Region that has been tried. */
  except: string;
  regions: readonly string[];
}

/** The same id in the other Regions; nothing where there is no other, or no id to try. */
export function RegionLinks({ deploymentId, except, regions }: RegionLinksProps) {
  const { view } = useAddress();
  const others = regions.filter((region) => region !== except);
  if (others.length === 0 || !isDeploymentId(deploymentId)) return null;
  return (
    <nav aria-labelledby="region-links">
      <p id="region-links">Try the same id in another Region:</p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {others.map((region) => (
          <li key={region}>
            <Link
              to={{ page: "deployment", region, deploymentId, view }}
              className="inline-flex min-h-6 items-center"
            >
              {region}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
