{# Starts the program where all of it is in the page itself: what the program fetches is taken from there. -#}
{% include "first.js" %}
{% include "begin.js" %}
const taken = document.documentElement.dataset.address;
// A browser that does not allow it shows the solution as its file has it.
try {
  if (taken && !location.search) history.replaceState(null, "", location.pathname + new URL(taken).search);
} catch {}
const unpack = async () => {
  // Two letters are thirteen or fourteen bits: see xtask/src/one_file.rs.
  const letters = find("packed").textContent, bytes = new Uint8Array(letters.length);
  const digit = i => letters.charCodeAt(i) - 1 - (letters.charCodeAt(i) > 13) - (letters.charCodeAt(i) > 60);
  for (let i = 0, end = 0, waiting = 0, bits = 0; i < letters.length; i += 2) {
    const number = digit(i) + 125 * digit(i + 1);
    waiting |= number << bits;
    bits += (number & 8191) < 7433 ? 14 : 13;
    for (; bits > 7; bits -= 8, waiting >>= 8) bytes[end++] = waiting;
  }
  const unpacker = new Blob([bytes.slice(0, {{ unpacker }})]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { instance } = await WebAssembly.instantiate(await new Response(unpacker).arrayBuffer());
  const { memory, room, unpack } = instance.exports, files = {};
  let end = {{ unpacker }};
  for (const [size, checksum, contents] of {{ index }}) {
    const all = contents.reduce((all, [, size]) => all + size, 0), from = room(size), to = room(all);
    new Uint8Array(memory.buffer).set(bytes.subarray(end, end += size), from);
    if (!unpack(from, size, to, all, checksum)) throw Error("damaged");
    contents.reduce((at, [name, size]) => (files[name] = memory.buffer.slice(at, at + size), at + size), to);
  }
  const fetch = window.fetch;
  window.fetch = (what, ...more) => {
    const name = String(what.url || what).split("/").pop();
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return files[name] ? Promise.resolve(new Response(files[name], { headers: { "Content-Type": type } }))
      : fetch(what, ...more);
  };
  const add = (tag, name) => {
    const element = document.createElement(tag);
    if (tag == "script") element.type = "module";
    element.textContent = new TextDecoder().decode(files[name]);
    document.head.append(element);
  };
  find("licences").href = URL.createObjectURL(new Blob([files["{{ licences }}"]], { type: "text/plain;charset=utf-8" }));
{% for css in css %}
  add("style", "{{ css }}");
{% endfor %}
  window.fail = fail;
  add("script", "{{ js }}");
};
unpack().catch(fail);
