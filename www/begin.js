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
