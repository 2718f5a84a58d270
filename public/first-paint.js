// Runs before anything else, as a file of its own, because the content security policy allows no inline script.

// So that a chosen theme never flashes; `src/pages/frame/ThemeSwitch.tsx` writes what this reads.
try {
  const theme = localStorage.getItem("deploywatch.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}

// A script that does not come, or that this browser cannot read: what index.html says of that is seen where the root is empty.
addEventListener(
  "error",
  ({ target }) => {
    if (target !== window && target.tagName !== "SCRIPT") return;
    document.documentElement.dataset.fault = "";
    if (document.getElementById("not-started")) document.getElementById("root").replaceChildren();
  },
  true,
);

// So that it has been read when the app's script runs; `src/config/load-config.ts` takes it.
globalThis.configAnswer = fetch(document.querySelector('link[href$="/config.json"]').href).then(
  async (response) => ({
    response,
    text: await response.text(),
  }),
);
globalThis.configAnswer.catch(() => {}); // Whoever takes it reports it.

// Stands behind the root, and puts into it what index.html has for the page of this address, with the Region and the id that the
// address names. An element, which works as soon as the browser reads it: a second script would be waited for once more. What stands
// at an address is what `src/app/FirstPaint.tsx` renders next; `tools/build/first-paint.test.tsx` compares them.
(() => {
  customElements.define(
    "first-paint",
    class extends HTMLElement {
      connectedCallback() {
        // The app's script may have failed by now.
        if ("fault" in document.documentElement.dataset) return;
        const root = document.getElementById("root");
        // The app may lie under a sub-path: its configuration lies where that begins.
        const base = new URL(".", document.querySelector('link[href$="/config.json"]').href).pathname;
        const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
        const parts = path.split("/").filter(Boolean);
        const [region, deploymentId] = parts.map(decoded);
        const isPair = parts.length === 2;
        const isGroup = parts.length === 4 && deploymentId === "applications";
        const saysWall = new URLSearchParams(location.search).get("view") === "wall";
        const ids = isPair ? parts[1].split(",") : [];
        const named = (part) => !["", ".", ".."].includes(decoded(part));
        const isWall = isGroup
          ? saysWall && parts.every(named)
          : (saysWall || ids.length > 1) && named(parts[0]) && ids.some(named);
        const isDeployment =
          /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region) && /^[A-Za-z0-9][\w-]{0,99}$/.test(deploymentId);
        const page = isWall ? "wall" : isPair && isDeployment ? "deployment" : "other";
        root.replaceChildren(document.getElementById(`first-${page}`).content.cloneNode(true));
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { currentNode: text } = texts;
          if (text.data === "{region}") text.data = region;
          if (text.data === "{deploymentId}") text.data = deploymentId;
        }
      }
    },
  );

  function decoded(part) {
    try {
      return decodeURIComponent(part).trim();
    } catch {
      return part;
    }
  }
})();
