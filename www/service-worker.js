{# Keeps the whole simulator in the visitor's browser, so that it opens without a network. -#}
// A version is all its files, each as it was built, or nothing: a file that is another is not taken. It answers for
// itself until the next version has all of its own and no page of this one is open.
const ours = `gevinstsimulatoren ${registration.scope} `;
const name = ours + "{{ version }}";
const files = new Map({{ files }}.map(([path, digest]) => [new URL(path, registration.scope).href, digest]));

const line = "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='1'/>";
const picture = { headers: { "Content-Type": "image/svg+xml" } };

const keepAll = async () => {
  const cache = await caches.open(name);
  await Promise.all([...files].map(async ([address, integrity]) => {
    // What was kept before the network failed need not be fetched again.
    if (await cache.match(address)) return;
    // Only the names in assets/ change with what is in them.
    const freshness = address.includes("/assets/") ? "default" : "no-cache";
    await cache.put(address, await fetch(address, { integrity, cache: freshness }));
  }));
};

const forgetOthers = async () => {
  const others = (await caches.keys()).filter(other => other.startsWith(ours) && other != name);
  await Promise.all(others.map(other => caches.delete(other)));
};

const takeOverIfAlone = async () => {
  const all = await clients.matchAll({ includeUncontrolled: true });
  const pages = all.filter(({ url }) => url.startsWith(registration.scope));
  if (pages.length < 2) await skipWaiting();
};

const answer = async (request, address) =>
  await caches.match(address, { cacheName: name, ignoreVary: true }) || fetch(request);

addEventListener("install", event => event.waitUntil(keepAll()));
addEventListener("activate", event => event.waitUntil(forgetOthers()));
addEventListener("message", event => event.waitUntil(takeOverIfAlone()));
addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url), { search } = url;
  url.search = url.hash = "";
  const address = url.href.replace(/\/index\.html$/, "/");
  if (request.method != "GET") return;
  if (files.has(address)) event.respondWith(answer(request, address));
  // The start page's picture is not kept: without a network a line stands in its place.
  else if (address.endsWith(".webp")) event.respondWith(fetch(request).catch(() => new Response(line, picture)));
  else if (files.has(address + "/")) event.respondWith(Response.redirect(address + "/" + search));
});
