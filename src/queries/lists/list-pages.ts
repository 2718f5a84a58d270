import type { QueryClient } from "@tanstack/react-query";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AppError } from "../../errors/app-error.ts";
import { ONCE } from "../deployment-group.ts";
import { firstTryMs, useFirstFailure } from "./first-tries.ts";

/** A list that AWS gives in pages, as far as it was read. */
export interface ListPages<Page> {
  /** `undefined` before the first answer. */
  pages: readonly Page[] | undefined;
  /** When it was read last, in epoch milliseconds. */
  readAtMs: number;
  /** Why it could not be read, or not anew; the pages stay. */
  error: AppError | undefined;
  /** Why reading on failed. */
  moreError: AppError | undefined;
  /** When the next try is due for what could not be read even once, in epoch milliseconds; absent when none is. */
  nextTryAtMs: number | undefined;
  isReading: boolean;
  hasMore: boolean;
  readMore: () => Promise<void>;
  /** Reads it anew; what was read stays until then. */
  refresh: () => Promise<void>;
}

/** How a list is read that AWS gives in pages. */
export interface PagedList<Page, Place> {
  /** Tells the list from others. */
  key: readonly unknown[];
  /** Reads the page that begins at a place, the first one where it is absent. */
  read(from: Place | undefined, signal: AbortSignal): Promise<Page>;
  /** Where the page after this one begins; `undefined` at the end. */
  next(page: Page): Place | undefined;
  /** Gives all pages as they are now, from those that were read. */
  readAnew(pages: readonly Page[], signal: AbortSignal): Promise<readonly Page[]>;
}

/** Who goes to a deployment and comes back after a while finds what was read, and is where the list was left. */
const KEPT_FOR_MS = 30 * 60_000;

function firstPageOptions<Page, Place>(list: PagedList<Page, Place>) {
  return queryOptions<readonly Page[], AppError>({
    queryKey: list.key,
    queryFn: async ({ signal }) => [await list.read(undefined, signal)],
    gcTime: KEPT_FOR_MS,
    ...ONCE,
  });
}

/** Reads the first page of a list ahead of the view that will show it. Never rejects. */
export function prefetchList<Page, Place>(client: QueryClient, list: PagedList<Page, Place>): Promise<void> {
  return client.prefetchQuery(firstPageOptions(list));
}

/** A list in pages, of which the first is read at once and the others on request. Nothing is read by itself after that. */
export function useListPages<Page, Place>(list: PagedList<Page, Place>): ListPages<Page> {
  const client = useQueryClient();
  const id = JSON.stringify(list.key);
  const [lastWork, setWork] = useState<Work>({ id, isOn: false });
  // What became of another list's pages says nothing about this one's.
  const work = lastWork.id === id ? lastWork : { id, isOn: false };
  const query = useQuery({ ...firstPageOptions(list), refetchInterval: ({ state }) => firstTryMs(state) });
  const { data: pages, error, dataUpdatedAt, isFetching, refetch } = query;
  const first = useFirstFailure(query);

  const change = async (failsAs: "error" | "moreError", make: typeof list.readAnew) => {
    if (work.isOn || isFetching) return;
    if (!pages) return void (await refetch());
    setWork({ id, isOn: true });
    try {
      client.setQueryData(list.key, await make(pages, new AbortController().signal));
      setWork({ id, isOn: false });
    } catch (failure) {
      const known = failure instanceof AppError ? failure : new AppError("unknown", { cause: failure });
      setWork({ id, isOn: false, [failsAs]: known });
    }
  };
  const last = pages?.at(-1);
  const place = last && list.next(last);
  return {
    pages,
    readAtMs: dataUpdatedAt,
    error: pages ? (error ?? work.error) : first.error,
    moreError: work.moreError,
    nextTryAtMs: first.nextTryAtMs,
    isReading: isFetching || work.isOn,
    hasMore: place !== undefined,
    readMore: () => change("moreError", async (all, signal) => [...all, await list.read(place, signal)]),
    refresh: () => change("error", (all, signal) => list.readAnew(all, signal)),
  };
}

/** Reading on, or anew, at somebody's request. */
interface Work {
  /** Of which list. */
  id: string;
  isOn: boolean;
  error?: AppError;
  moreError?: AppError;
}
