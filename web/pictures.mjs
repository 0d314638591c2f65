// Takes the pictures of the documentation: `cargo xtask pictures`.

import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch, open, paste, statusOf } from "./tests/browser.mjs";

// The largest picture, in bytes.
const MAX = 200_000;

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

// Each picture of the page: the size of the window, and what is pasted until the result says so.
const PICTURES = {
  page: {
    viewport: { width: 1280, height: 960 },
    async use(page) {
      await page.getByRole("button", { name: "Several messages" }).click();
      await statusOf(page, /^Messages: 3/);
      await page.waitForSelector("table.records");
    },
  },
  advice: {
    viewport: { width: 820, height: 760 },
    async use(page) {
      await paste(page, "«Невозможно доставить. Абонент не существует»");
      await statusOf(page, /^Meanings: 2/);
    },
  },
};

// Saves the first screen of a page, and checks its size.
async function save(page, name, viewport) {
  const path = `${folder}${name}.png`;
  await page.screenshot({ path, clip: { x: 0, y: 0, ...viewport } });
  const { size } = statSync(path);
  console.log(`docs/pictures/${name}.png: ${size} bytes`);
  if (size > MAX) throw new Error(`${path} has more than ${MAX} bytes`);
}

const browser = await launch();
for (const [name, { viewport, use }] of Object.entries(PICTURES)) {
  const { context, page } = await open(browser, { viewport });
  await use(page);
  await page.evaluate(() => document.activeElement.blur());
  await save(page, name, viewport);
  await context.close();
}

const viewport = { width: 1280, height: 1000 };
const page = await browser.newPage({ viewport });
await page.goto(pathToFileURL(path.join(process.env.REPORTS, "month-en.html")).href);
await save(page, "report", viewport);
await browser.close();
