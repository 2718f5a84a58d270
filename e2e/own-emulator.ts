import { roleArn } from "../emulator/access/roles.ts";
import { Control } from "../emulator/control-client.ts";
import { startEmulator } from "../emulator/server.ts";
import type { Site } from "./fixtures.ts";
import { test as base } from "./fixtures.ts";
import { openRelay } from "./relay.ts";

/** An emulator of a test's own, whose clock can be set forward and which can be turned off. */
interface OwnEmulator {
  control: Control;
  /** Sets its clock forward. */
  pass: (ms: number) => void;
  /** Nothing listens at its address any more: connections are refused. */
  turnOff: () => Promise<void>;
  /** It is there again, as it was. */
  turnOn: () => Promise<void>;
}

export const test = base.extend<{ own: OwnEmulator }>({
  own: async ({ emulator, site }, use) => {
    let aheadMs = 0;
    const running = await startEmulator({ port: 0, now: () => Date.now() + aheadMs });
    const control = new Control(running.url);
    const relay = await openRelay(running.port);
    await control.setIdentityPool(site.identityPoolId);
    await control.setRole(site.roleName);
    await emulator.setConfig(site.host, { body: configFor(site, `http://127.0.0.1:${relay.port}`) });
    await use({
      control,
      pass: (ms) => {
        aheadMs += ms;
      },
      turnOff: relay.close,
      turnOn: relay.open,
    });
    await relay.close();
    await running.close();
  },
});

function configFor(site: Site, endpoint: string): object {
  return { ...site.config, guest: { roleArn: roleArn(site.roleName) }, emulator: { endpoint } };
}
