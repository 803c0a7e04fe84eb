// Loads the islands after the page is there and brings each to life. Paths get their hashes when the site is built.
const idle = window.requestIdleCallback ?? setTimeout;

idle(async () => {
  const app = await import("/pkg/app.js");
  await app.default({ module_or_path: "/pkg/app.wasm" });
  app.hydrate();
  // Document order: an island inside another is woken after it.
  for (const island of document.querySelectorAll("leptos-island")) {
    const wake = app[island.dataset.component];
    if (wake) await wake(island);
    else console.warn("no island named", island.dataset.component);
  }
});
