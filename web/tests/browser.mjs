// The browser, and the page in it. The environment names the modules, the page and the command.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { PLAYWRIGHT, AXE, PAGE } = process.env;
const modules = (folder, name) => createRequire(path.join(folder, "index.js")).resolve(name);
const { chromium } = createRequire(import.meta.url)(modules(PLAYWRIGHT, "playwright-core"));

export const axe = modules(AXE, "axe-core/axe.min.js");
export const pageUrl = pathToFileURL(PAGE).href;

// Without these, Chromium looks for its maker's hosts by itself. The sandbox does not work for
// root.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });

// Opens the page in a context of its own. Every request, and every error or warning of the page, is
// kept in `requests` and `errors`.
export async function open(browser, options = {}) {
  const { url = pageUrl, ...rest } = options;
  const context = await browser.newContext({ locale: "en-GB", ...rest });
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  await page.goto(url);
  await page.waitForSelector("html[data-ready=true]");
  return { context, page, requests, errors };
}

// Pastes a text into the field, as a person does.
export async function paste(page, text) {
  await page.evaluate((value) => {
    const field = document.getElementById("input");
    field.focus();
    field.select();
    const transfer = new DataTransfer();
    transfer.setData("text/plain", value);
    const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
    // The browser inserts the text of a real event.
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, value);
  }, text);
}

// Drops a file on the page.
export async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    [name, Buffer.from(bytes).toString("base64")],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

// Waits until the sentence about the result matches.
export async function statusOf(page, pattern) {
  await page.waitForFunction(
    ([source, flags]) => new RegExp(source, flags).test(document.getElementById("status").textContent),
    [pattern.source, pattern.flags],
  );
  return page.textContent("#status");
}
