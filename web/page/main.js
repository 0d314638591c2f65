// The page: what is typed, dropped and chosen goes to the worker, what it answers is shown.

// A longer text is kept beside the field, which would be slow with it.
const MAX_FIELD = 100_000;
const EXAMPLES = {
  example_getcourse: "«Невозможно доставить. Абонент не существует»",
  example_codes: "20 6",
  example_batch:
    "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Заказ 5 готов,,0,101\n" +
    "20,1760080211,1,1760080203,79990000021,2.12,GLOBUS,Невозможно доставить,Ваш заказ, номер 6, готов,,0,102\n" +
    "0,1760080212,,1760080204,79990000022,2.12,GLOBUS,Передано оператору,Заказ 7,,0,103\n",
  example_json: '{"status":20,"last_date":"10.10.2025 11:10:11","last_timestamp":1760080211,"err":6}',
  example_receipt: '{"status":"Failed","status_code":"301","error_code":"12","error_text":"Absent subscriber"}',
  example_log: "12:00:01 send ERROR = 3 (no money)\n12:00:02 status 79990000001: 20,1760080211,1\n12:00:03 push id=5&status=20&err=6",
};

// What is too long for the field, or a file: its name, and a blob or bytes.
let held = null;
let job = 0;
// What is shown: to show it again in another language.
let shown = null;

// The calls to the worker that have no answer yet.
const calls = new Map();
let callNumber = 0;
let worker;

// Calls an operation of the worker, and returns its answer.
function call(op, message = {}, transfer = []) {
  return new Promise((resolve, reject) => {
    const id = ++callNumber;
    calls.set(id, { resolve, reject });
    worker.postMessage({ ...message, id, op }, transfer);
  });
}

function startWorker() {
  const source = new Blob([byId("worker-source").textContent], { type: "text/javascript" });
  const url = URL.createObjectURL(source);
  worker = new Worker(url);
  worker.onmessage = ({ data: message }) => {
    if (message.progress !== undefined) {
      if (message.progress === job) byId("status").textContent = t("reading", number(Math.floor(message.done * 100)));
      return;
    }
    const { resolve, reject } = calls.get(message.id);
    calls.delete(message.id);
    if (message.failed) reject(new Error(message.failed));
    else resolve(message.value);
  };
  const wasm = Uint8Array.from(atob(byId("module-source").textContent), (byte) => byte.charCodeAt(0)).buffer;
  return call("init", { wasm }, [wasm]).finally(() => URL.revokeObjectURL(url));
}

// Explains what is in the field, or what is held.
async function run() {
  const text = byId("input").value;
  const own = ++job;
  if (!held && text.trim() === "") {
    shown = null;
    return render();
  }
  byId("status").textContent = t("loading");
  const input = held?.input ?? new TextEncoder().encode(text);
  const isPasted = !(held?.input instanceof Blob);
  try {
    const result = await call("read", { job: own, input, isPasted, lang, ...chosenOptions() });
    if (own !== job || result.isStale) return;
    shown = { ...result, isPasted };
    await render();
  } catch {
    if (own !== job) return;
    shown = { failed: true };
    await render();
  }
}

// Puts a text into the field and explains it.
function ask(text) {
  held = null;
  clearChoices();
  byId("input").value = text;
  renderHeld();
  run();
}

// Shows the result.
async function render() {
  const status = (text) => (byId("status").textContent = text);
  if (!shown) {
    status(t("nothing_yet"));
    show("assumption");
    show("answer");
    return;
  }
  const { assumed, answer } = shown;
  if (shown.failed) {
    status(t("refused_failed"));
    show("assumption");
    return show("answer");
  }
  const kind = assumed.kind === "explain" ? questionKind(assumed.question) : assumed.kind;
  const isKnown = !["empty", "unknown"].includes(kind);
  const readAs = () => h("p", {}, `${t("assumed")} `, h("strong", {}, t(`assumed_${kind}`)), assumed.isChosen ? ` (${t("chosen")})` : "");
  show("assumption", kind === "reply" ? assumption(assumed, shown.isPasted) : isKnown && readAs());
  switch (assumed.kind) {
    case "explain":
      show("answer", answerCards(answer));
      return status(answer.items?.length > 0 ? t("meanings", number(answer.items.length)) : t(answer.refused ? `refused_${answer.refused}` : "assumed_page"));
    case "flag":
      show("answer", flagParts(shown.flag));
      return status(`flag ${assumed.flag}`);
    case "lines":
      show("answer", foundLines(assumed, shown.found));
      return status(t("lines_found", number(assumed.lines.length)));
    case "reply": {
      if (answer?.refused) {
        show("answer");
        return status(t(`refused_${answer.refused}`));
      }
      const table = new Table(shown.counts, shown.kept, shown.isCut);
      await table.show();
      show("answer", table.element);
      return status(countsText(shown.counts));
    }
    case "empty":
      show("answer");
      return status(t("refused_empty"));
    default:
      show("answer", suggestionList(assumed.suggestions));
      return status(t("unknown_input"));
  }
}

// Returns what a question is about.
function questionKind(question) {
  if ("clicksend_receipt" in question) return "receipt";
  return "diagnose" in question ? "page" : "words";
}

// Keeps a file, or a long text.
function hold(input, name) {
  held = { input, name };
  byId("input").value = "";
  renderHeld();
  run();
}

function renderHeld() {
  byId("held").hidden = !held;
  const size = held && t("kilobytes", number(Math.ceil((held.input.size ?? held.input.length) / 1024)));
  byId("held-name").textContent = !held ? "" : held.name === null ? t("held_text", size) : t("held_file", held.name, size);
}

function clear() {
  held = null;
  byId("input").value = "";
  byId("file").value = "";
  clearChoices();
  renderHeld();
  run();
  byId("input").focus();
}

// Shows every text of the page in its language.
async function translate() {
  document.documentElement.lang = lang;
  document.title = t("title");
  byId("language").value = lang;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  const example = ([key, text]) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => ask(text) }, t(key)));
  show("examples", Object.entries(EXAMPLES).map(example));
  fillChoices();
  fillTables();
  renderHeld();
  showCodes();
  if (worker && codeRows.length > 0) await showFlag();
}

// Returns the language of the browser, or English.
function browserLanguage() {
  const names = (navigator.languages ?? [navigator.language]).map((name) => name.slice(0, 2).toLowerCase());
  return names.find((name) => LANGS.includes(name)) ?? "en";
}

function listen() {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(run, 350);
  };
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  byId("input").addEventListener("input", () => {
    if (held) held = null;
    renderHeld();
    later();
  });
  byId("input").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      clearTimeout(timer);
      run();
    }
  });
  byId("input").addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const [file] = event.clipboardData?.files ?? [];
    if (text.length > MAX_FIELD || (file && text === "")) {
      event.preventDefault();
      if (file && text === "") hold(file, file.name);
      else hold(new TextEncoder().encode(text), null);
    }
  });
  byId("file").addEventListener("change", () => {
    const [file] = byId("file").files;
    if (file) hold(file, file.name);
  });
  byId("clear").addEventListener("click", clear);
  byId("drop-held").addEventListener("click", clear);
  byId("language").addEventListener("change", async () => {
    lang = byId("language").value;
    await translate();
    // The texts of outcomes come from the worker.
    run();
  });
  byId("search").addEventListener("input", showCodes);
  byId("table").addEventListener("change", showCodes);
  byId("flag").addEventListener("input", showFlag);
  listenForDrops();
}

function listenForDrops() {
  const over = (isOver) => document.body.classList.toggle("over", isOver);
  addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file) hold(file, file.name);
    else if (text !== "") ask(text);
  });
}

async function start() {
  lang = browserLanguage();
  await translate();
  listen();
  try {
    await startWorker();
    loadCodes(await call("lines", { request: { op: "codes" } }));
    await translate();
    await run();
  } catch {
    shown = { failed: true };
    await render();
  }
  document.documentElement.dataset.ready = "true";
}

// For tests: the worker, as the page calls it.
globalThis.smsc = { call };
start();
