{# Starts the program, or says why it cannot. Written so that every browser that knows modules can read it. -#}
{% include "begin.js" %}
import("./{{ js }}")
  .then(program => program.default({ module_or_path: new URL("{{ wasm }}", import.meta.url) }))
  .catch(fail);
