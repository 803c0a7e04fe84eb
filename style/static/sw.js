// Shows a page of ours when there is no network. Little else is kept: prices, stock and orders are the server's to say.
const PAGE = "/pkg/offline.html";
const FILES = [PAGE, "/pkg/app.css", "/pkg/plus-jakarta-sans.woff2"];
// The hashes in the names make a new cache of every new build.
const CACHE = FILES.join(" ");
// A mentor's day and the report of a visit open again where there is no network, until somebody signs out.
const FIELD = "lapangan";
const IN_THE_FIELD = /^\/pendampingan\/(hari-ini|[^/]+\/kunjungan)$/;
const SIGN_OUT = "/aksi/keluar";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name !== CACHE && name !== FIELD;
  const drop = (names) => Promise.all(names.filter(old).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop));
});

async function open(request, path) {
  const field = IN_THE_FIELD.test(path);
  try {
    const response = await fetch(request);
    if (field && response.ok && !response.redirected) {
      const kept = response.clone();
      (await caches.open(FIELD)).put(path, kept);
    }
    return response;
  } catch {
    return (field && (await caches.match(path, { cacheName: FIELD }))) || caches.match(PAGE);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate") {
    if (request.method === "GET") event.respondWith(open(request, pathname));
    else if (pathname === SIGN_OUT) event.waitUntil(caches.delete(FIELD));
  } else if (FILES.includes(pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
