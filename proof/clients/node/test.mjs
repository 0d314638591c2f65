// node-smsc 0.2.3 of npm asks by GET with fmt=3 and charset=utf-8, and with the MD5 of the password.

import assert from 'node:assert/strict';
import https from 'node:https';
import test from 'node:test';

import { serve, smsc } from './standin.mjs';

const phone = '79990000001';

/** Returns a client, of which the address alone is changed. */
function clientOf(standin, password = 'demo') {
    return smsc({ login: 'demo', password, request: `${standin.url}/sys/` });
}

/** Returns an error of the service: its number, its words and its id. */
function refused(code, words, id) {
    return (error) => {
        assert.equal(error.name, 'SmscApiError');
        assert.equal(error.message, `${words} (${code})`);
        assert.equal(error.response.error_code, code);
        assert.equal(error.response.id, id);
        return true;
    };
}

test('Right: a message is sent, by login and MD5; its id, the number of its parts and its cost are returned.', async (t) => {
    const client = clientOf(await serve(t));
    assert.deepEqual(await client.send({ phones: phone, mes: 'Hello' }), { id: 1, cnt: 1 });
    const several = { phones: `${phone},79990000002`, mes: 'я'.repeat(71), cost: 3, id: 'order-7' };
    assert.deepEqual(await client.send(several), { id: 'order-7', cnt: 4, cost: '8.48', balance: '989.40' });
});

test('Right: a text with commas, quotes or line breaks comes back whole.', async (t) => {
    const standin = await serve(t);
    const client = clientOf(standin);
    for (const [index, mes] of ['Привет, мир', 'a,b, c,,', 'a&b=c+d; ~ % "e" \\ <f>', 'a\nb\r\n1,2'].entries()) {
        await client.send({ phones: phone, mes });
        const status = await client.status({ phone, id: index + 1, all: 2 });
        assert.equal(status.message, mes);
    }
});

test('Right: the status of one message is an object, those of several are a list in the order of the request.', async (t) => {
    const standin = await serve(t);
    const client = clientOf(standin);
    await client.send({ phones: phone, mes: 'a' });
    await client.send({ phones: '79990002006', mes: 'b' });
    assert.equal((await client.status({ phone, id: 1 })).status, 0);
    await standin.advance('4s');
    const one = await client.status({ phone, id: 1, all: 1 });
    assert.deepEqual([one.status, one.status_name, one.cost], [1, 'Доставлено', '2.12']);
    const list = await client.status({ phone: `${phone},79990002006,79990000009`, id: '1,2,77', all: 1 });
    assert.deepEqual(list.map(({ status, id }) => [status, id]), [[1, 1], [20, 2], [-3, 77]]);
    assert.equal(list[1].err, 6);
});

test('Right: balance, price, history, statistics and operator are returned as the service writes them.', async (t) => {
    const client = clientOf(await serve(t, "[[account]]\ncredit = '50.00'"));
    assert.deepEqual(await client.balance({ cur: 1 }), { balance: '1000.00', credit: '50.00', currency: 'RUR' });
    assert.deepEqual(await client.send({ phones: phone, mes: 'a', cost: 1 }), { cost: '2.12', cnt: 1 });
    assert.deepEqual(await client.get({ get_messages: 1 }), [], 'error 3: there is none');
    await client.send({ phones: phone, mes: 'Привет, мир' });
    assert.equal((await client.get({ get_messages: 1 }))[0].message, 'Привет, мир');
    assert.equal((await client.get({ get_stat: 1 }))[0].credit, '2.12');
    const { operator, mcc, mnc } = await client.info({ get_operator: 1, phone: '79160000001' });
    assert.deepEqual([operator, mcc, mnc], ['МТС', '250', '01']);
});

test('Right: an error of the service is raised as SmscApiError with its number, its words and its id.', async (t) => {
    const standin = await serve(t, "[[account]]\nbalance = '3.00'\nsenders = ['shop']");
    const client = clientOf(standin);
    const send = (phones, mes, sender) => client.send({ phones, mes, sender, id: 7 });
    await assert.rejects(send('12', 'a'), refused(7, 'invalid number', 7));
    await assert.rejects(send('12,13', 'a'), refused(8, "can't to deliver", 7));
    await assert.rejects(send(phone, 'a'.repeat(161)), refused(3, 'no money', 7));
    await assert.rejects(send(phone, 'a', 'bank'), refused(6, 'message is denied', 7));
    await send(phone, 'a');
    await assert.rejects(send(phone, 'a'), refused(9, 'duplicate request, wait a minute'));
    await assert.rejects(clientOf(standin, 'wrong').balance(), refused(2, 'authorise error'));
    await assert.rejects(smsc({ request: `${standin.url}/sys/` }).balance(), refused(1, 'parameters error'));
});

test('Right: too many status requests are raised as SmscApiError; five a minute for one message are allowed.', async (t) => {
    const standin = await serve(t);
    const client = clientOf(standin);
    for (let count = 0; count < 5; count += 1) {
        assert.equal((await client.status({ phone, id: 1 })).status, -3);
    }
    await assert.rejects(client.status({ phone, id: 1 }), (error) => error.response.error_code === 9);
    await standin.advance('1m');
    assert.equal((await client.status({ phone, id: 1 })).status, -3);
});

test('Right: a deletion is confirmed, and one of a message that is not there is raised.', async (t) => {
    const client = clientOf(await serve(t));
    await client.send({ phones: phone, mes: 'a' });
    assert.deepEqual(await client.status({ phone, id: 1, del: 1 }), { result: 'OK' });
    await assert.rejects(client.status({ phone, id: 1, del: 1 }), (error) => error.response.error_code === 5);
});

test('Right: files are posted beside the parameters, which are in the URL.', async (t) => {
    const client = clientOf(await serve(t));
    const files = [{ field: 'file0', value: 'a=1&mes=another&phones=79990000002', options: { filename: 'a.txt' } }];
    assert.deepEqual(await client.send({ phones: 'a@example.org', mail: 1, subj: 'a', mes: 'with a file' }, { files }), { id: 1, cnt: 1 });
    assert.equal((await client.status({ phone: 'a@example.org', id: 1, all: 1 })).message, 'with a file');
});

test('Right: https works and checks the certificate.', async (t) => {
    const standin = await serve(t, '', true);
    const client = clientOf(standin);
    await assert.rejects(client.balance(), /certificate/);
    https.globalAgent.options.ca = standin.ca;
    t.after(() => delete https.globalAgent.options.ca);
    assert.deepEqual(await client.balance(), { balance: '1000.00' });
});

test('Right: a response that is cut off or reset is raised.', async (t) => {
    const client = clientOf(await serve(t, "[[fault]]\nkind = 'cut'\nbytes = 5\n[[fault]]\nkind = 'reset'"));
    await assert.rejects(client.balance(), /aborted|ECONNRESET|socket hang up/);
    await assert.rejects(client.balance(), /ECONNRESET|socket hang up/);
});

test('Wrong: an empty body and a bare `OK` are a success, even of send.php, and without an id.', async (t) => {
    const client = clientOf(await serve(t, "[[fault]]\nkind = 'empty'\n[[fault]]\nkind = 'ok'"));
    assert.deepEqual(await client.send({ phones: phone, mes: 'a' }), { result: '' });
    assert.deepEqual(await client.send({ phones: phone, mes: 'b' }), { result: 'OK' });
});

test('Wrong: a redirect is a success: the HTTP status is never looked at.', async (t) => {
    const client = clientOf(await serve(t, "[[fault]]\nkind = 'redirect'\nto = 'http://127.0.0.1:9/'"));
    assert.deepEqual(await client.balance(), { result: '' });
});

test('Wrong: a page of HTML with the status 502 is a SyntaxError, as if nothing had been sent; it was.', async (t) => {
    const client = clientOf(await serve(t, "[[fault]]\nkind = 'html'"));
    await assert.rejects(client.send({ phones: phone, mes: 'a' }), SyntaxError);
    assert.deepEqual(await client.balance(), { balance: '997.88' });
});

test('Wrong: the reply is read as UTF-8, even if the request asked for another charset.', async (t) => {
    const client = clientOf(await serve(t));
    await client.send({ phones: phone, mes: 'Да' });
    const status = await client.status({ phone, id: 1, all: 1, charset: 'windows-1251' });
    assert.equal(status.message, '\uFFFD\uFFFD');
});

test('Wrong: the format is always fmt=3, whatever the query asks for.', async (t) => {
    const client = clientOf(await serve(t));
    assert.deepEqual(await client.balance({ fmt: 1 }), { balance: '1000.00' });
});

test('Wrong: there is no time-out: if the service does not answer, the promise stays pending.', async (t) => {
    const client = clientOf(await serve(t, "[[fault]]\nkind = 'stall'"));
    const pending = client.balance().catch(() => 'ended');
    const pause = new Promise((resolve) => setTimeout(resolve, 1000, 'pending'));
    assert.equal(await Promise.race([pending, pause]), 'pending');
});
