// Tests the look-up of hosts against a DNS server on loopback.
import assert from 'node:assert/strict';
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import { test } from 'node:test';
import { createEgress } from './egress.ts';
import { createHostResolver } from './host-resolver.ts';

test('all addresses of both families are found, IPv4 first', async () => {
  await using dns = await serveDns({ 'both.test': ['93.184.215.14', '2606:2800::1', '93.184.215.15'] });
  const found = await dns.resolveHost('both.test', false);
  assert.deepEqual([...found].toSorted(), ['2606:2800::1', '93.184.215.14', '93.184.215.15']);
  assert.equal(found.at(-1), '2606:2800::1');
});

test('a host with one family only is found, an unknown one is an error with a code', async () => {
  await using dns = await serveDns({ 'new.test': ['2606:2800::1'], 'old.test': ['93.184.215.14'] });
  assert.deepEqual(await dns.resolveHost('new.test', false), ['2606:2800::1']);
  assert.deepEqual(await dns.resolveHost('old.test', false), ['93.184.215.14']);
  await assert.rejects(dns.resolveHost('none.test', false), { code: 'ENOTFOUND' });
});

test('what the DNS says passes the wall like any other address', async () => {
  await using dns = await serveDns({
    'mixed.test': ['93.184.215.14', '10.0.0.1'],
    'six.test': ['::ffff:7f00:1'],
  });
  const egress = createEgress({ allowPrivate: [], resolveHost: dns.resolveHost });
  const reasons: string[] = [];
  for (const host of ['mixed.test', 'six.test', 'none.test']) {
    const answer = await egress.send({ method: 'GET', url: `http://${host}/`, headers: {}, timeoutMs: 3000 });
    reasons.push(answer.is === 'failed' ? answer.reason : 'answered');
  }
  assert.deepEqual(reasons, ['blocked-address', 'blocked-address', 'dns']);
});

test('a host named by the operator is looked up as the machine itself does', async () => {
  const found = await createHostResolver(['127.0.0.1:1'])('localhost', true);
  assert.ok(found.includes('127.0.0.1') || found.includes('::1'), String(found));
});

type Zone = Readonly<Record<string, readonly string[]>>;

async function serveDns(zone: Zone) {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => socket.send(answerTo(query, zone), from.port, from.address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    resolveHost: createHostResolver([`127.0.0.1:${socket.address().port}`]),
    [Symbol.asyncDispose]: () => closed(socket),
  };
}

async function closed(socket: Socket): Promise<void> {
  socket.close();
  await once(socket, 'close');
}

/** One question in, its name is the zone's key; records of the asked type out, with a time to live of 0. */
function answerTo(query: Buffer, zone: Zone): Buffer {
  let at = 12;
  const labels: string[] = [];
  for (let size = query.readUInt8(at); size > 0; size = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + size));
    at += size + 1;
  }
  const addresses = zone[labels.join('.').toLowerCase()];
  const asksV6 = query.readUInt16BE(at + 1) === 28;
  const records = (addresses ?? []).filter((address) => address.includes(':') === asksV6).map(recordOf);
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(addresses === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, query.subarray(12, at + 5), ...records]);
}

function recordOf(address: string): Buffer {
  const bytes = address.includes(':') ? bytesOfV6(address) : Buffer.from(address.split('.').map(Number));
  const head = Buffer.from([0xc0, 12, 0, bytes.length === 4 ? 1 : 28, 0, 1, 0, 0, 0, 0, 0, bytes.length]);
  return Buffer.concat([head, bytes]);
}

/** Of the form `a:b::c:d`, with one gap. */
function bytesOfV6(address: string): Buffer {
  const [front = [], back = []] = address
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''));
  const parts = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back];
  return Buffer.from(parts.map((part) => part.padStart(4, '0')).join(''), 'hex');
}
