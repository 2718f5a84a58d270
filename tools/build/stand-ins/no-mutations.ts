import type { MutationCache as Real } from "@tanstack/react-query";

/** In place of react-query's cache of mutations: there are none. It has what `QueryClient` calls. */
export class MutationCache implements Pick<Real, "findAll" | "resumePausedMutations" | "clear"> {
  findAll(): [] {
    return [];
  }

  resumePausedMutations(): Promise<void> {
    return Promise.resolve();
  }

  clear(): void {}
}
