import { get } from 'node:http';
import t from 'tap';
import { EventFeed } from '../../src/api/events/event-feed.ts';
import { ReadPool } from '../../src/api/reading/read-pool.ts';
import { readSourceOf } from '../../src/api/room-of.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { SearchIndex } from '../../src/station/search-index.ts';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { station } = api;

t.test('threads answer as the process itself would, and tell what is wrong by its code', async (t) => {
  const pool = new ReadPool(readSourceOf(station));
  t.teardown(() => pool.close());
  const evidence = api.evidence.own;
  const telling = { language: 'zh', whole: true } as const;
  t.same(
    await pool.read('evidenceItem', { evidence, ...telling }),
    await api.room.reader.read('evidenceItem', { evidence, ...telling }),
  );
  await t.rejects(pool.read('evidenceItem', { evidence: 'none', ...telling }), {
    code: 'station.evidence_unknown',
  });
  const many = await Promise.all(Array.from({ length: 50 }, () => pool.read('ledgerSize', {})));
  t.equal(new Set(many).size, 1);
});

t.test('a question that takes too long is given up, and the next one is answered', async (t) => {
  const pool = new ReadPool(readSourceOf(station), { threads: 1, longestMs: 0, mostWaiting: 1 });
  t.teardown(() => pool.close());
  const first = t.rejects(pool.read('ledgerSize', {}), { code: 'api.too_slow' });
  const second = t.rejects(pool.read('ledgerSize', {}), { code: 'api.too_slow' });
  await t.rejects(
    pool.read('ledgerSize', {}),
    { code: 'api.busy' },
    'who comes beyond those that wait comes again',
  );
  await Promise.all([first, second]);
});

t.test('entries are found by their words, in either language, and by a name of two signs', async (t) => {
  await new SearchIndex(station.db, station.room.ledger).catchUp();
  const types = async (text: string) => {
    const { json } = await api.ask(
      'auditor',
      'GET',
      `/api/v1/ledger/entries?text=${encodeURIComponent(text)}`,
    );
    return (json as { rows: { type: string; words: string }[] }).rows;
  };
  t.match(await types('张三'), [{ type: 'register.entered' }]);
  t.equal((await types('张三')).length, 1);
  t.ok((await types('占道经营')).length > 0);
  const [zh, en] = [await types('占道经营 录入'), await types('占道经营 entered')];
  t.ok(zh.length === 1 && en.length === 1, 'with a word of its kind, in either language');
  t.same(await types('占道经营 checkpoint'), [], 'all of the words');
  t.same(await types('那里没有的话'), []);
  t.same(await types('"; DROP TABLE x; --'), []);
});

t.test(
  'whoever watches is told of alarms and progress as far as they may see; who takes nothing is dropped',
  async (t) => {
    const feed = new EventFeed(station.db, api.room.events);
    t.teardown(() => feed.end());
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const heard: string[] = [];
    const opened = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    const request = get(
      `${url}/api/v1/events`,
      { headers: { authorization: 'Bearer clerk' } },
      (response) => {
        t.match(String(response.headers['content-type']), 'text/event-stream');
        opened.resolve();
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          heard.push(chunk);
          if (heard.join('').includes('event: alarm')) told.resolve();
        });
        response.on('error', () => undefined);
      },
    );
    request.on('error', () => undefined);
    await opened.promise;
    await station.room.alarms.raise('judging_failed', 'warning', 'station', { found: '张三' });
    feed.look();
    await told.promise;
    t.match(heard.join(''), /"code":"judging_failed"/);
    t.notMatch(heard.join(''), '张三', 'what it is about is asked for, by who may');
    request.destroy();

    const dropped = Promise.withResolvers<void>();
    api.room.events.add({
      sees: new Map([['alarm', { all: true, units: [], officer: null }]]),
      send: () => t.fail('a caller who takes nothing is sent nothing more'),
      waiting: () => 1_000_000,
      stranger: false,
      drop: () => dropped.resolve(),
    });
    api.room.events.tell({ event: 'alarm', data: {} }, () => true);
    await dropped.promise;
  },
);

t.test('figures for Prometheus are text that it reads', async (t) => {
  const { status, text } = await api.ask('auditor', 'GET', '/metrics');
  t.equal(status, 200);
  for (const line of text.trim().split('\n'))
    t.match(line, /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{.*\})? -?[\d.e+]+)$/);
  t.match(text, /docket_evidence_items\{state="stored"\} 4/);
});

t.test('the reader of the description asks nobody outside', async (t) => {
  const { status, text } = await api.ask(null, 'GET', '/docs/');
  t.equal(status, 200);
  t.notMatch(text, /(?:src|href)="(?:https?:)?\/\//);
});

t.test('an export of entries proves by itself, and is an entry before it leaves', async (t) => {
  await station.checkpoint();
  const { status, text, headers } = await api.ask(
    'auditor',
    'GET',
    '/api/v1/ledger/export?type=register.entered',
  );
  t.equal(status, 200);
  t.match(String(headers['content-disposition']), 'ledger.jsonl');
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => record(JSON.parse(line)));
  t.match(head, { checkpoint: /docket\/ST01/, key: /docket\/ST01/ });
  t.ok(
    lines.length > 5 && lines.every(({ leaf, proof }) => typeof leaf === 'string' && Array.isArray(proof)),
  );
  const { json } = await api.ask('auditor', 'GET', '/api/v1/ledger/entries?type=entries.exported');
  t.match(json, {
    rows: [{ actor: { id: 'account:auditor' }, data: { entries: lines.length, masked: false } }],
  });
});

t.test('a sheet that leaves disarms what begins like a formula', async (t) => {
  const dockings = new Dockings(
    station,
    () => undefined,
    () => undefined,
  );
  const values = { code: 'P9', name: '=HYPERLINK("http://x")' };
  const by = {
    actor: { kind: 'person', id: 'os:clerk' },
    language: 'en',
    onProgress: () => undefined,
  } as const;
  await carryOut(station, dockings, { order: 'enterRow', args: { register: 'parties', values } }, by);
  const { text } = await api.ask(
    'auditor',
    'GET',
    '/api/v1/ledger/export?format=csv&subject=register:parties/P9',
  );
  t.match(text, 'HYPERLINK');
  for (const cell of text.split(/[,\r\n]/)) t.notMatch(cell, /^"?[=+@]/);
});
