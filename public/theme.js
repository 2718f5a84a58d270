// Runs before the first paint, so that a chosen theme never flashes. A file of its own, because the content
// security policy allows no inline script. `src/pages/frame/ThemeSwitch.tsx` writes what this reads.
try {
  const theme = localStorage.getItem("deploywatch.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
