// Runs the module of WebAssembly that is named, as node and a browser would, and shows what it says.

import { readFileSync } from "node:fs";

const show = (text, length) => process.stdout.write(new Uint8Array(instance.exports.memory.buffer, text, length));
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), { host: { show } });
process.exitCode = instance.exports.run();
