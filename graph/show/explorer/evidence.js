// What a relation rests on: every quote, with document, section, date and link.

function showEdge(edge) {
  const end = (path) => make("a", { class: "link", href: `#node=${encode(path)}`, onclick: (event) => {
    event.preventDefault();
    go({ node: path });
  } }, thing(path));
  const found = data.facts[edge.id];
  const others = edgesOf.get(edge.from).filter((one) => one !== edge && (one.from === edge.to || one.to === edge.to));
  panel(make("h2", {}, end(edge.from), ` ${edge.arrows === "" ? "↔" : arrow(true)} `, end(edge.to)),
    make("p", {}, chip(relationName(edge.relation), "strong"), chip(statusName(edge.status), edge.status),
      chip(word("statements", { n: number(found.length) }))),
    ...found.flatMap((fact) => fact.passages.map((passage) => figure(fact, passage))),
    ...(others.length ? [make("h3", {}, word("pair")), ...others.map(otherRow)] : []));
}

const otherRow = (edge) =>
  make("button", { type: "button", class: "row", onclick: () => go({ edge }) }, make("span", { class: `stroke ${edge.status}` }),
    make("span", { class: "name" }, relationName(edge.relation)), make("span", { class: "count" }, statusName(edge.status)));

// The official document: https://undocs.org/{language}/{symbol}
const UN_LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];
function source(fact) {
  if (!fact.symbol) return thing(fact.document);
  const tag = UN_LANGUAGES.includes(fact.language) ? fact.language : "en";
  const href = `https://undocs.org/${tag}/${fact.symbol.split("/").map(encodeURIComponent).join("/")}`;
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text(fact.symbol));
}

function figure(fact, [quote, section, paragraph, page, saidBy]) {
  const cue = fact.cue || "";
  const start = cue ? quote.indexOf(cue) : -1;
  const words = start < 0 ? [plain(quote)]
    : [plain(quote.slice(0, start)), make("mark", {}, plain(cue)), plain(quote.slice(start + cue.length))];
  const place = [
    [source(fact), fact.language ? `, ${plain(fact.language)}` : ""],
    section ? [`${word("section")} `, text(section)] : [],
    paragraph ? [word("paragraph", { n: number(paragraph) })] : [],
    page ? [word("page", { n: number(page) })] : [],
    fact.date ? [make("span", { class: "whole" }, word("date", { date: leftToRight(fact.date) }))] : [],
    fact.amount ? [`${plain(fact.amount)} ${plain(fact.currency || "")}`] : [],
    saidBy ? [`${word("saidBy")} `, thing(saidBy)] : [],
    fact.derived ? [word("derived")] : [],
    fact.rule ? [word("rule", { rule: plain(fact.rule) }) + (fact.confidence ? `, ${plain(fact.confidence)}` : "")] : [],
  ].filter((note) => note.length);
  return make("figure", { class: `fact ${fact.derived ? "derived" : ""}` },
    make("blockquote", { lang: fact.language, dir: "auto" }, ...words),
    make("figcaption", {}, ...place.flatMap((note, i) => (i ? [" · ", ...note] : note))));
}
