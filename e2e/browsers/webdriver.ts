import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { WebKit } from "../../tools/browser/other-browsers.ts";
import type { Hands, Part } from "./hands.ts";

/** @see https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = {
  Control: "\uE009",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
};

/** Where to look for a part; its role and its name are then the browser's own. */
const PLACES: Readonly<Record<Part["role"], string>> = {
  button: "button",
  link: "a[href]",
  textbox: "input, textarea",
  region: "section",
  dialog: "dialog[open]",
  heading: "h1, h2, h3",
};

/** For the slowest of them: a browser that starts on a busy machine. */
const ANSWER_MS = 60_000;

/** The name under which WebDriver hands an element over. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

interface Session extends Hands {
  close: () => Promise<void>;
}

/** Starts WebKitGTK's MiniBrowser on a screen that nobody sees, driven by WebDriver, which is all that it understands. */
export async function openWebKit({ driver, browser, screen }: WebKit): Promise<Session> {
  const started: ChildProcess[] = [];
  const start = (command: string, args: string[], env: Record<string, string> = {}) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      env: { ...process.env, ...env },
    });
    started.push(child);
    return child;
  };
  const close = async () => {
    for (const child of started.toReversed()) {
      const gone = once(child, "exit");
      if (child.kill()) await gone;
    }
  };
  try {
    const display = await firstLine(
      start(screen, ["-noreset", "-screen", "0", "1400x1000x24", "-displayfd", "3"]),
    );
    const port = await freePort();
    const driving = start(driver, [`--port=${port}`, "--host=127.0.0.1"], {
      DISPLAY: `:${display}`,
      LIBGL_ALWAYS_SOFTWARE: "1",
    });
    await listens(`http://127.0.0.1:${port}/status`, driving);
    const call = await newSession(`http://127.0.0.1:${port}`, browser);
    return {
      ...handsOf(call),
      async close() {
        await call("DELETE", "");
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Call = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

function handsOf(call: Call): Hands {
  const see = <Value>(expression: string) =>
    call<Value>("POST", "/execute/sync", { script: `return ${expression}`, args: [] });
  const act = (actions: object[]) =>
    call<void>("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  const find = async ({ role, name }: Part): Promise<string | undefined> => {
    const places = { using: "css selector", value: PLACES[role] };
    for (const { [ELEMENT]: id } of await call<Record<string, string>[]>("POST", "/elements", places)) {
      if (name.test(await call<string>("GET", `/element/${id}/computedlabel`))) return id;
    }
    return undefined;
  };
  return {
    see,
    visit: (url) => call("POST", "/url", { url }),
    click: (part) =>
      settled(async () => {
        const id = await find(part);
        if (id === undefined) throw new Error(`There is no ${part.role} ${part.name}.`);
        // The driver scrolls to the edge only, where the page's header covers what it is to click.
        const script = "arguments[0].scrollIntoView({ block: 'center', inline: 'center' })";
        await call("POST", "/execute/sync", { script, args: [{ [ELEMENT]: id }] });
        await call("POST", `/element/${id}/click`, {});
      }),
    read: (part) =>
      settled(async () => {
        const id = await find(part);
        return id === undefined ? "" : call<string>("GET", `/element/${id}/text`);
      }),
    press: (keys) => {
      const values = keys.split("+").map((key) => KEYS[key] ?? key);
      const downs = values.map((value) => ({ type: "keyDown", value }));
      const ups = values.toReversed().map((value) => ({ type: "keyUp", value }));
      return act([...downs, ...ups]);
    },
    type: (text) =>
      act(
        Array.from(text, (value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]).flat(),
      ),
    resize: (width, height) => call("POST", "/window/rect", { width, height }),
  };
}

/** Asks again as long as the page replaces meanwhile what it is about. */
async function settled<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const endMs = performance.now() + ANSWER_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes("stale element reference") || performance.now() > endMs) throw error;
    }
  }
}

async function newSession(driver: string, binary: string): Promise<Call> {
  const options = { binary, args: ["--automation"] };
  const capabilities = {
    alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options },
  };
  const { sessionId } = await request<{ sessionId: string }>("POST", `${driver}/session`, { capabilities });
  return (method, path, body) => request(method, `${driver}/session/${sessionId}${path}`, body);
}

async function request<Answer>(method: string, url: string, body?: object): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const { value }: { value: Answer } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

async function listens(url: string, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null && driver.signalCode === null) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw new Error(`${driver.spawnfile} ended at once.`);
}

/** What a process writes first to its fourth channel. That stays open: the screen ends when it cannot write there again. */
async function firstLine({ stdio, spawnfile }: ChildProcess): Promise<string> {
  const [channel] = stdio.slice(3);
  if (!channel) throw new Error(`${spawnfile} has no fourth channel.`);
  const [data] = await once(channel, "data", { signal: AbortSignal.timeout(ANSWER_MS) });
  return String(data).trim();
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
