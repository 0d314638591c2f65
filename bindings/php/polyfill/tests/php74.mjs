// Runs cases.php with PHP 7.4, compiled to WebAssembly (npm's @php-wasm/node-7-4).
// Usage: node php74.mjs NODE_MODULES TESTDATA

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [modules, testdata] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, '@php-wasm', name, 'index.js')));
const { PHP, loadPHPRuntime } = await load('universal');
const { getPHPLoaderModule } = await load('node-7-4');
const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));

// This PHP has a file system of its own.
function copy(from, to) {
    if (!statSync(from).isDirectory()) {
        php.writeFile(to, readFileSync(from));
        return;
    }
    php.mkdir(to);
    for (const name of readdirSync(from)) {
        copy(join(from, name), `${to}/${name}`);
    }
}
copy(join(dirname(fileURLToPath(import.meta.url)), '..'), '/polyfill');
copy(testdata, '/testdata');

const code = "<?php $argv = ['cases.php', '/testdata']; require '/polyfill/tests/cases.php';";
const response = await php.run({ code });
process.stdout.write(response.text);
process.stderr.write(response.errors);
process.exit(response.exitCode === 0 && response.text.endsWith('PHP 7.4.33\n') ? 0 : 1);
