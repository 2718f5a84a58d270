import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "../fixtures.ts";

/** `npm start` of local mode, once the build is there. */
interface Program {
  /** All that the terminal has shown. */
  output: () => string;
  /** Waits until the terminal shows it. */
  shows: (text: string | RegExp) => Promise<void>;
  /** The link that it has printed. */
  link: () => Promise<URL>;
  type: (line: string) => void;
  end: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Somebody's machine, with the AWS CLI's files, as far as the program sees it. */
interface Machine {
  folder: string;
  /** Writes `~/.aws/config` and `~/.aws/credentials`. */
  write: (files: { config?: string; credentials?: string }) => Promise<void>;
  /** Has a profile `prod` that comes in by IAM Identity Center. */
  writeSso: (roleName: string) => Promise<void>;
  /** What `aws sso login` leaves behind. */
  login: (accessToken: string, expiresAt?: Date) => Promise<void>;
  start: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Program;
}

export const test = base.extend<{ machine: Machine }>({
  machine: async ({}, use, { config }) => {
    const folder = await mkdtemp(join(tmpdir(), "deploywatch-machine-"));
    const aws = join(folder, ".aws");
    const running: ChildProcess[] = [];
    const cache = join(aws, "sso/cache");
    await mkdir(cache, { recursive: true });
    const write: Machine["write"] = async ({ config: settings = "", credentials = "" }) => {
      await writeFile(join(aws, "config"), settings);
      await writeFile(join(aws, "credentials"), credentials);
    };
    const endpoint = `http://127.0.0.1:${config.metadata["emulatorPort"]}`;
    await use({
      folder,
      write,
      writeSso: (roleName) =>
        write({
          config: [
            "[profile prod]",
            "region = us-east-1",
            "sso_session = company",
            "sso_account_id = 123456789012",
            `sso_role_name = ${roleName}`,
            "[sso-session company]",
            "sso_region = us-east-1",
            "sso_start_url = https://company.awsapps.com/start",
            "",
          ].join("\n"),
        }),
      login: async (accessToken, expiresAt = new Date(Date.now() + 8 * 3_600_000)) => {
        const file = `${createHash("sha1").update("company").digest("hex")}.json`;
        await writeFile(join(cache, file), JSON.stringify({ accessToken, expiresAt, region: "us-east-1" }));
      },
      start: (args, environment = {}) => {
        const child = spawn(
          process.execPath,
          ["tools/build/run.js", "tools/build/start.ts", "--port", "0", ...args],
          {
            cwd: join(import.meta.dirname, "../.."),
            env: {
              PATH: process.env["PATH"],
              HOME: folder,
              TZ: "Europe/Berlin",
              AWS_ENDPOINT_URL: endpoint,
              AWS_EC2_METADATA_DISABLED: "true",
              ...environment,
            },
          },
        );
        running.push(child);
        return program(child);
      },
    });
    for (const child of running) child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  },
});

function program(child: ChildProcess): Program {
  let output = "";
  child.stdout?.on("data", (part) => (output += String(part)));
  child.stderr?.on("data", (part) => (output += String(part)));
  const shows = (text: string | RegExp) =>
    typeof text === "string"
      ? expect.poll(() => output).toContain(text)
      : expect.poll(() => output).toMatch(text);
  return {
    output: () => output,
    shows,
    link: async () => {
      await shows(/http:\/\/\S+#token=[0-9a-f]{64}\n/);
      return new URL(/http:\/\/\S+#token=[0-9a-f]{64}/.exec(output)?.[0] ?? "");
    },
    type: (line) => void child.stdin?.write(`${line}\n`),
    end: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => {
      child.once("exit", (code, signal) => resolve(signal ?? code));
    }),
  };
}

/** Asks the program for a deployment as the page does. */
export async function askFor(link: URL, deploymentId: string, region = "us-east-1"): Promise<Response> {
  return fetch(`${link.origin}/aws/codedeploy/${region}/`, {
    method: "POST",
    headers: {
      origin: link.origin,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "CodeDeploy_20141006.GetDeployment",
      "x-deploywatch-token": link.hash.replace("#token=", ""),
    },
    body: JSON.stringify({ deploymentId }),
  });
}

/** A profile of `~/.aws/credentials`. */
export function keysOf(
  profile: string,
  { accessKeyId, secretAccessKey, sessionToken }: Readonly<Record<string, string>>,
): string {
  return [
    `[${profile}]`,
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${secretAccessKey}`,
    ...(sessionToken === undefined ? [] : [`aws_session_token = ${sessionToken}`]),
    "",
  ].join("\n");
}

export { expect };
