import { Link } from "./Link.tsx";
import { useAddress } from "../../app/navigation.ts";

/** The way on from a page that leads nowhere. */
export function HomeLink() {
  const { view } = useAddress();
  return (
    <Link to={{ page: "home", view }} className="inline-flex min-h-6 items-center">
      Find another deployment
    </Link>
  );
}
