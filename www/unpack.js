{# Starts the program where all of it is in the page itself: what the program fetches is taken from there. -#}
{% include "begin.js" %}
const taken = root.dataset.address;
// A browser that does not allow it shows the solution as its file has it.
try {
  if (taken && !location.search) history.replaceState(null, "", location.pathname + new URL(taken).search);
} catch {}
const unpack = async () => {
  const packed = Uint8Array.from(atob(find("packed").textContent), letter => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const all = await new Response(stream).arrayBuffer();
  const files = {};
  let end = 0;
  for (const [name, size] of {{ index }}) files[name] = all.slice(end, end += size);
  const fetch = window.fetch;
  window.fetch = (what, ...more) => {
    const name = String(what.url || what).split("/").pop();
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/json";
    return files[name] ? Promise.resolve(new Response(files[name], { headers: { "Content-Type": type } }))
      : fetch(what, ...more);
  };
  const add = (tag, name) => {
    const element = document.createElement(tag);
    if (tag == "script") element.type = "module";
    element.textContent = new TextDecoder().decode(files[name]);
    document.head.append(element);
  };
  add("style", "{{ css }}");
  window.fail = fail;
  add("script", "{{ js }}");
};
unpack().catch(fail);
