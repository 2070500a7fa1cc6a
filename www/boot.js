{# Starts the program, or says why it cannot. Written so that every browser that knows modules can read it. -#}
const find = id => document.getElementById(id);
const fail = error => {
  console.error(error);
  const old = typeof WebAssembly != "object" ||
    error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  const loading = find("loading"), problem = find("problem");
  if (loading) loading.remove();
  problem.firstElementChild.textContent = problem.dataset[old ? "unsupported" : "failed"];
  problem.hidden = false;
};
if (find("loading")) find("loading").hidden = false;
{# Keeps the simulator for when there is no network. A newer one takes its place at once if the visitor has done nothing
yet, else when it is opened again. A browser may refuse; frames are their host's. -#}
let begun = false;
for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, () => begun = true);
const keep = async () => {
  const workers = navigator.serviceWorker, here = await workers.register(new URL("../service-worker.js", import.meta.url));
  const renew = () => {
    if (!workers.controller || !here.waiting || begun) return;
    workers.oncontrollerchange = () => location.reload();
    here.waiting.postMessage("");
  };
  here.onupdatefound = () => here.installing.onstatechange = renew;
  renew();
};
import("./{{ js }}")
  .then(program => program.default({ module_or_path: new URL("{{ wasm }}", import.meta.url) }))
  .then(() => parent == window && keep().catch(() => {}), fail);
