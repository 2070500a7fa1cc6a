{# Starts the program, or says why it cannot. Written so that every browser that knows modules can read it. -#}
// Before anything is painted: the frame that the page stands in, and the colours that its host has.
const root = document.documentElement, asked = new URLSearchParams(location.search), theme = asked.get("theme");
if (parent != window) root.dataset.frame = asked.get("height") == "content" ? "followed" : "fixed";
if (theme == "light" || theme == "dark") root.dataset.colorScheme = theme;

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
// To the same in another language.
document.querySelector(".languages").addEventListener("click", ({ target }) => {
  const link = target.closest("a");
  if (!link) return;
  link.pathname = location.pathname.replace(/[a-z]+(?=\/[^/]+\/?(index\.html)?$)/, link.dataset.language);
  link.search = location.search;
});
import("./{{ js }}")
  .then(program => program.default({ module_or_path: new URL("{{ wasm }}", import.meta.url) }))
  .catch(fail);
