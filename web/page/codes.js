// The search over all codes and texts.

const SHOWN = 60;
const TABLES = ["status", "status_email", "status_other", "err", "err_email", "error_code", "type", "getcourse", "clicksend", "clicksend_word", "symptom"];

let codeRows = [];

const folded = (text) => text.toLowerCase().replaceAll("ё", "е");
const local = (texts) => texts?.[lang] ?? texts?.en ?? "";

// Makes the rows of the search from the lines of `smsc codes --json`.
function loadCodes(lines) {
  codeRows = lines.trimEnd().split("\n").map((text) => {
    const line = JSON.parse(text);
    return { line, ...codeNames(line), words: folded(allTexts(line).join(" ")) };
  });
}

// Returns every text and number in a line.
function allTexts(value) {
  if (value === null || typeof value === "boolean") return [];
  return typeof value === "object" ? Object.values(value).flatMap(allTexts) : [String(value)];
}

// Returns the code of a line, and functions for its name and its advice in the page's language.
function codeNames(line) {
  const name = () => local(line);
  const advice = () => local(line.advice);
  switch (line.table) {
    case "error_code":
      return { code: String(line.code), name: () => (line.endpoint ? `${name()} (${line.endpoint}.php)` : name()), advice };
    case "type":
      return { code: String(line.code), name, advice: () => "" };
    case "getcourse":
      return { code: [line.status, line.err].filter((code) => code !== null).join(" ") || `API ${line.error_code}`, name: () => line.text, advice };
    case "clicksend":
      return { code: String(line.row), name: () => `${line.status_en} ${line.code ?? ""} · ${name()}`, advice };
    case "clicksend_word":
      return { code: "", name: () => `${line.words.join(", ")} · ${name()}`, advice };
    case "symptom":
      return { code: String(line.number), name: () => `${local(line.title)} · ${local(line.cause)}`, advice: () => local(line.check) };
    default:
      return { code: String(line.code), name, advice };
  }
}

// Returns the rows that have every word; those with this code first, then those with it in the
// name.
function searchCodes(query, table) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const rank = (row) => {
    if (words.length === 1 && row.code === words[0]) return 0;
    return words.every((word) => folded(row.name()).includes(word)) ? 1 : 2;
  };
  const has = (row, word) => (/^-?\d+$/.test(word) ? row.code.split(" ").includes(word) : row.words.includes(word));
  const found = codeRows.filter((row) => (table === "" || row.line.table === table) && words.every((word) => has(row, word)));
  return found.map((row) => [rank(row), row]).sort(([one], [other]) => one - other).map(([, row]) => row);
}

function showCodes() {
  const [query, table] = [byId("search").value.trim(), byId("table").value];
  if (query === "" && table === "") {
    byId("search-status").textContent = codeRows.length > 0 ? t("search_start", number(codeRows.length)) : "";
    show("codes");
    return;
  }
  const found = searchCodes(query, table);
  const isCut = found.length > SHOWN;
  byId("search-status").textContent = isCut ? t("search_cut", number(found.length), SHOWN) : t("search_found", number(found.length));
  const columns = ["code", "name", "list", "outcome", "advice"];
  const cell = (column, ...content) => h("td", { class: column, "data-label": t(`column_${column}`) }, content);
  const row = ({ line, code, name, advice }) =>
    h("tr", {}, code === "" ? h("td", { class: "code" }) : h("th", { scope: "row", class: "code" }, code), cell("name", name()), cell("list", t(`table_${line.table}`)),
      cell("outcome", line.state ? badge(line.state, t(line.state)) : ""), cell("advice", advice()));
  const head = h("tr", {}, columns.map((column) => h("th", { scope: "col" }, t(`column_${column}`))));
  const rows = found.slice(0, SHOWN).map(row);
  show("codes", rows.length > 0 && h("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "codes-label" }, h("table", { class: "found" }, h("thead", {}, head), h("tbody", {}, rows))));
}

function fillTables() {
  const chosen = byId("table").value;
  show("table", h("option", { value: "" }, t("table_all")), TABLES.map((table) => h("option", { value: table }, t(`table_${table}`))));
  byId("table").value = chosen;
}
