import { roleArn } from "../emulator/access/roles.ts";
import { Control } from "../emulator/control/control-client.ts";
import { startEmulator } from "../emulator/server.ts";
import { endPages } from "./end-pages.ts";
import type { Site } from "./fixtures.ts";
import { test as base } from "./fixtures.ts";
import { openRelay } from "./relay.ts";

/** An emulator of a test's own, whose clock can be set forward. */
interface OwnEmulator {
  control: Control;
  port: number;
  /** Sets its clock forward. */
  pass: (ms: number) => void;
  /** Stops its clock, which then moves only by {@link pass}. */
  stopClock: () => void;
}

/** The connection between the page and that emulator. */
interface Line {
  /** Nothing listens at its address any more: connections are refused. */
  cut: () => Promise<void>;
  /** It is there again, as it was. */
  mend: () => Promise<void>;
}

export const test = base.extend<{ own: OwnEmulator; line: Line }>({
  own: async ({ context, emulator, site }, use) => {
    let aheadMs = 0;
    let stoppedAtMs: number | undefined;
    const now = () => (stoppedAtMs ?? Date.now()) + aheadMs;
    const running = await startEmulator({ port: 0, now });
    const control = new Control(running.url);
    await control.setIdentityPool(site.identityPoolId);
    await control.setRole(site.roleName, {
      trusts: [{ identityPoolId: site.identityPoolId, amr: "unauthenticated" }],
    });
    await emulator.setConfig(site.host, { body: configFor(site, running.port) });
    await use({
      control,
      port: running.port,
      pass: (ms) => {
        aheadMs += ms;
      },
      stopClock: () => {
        stoppedAtMs = Date.now();
      },
    });
    await endPages(context);
    await running.close();
  },

  // The page's clock is stopped at the same moment.
  alongside: async ({ own }, use) => {
    own.stopClock();
    await use(own.pass);
  },

  line: async ({ context, emulator, site, own }, use) => {
    const relay = await openRelay(own.port);
    await emulator.setConfig(site.host, { body: configFor(site, relay.port) });
    await use({ cut: relay.close, mend: relay.open });
    await endPages(context);
    await relay.close();
  },
});

function configFor(site: Site, port: number): object {
  const endpoint = `http://127.0.0.1:${port}`;
  return { ...site.config, guest: { roleArn: roleArn(site.roleName) }, emulator: { endpoint } };
}
