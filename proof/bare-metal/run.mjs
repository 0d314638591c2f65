// Runs a WebAssembly module, as node and a browser would, and prints its output.

import { readFileSync } from "node:fs";

const show = (text, length) => process.stdout.write(new Uint8Array(instance.exports.memory.buffer, text, length));
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), { host: { show } });
process.exitCode = instance.exports.run();
