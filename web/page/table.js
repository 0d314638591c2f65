// The table of a reply.

const PAGE = 200;
const COLUMNS = ["id", "int_id", "format", "crc", "phone", "status", "error", "outcome", "advice", "when", "cost", "text"];
// The filters: the letters of the rows that each shows.
const FILTERS = [
  ["everything", "", ({ records, malformed, missing, api_errors: errors, deleted }) => records + malformed + missing + errors + deleted],
  ["failed", "f", ({ failed }) => failed],
  ["pending", "p", ({ pending }) => pending],
  ["delivered", "d", ({ delivered }) => delivered],
  ["unknown", "u", ({ unknown }) => unknown],
  ["ambiguous", "?", ({ ambiguous }) => ambiguous],
  ["missing", "x", ({ missing }) => missing],
  ["problems", "me", ({ malformed, api_errors: errors }) => malformed + errors],
];

// Returns the counts as a sentence.
function countsText(counts) {
  const parts = ["delivered", "pending", "failed", "unknown", "ambiguous", "unexpected", "missing", "malformed", "api_errors"];
  const listed = parts.filter((key) => counts[key] > 0).map((key) => `${t(key)} ${number(counts[key])}`);
  return [t("messages", number(counts.records)), ...listed].join(" · ");
}

// Returns when a status changed: in UTC, or as the server wrote it.
function whenText(when) {
  if (typeof when !== "number") return when;
  const date = new Date(when * 1000);
  return Number.isNaN(date.getTime()) ? String(when) : date.toISOString().replace("T", " ").replace(".000Z", "Z");
}

const stateOf = (row) => ({ d: "delivered", p: "pending", f: "failed", u: "unknown" })[row.letter] ?? "unknown";

// Returns the sentence for a row that is no record.
function sentence(row) {
  switch (row.letter) {
    case "x":
      return t("is_missing");
    case "m":
      return t("is_malformed", row.malformed);
    case "e":
      return t("is_api_error", row.error_code, row.card.title);
    default:
      return t("is_deleted");
  }
}

// Returns the texts of the cells of a row.
function cellsOf(row) {
  if (row.letter === "x") return { id: row.id, phone: row.phone, status: sentence(row) };
  if (!row.cells) return { status: sentence(row), advice: row.card?.advice ?? "" };
  const { advice } = JSON.parse(row.json).outcome;
  const marks = [row.is_unexpected && `(${t("is_unexpected")})`, row.isAmbiguous && "?"].filter(Boolean);
  return {
    ...row.cells,
    when: whenText(row.when),
    advice,
    text: [...marks, row.cells.text].join(" "),
  };
}

// Returns the title of a row in one line.
function rowTitle(row) {
  const cells = cellsOf(row);
  return [cells.id, cells.status, cells.error, cells.outcome].filter(Boolean).join(" · ");
}

// Returns all about a row; the card of its outcome is asked for when it is needed.
function rowDetails(row) {
  const place = h("div", { class: "outcome" });
  if (row.card) place.append(...outcomeCard(row.card, "failed"));
  else if (row.cells) {
    const question = { status: row.status, err: row.err ?? undefined, type: row.type };
    call("request", { request: { op: "explain", lang, question } }).then((answer) => {
      const [item] = answer.items ?? [];
      if (!item) return;
      place.replaceChildren(h("h3", {}, item.heading), ...outcomeCard(item.card, item.line.state));
      if (item.causes.length > 0) place.append(h("details", {}, h("summary", {}, t("more")), causes(item.causes)));
    });
  }
  const values = Object.entries(JSON.parse(row.json)).filter(([key]) => !["outcome", "split"].includes(key));
  const fields = values.map(([key, value]) => [h("code", {}, key), data(typeof value === "object" ? JSON.stringify(value) : visible(value))]);
  return [
    row.isAmbiguous && h("p", { class: "notice" }, t("is_ambiguous")),
    !row.cells && h("p", {}, data(sentence(row))),
    row.server && h("p", {}, data(t("server_says", row.server))),
    place,
    h("details", { class: "fields" }, h("summary", {}, t("fields")), pairs(fields)),
    row.flag !== undefined && row.flag !== null && h("p", {}, h("button", { type: "button", class: "link", onclick: () => askFlag(row.flag) }, `flag ${row.flag}`)),
    jsonOf(row.json),
  ];
}

// Returns a value with its control characters escaped, as JSON escapes them.
const visible = (value) => (typeof value === "string" ? JSON.stringify(value).slice(1, -1).replace(/\\(["\\])/g, "$1") : value);

// Shows a reply: its counts, filters, and rows.
class Table {
  #filter = "";
  #from = 0;
  #open = new Set();

  constructor(counts, kept, isCut) {
    this.counts = counts;
    this.kept = kept;
    this.isCut = isCut;
    this.element = h("div", { class: "reply" });
  }

  async show() {
    const page = await call("rows", { filter: this.#filter, from: this.#from, count: PAGE });
    const only = page.rows.length === 1 && page.total === 1 && this.#filter === "";
    this.element.replaceChildren(
      ...[
        this.counts.looks_like_utf8 && h("p", { class: "notice" }, t("looks_like_utf8")),
        this.isCut && h("p", { class: "notice" }, t("kept", number(this.kept))),
        !only && this.#filters(),
        page.rows.length > 0 && this.#table(page.rows, only),
        page.total > PAGE && this.#pager(page),
      ].filter(Boolean),
    );
  }

  #filters() {
    const button = ([key, letters, count]) => {
      const value = count(this.counts);
      const isPressed = this.#filter === letters;
      if (value === 0 && !isPressed && letters !== "") return null;
      const choose = () => {
        this.#filter = letters;
        this.#from = 0;
        this.show().then(() => this.element.querySelector("[aria-pressed=true]")?.focus());
      };
      return h("button", { type: "button", "aria-pressed": String(isPressed), onclick: choose }, `${t(key)} ${number(value)}`);
    };
    return h("div", { class: "filters", role: "group", "aria-label": t("show") }, FILTERS.map(button));
  }

  #table(rows, isOnly) {
    const cells = rows.map(cellsOf);
    const columns = COLUMNS.filter((column) => cells.some((row) => row[column]));
    const head = h("tr", {}, ["number", ...columns].map((column) => h("th", { scope: "col", class: column }, t(`column_${column}`))));
    const body = rows.flatMap((row, index) => this.#rows(row, cells[index], columns, isOnly));
    const table = h("table", { class: "records" }, h("thead", {}, head), h("tbody", {}, body));
    return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "results-label" }, table);
  }

  // Returns the row, and the row with its details below.
  #rows(row, cells, columns, isOnly) {
    const id = `details-${row.number}`;
    const details = h("tr", { id, class: "details", hidden: true }, h("td", { colspan: String(columns.length + 1) }));
    const button = h("button", { type: "button", class: "more", "aria-expanded": "false", "aria-controls": id, "aria-label": t("details_of", number(row.number)) }, number(row.number));
    const toggle = (isOpen) => {
      if (isOpen && !details.firstChild.hasChildNodes()) details.firstChild.append(...rowDetails(row).filter(Boolean));
      details.hidden = !isOpen;
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) this.#open.add(row.number);
      else this.#open.delete(row.number);
    };
    button.addEventListener("click", () => toggle(details.hidden));
    if (isOnly || this.#open.has(row.number)) toggle(true);
    const cell = (column) => {
      const text = cells[column] ?? "";
      const isState = column === "outcome" && text !== "";
      return h("td", { class: column, "data-label": t(`column_${column}`) }, isState ? badge(stateOf(row), text) : data(text));
    };
    const first = h("th", { scope: "row", class: "number" }, button);
    return [h("tr", { class: row.cells ? stateOf(row) : "wrong" }, first, columns.map(cell)), details];
  }

  #pager({ total, from, rows }) {
    const go = (to) => {
      this.#from = to;
      this.show().then(() => byId("results").scrollIntoView());
    };
    const range = t("rows", number(from + 1), number(from + rows.length), number(total));
    return h(
      "nav",
      { class: "pager", "aria-label": t("show") },
      h("button", { type: "button", disabled: from === 0, onclick: () => go(Math.max(0, from - PAGE)) }, t("previous")),
      h("span", { role: "status" }, range),
      h("button", { type: "button", disabled: from + rows.length >= total, onclick: () => go(from + PAGE) }, t("next")),
    );
  }
}
