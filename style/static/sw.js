// Shows a page of ours when there is no network. Nothing else is kept: prices, stock and orders are the server's to say.
const PAGE = "/pkg/offline.html";
const FILES = [PAGE, "/pkg/app.css", "/pkg/plus-jakarta-sans.woff2"];
// The hashes in the names make a new cache of every new build.
const CACHE = FILES.join(" ");

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const drop = (names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") {
    if (event.request.method === "GET") event.respondWith(fetch(event.request).catch(() => caches.match(PAGE)));
  } else if (FILES.includes(new URL(event.request.url).pathname)) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});
