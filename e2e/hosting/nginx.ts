import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "@playwright/test";
import { linkTo } from "../../hosting/preconnect.ts";
import { installDebianPackages } from "../../tools/browser/debian-packages.ts";

/** A running nginx with the project's configuration. */
export interface Nginx {
  readonly origin: string;
  /** Takes the files of the build that are called so away, as a new release does. */
  remove(name: RegExp): { putBack(): void };
  /** Adds a file to what is served. */
  add(path: string, text: string): void;
  close(): Promise<void>;
}

interface Site {
  /** The folder that the build lies in. */
  readonly dist: string;
  /** Where it goes, below the folder that is served. */
  readonly path: string;
  /** The config.json beside index.html. */
  readonly config: object;
  /** The hosts that the policy lets through. */
  readonly connectSources: string;
  /** nginx's configuration of the site. */
  readonly configuration: (folder: string, port: number) => string;
}

/** Starts nginx with `hosting/nginx.conf`, changed where its reader would: the port, the folder and the hosts. */
export function startNginx(config: object, connectSources: string): Promise<Nginx> {
  return start({
    dist: "dist",
    path: ".",
    config,
    connectSources,
    configuration: (folder, port) =>
      changed("hosting/nginx.conf", [
        [/listen 8080;/, `listen 127.0.0.1:${port};`],
        [/root \S+;/, `root ${folder};`],
      ]),
  });
}

/** Starts nginx with `hosting/nginx-sub-path.conf` in the server of a host that serves other things too. */
export function startNginxWithSubPath(dist: string, config: object, connectSources: string): Promise<Nginx> {
  return start({
    dist,
    path: "deploywatch",
    config,
    connectSources,
    configuration: (folder, port) =>
      `server { listen 127.0.0.1:${port}; root ${folder};
        location ~ \\.js$ { return 403; }
        ${changed("hosting/nginx-sub-path.conf", [[/root \S+;/, `root ${folder};`]])} }`,
  });
}

async function start({ dist, path, config, connectSources, configuration }: Site): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "deploywatch-nginx-"));
  const port = await freePort();
  const site = join(folder, "site");
  cpSync(dist, join(site, path), { recursive: true });
  writeFileSync(join(site, path, "config.json"), JSON.stringify(config));
  // nginx gives up root's rights, and the folder is for its owner alone.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "temp"));
  mkdirSync(join(folder, "snippets"));
  const headers = changed("hosting/nginx-headers.conf", [
    [/connect-src [^;]+;/, `connect-src 'self' ${connectSources};`],
    [/(?<=add_header Link ")[^"]+/, linkTo(connectSources.split(" "))],
  ]);
  writeFileSync(join(folder, "snippets/deploywatch-headers.conf"), headers);
  writeFileSync(join(folder, "site.conf"), configuration(site, port));
  writeFileSync(join(folder, "nginx.conf"), around(folder));
  const running = spawn(findOrInstallNginx(), ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  await isAnswering(port);
  const ended = new Promise<void>((resolve) => running.once("exit", () => resolve()));
  return {
    origin: `http://127.0.0.1:${port}`,
    remove: (name) => {
      const assets = join(site, path, "assets");
      const files = readdirSync(assets).filter((candidate) => name.test(candidate));
      if (files.length === 0) throw new Error(`No file of the build is called ${name.source}.`);
      for (const file of files) rmSync(join(assets, file));
      return {
        putBack: () => {
          for (const file of files) cpSync(join(dist, "assets", file), join(assets, file));
        },
      };
    },
    add: (file, text) => {
      const place = join(site, path, file);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    },
    close: async () => {
      running.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a machine's own nginx.conf has around a site. */
function around(folder: string): string {
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`)
    .join("\n");
  return `
    daemon off;
    pid ${folder}/nginx.pid;
    error_log stderr crit;
    events {}
    http {
      ${temp}
      access_log off;
      include /etc/nginx/mime.types;
      include ${folder}/site.conf;
    }`;
}

function isThere(): boolean {
  return spawnSync("nginx", ["-v"]).status === 0;
}

function findOrInstallNginx(): string {
  if (isThere() || (installDebianPackages("nginx-light") && isThere())) return "nginx";
  throw new Error("No nginx to test its configuration with. Install it and put it on the PATH.");
}

function changed(file: string, changes: readonly (readonly [what: RegExp, by: string])[]): string {
  return changes.reduce(
    (text, [what, by]) => {
      if (text.search(what) === -1) throw new Error(`${file} has no ${what.source} to change.`);
      return text.replace(what, () => by);
    },
    readFileSync(file, "utf8"),
  );
}

async function isAnswering(port: number): Promise<void> {
  await expect(() => fetch(`http://127.0.0.1:${port}/`)).toPass();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
