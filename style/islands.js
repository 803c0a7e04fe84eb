// Wakes the islands of a page once the browser has time. The build puts the hashed paths in.
//
// An island is woken before the islands inside it. Children that a page hands to an island (`leptos-children`) belong
// to the page's owner, not to the island's: their callback sets that owner before an island among them is woken.
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work));

idle(async () => {
  const [app, wasm] = await Promise.all([import("/pkg/app.js"), fetch("/pkg/app.wasm")]);
  await app.default({ module_or_path: wasm });
  app.hydrate();

  const wake = async (island, owner) => {
    const name = island.dataset.component;
    if (!app[name]) return console.warn("no island is named", name);
    owner?.();
    await app[name](island);
  };

  const walk = async (node, owner) => {
    if (node.localName === "leptos-island") await wake(node, owner);
    const inner = node.localName === "leptos-children" ? node.$$on_hydrate : owner;
    for (const child of [...node.children]) await walk(child, inner);
  };
  await walk(document.body);
});
