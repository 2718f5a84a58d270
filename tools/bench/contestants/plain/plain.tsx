import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { QueryClient, QueryClientProvider, skipToken, useQuery } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { addressed, fetchConfig } from "../site.ts";
import { credentialsFor } from "./credentials.ts";

// The packages of the app, put together as their documentation shows: one bundle, nothing ahead, one thing after the other.

async function createClient(): Promise<CodeDeployClient> {
  const config = await fetchConfig();
  const credentials = await credentialsFor(config);
  // A sign-in has led to another address and back.
  return new CodeDeployClient({
    region: addressed().region,
    endpoint: config.emulator.endpoint,
    credentials,
  });
}

async function getDeployment(client: CodeDeployClient) {
  const { deploymentId } = addressed();
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
  return deploymentInfo;
}

function Page() {
  const { data: client } = useQuery({
    queryKey: ["client"],
    queryFn: createClient,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  const { data: deployment } = useQuery({
    queryKey: ["deployment"],
    queryFn: client ? () => getDeployment(client) : skipToken,
    refetchInterval: 5_000,
  });
  return (
    <main>
      <h1>Deployment {addressed().deploymentId}</h1>
      {deployment ? (
        <section aria-label="Status">
          <h2>
            {deployment.applicationName}: {deployment.status}
          </h2>
        </section>
      ) : (
        <p>Loading…</p>
      )}
    </main>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
}
