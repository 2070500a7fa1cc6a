// Before anything is painted: the frame that the page stands in, and the colours that its host has.
const root = document.documentElement, asked = new URLSearchParams(location.search), theme = asked.get("theme");
if (parent != window) root.dataset.frame = asked.get("height") == "content" ? "followed" : "fixed";
if (theme == "light" || theme == "dark") root.dataset.colorScheme = theme;

const find = id => document.getElementById(id);
const fail = error => {
  console.error(error);
  const old = typeof WebAssembly != "object" || typeof DecompressionStream != "function" ||
    error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  const loading = find("loading"), problem = find("problem");
  if (loading) loading.remove();
  problem.firstElementChild.textContent = problem.dataset[old ? "unsupported" : "failed"];
  problem.hidden = false;
};
if (find("loading")) find("loading").hidden = false;
