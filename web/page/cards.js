// Explanations.

const STATES = { pending: "…", delivered: "✓", failed: "✕", unknown: "?" };

// Returns the word for a state with its sign, which does not depend on colours.
function badge(state, text) {
  return h("span", { class: `badge ${state}` }, h("span", { "aria-hidden": "true" }, STATES[state] ?? "•"), " ", text);
}

function causes(list) {
  return h("ol", { class: "causes" }, list.map(({ cause, check }) => h("li", {}, cause, h("p", { class: "check" }, check))));
}

// Returns the card of an outcome: first what to do, then what happened, then the rest.
function outcomeCard(card, state, more = []) {
  return [
    h("p", { class: "advice" }, h("strong", {}, t("what_to_do"), t("colon")), card.advice),
    h("p", {}, card.explanation),
    pairs([
      [t("state"), badge(state, card.state)],
      [t("cause"), card.cause],
      [t("retry"), card.retry],
      [t("suppress"), card.suppress],
      ...more,
      [t("source"), card.source],
    ]),
  ];
}

// Returns the article about one meaning. `level` is that of its heading.
function itemCard(item, level = 3) {
  const { line, heading, card } = item;
  const more = line.unsubscribes === undefined ? [] : [[t("unsubscribes"), t(line.unsubscribes ? "yes" : "no")]];
  return h(
    "article",
    { class: `card ${line.state}` },
    h(`h${level}`, {}, data(heading)),
    item.decides && h("p", {}, h("strong", {}, t("decides"))),
    item.remark && h("p", {}, item.remark),
    outcomeCard(card, line.state, more),
    item.causes.length > 0 && h("details", {}, h("summary", {}, t("more")), causes(item.causes)),
    jsonOf(JSON.stringify(line)),
  );
}

// Returns the elements of an answer to a question.
function answerCards(answer, level = 3) {
  const { items, suggestions = [], known, other, hint, refused } = answer;
  if (refused) {
    return [h("p", { class: "notice" }, t(`refused_${refused}`)), suggestionList(suggestions)];
  }
  return [
    known && h("p", { class: "notice" }, t(`known_${known[0]}`, known[1])),
    hint && h("p", { class: "notice" }, t(`hint_${hint}`, number(items.length))),
    ...items.map((item) => itemCard(item, level)),
    answer.causes.length > 0 && h("article", { class: "card" }, causes(answer.causes)),
    other && h("p", {}, t("other_codes", ""), h("button", { type: "button", class: "link", onclick: () => ask(other) }, other)),
  ];
}

// Returns buttons for known texts.
function suggestionList(texts) {
  if (texts.length === 0) return null;
  const item = (text) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => ask(text) }, text));
  return h("div", {}, h("p", {}, t("suggestions")), h("ul", { class: "links" }, texts.map(item)));
}

// Returns what was found in the lines of a log, each with its explanation.
function foundLines({ lines, is_more: isMore }, found) {
  const about = ({ answer, rows }) => {
    if (rows) return rows.map((row) => rowTitle(row)).join("; ");
    return answer.items?.[0]?.heading ?? t(`refused_${answer.refused ?? "unknown"}`);
  };
  const one = (entry, index) =>
    h(
      "details",
      { class: "line", open: found.length <= 3 || index === 0 },
      h("summary", {}, h("span", { class: "number" }, t("line_number", number(entry.line))), " ", data(about(entry))),
      h("blockquote", {}, data(entry.quote)),
      entry.rows ? entry.rows.map((row) => h("article", { class: "card" }, rowDetails(row))) : answerCards(entry.answer, 3),
    );
  return [...found.map(one), isMore && h("p", { class: "notice" }, t("more_lines", number(lines.length)))];
}
