{# The element <gevinst-simulator>: the simulator in a frame as high as its content. See "Embedding" in the README. -#}
(script => {
  const name = "gevinst-simulator", titles = {{ titles }};
  // Attributes that any element may have, and those of frameworks: no parameter's name is one of them.
  const common = /^(class|dir|hidden|id|is|lang|nonce|on.+|part|role|slot|solution|style|tabindex|title|.*[-:@].*)$/;
  const base = new URL(".", script.src);
  if (customElements.get(name)) return;
  customElements.define(name, class extends HTMLElement {
    #frame = document.createElement("iframe");
    #here;
    #changes = new MutationObserver(records => {
      const names = records.map(record => record.attributeName);
      this.#name();
      if (!this.#here || names.some(name => /^(lang|solution)$/.test(name))) return this.#load();
      const query = this.#query(names);
      if (query) this.#frame.contentWindow.postMessage({ gevinstsimulator: 1, type: "set", query }, base.origin);
    });
    #hear = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (source != frame.contentWindow || origin != base.origin || data?.gevinstsimulator != 1) return;
      const { type, height, scenario, figures } = data;
      this.#here = true;
      // The link inside has done its work.
      frame.nextSibling?.remove();
      if (type == "height" && height > 0 && height < 1e5) frame.style.height = height + "px";
      if (type == "change" && scenario && figures)
        this.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: { scenario, figures } }));
    };
    constructor() {
      super();
      const frame = this.#frame;
      frame.loading = "lazy";
      frame.allow = "clipboard-write;fullscreen";
      frame.style.cssText = "display:block;width:100%;height:600px;border:0";
      this.attachShadow({ mode: "open" }).append(frame, document.createElement("slot"));
    }
    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#changes.observe(this, { attributes: true });
      this.#load();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#changes.disconnect();
      // Elsewhere the frame begins anew.
      this.#here = false;
    }
    // Gives the frame its name, and says in which language.
    #name() {
      const asked = this.closest("[lang]")?.lang.slice(0, 2).toLowerCase();
      const language = titles[asked] ? asked : "nb";
      this.#frame.title = this.title || this.textContent.trim() || titles[language];
      return language;
    }
    #query(names) {
      const wishes = names.filter(name => !common.test(name)).map(name => [name, this.getAttribute(name) || ""]);
      return new URLSearchParams(wishes) + "";
    }
    #load() {
      const solution = this.getAttribute("solution"), frame = this.#frame;
      const query = this.#query(this.getAttributeNames());
      const src = new URL(`${this.#name()}/${encodeURIComponent(solution)}/?height=content&${query}`, base) + "";
      if (solution && frame.src != src) {
        this.#here = false;
        frame.src = src;
      }
    }
  });
})(document.currentScript);
