import { QueryClient, onlineManager } from "@tanstack/react-query";

/** The app's query client. react-query takes a fresh page for online until it hears otherwise. */
export function createQueryClient(): QueryClient {
  onlineManager.setOnline(navigator.onLine);
  return new QueryClient();
}
