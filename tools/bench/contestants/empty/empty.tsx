import { createRoot } from "react-dom/client";

// The least that React paints: its first paint is what ours is measured by. It asks nobody, so its status is no status.

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <main>
      <section aria-label="Status">
        <h2>Empty</h2>
      </section>
    </main>,
  );
}
