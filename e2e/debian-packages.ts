import { execFileSync } from "node:child_process";

const INSTALL_TIMEOUT_MS = 5 * 60_000;

/** Installs packages with apt-get, as root or by sudo; `false` where that cannot be done. */
export function installDebianPackages(...packages: readonly string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  const aptGet = (...args: string[]) =>
    isRoot
      ? run("apt-get", args, { DEBIAN_FRONTEND: "noninteractive" })
      : run("sudo", ["--non-interactive", "apt-get", ...args]);
  return (
    process.platform === "linux" &&
    aptGet("update", "-q") &&
    aptGet("install", "-q", "-y", "--no-install-recommends", ...packages)
  );
}

/** Runs a command with its output on standard error; `false` when it fails, is missing or takes too long. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
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
