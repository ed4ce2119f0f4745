/* The search of the exported site: reads the index that lies beside the page. No other page of the
   site uses a script. Accents, plurals and one or two wrong letters are forgiven, and it is said. */
"use strict";
(() => {
  const SHOWN = 20, LONGEST = 40, MOST_WORDS = 12, MOST_FILES = 4;
  const place = document.getElementById("buscar-estatico");
  const status = document.getElementById("buscar-estado");
  const told = JSON.parse(place.dataset.palabras);
  const weights = 2 * told.kinds.length;
  const waiting = new Map(), loaded = new Map();

  window.a4Buscar = (kind, key, data) => waiting.get(`${kind}/${key}`)?.(data);

  const load = (kind, key) => {
    const name = `${kind}/${key}`;
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((found) => {
        const script = document.createElement("script");
        waiting.set(name, found);
        script.src = `${place.dataset.carpeta}/${kind}/${encodeURIComponent(key)}.js`;
        script.onerror = () => found(null);
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };

  /* Words as the index has them: no accents, no capitals, singular and plural alike. */
  const fold = (text) => text.replace(/[º°]/g, "o").replace(/ª/g, "a").replace(/ß/g, "s")
    .toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const stem = (word) => {
    const cut = [...word].slice(0, LONGEST).join("");
    if (cut.length <= 3) return cut;
    if (cut.endsWith("ces")) return cut.slice(0, -3) + "z";
    return cut.replace(/s$/, "").replace(/e$/, "");
  };
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const letterFile = (letter) => letter < "\u0080" ? letter : "u" + letter.codePointAt(0).toString(16);

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
      if (Math.min(...next) > most) return Infinity;
      before = row;
      row = next;
    }
    return row[other.length] <= most ? row[other.length] : Infinity;
  };

  /* The stems that begin with a letter, and the file of each. */
  const listed = async (letter) => {
    const [all, starts] = (await load("v", letterFile(letter))) || ["", []];
    const stems = all ? all.split(" ") : [];
    const fileOf = (index) => starts.filter((start) => start <= index).length - 1;
    return stems.map((name, index) => ({ name, file: `${letterFile(letter)}-${fileOf(index)}` }));
  };

  const nearest = (wanted, stems) => {
    const most = wanted.length > 6 ? 2 : wanted.length > 3 && !/^\d+$/.test(wanted) ? 1 : 0;
    let best = null, least = most + 1;
    for (const other of stems) {
      if (Math.abs(other.name.length - wanted.length) > most) continue;
      const count = slips(wanted, other.name, most);
      if (count < least) [best, least] = [other, count];
    }
    return best;
  };

  /* How a word is looked for: as it is, as a beginning, or as the nearest known word. */
  const asked = async (word) => {
    const wanted = stem(word), letters = [...wanted];
    const known = await listed(letters[0]);
    const whole = known.filter((s) => s.name === wanted);
    const isBeginning = whole.length ? wanted.length > 4 && !/^\d+$/.test(wanted) : wanted.length > 2;
    const longer = isBeginning ? known.filter((s) => s.name !== wanted && s.name.startsWith(wanted)) : [];
    if (whole.length || longer.length) return { whole, longer, word };
    const near = nearest(wanted, known) || (letters[1] && nearest(wanted, await listed(letters[1])));
    return { whole: near ? [near] : [], longer: [], word, instead: near?.name };
  };

  const unpacked = (text) => {
    let last = 0;
    return text.split(" ").map((step) => (last += parseInt(step, 36)));
  };

  /* The documents that have a word, each with how much it weighs: less is more. */
  const documents = async ({ whole, longer }) => {
    const found = new Map();
    const files = new Set([...whole, ...longer].map((s) => s.file));
    const parts = new Map(await Promise.all([...files].slice(0, MOST_FILES)
      .map(async (file) => [file, (await load("p", file)) || {}])));
    for (const [stems, more] of [[whole, 0], [longer, weights]]) {
      for (const { name, file } of stems) {
        for (const mark of unpacked(parts.get(file)?.[name] || "").filter((m) => m >= 0)) {
          const number = Math.floor(mark / weights), weight = mark % weights + more;
          if (!(found.get(number) <= weight)) found.set(number, weight);
        }
      }
    }
    return found;
  };

  const element = (name, kind, ...content) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  };
  const marked = (text, fits) => text.split(/([\p{L}\p{N}\p{M}º°ª]+)/u)
    .map((piece, n) => (n % 2 && fits(piece) ? element("mark", "", piece) : piece));

  const show = async (numbers, list, fits) => {
    let first = null;
    for (const number of numbers) {
      const block = await load("d", String(Math.floor(number / told.block)));
      const said = block?.[number % told.block];
      if (!said) continue;
      const [file, kind, name, context, value] = said;
      const link = element("a", "", ...marked(name, fits));
      link.href = told.lang === "es" ? file : file.replace(/\.html$/, `.${told.lang}.html`);
      const item = element("li", "", element("span", "kind", told.kinds[kind]), link);
      if (value) item.append(element("span", "promise", element("q", "", ...marked(value, fits))));
      if (context) item.append(element("p", "", context));
      list.append(item);
      first = first || link;
    }
    return first;
  };

  const combined = (found) => {
    const sum = (number) => found.reduce((all, f) => all + f.get(number), 0);
    const every = [...found[0].keys()].filter((n) => found.every((f) => f.has(n)));
    const isAny = !every.length && found.length > 1;
    const most = 2 * weights;
    const missed = (n) => found.reduce((all, f) => all + (f.get(n) ?? most), 0);
    const numbers = isAny ? [...new Set(found.flatMap((f) => [...f.keys()]))] : every;
    const order = new Map(numbers.map((n) => [n, isAny ? missed(n) : sum(n)]));
    return [numbers.sort((a, b) => order.get(a) - order.get(b) || a - b), isAny];
  };

  const search = async (text) => {
    const all = [...new Map(words(text).map((w) => [stem(w), w])).values()];
    const named = all.filter((w) => !told.small.includes(stem(w)));
    const typed = (named.length ? named : all).slice(0, MOST_WORDS);
    if (!typed.length) return void status.append(element("p", "", told.none));
    const terms = await Promise.all(typed.map(asked));
    const [numbers, isAny] = combined(await Promise.all(terms.map(documents)));
    const stems = new Set(terms.flatMap((t) => [...t.whole, ...t.longer]).map((s) => s.name));
    const fits = (piece) => words(piece).some((w) => stems.has(stem(w)));
    status.append(element("h2", "", `${told.results}: ${numbers.length}`));
    for (const { instead, word } of terms) {
      if (instead) status.append(element("p", "", `${told.instead}: ${instead} (${word}).`));
    }
    if (!numbers.length || isAny) {
      status.append(element("p", "", numbers.length ? told.any : told.none));
    }
    const list = element("ol", "cards"), more = element("button", "", told.more);
    place.append(list, more);
    let shown = 0;
    const next = async () => {
      const first = await show(numbers.slice(shown, shown + SHOWN), list, fits);
      if (shown) first?.focus();
      shown += SHOWN;
      more.hidden = shown >= numbers.length;
    };
    more.type = "button";
    more.addEventListener("click", next);
    await next();
  };

  const text = (new URLSearchParams(location.search).get("q") || "").slice(0, 200);
  document.getElementById("q").value = text;
  if (text.trim()) search(text);
})();
