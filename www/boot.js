{# Starts the program, or says why it cannot. Written so that every browser that knows modules can read it. -#}
{% include "begin.js" %}
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
