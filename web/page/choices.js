// The options: what the input is, and what its request was.

const CHOICES = {
  as: { label: "read_as", values: { "": "auto", reply: "as_reply", words: "as_words", getcourse: "as_getcourse", clicksend: "as_clicksend", receipt: "as_receipt" } },
  fmt: { label: "choose_fmt", values: { "": "auto", 0: "fmt_0", 1: "fmt_1", 2: "fmt_2", 3: "fmt_3" } },
  all: { label: "choose_all", values: { "": "auto", 0: "all_0", 1: "all_1", 2: "all_2" } },
  multi: { label: "choose_multi", values: { "": "auto", true: "multi_yes", false: "multi_no" } },
  charset: { label: "choose_charset", values: { "": "auto", "windows-1251": "windows-1251", "koi8-r": "koi8-r", "utf-8": "utf-8" } },
  kind: { label: "choose_kind", values: { "": "auto", sms: "kind_sms", hlr: "kind_hlr", email: "kind_email" } },
  type: { label: "choose_type", values: {} },
  endpoint: { label: "choose_endpoint", values: { "": "everywhere", send: "send.php", status: "status.php", balance: "balance.php", history: "get.php", info: "info.php" } },
};

function fillChoices() {
  const chosen = chosenValues();
  const types = codeRows.filter(({ line }) => line.table === "type").map(({ line, name }) => [String(line.code), `${line.code}: ${name()}`]);
  CHOICES.type.values = { "": "auto", ...Object.fromEntries(types) };
  const option = ([value, key]) => h("option", { value }, t(key));
  const select = ([name, { label, values }]) => {
    // An empty value is first, though numbers come first in an object.
    const entries = Object.entries(values).sort(([one], [other]) => (one === "" ? -1 : other === "" ? 1 : 0));
    const element = h("select", { id: `choice-${name}`, onchange: () => run() }, entries.map(option));
    element.value = chosen[name] ?? "";
    return h("label", {}, h("span", {}, t(label)), element);
  };
  const ids = h("textarea", { id: "choice-ids", rows: "2", spellcheck: "false", autocomplete: "off", onchange: () => run() });
  ids.value = chosen.ids ?? "";
  show("choices", Object.entries(CHOICES).map(select), h("label", { class: "wide" }, h("span", {}, t("choose_ids")), ids));
}

// Returns what is chosen, by name; what is not is left out.
function chosenValues() {
  const names = [...Object.keys(CHOICES), "ids"];
  const values = names.map((name) => [name, byId(`choice-${name}`)?.value ?? ""]);
  return Object.fromEntries(values.filter(([, value]) => value !== ""));
}

// Returns what is chosen, as the worker needs it.
function chosenOptions() {
  const { as = "", fmt, all, multi, charset, kind, ids, type, endpoint } = chosenValues();
  const numeric = (value) => (value === undefined ? undefined : Number(value));
  return {
    as,
    options: { fmt: numeric(fmt), all: numeric(all), multi: multi === undefined ? undefined : multi === "true", charset, kind, ids },
    extra: { type: numeric(type), endpoint },
  };
}

// Chooses the options of a request.
function choose(options) {
  byId("choice-as").value = "reply";
  for (const name of ["fmt", "all", "multi", "charset"]) byId(`choice-${name}`).value = String(options[name]);
  byId("options").open = true;
  run();
}

function clearChoices() {
  for (const name of [...Object.keys(CHOICES), "ids"]) byId(`choice-${name}`).value = "";
}

// Returns what a reply was taken for, and why.
function assumption(assumed, isPasted) {
  const { options, reasons, others } = assumed;
  const given = chosenValues();
  const why = (name, own) => (given[name] !== undefined ? t("chosen") : reasons.includes(name) ? t(own) : name === "charset" && isPasted ? t("why_pasted") : t("usual"));
  const parts = [
    [`fmt=${options.fmt}`, why("fmt", "why_fmt")],
    [`all=${options.all}`, why("all", "why_all")],
    [t(options.multi ? "multi_yes" : "multi_no"), why("multi", options.multi ? "why_multi" : "why_single")],
    [options.charset, why("charset", "why_charset")],
  ];
  const other = (one) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => choose(one) }, optionsText(one)));
  return [
    h("p", {}, `${t("assumed")} `, h("strong", {}, t("assumed_reply")), t("colon"), parts.map(([what, reason], index) => [index > 0 ? ", " : "", h("strong", {}, what), ` (${reason})`])),
    others.length > 0 && h("div", { class: "notice" }, h("p", {}, t("others")), h("ul", { class: "links" }, others.map(other))),
  ];
}

const optionsText = ({ fmt, all, multi, charset }) => `fmt=${fmt}, all=${all}, ${t(multi ? "multi_yes" : "multi_no")}, ${charset}`;
