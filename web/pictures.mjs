// Takes the pictures of the documentation: `cargo xtask pictures`.

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { launch, open, paste, statusOf } from "./tests/browser.mjs";

// The largest picture, in bytes.
const MAX = 200_000;

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

// Each picture: the size of the window, and what is pasted until the result says so.
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

const browser = await launch();
for (const [name, { viewport, use }] of Object.entries(PICTURES)) {
  const { context, page } = await open(browser, { viewport });
  await use(page);
  await page.evaluate(() => document.activeElement.blur());
  const path = `${folder}${name}.png`;
  await page.screenshot({ path, clip: { x: 0, y: 0, ...viewport } });
  await context.close();
  const { size } = statSync(path);
  console.log(`docs/pictures/${name}.png: ${size} bytes`);
  if (size > MAX) throw new Error(`${path} has more than ${MAX} bytes`);
}
await browser.close();
