import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const INSTALL_TIMEOUT_MS = 5 * 60_000;
/** Two tests may need packages at the same time; apt-get refuses while another one runs. */
const ONE_AT_A_TIME = ["flock", join(tmpdir(), "deploywatch-apt-get.lock"), "apt-get"];
const WAITS_FOR_OTHERS = ["-o", "DPkg::Lock::Timeout=240"];

/** Installs packages with apt-get, as root or by sudo; `false` where that cannot be done. */
export function installDebianPackages(...packages: readonly string[]): boolean {
  const asRoot = process.getuid?.() === 0 ? ["env"] : ["sudo", "--non-interactive"];
  const aptGet = (...args: string[]) =>
    run([...asRoot, "DEBIAN_FRONTEND=noninteractive", ...ONE_AT_A_TIME, ...WAITS_FOR_OTHERS, ...args]);
  return (
    process.platform === "linux" &&
    aptGet("update", "-q") &&
    aptGet("install", "-q", "-y", "--no-install-recommends", ...packages)
  );
}

/** Runs a command with its output on standard error; `false` when it fails, is missing or takes too long. */
export function run([command = "", ...args]: readonly string[], env: Record<string, string> = {}): boolean {
  process.stderr.write(`To be installed: ${command} ${args.join(" ")}\n`);
  try {
    execFileSync(command, args, {
      stdio: ["ignore", 2, 2],
      timeout: INSTALL_TIMEOUT_MS,
      env: { ...process.env, ...env },
    });
    return true;
  } catch {
    return false;
  }
}
