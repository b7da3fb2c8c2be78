// Words and elements. Whatever stands in the data is text: it reaches the page through textContent, attributes that
// hold no code, and canvas, never as HTML.

const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined); // a thing may be called "constructor"
const data = read("data");
let language = data.language;

// Characters that would turn or hide what follows them are shown by their number.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e\ufff9-\ufffb]/g;
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const plain = (text) =>
  String(text).replace(HIDDEN, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

// The text in the language of the page, else in English, else in the first language there is; and which it is.
function pick(labels, otherwise) {
  const found = [language, "en", ...Object.keys(labels).sort()].find((tag) => own(labels, tag));
  return found === undefined ? [otherwise, ""] : [labels[found], found];
}
const labelOf = (path) => pick(own(data.labels, path) || {}, path.slice(path.indexOf("/") + 1) || path);
const nameOf = (path) => plain(labelOf(path)[0]);
const kindName = (kind) => plain(pick(data.kinds[kind].label, kind)[0]);
const statusName = (status) => plain(pick(data.statuses[status], status)[0]);
const relationName = (relation) => plain(pick(data.relations[relation], relation)[0]);
const word = (key, values = {}) => pick(data.words[key], key)[0].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const spokenHere = () => document.documentElement.lang; // one of the six; a graph may have tags that no browser knows
const number = (n) => n.toLocaleString(`${spokenHere()}-u-nu-latn`);
const leftToRight = (text) => `\u2066${plain(text)}\u2069`; // a date is read from the year on in Arabic too
const part = (some, all) => (some === all ? number(all) : word("part", { some: number(some), all: number(all) }));
const inOrder = (a, b) => a.localeCompare(b, spokenHere());

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== "" && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}
const text = (content, tag = "bdi", lang = "", kind = "") =>
  make(tag, { lang, dir: "auto", class: kind }, plain(content));
function thing(path) {
  const [label, tag] = labelOf(path);
  return text(label, "bdi", tag, "name");
}
const chip = (label, kind = "", ...before) => make("span", { class: `chip ${kind}` }, ...before, label);
const action = (label, kind, onclick) => make("button", { type: "button", class: kind, onclick }, label);
const listed = (names, few = 6) =>
  [...names.slice(0, few).flatMap((name, i) => [i ? ", " : "", text(name)]), names.length > few ? " …" : ""];
const arrow = (onwards) => (onwards === (document.documentElement.dir !== "rtl") ? "→" : "←");
const soft = (...children) => make("p", { class: "soft" }, ...children);

function sign(shape, color) {
  const element = make("span", { class: `sign ${shape}` });
  element.style.background = color;
  return element;
}

// All words that stand in the page from the start.
function sayWords() {
  const six = own(data.words.title, language) ? language : "en";
  document.documentElement.lang = six;
  document.documentElement.dir = RIGHT_TO_LEFT.test(word("title")) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    if (element.matches("button")) element.title = word(element.dataset.label);
  }
  byId("notice").hidden = !data.cut;
  if (data.cut) {
    const [things, relations] = ["things", "relations"].map((what) => part(...data.cut[what]));
    byId("notice").textContent = word("cut", { things, relations });
  }
  byId("summary").replaceChildren(word("summary", { statements: number(data.statements), documents: number(data.documents.length) }),
    " (", ...listed(data.documents.map(([, name]) => name)), ")");
}
