/* The search of the exported site: reads the index that lies beside the page. No other page of the
   site uses a script. Accents, plurals and one or two wrong letters are forgiven, and it is said. */
"use strict";
(() => {
  const KINDS = 4, BLOCK = 200, SHOWN = 20, LONGEST = 40;
  const place = document.getElementById("buscar-estatico");
  const told = JSON.parse(place.dataset.palabras);
  const folder = place.dataset.carpeta;
  const asked = new URLSearchParams(location.search).get("q") || "";
  const waiting = new Map();

  window.a4Buscar = (kind, key, data) => waiting.get(kind + key)?.(data);

  const load = (kind, key) => new Promise((found) => {
    const script = document.createElement("script");
    waiting.set(kind + key, found);
    script.src = `${folder}/${kind}/${encodeURIComponent(key)}.js`;
    script.onerror = () => found(null);
    document.head.append(script);
  });

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const stem = (word) => {
    const cut = word.slice(0, LONGEST);
    if (cut.length <= 3) return cut;
    if (cut.endsWith("ces")) return cut.slice(0, -3) + "z";
    return cut.replace(/s$/, "").replace(/e$/, "");
  };
  const part = (word) => [...word].slice(0, 2)
    .map((c) => (c < "\u0080" ? c : "u" + c.codePointAt(0).toString(16))).join("");

  const slips = (one, other, most) => {
    let before = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        next.push(cost);
      }
      before = row;
      row = next;
    }
    return row[other.length] <= most ? row[other.length] : Infinity;
  };

  /* The documents that have a word: as it is, as a beginning, or as the nearest known word. */
  const documents = async (word) => {
    const wanted = stem(word), index = (await load("p", part(wanted))) || {};
    if (index[wanted]) return { marks: index[wanted] };
    const stems = Object.keys(index);
    const begins = wanted.length > 2 ? stems.filter((s) => s.startsWith(wanted)) : [];
    if (begins.length) return { marks: [...new Set(begins.flatMap((s) => index[s]))] };
    const most = wanted.length > 6 ? 2 : wanted.length > 3 ? 1 : 0;
    let best = null, least = Infinity;
    for (const other of stems) {
      if (!most || Math.abs(other.length - wanted.length) > most) continue;
      const count = slips(wanted, other, most);
      if (count < least || (count === least && best && index[other].length > index[best].length)) {
        best = other;
        least = count;
      }
    }
    return best ? { marks: index[best], instead: best } : { marks: [] };
  };

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const show = async (marks, from, list) => {
    const blocks = new Map();
    for (const mark of marks.slice(from, from + SHOWN)) {
      const number = Math.floor(mark / KINDS), block = Math.floor(number / BLOCK);
      if (!blocks.has(block)) blocks.set(block, await load("d", String(block)));
      const said = (blocks.get(block) || [])[number % BLOCK];
      if (!said) continue;
      const [file, kind, name, context, value] = said;
      const item = element("li"), link = element("a", name);
      link.href = told.english ? file.replace(/\.html$/, ".en.html") : file;
      item.append(element("span", told.kinds[kind] || "", "kind"), link);
      if (value) item.append(element("span", `«${value}»`, "promise"));
      if (context) item.append(element("p", context));
      list.append(item);
    }
  };

  const search = async () => {
    const words = [...new Set(fold(asked).match(/[\p{L}\p{N}]+/gu) || [])].slice(0, 12);
    const named = words.filter((w) => !told.small.includes(w));
    const found = await Promise.all((named.length ? named : words).map(documents));
    if (!found.length) return;
    const sets = found.map((f) => new Set(f.marks));
    let marks = found[0].marks.filter((m) => sets.every((s) => s.has(m)));
    const isAny = !marks.length && sets.length > 1;
    if (isAny) marks = [...new Set(found.flatMap((f) => f.marks))];
    marks.sort((a, b) => a % KINDS - b % KINDS || a - b);
    const title = element("h2", `${told.results}: ${marks.length}`);
    place.replaceChildren(title);
    found.forEach((f, n) => {
      if (f.instead) place.append(element("p", `${told.instead}: ${f.instead} (${(named.length ? named : words)[n]})`));
    });
    if (isAny && marks.length) place.append(element("p", told.any));
    if (!marks.length) return void place.append(element("p", told.none));
    const list = element("ol", "", "cards");
    place.append(list);
    let shown = 0;
    const more = element("button", told.more);
    const next = async () => {
      await show(marks, shown, list);
      shown += SHOWN;
      more.hidden = shown >= marks.length;
    };
    more.type = "button";
    more.addEventListener("click", next);
    place.append(more);
    await next();
  };

  document.getElementById("q").value = asked;
  if (asked.trim()) search();
})();
