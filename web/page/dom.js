// Elements. Data becomes text, never HTML.

let lang = "en";
const LANGS = ["en", "ru", "fr"];

// Returns a text of the page in its language, with the values in place of {0}, {1}.
function t(key, ...values) {
  const text = TEXTS[key]?.[LANGS.indexOf(lang)] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

const number = (value) => new Intl.NumberFormat(lang).format(value);

// Returns an element: `h("p", { class: "x" }, "text", element)`. A handler is `onclick: function`.
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Returns data as an element of its own, so that its direction changes nothing around it.
const data = (text) => h("bdi", {}, String(text));

const byId = (id) => document.getElementById(id);

// Shows elements in place of those that an element has.
const show = (id, ...children) => byId(id).replaceChildren(...children.flat(Infinity).filter(Boolean));

// Returns a list of labels and values; a pair without a value is left out.
function pairs(entries) {
  const shown = entries.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return h("dl", {}, shown.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))));
}

// Returns JSON for people to copy, closed.
function jsonOf(text) {
  return h("details", { class: "json" }, h("summary", {}, t("json")), h("pre", { tabindex: "0" }, text));
}
