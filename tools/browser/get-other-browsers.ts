import { installDebianPackages } from "./debian-packages.ts";
import { findFirefox, findWebKit } from "./other-browsers.ts";

// Run before the tests in Firefox and WebKit: looks for both, installs Debian's packages where they can be had, and says
// what there is. A machine without them is no failure: `npm test` runs in Chromium.

const BROWSERS = [
  { name: "Firefox", find: findFirefox, packages: ["firefox-esr"] },
  { name: "WebKit", find: findWebKit, packages: ["webkit2gtk-driver", "xvfb"] },
];

const missing = BROWSERS.filter(({ find }) => find() === undefined);
if (missing.length > 0) installDebianPackages(...missing.flatMap(({ packages }) => packages));
for (const { name, find, packages } of BROWSERS) {
  process.stdout.write(
    find() === undefined
      ? `Not tested in ${name}: Debian's ${packages.join(" and ")} cannot be had on this machine.\n`
      : `Testing in ${name}.\n`,
  );
}
