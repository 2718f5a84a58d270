import { QueryClient, QueryObserver } from "@tanstack/react-query";
import type { VirtualAws } from "./virtual-aws.ts";
import { sleep } from "./virtual-aws.ts";

const SDK_ATTEMPTS = 3;
const SDK_THROTTLED_BASE_MS = 1_000;

/**
 * The page as most would write it first: every five seconds, with the retries that the SDK (three attempts) and react-query
 * (three more tries) come with.
 */
export function watchNaively(aws: VirtualAws, viewer: number, random: () => number): () => void {
  const client = new QueryClient();
  const observer = new QueryObserver(client, {
    queryKey: ["deployment"],
    refetchInterval: 5_000,
    queryFn: async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await aws.request(viewer);
        } catch (error) {
          if (attempt === SDK_ATTEMPTS) throw error;
          await sleep(random() * SDK_THROTTLED_BASE_MS * 2 ** (attempt - 1));
        }
      }
    },
  });
  const leave = observer.subscribe(() => {});
  return () => {
    leave();
    client.clear();
  };
}
