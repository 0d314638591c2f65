// The page as a person uses it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { axe, drop, launch, open, paste, statusOf } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Opens the page for a test, and closes it after it. Nothing may be requested but the file itself
// and the worker, and nothing may be wrong.
async function withPage(options, use) {
  const { context, page, requests, errors } = await open(browser, options);
  await use(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:")), []);
  assert.equal(requests.filter((url) => url.startsWith("file:")).length, 1);
  await context.close();
}

const advice = (page) => page.locator("#answer p.advice").allTextContents();

test("one paste of GetCourse's text shows the advice, in each language", async () => {
  const texts = {
    "ru-RU": [/: 2$/, "Что делать: Больше не отправляйте сообщения на этот номер. Уточните у получателя правильный номер."],
    "en-US": [/: 2$/, "What to do: Send nothing more to this number. Ask the recipient for the right number."],
    "fr-FR": [/\u00a0: 2$/, "Que faire\u00a0: "],
    "de-DE": [/: 2$/, "What to do: Send nothing more to this number. Ask the recipient for the right number."],
  };
  for (const [locale, [status, expected]] of Object.entries(texts)) {
    await withPage({ locale }, async (page) => {
      await paste(page, "«Невозможно доставить. Абонент не существует»");
      await statusOf(page, status);
      const [first, second] = await advice(page);
      assert.ok(first.startsWith(expected), `${locale}: ${first}`);
      assert.ok(second.includes("GetCourse"), second);
      assert.equal(await page.getAttribute("html", "lang"), locale.startsWith("de") ? "en" : locale.slice(0, 2));
    });
  }
});

test("codes, receipts, logs and bitfields are found out", async () => {
  await withPage({}, async (page) => {
    await paste(page, "20 6");
    await statusOf(page, /^Meanings: 1$/);
    assert.match(await page.textContent("#answer h3"), /status 20 .* err 6 Subscriber offline/);

    await paste(page, '{"status":"Failed","status_code":"301","error_code":"12","error_text":"Absent subscriber"}');
    await page.waitForSelector("text=Read as a ClickSend receipt");
    assert.match(await page.textContent("#answer h3"), /^ClickSend /);

    await page.getByRole("button", { name: "A log" }).click();
    await statusOf(page, /something to explain: 3$/);
    const lines = await page.locator("details.line > summary").allTextContents();
    assert.deepEqual(lines.map((line) => line.slice(0, 6)), ["Line 1", "Line 2", "Line 3"]);
    assert.match(lines[0], /send\.php API error 3/);

    await paste(page, "flag 1832");
    await statusOf(page, /^flag 1832$/);
    assert.match(await page.textContent("#answer"), /email|e-mail/i);

    await paste(page, "ytdjpvj;yj ljcnfdbnm");
    await statusOf(page, /^Nothing known/);
    await paste(page, "1,2,3");
    await page.waitForFunction(() => document.getElementById("status").textContent !== "Loading…");
  });
});

test("a reply says what it was taken for, and can be changed", async () => {
  await withPage({}, async (page) => {
    await page.getByRole("button", { name: "Several messages" }).click();
    await statusOf(page, /^Messages: 3 · delivered 1 · pending 1 · failed 1 · ambiguous 1$/);
    const assumed = await page.textContent("#assumption");
    for (const part of ["fmt=1", "all=1 (the fields fit)", "several (a batch) (lines start like records)", "utf-8 (pasted text)"]) {
      assert.ok(assumed.includes(part), assumed);
    }
    const headings = await page.locator("table.records thead th").allTextContents();
    assert.deepEqual(headings, ["No.", "ID", "Phone", "Status", "Error", "Outcome", "What to do", "When (UTC)", "Cost", "Text"]);
    const second = await page.locator("table.records tbody tr.failed td").allTextContents();
    assert.deepEqual(second, [
      "102", "79990000021", "Cannot be delivered", "No such subscriber", "✕ stop writing",
      "Send nothing more to this number. Ask the recipient for the right number.",
      "2025-10-10 07:10:11Z", "2.12", "? Ваш заказ, номер 6, готов",
    ]);

    // The details explain the ambiguity.
    await page.getByRole("button", { name: "ambiguous 1" }).click();
    await page.waitForFunction(() => document.querySelectorAll("table.records tbody tr:not(.details)").length === 1);
    await page.getByRole("button", { name: "Details of row 2" }).click();
    await page.waitForSelector("tr.details h3");
    assert.match(await page.textContent("tr.details"), /Ambiguous: this line can be read in more than one way/);
    assert.match(await page.textContent("tr.details"), /status 20 Cannot be delivered · err 1 No such subscriber/);

    // In another format it is no reply.
    await page.locator("#options > summary").click();
    await page.selectOption("#choice-as", "reply");
    await page.selectOption("#choice-fmt", "3");
    await statusOf(page, /^Messages: 0 · malformed 1$/);
    assert.match(await page.textContent("#assumption"), /fmt=3 \(chosen\)/);
  });
});

test("a file in windows-1251 is dropped and read", async () => {
  // «Доставлено» and «привет» in windows-1251.
  const cyrillic = (text) => [...text].map((next) => (next >= "А" && next <= "я" ? next.charCodeAt(0) - 0x410 + 0xc0 : next.charCodeAt(0)));
  const bytes = cyrillic("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,привет,,0,101\n".repeat(2));
  await withPage({}, async (page) => {
    await drop(page, "reply.txt", bytes);
    await statusOf(page, /^Messages: 2 · delivered 2$/);
    assert.match(await page.textContent("#assumption"), /windows-1251/);
    assert.match(await page.textContent("#held"), /reply\.txt/);
    assert.equal(await page.locator("td.text").first().textContent(), "привет");
    await page.getByRole("button", { name: "Remove" }).click();
    await statusOf(page, /^Paste something/);
  });
});

test("another language changes everything that is shown", async () => {
  await withPage({}, async (page) => {
    await paste(page, "20 1");
    await statusOf(page, /^Meanings/);
    await page.selectOption("#language", "ru");
    await statusOf(page, /^Значений: 1$/);
    assert.equal(await page.title(), "Что стало с этой SMS?");
    assert.match((await advice(page))[0], /^Что делать: Больше не отправляйте/);
    await page.selectOption("#language", "fr");
    await statusOf(page, /^Significations/);
    assert.match(await page.textContent("#answer h3"), /statut 20 Livraison impossible/);
    // Nothing of the page itself is left in English.
    const own = await page.locator("[data-text]").allTextContents();
    assert.ok(!own.some((text) => /\b(the|with|and)\b/.test(text)), own.join("\n"));
  });
});

test("the keyboard is enough", async () => {
  await withPage({}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the result");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "input");
    await page.keyboard.type("20,1760080211,1");
    await page.keyboard.press("Control+Enter");
    await statusOf(page, /^Messages: 1 · failed 1$/);
    // A single record is open.
    await page.waitForSelector("tr.details:not([hidden]) h3");
    const stops = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName));
      if (stops.at(-1) === "flag") break;
    }
    for (const stop of ["file", "more", "search", "table", "flag"]) assert.ok(stops.some((found) => found.split(" ").includes(stop)), `${stop}: ${stops}`);
    await page.keyboard.type("0x728");
    await page.waitForSelector("#flag-bits dl");
  });
});

test("all codes are searched", async () => {
  await withPage({}, async (page) => {
    await page.fill("#search", "249");
    assert.equal(await page.locator("table.found tbody tr").first().locator("th").textContent(), "249");
    await page.fill("#search", "черный список");
    assert.match(await page.textContent("#search-status"), /^Found: [1-9]/);
    await page.fill("#search", "");
    await page.selectOption("#table", "getcourse");
    assert.ok((await page.locator("table.found tbody tr").count()) > 5);
    await page.fill("#search", "zzzz");
    assert.equal(await page.textContent("#search-status"), "Found: 0");
  });
});

test("50,000 lines are read while the page stays usable", async () => {
  const line = (id) => `${id % 3 === 0 ? 20 : 1},1760080210,${id % 3 === 0 ? 6 : 0},1760080202,7999${1000000 + id},2.12,GLOBUS,Доставлено,Заказ ${id},,0,${id}\n`;
  const lines = Array.from({ length: 50_000 }, (_, index) => line(index + 1)).join("");
  await withPage({}, async (page) => {
    // The field for bits is filled when the first percentage is shown, and has to answer before the
    // last.
    await page.evaluate(() => {
      globalThis.seen = new Set();
      globalThis.answeredAt = null;
      const status = document.getElementById("status");
      new MutationObserver(() => {
        seen.add(status.textContent);
        const flag = document.getElementById("flag");
        if (status.textContent.startsWith("Reading") && flag.value === "") {
          flag.value = "40";
          flag.dispatchEvent(new Event("input"));
        }
      }).observe(status, { childList: true, characterData: true, subtree: true });
      new MutationObserver(() => (globalThis.answeredAt ??= status.textContent)).observe(document.getElementById("flag-bits"), { childList: true });
    });
    await drop(page, "big.txt", Buffer.from(lines));
    await statusOf(page, /^Messages: 50,000 · delivered 33,334 · failed 16,666$/);
    const { seen, answeredAt } = await page.evaluate(() => ({ seen: [...globalThis.seen], answeredAt: globalThis.answeredAt }));
    assert.ok(seen.filter((text) => text.startsWith("Reading")).length > 10, seen.join("\n"));
    assert.match(answeredAt, /^Reading/);

    const rows = page.locator("table.records tbody tr:not(.details)");
    assert.equal(await rows.count(), 200);
    await page.getByRole("button", { name: "Next" }).click();
    await page.waitForSelector("text=Rows 201 to 400 of 50,000");
    assert.equal(await rows.first().locator("td.id").textContent(), "201");
    await page.getByRole("button", { name: "failed 16,666" }).click();
    await page.waitForSelector("text=Rows 1 to 200 of 16,666");
    assert.equal(await rows.nth(1).locator("td.id").textContent(), "6");
  });
});

test("a newer input stops an older one", async () => {
  const lines = "1,1760080210,0,101,79990000001\n".repeat(60_000);
  await withPage({}, async (page) => {
    await drop(page, "big.txt", Buffer.from(lines));
    await page.getByRole("button", { name: "Codes" }).click();
    await statusOf(page, /^Meanings: 1$/);
    await page.waitForTimeout(200);
    assert.match(await page.textContent("#status"), /^Meanings: 1$/);
  });
});

const HOSTILE = `<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">x</a>\u202e\u0007</td></table>&lt;b&gt;`;

test("hostile texts are shown as texts", async () => {
  await withPage({}, async (page) => {
    const dialogs = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    const elements = () => page.evaluate(() => document.querySelectorAll("#results img, #results script, #results a, #held img, #results b").length);
    const reply = JSON.stringify([{ status: 20, last_timestamp: 1760080211, err: 1, id: 1, phone: HOSTILE, message: HOSTILE, sender_id: HOSTILE, operator: HOSTILE }]);
    await paste(page, reply);
    await statusOf(page, /^Messages: 1/);
    await page.waitForSelector("tr.details h3");
    await page.locator("tr.details details > summary").first().click();
    assert.match(await page.locator("td.text").first().textContent(), /<img src=x onerror=alert\(1\)><script>alert\(2\)<\/script>/);
    assert.match(await page.locator("td.text").first().textContent(), /\\u\{202e\}\\u\{7\}/);
    assert.equal(await elements(), 0);

    await paste(page, `12:00 sms status=20 err=1 ${HOSTILE}`);
    await statusOf(page, /^Meanings: 1$/);
    assert.equal(await elements(), 0);

    await drop(page, HOSTILE.replaceAll("/", ""), Buffer.from(`${HOSTILE} Абонент не существует`));
    await statusOf(page, /^(Meanings|Lines)/);
    assert.equal(await elements(), 0);

    await paste(page, `{"error":"${HOSTILE.replaceAll('"', "'").replaceAll(/[\u0000-\u001f]/g, "")}","error_code":9}`);
    await page.waitForSelector("text=API error 9");
    assert.equal(await elements(), 0);
    assert.deepEqual(dialogs, []);
  });
});

test("the policy forbids every request, also to a script that got in", async () => {
  let received = 0;
  const server = createServer(() => received++);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { context, page } = await open(browser);
  const results = await page.evaluate(async (url) => {
    const violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const failed = async (promise) => promise.then(() => false, () => true);
    const element = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
    const isFetchFailed = await failed(fetch(url));
    element("img", { src: `${url}x.png` });
    element("script", { textContent: "globalThis.ran = true" });
    element("script", { src: `${url}x.js` });
    element("style", { textContent: "body { color: red }" });
    element("iframe", { src: url });
    navigator.sendBeacon(url, "x");
    new WebSocket(url.replace("http", "ws")).onerror = () => {};
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { isFetchFailed, ran: globalThis.ran ?? false, violations };
  }, `http://127.0.0.1:${server.address().port}/`);
  assert.ok(results.isFetchFailed && !results.ran, JSON.stringify(results));
  for (const directive of ["connect-src", "img-src", "script-src-elem", "style-src-elem", "frame-src"]) {
    assert.ok(results.violations.includes(directive), `${directive}: ${results.violations}`);
  }
  await context.close();
  server.close();
  assert.equal(received, 0);
});

test("axe finds nothing, in the light and in the dark, with any result", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { context, page } = await open(browser, { colorScheme, bypassCSP: true });
    await page.addScriptTag({ path: axe });
    const check = async (what) => {
      // What is not about colours is the same in the dark.
      const options = { resultTypes: ["violations"], ...(colorScheme === "dark" && { runOnly: ["color-contrast"] }) };
      const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
      assert.deepEqual(found, [], `${colorScheme}, ${what}`);
    };
    await check("nothing yet");
    await page.getByRole("button", { name: "Several messages" }).click();
    await statusOf(page, /^Messages/);
    await page.getByRole("button", { name: "Details of row 2" }).click();
    await page.waitForSelector("tr.details h3");
    await page.locator("#options > summary").click();
    await page.fill("#search", "249");
    await page.fill("#flag", "x");
    await check("a table");
    await page.getByRole("button", { name: "A log" }).click();
    await statusOf(page, /explain: 3$/);
    await page.fill("#flag", "40");
    await check("lines of a log");
    await page.getByRole("button", { name: "GetCourse", exact: true }).click();
    await statusOf(page, /^Meanings: 2/);
    await check("cards");
    await context.close();
  }
});

test("nothing is wider than a phone", async () => {
  await withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await width(), 360);
    for (const name of ["Several messages", "A log", "ClickSend", "JSON"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForFunction(() => !/^(Loading|Reading|Paste)/.test(document.getElementById("status").textContent));
      assert.equal(await width(), 360, name);
    }
    await page.fill("#search", "номер");
    assert.equal(await width(), 360);
  });
});

test("no text is missing in any language", () => {
  const source = (name) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
  const texts = new Function(`${source("texts.js")}\nreturn TEXTS;`)();
  for (const [key, value] of Object.entries(texts)) {
    assert.equal(value.length, 3, key);
    const places = value.map((text) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort().join());
    assert.ok(value.every((text) => text !== "") && new Set(places).size === 1, key);
    assert.ok(!/[^\u00a0][:;!?](?= |$)/.test(value[2].replace(/https?:/g, "")), `${key}: U+00A0 is missing in ${value[2]}`);
  }
  const scripts = ["dom", "flag", "cards", "table", "codes", "choices", "main"].map((name) => source(`${name}.js`)).join("");
  const html = source("index.html");
  const used = [
    ...[...scripts.matchAll(/\bt\(\s*"(\w+)"/g)].map(([, key]) => key),
    ...[...html.matchAll(/data-text="(\w+)"/g)].map(([, key]) => key),
  ];
  assert.ok(used.length > 80, `${used.length}`);
  for (const key of used) assert.ok(key in texts, key);
  const parts = (`${scripts}${html}`.match(/\w+/g) ?? []);
  const isUsed = (key) => parts.includes(key) || parts.some((part) => part.endsWith("_") && key.startsWith(part));
  for (const key of Object.keys(texts)) assert.ok(isUsed(key), `${key} is not used`);
});
