import type { Server } from "node:http";
import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";
import { configReply } from "../control/site-configs.ts";
import { demoConfig, admitDemoClient } from "./demo-config.ts";
import { Seeds } from "./seeds.ts";
import { sendReply } from "../http/reply.ts";
import type { Emulator } from "../server.ts";
import { DEFAULT_PORT, startEmulator } from "../server.ts";

/**
 * Runs the seeded emulator beside `vite` and `vite preview`, in the same process, and serves the demo's
 * `/config.json`. It takes no part in a build.
 */
export function emulator(): Plugin {
  return {
    name: "deploywatch-emulator",
    apply: (_config, { command }) => command === "serve" && !process.env["VITEST"],
    configureServer: attach,
    configurePreviewServer: attach,
  };
}

/** Once Vite listens, and not before: at a restart of the dev server the old emulator has then let go of its port. */
function attach(vite: ViteDevServer | PreviewServer): void {
  const started = new Promise<Demo>((resolve) => {
    vite.httpServer?.once("listening", () => {
      startDemo(vite.httpServer?.address()).then(resolve, (error: Error) => {
        vite.config.logger.error(error.message);
        process.exit(1);
      });
    });
  });
  vite.httpServer?.once("close", () => void started.then(({ running }) => running.close()));
  vite.middlewares.use("/config.json", serveConfig(started));
  const printUrls = vite.printUrls.bind(vite);
  vite.printUrls = () => {
    printUrls();
    void started.then(({ notice }) => vite.config.logger.info(notice));
  };
}

/** `npm start -- --sign-in` asks for it. */
const SIGNS_IN = process.env["DEPLOYWATCH_DEMO"] === "sign-in";

interface Demo {
  readonly running: Emulator;
  readonly seeds: Seeds;
  readonly notice: string;
}

async function startDemo(site: ReturnType<Server["address"]> | undefined): Promise<Demo> {
  const fixedPort = process.env["EMULATOR_PORT"];
  const running = await startEmulator(fixedPort ? { port: Number(fixedPort), strictPort: true } : {});
  const isElsewhere = !fixedPort && running.port !== DEFAULT_PORT;
  const reason = isElsewhere ? ` (port ${DEFAULT_PORT} is in use, so another one was taken)` : "";
  if (typeof site === "object" && site) admitDemoClient(running.state.userPool, site.port);
  const pages = SIGNS_IN ? `\n  ➜  Its login pages: ${running.signInUrl}` : "";
  return {
    running,
    seeds: new Seeds(running.state.deployments),
    notice: `  ➜  AWS emulator: ${running.url}${reason}${pages}`,
  };
}

function serveConfig(started: Promise<Demo>): Connect.NextHandleFunction {
  return async (request, response) => {
    const { running, seeds } = await started;
    const pool = SIGNS_IN ? running.state.userPool : undefined;
    const demo = demoConfig(running.url, seeds.examples(), pool);
    const own = running.state.siteConfigs.find(request.headers.host ?? "");
    sendReply(response, configReply(own ?? { body: demo }));
  };
}
