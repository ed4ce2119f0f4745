// Runs the search of an exported site without a browser: just enough of a page for its script.
// node static_search.js FOLDER WORDS PLACE-DATA → {"status": […], "links": [[href, text, marks]…]}
"use strict";
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
const [folder, asked, data] = process.argv.slice(2);

class Element {
  constructor(name) { Object.assign(this, { name, children: [], dataset: {}, textContent: "" }); }
  append(...content) {
    for (const child of content) {
      this.children.push(child);
      if (child.name === "script") run(child);
    }
  }
  replaceChildren(...content) { this.children = []; this.append(...content); }
  addEventListener(event, does) { this[`on${event}`] = does; }
  focus() { page.focused = this; }
  get text() { return this.children.map((c) => c.text ?? c).join(""); }
  all(name) { return this.children.flatMap((c) => c.all ? [...(c.name === name ? [c] : []), ...c.all(name)] : []); }
}

const parts = { "buscar-estatico": new Element("div"), "buscar-estado": new Element("p"), q: new Element("input") };
parts["buscar-estatico"].dataset = { carpeta: "buscar", palabras: data };
const page = { loaded: [], focused: null };
const sandbox = {
  URLSearchParams,
  location: { search: "?" + new URLSearchParams({ q: asked }) },
  document: {
    getElementById: (id) => parts[id],
    createElement: (name) => new Element(name),
    head: new Element("head"),
  },
};
sandbox.window = sandbox;
vm.createContext(sandbox);

function run(script) {
  page.loaded.push(script.src);
  queueMicrotask(() => {
    const file = path.join(folder, decodeURIComponent(script.src));
    if (!fs.existsSync(file)) return script.onerror();
    vm.runInContext(`const a4Buscar = window.a4Buscar;`.replace("const", "var") + fs.readFileSync(file, "utf8"), sandbox);
  });
}

vm.runInContext(fs.readFileSync(path.join(folder, "static/buscar-estatico.js"), "utf8"), sandbox);
setImmediate(async () => {
  const place = parts["buscar-estatico"];
  const more = () => place.all("button")[0];
  while (more() && !more().hidden) await more().onclick();
  const links = place.all("a").map((a) => [a.href, a.text, a.all("mark").map((m) => m.text)]);
  const status = parts["buscar-estado"].children.map((c) => c.text);
  console.log(JSON.stringify({ status, links, loaded: page.loaded }));
});
