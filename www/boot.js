{# Starts the program, or says why it cannot. Written so that every browser that knows modules can read it. -#}
{% include "begin.js" %}
// To the same in another language.
document.querySelector(".languages").addEventListener("click", ({ target }) => {
  const link = target.closest("a");
  if (!link) return;
  link.pathname = location.pathname.replace(/[a-z]+(?=\/[^/]+\/?(index\.html)?$)/, link.dataset.language);
  link.search = location.search;
});
{# Keeps the simulator for when there is no network. A newer one takes its place at once if the visitor has done nothing
yet, else when it is opened again. A browser may refuse; frames are their host's. -#}
const add = (rel, name) => document.head.append(
  Object.assign(document.createElement("link"), { rel, href: new URL(name, import.meta.url) }));
// A server with an older policy has not let the page have its style.
if (!document.styleSheets.length) add("stylesheet", "{{ css }}");
let begun = false;
for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, () => begun = true);
const keep = async () => {
  const workers = navigator.serviceWorker;
  // On a first visit that fetches much, and would be in the way of the page: it waits until all is found out. So does a
  // newer one: Chromium asks an older worker to go but once, and while it fetches for its page it does not hear that.
  const whole = () => find("app").querySelector("[data-draws='{{ draws }}']");
  const fails = () => workers.controller && performance.now() > 10000;
  while (!whole() && !fails()) await new Promise(done => setTimeout(done, 500));
  const registered = workers.register(new URL("../service-worker.js", import.meta.url));
  // Without a network the browser may take its time to register what it has.
  const here = await Promise.any([registered, workers.ready]);
  let tries = 0;
  const renew = () => {
    if (!workers.controller || !here.waiting || begun) return;
    workers.oncontrollerchange = () => begun || location.reload();
    here.waiting.postMessage("");
    // The page that was here before may not be gone yet.
    if (++tries < 5) setTimeout(renew, 500 * tries);
  };
  here.onupdatefound = () => here.installing.onstatechange = renew;
  renew();
};
import("./{{ js }}")
  .then(program => program.default({ module_or_path: new URL("{{ wasm }}", import.meta.url) }))
  .finally(() => add("stylesheet", "{{ further_css }}"))
  .then(() => {
    if (parent != window) return;
    // A browser fetches it, and its icon, at once.
    add("manifest", ({{ manifests }})[document.documentElement.lang]);
    keep().catch(() => {});
  }, fail);
