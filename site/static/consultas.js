/* YASGUI's editor and views on top of the plain form of the query page. Without this script, or
   without YASGUI, the form serves alone. Nothing is kept and nobody else is asked. */
"use strict";
(() => {
  const area = document.getElementById("query");
  const { Yasgui } = window;
  if (!area || !Yasgui) return;
  const { Yasqe, Yasr } = Yasgui;
  const said = document.getElementById("editor").dataset;
  const form = area.form;

  let terms;
  const known = () => (terms ??= fetch(said.terms).then((answer) => answer.json()));
  Yasqe.registerAutocompleter({
    name: "a4",
    bulk: true,
    autoShow: true,
    isValidCompletionPosition: (yasqe) => {
      const token = yasqe.getCompleteToken();
      return !token.string.startsWith("?") && !["ws", "comment", "string"].includes(token.type || "ws");
    },
    get: known,
    preProcessToken: expanded,
    postProcessSuggestion: (yasqe, token, term) => shortened(yasqe, term),
  }, false);
  // Set as the default: a list given to an editor is merged with it place by place, and the
  // default ones ask other hosts.
  Yasqe.defaults.autocompleters = ["variables", "a4"];

  /* A prefixed name as the IRI that it stands for, and back. */
  function expanded(yasqe, token) {
    const prefixes = yasqe.getPrefixesFromQuery();
    const [, prefix, rest] = /^([\w-]*):(.*)$/.exec(token.string) || [];
    token.autocompletionString = prefix !== undefined && prefixes[prefix]
      ? absolute(prefixes[prefix]) + rest : token.string.replace(/^</, "").replace(/>$/, "");
    return token;
  }
  function shortened(yasqe, term) {
    for (const [prefix, iri] of Object.entries(yasqe.getPrefixesFromQuery())) {
      if (term.startsWith(absolute(iri))) return `${prefix}:${term.slice(absolute(iri).length)}`;
    }
    return `<${term}>`;
  }
  const absolute = (iri) => (/^[a-z]+:/.test(iri) ? iri : said.base + iri);

  const box = document.createElement("div");
  area.hidden = true;
  area.removeAttribute("required");
  area.after(box);
  const yasqe = new Yasqe(box, {
    value: area.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    prefixCcApi: null,
    showQueryButton: false,
    resizeable: false,
    // Tab leaves the editor: it is no trap for who has only a keyboard.
    extraKeys: { Tab: false, "Shift-Tab": false },
    requestConfig: { endpoint: said.endpoint, method: "POST" },
  });
  yasqe.getInputField().setAttribute("aria-label", said.label);
  yasqe.on("change", () => { area.value = yasqe.getValue(); });

  /* The page's own answer has bars, files and names; these are further views of the same query. */
  const views = document.getElementById("vistas");
  const yasr = new Yasr(views, {
    persistenceId: null,
    prefixes: () => yasqe.getPrefixesFromQuery(),
    pluginOrder: ["table", "response"],
    defaultPlugin: "table",
  });
  views.hidden = true;
  yasqe.on("queryResponse", (_, response, duration) => {
    views.hidden = false;
    yasr.setResponse(response, duration);
    // Drawn after the table's own script has run.
    setTimeout(named, 300);
  });
  const more = button(said.views, () => yasqe.query());
  form.querySelector("button").after(" ", more);

  /* What YASGUI leaves without a name or out of the keyboard's reach. */
  function named() {
    for (const list of views.querySelectorAll("select")) list.setAttribute("aria-label", said.size);
    for (const head of views.querySelectorAll("th")) {
      if (!head.textContent.trim()) head.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: said.number }));
    }
  }
  for (const part of box.querySelectorAll(".CodeMirror-scroll")) part.tabIndex = 0;

  for (const block of document.querySelectorAll("details.recipe pre")) {
    const copy = button(said.copy, async () => {
      await navigator.clipboard.writeText(block.textContent);
      copy.textContent = said.copied;
    });
    block.after(copy);
  }

  function button(text, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  }
})();
