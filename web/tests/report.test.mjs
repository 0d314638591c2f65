// The pages of `smsc report` in a browser. The environment names the folder of the example's pages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launch } from "./browser.mjs";

const { REPORTS } = process.env;
const PAGES = ["month-en", "month-ru", "month-fr", "year", "empty", "hostile"];
const file = (name) => path.join(REPORTS, `${name}.html`);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Opens a page of a report for a test, and closes it after it. Nothing may be requested but the file,
// and nothing may be wrong.
async function withReport(name, options, use) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => errors.push(message.text()));
  const url = pathToFileURL(file(name)).href;
  await page.goto(url);
  await use(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(requests, [url]);
  await context.close();
}

for (const width of [360, 768, 1280]) {
  test(`at ${width} pixels nothing is wider than the window, and no text is cut off`, async () => {
    for (const name of ["month-ru", "year", "empty", "hostile"]) {
      await withReport(name, { viewport: { width, height: 900 } }, async (page) => {
        const { over, cut, high } = await page.evaluate(() => {
          const outside = (text) => {
            const [box, chart] = [text, text.ownerSVGElement].map((element) => element.getBoundingClientRect());
            return box.left < chart.left - 2 || box.right > chart.right + 2 || box.bottom > chart.bottom + 2;
          };
          const root = document.documentElement;
          return {
            over: root.scrollWidth - root.clientWidth,
            cut: [...document.querySelectorAll("svg text")].filter(outside).map((text) => text.textContent),
            high: [...document.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().height < 30).length,
          };
        });
        assert.deepEqual({ name, over, cut, high }, { name, over: 0, cut: [], high: 0 });
      });
    }
  });
}

for (const [colorScheme, names] of Object.entries({ light: ["month-en", "empty"], dark: ["month-ru", "hostile"] })) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    for (const name of names) {
      await withReport(name, { viewport: { width: 1000, height: 900 }, colorScheme, bypassCSP: true }, async (page) => {
        await page.evaluate(readFileSync(axe, "utf8"));
        const violations = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
        });
        assert.deepEqual(violations, [], name);
      });
    }
  });
}

test("the colours of bars differ from the paper, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await withReport("month-en", { colorScheme }, async (page) => {
      const ratios = await page.evaluate(() => {
        const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
        const style = getComputedStyle(document.documentElement);
        const luminance = (name) => {
          canvas.fillStyle = style.getPropertyValue(name);
          canvas.fillRect(0, 0, 1, 1);
          const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const paper = luminance("--paper");
        return ["--c0", "--c1", "--c2", "--c3"].map((name) => {
          const colour = luminance(name);
          return (Math.max(colour, paper) + 0.05) / (Math.min(colour, paper) + 0.05);
        });
      });
      for (const ratio of ratios) assert.ok(ratio >= 3, `${colorScheme}: ${ratios}`);
    });
  }
});

test("charts and tables are named for screen readers", async () => {
  await withReport("month-en", {}, async (page) => {
    const charts = page.getByRole("img");
    assert.equal(await charts.count(), await page.locator("svg").count());
    assert.equal(await page.getByRole("img", { name: /^Delivery rate: By operator / }).count(), 1);
    const table = page.getByRole("table", { name: "Delivery rate: By operator" });
    assert.equal(await table.getByRole("rowheader", { name: "Tele2" }).count(), 1);
    assert.equal(await table.getByRole("columnheader", { name: "95% interval" }).count(), 1);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "SMS report");
  });
});

test("a section can be closed with the keyboard, and a link leads to it", async () => {
  await withReport("month-en", {}, async (page) => {
    await page.locator("#causes summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#causes details").getAttribute("open"), null);
    assert.equal(await page.locator("#causes table").isVisible(), false);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#causes table").isVisible(), true);
    await page.getByRole("navigation").getByRole("link", { name: "Causes" }).click();
    assert.ok(new URL(page.url()).hash === "#causes");
  });
});

test("on paper everything is there, a closed section too", async () => {
  for (const name of ["month-ru", "empty", "hostile"]) {
    await withReport(name, { colorScheme: "dark", viewport: { width: 703, height: 1000 } }, async (page) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => details.removeAttribute("open")));
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const { hidden, wide, paper } = await page.evaluate(() => ({
        hidden: [...document.querySelectorAll("table")].filter((table) => !table.checkVisibility()).length,
        wide: [...document.querySelectorAll("table")].filter((table) => table.offsetWidth > document.body.clientWidth + 1).length,
        paper: getComputedStyle(document.body).backgroundColor,
      }));
      assert.deepEqual({ name, hidden, paper }, { name, hidden: 0, paper: "rgb(255, 255, 255)" });
      if (name === "month-ru") assert.equal(wide, 0, "a table is wider than A4");
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString("latin1"));
      assert.deepEqual([width, height].map((points) => Math.round(points)), [595, 842]);
    });
  }
});

test("a page is the same as HTML and as XML", async () => {
  for (const name of PAGES) {
    await withReport(name, {}, async (page) => {
      const elements = await page.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text.replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" '), "application/xhtml+xml");
        return [document.querySelectorAll("body *").length, xml.querySelectorAll("body *").length];
      }, readFileSync(file(name), "utf8"));
      assert.equal(elements[0], elements[1], name);
    });
  }
});

test("names from outside are shown as texts", async () => {
  await withReport("hostile", {}, async (page) => {
    assert.equal(await page.locator("script, img, iframe, object").count(), 0);
    const names = await page.locator("#operators tbody th").allTextContents();
    assert.equal(names[0], "<script>alert(1)</script>");
    assert.equal(names[1], '"><img src=x onerror=alert(1)>');
    assert.equal(names[6], "МТС\\u{202e}txt.exe\\u{200b}\\u{0}");
    const handlers = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")));
    assert.deepEqual(handlers, []);
  });
});
