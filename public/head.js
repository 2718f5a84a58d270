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
