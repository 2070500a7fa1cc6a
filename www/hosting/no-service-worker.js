// Takes away what the simulator keeps in its visitors' browsers to open without a network: put it in the place of
// service-worker.js, and leave it there. Scenarios that visitors have kept stay.
const forget = async () => {
  const ours = `gevinstsimulatoren ${registration.scope} `;
  const names = (await caches.keys()).filter(name => name.startsWith(ours));
  await Promise.all(names.map(name => caches.delete(name)));
  await registration.unregister();
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(forget()));
