// Every case of testdata and testdata/outcomes has the result in the page that the command prints.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, open } from "./browser.mjs";

const root = new URL("../../testdata/", import.meta.url);
const lists = (folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(new URL(folder + file, root))).map((one) => ({ file, ...one })));

// Runs the command, and returns the lines that it prints.
function smsc(args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.SMSC, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, LC_ALL: "C" } });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(parts).toString().split("\n").slice(0, -1)));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

// Runs the command for each case, a few at a time.
async function all(cases, run) {
  const results = new Array(cases.length);
  let next = 0;
  const work = async () => {
    while (next < cases.length) {
      const at = next++;
      results[at] = await run(cases[at]);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return results;
}

let browser;
let page;
before(async () => {
  browser = await launch();
  ({ page } = await open(browser));
});
after(() => browser.close());

test("every reply is read as smsc decode --json --outcome reads it", async () => {
  const cases = lists("");
  const expected = await all(cases, ({ query, body_hex: hex }) => {
    const { fmt = 1, all: detail = 0, multi = false, charset = "windows-1251", kind = "auto", ids } = query;
    const args = ["decode", "--fmt", fmt, "--all", detail, "--charset", charset, "--kind", kind].map(String);
    if (multi) args.push("--multi");
    if (ids) args.push("--ids", ids);
    return smsc([...args, "--json", "--outcome", "--lang", "ru"], Buffer.from(hex, "hex"));
  });
  const found = await page.evaluate(async (cases) => {
    const results = [];
    for (const [index, { query, body_hex: hex }] of cases.entries()) {
      const { fmt = 1, all = 0, multi = false, charset = "windows-1251", kind = "auto", ids } = query;
      const input = Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
      const options = { fmt, all, multi, charset, kind, ids };
      await smsc.call("read", { job: 1000 + index, input, isPasted: false, lang: "ru", as: "reply", options, extra: {} });
      const { rows } = await smsc.call("rows", { filter: "", from: 0, count: 10_000 });
      results.push(rows.map(({ json }) => json));
    }
    return results;
  }, cases);
  for (const [index, { file, name }] of cases.entries()) {
    assert.deepEqual(found[index], expected[index], `${file}: ${name}`);
  }
  assert.ok(cases.length >= 312, `cases are missing: ${cases.length}`);
});

// Returns the arguments of the command for a question, and its input.
function question(query) {
  const isSymptom = "diagnose" in query;
  const args = [isSymptom ? "diagnose" : "explain"];
  let input = "";
  for (const [key, value] of Object.entries(query)) {
    if (["status", "err"].includes(key)) args.push(key, String(value));
    else if (["diagnose", "number"].includes(key)) args.push(String(value));
    else if (key === "story") args.push(`--story=${value.map(([status, err]) => (err === null ? status : `${status}/${err}`)).join(",")}`);
    else if (key === "clicksend_receipt") {
      args.push("--clicksend-receipt=-");
      input = JSON.stringify(value);
    } else args.push(`--${key.replaceAll("_", "-")}=${value}`);
  }
  return { args: [...args, "--json", "--lang", "fr"], input };
}

test("every question is answered as smsc explain --json answers it", async () => {
  const cases = lists("outcomes/").map(({ file, name, query }) => ({ file, name, query }));
  const expected = await all(cases, ({ query }) => {
    const { args, input } = question(query);
    return smsc(args, input);
  });
  const found = await page.evaluate(async (cases) => {
    const results = [];
    for (const { query } of cases) {
      const answer = await smsc.call("request", { request: { op: "explain", lang: "fr", question: query } });
      results.push([...answer.items.map(({ line }) => line), ...answer.causes]);
    }
    return results;
  }, cases);
  for (const [index, { file, name }] of cases.entries()) {
    assert.deepEqual(found[index], expected[index].map((line) => JSON.parse(line)), `${file}: ${name}`);
  }
  assert.ok(cases.length >= 700, `cases are missing: ${cases.length}`);
});

test("the codes and the bits are those of the command", async () => {
  const lines = await page.evaluate(() => smsc.call("lines", { request: { op: "codes" } }));
  assert.deepEqual(lines.split("\n").slice(0, -1), await smsc(["codes", "--json"], ""));
  for (const flag of [0, 40, 0x728, 0x610, 0xffff]) {
    const parts = await page.evaluate((flag) => smsc.call("request", { request: { op: "flag", flag } }), flag);
    assert.deepEqual([JSON.stringify(parts)], await smsc(["flags", String(flag), "--json"], ""));
  }
});
