// What is shown, as a picture and as a table.

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function savePicture() {
  const base = byId("canvas").querySelector("canvas");
  const ratio = base.width / base.clientWidth;
  const made = make("canvas", { width: base.width, height: base.height });
  const pen = made.getContext("2d");
  pen.fillStyle = theme.paper;
  pen.fillRect(0, 0, made.width, made.height);
  pen.globalAlpha = Number(base.style.opacity || 1);
  pen.drawImage(base, 0, 0);
  pen.globalAlpha = 1;
  pen.drawImage(marks, 0, 0);
  const caption = [pick(layer.names, layer.name)[0], byId("counts").textContent, byId("summary").textContent].join(" · ");
  pen.scale(ratio, ratio);
  Object.assign(pen, { font: "12px system-ui, sans-serif", fillStyle: theme.soft, textBaseline: "bottom" });
  Object.assign(pen, { direction: document.documentElement.dir, textAlign: "center" });
  pen.fillText(caption, base.clientWidth / 2, base.clientHeight - 6, base.clientWidth - 16);
  made.toBlob((blob) => save(blob, `pactgraph-${layer.name}.png`), "image/png");
}

const COLUMNS = ["subject", "subject_name", "relation", "object", "object_name", "status", "date", "document", "language", "section",
  "paragraph", "page", "said_by", "quote"];

// RFC 4180. A spreadsheet would take a cell that begins with one of = + - @ for a formula and run it: such cells get an
// apostrophe before them.
const cell = (value) => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function table() {
  const rows = shown.edges.flatMap((edge) => data.facts[edge.id].flatMap((fact) =>
    fact.passages.map(([quote, section, paragraph, page, saidBy]) => [
      edge.from, labelOf(edge.from)[0], edge.relation, edge.to, labelOf(edge.to)[0], edge.status, fact.date || "",
      fact.symbol || fact.document, fact.language || "", section, paragraph || "", page || "", saidBy, quote])));
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

// With a byte order mark, or Excel would not take it for UTF-8.
const saveTable = () => save(new Blob(["\ufeff", table(), "\r\n"], { type: "text/csv" }), `pactgraph-${layer.name}.csv`);
