// The page as `smsc serve` has it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { launch, open, paste, statusOf } from "./browser.mjs";

test("the stand-in has the page, and it works there", async () => {
  const server = spawn(process.env.SMSC, ["serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const browser = await launch();
  try {
    const line = await new Promise((resolve) => server.stdout.once("data", (part) => resolve(part.toString())));
    const url = `${line.match(/http:\S+/)[0]}/explain`;
    const { page, requests, errors } = await open(browser, { url });
    const served = Buffer.from(await (await fetch(url)).arrayBuffer());
    assert.ok(served.equals(readFileSync(process.env.PAGE)), "another page than the file");
    await paste(page, "20 1");
    await statusOf(page, /^Meanings: 1$/);
    assert.deepEqual(errors.filter((error) => !error.includes("favicon")), []);
    assert.deepEqual(requests.filter((request) => !request.startsWith("blob:") && !request.endsWith("/favicon.ico")), [url]);
  } finally {
    await browser.close();
    server.kill();
  }
});
