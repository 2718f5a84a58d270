import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AppError } from "../errors/app-error.ts";
import { ONCE } from "./deployment-group.ts";

/** A list that AWS gives in pages, as far as it was read. */
export interface ListPages<Page> {
  /** `undefined` before the first answer. */
  pages: readonly Page[] | undefined;
  /** When it was read last, in epoch milliseconds. */
  readAtMs: number;
  /** Why the last reading failed; the pages stay. */
  error: AppError | undefined;
  isReading: boolean;
  hasMore: boolean;
  readMore: () => Promise<void>;
  /** Reads it anew; what was read stays until then. */
  refresh: () => Promise<void>;
}

/**
 * A list in pages, of which the first is read at once and the others on request. Nothing is read by itself.
 *
 * @param key tells the list from others
 * @param read reads the page that begins at a place, the first one where it is absent
 * @param next where the page after this one begins; `undefined` at the end
 * @param readAnew gives all pages as they are now, from those that were read
 */
export function useListPages<Page, Place>(
  key: readonly unknown[],
  read: (from: Place | undefined, signal: AbortSignal) => Promise<Page>,
  next: (page: Page) => Place | undefined,
  readAnew: (pages: readonly Page[], signal: AbortSignal) => Promise<readonly Page[]>,
): ListPages<Page> {
  const client = useQueryClient();
  const [work, setWork] = useState<{ isOn: boolean; error?: AppError }>({ isOn: false });
  const query = useQuery<readonly Page[], AppError>({
    queryKey: key,
    queryFn: async ({ signal }) => [await read(undefined, signal)],
    ...ONCE,
  });
  const { data: pages, error, dataUpdatedAt, isFetching, refetch } = query;

  const change = async (make: typeof readAnew) => {
    if (work.isOn || isFetching) return;
    if (!pages) return void (await refetch());
    setWork({ isOn: true });
    try {
      client.setQueryData(key, await make(pages, new AbortController().signal));
      setWork({ isOn: false });
    } catch (failure) {
      const known = failure instanceof AppError ? failure : new AppError("unknown", { cause: failure });
      setWork({ isOn: false, error: known });
    }
  };
  const last = pages?.at(-1);
  const place = last && next(last);
  return {
    pages,
    readAtMs: dataUpdatedAt,
    error: error ?? work.error,
    isReading: isFetching || work.isOn,
    hasMore: place !== undefined,
    readMore: () => change(async (all, signal) => [...all, await read(place, signal)]),
    refresh: () => change(readAnew),
  };
}
