// `smsc serve` for the tests: each starts its own, with a scenario and a frozen clock.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The client, from the folder that it was installed in. */
export const smsc = createRequire(join(process.env.MODULES ?? '.', 'package.json'))('node-smsc');

/** Starts a stand-in, which ends with the test. */
export async function serve(test, scenario = '', tls = false) {
    const folder = mkdtempSync(join(tmpdir(), 'standin-'));
    const file = join(folder, 'scenario.toml');
    writeFileSync(file, scenario);
    const options = ['serve', '--frozen', '--listen', '127.0.0.1:0', '--scenario', file, ...(tls ? ['--tls', folder] : [])];
    const child = spawn(process.env.SMSC ?? 'smsc', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    test.after(async () => {
        child.kill();
        await ended;
        rmSync(folder, { recursive: true });
    });
    const line = await new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
    const url = line.replace('listening on ', '');
    const control = (order) => post(`${url}/control`, JSON.stringify(order));
    return { url, ca: tls ? readFileSync(join(folder, 'ca.pem')) : undefined, advance: (time) => control({ advance: time }) };
}

function post(url, body) {
    return new Promise((resolve, reject) => {
        const sent = request(url, { method: 'POST' }, (response) => response.resume().once('end', resolve));
        sent.once('error', reject).end(body);
    });
}
