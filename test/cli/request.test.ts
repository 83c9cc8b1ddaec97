import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, openAlarms } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { wav } from '../support/wav.ts';

async function text(station: TestStation, ...args: readonly string[]): Promise<string> {
  const heard = await heardHere([...args, '--config', station.config, '--data', station.data]);
  return heard.out + heard.err;
}

async function withRecording(t: import('tap').Test): Promise<{ station: TestStation; evidence: string }> {
  const station = await testStation(t);
  const file = 'DCIM/AUDIO/DSJ_1234567_222222_20260902180000_0001.wav';
  const card = await makeCard(join(station.folder, '01'), 'card', { [file]: wav(1, 0x70) });
  const { json } = await docketHere(station, ['ingest', card.root]);
  const { recordings } = json as { recordings: readonly { evidenceId: string }[] };
  return { station, evidence: recordings[0]?.evidenceId ?? '–' };
}

const soon = (): string => Temporal.Now.instant().add({ hours: 2 }).toString();

t.test('requests are submitted, listed, shown and withdrawn; nobody approves their own', async (t) => {
  const { station, evidence } = await withRecording(t);
  const wish = ['--kind', 'view', '--until', soon(), '--why', '核对现场'];
  const submitted = await docketHere(station, ['request', 'submit', evidence, ...wish]);
  t.match(submitted, { code: 0, json: { request: 'ST01-R000001', state: 'submitted' } });
  for (const deed of ['approve', 'reject'])
    t.match(await docketHere(station, ['request', deed, 'ST01-R000001']), {
      code: 6,
      json: { error: { code: 'access.request_own' } },
    });
  t.match(await text(station, 'request', 'list'), /ST01-R000001 +viewing +submitted .*核对现场/);
  t.match((await docketHere(station, ['request', 'list', '--evidence', evidence])).json, {
    requests: { length: 1 },
  });
  t.match(await text(station, 'request', 'show', 'ST01-R000001'), new RegExp(`Recordings\\n {2}${evidence}`));
  t.match(await docketHere(station, ['request', 'withdraw', 'ST01-R000001', '--note', '不再需要']), {
    code: 0,
  });
  t.match((await docketHere(station, ['request', 'show', 'ST01-R000001'])).json, {
    state: 'withdrawn',
    history: [{ type: 'request.submitted' }, { type: 'request.decided' }],
  });
  for (const [more, code] of [
    [['--kind', 'take', '--until', soon(), '--why', 'x'], 2],
    [['--kind', 'give_out', '--until', soon(), '--why', 'x'], 2],
    [['--kind', 'view', '--until', '2020-01-01T00:00:00Z', '--why', 'x'], 2],
    [['--kind', 'lift', '--until', soon(), '--why', 'x'], 6],
  ] as const)
    t.match(await docketHere(station, ['request', 'submit', evidence, ...more]), { code }, more.join(' '));
});

t.test('an emergency is an alarm that nobody can withdraw', async (t) => {
  const { station, evidence } = await withRecording(t);
  const wish = ['--kind', 'view', '--until', soon(), '--why', '有人被困', '--emergency'];
  t.match(await docketHere(station, ['request', 'submit', evidence, ...wish]), { code: 0 });
  t.ok(openAlarms(station).includes('emergency_viewing'));
  t.match(await docketHere(station, ['request', 'withdraw', 'ST01-R000001']), { code: 6 });
  t.match(await text(station, 'alarms', 'list'), /watches footage in an emergency without approval/);
});

t.test('a review is drawn, entered, and its ledger exported', async (t) => {
  const station = await testStation(t);
  await docketHere(station, [
    'register',
    'set',
    'cases',
    'number=案1',
    'title=无证经营',
    'closed=2026-03-01',
  ]);
  await docketHere(station, ['account', 'add', 'lisi', '--role', 'department_head']);
  const span = ['--from', '2026-01-01', '--to', '2026-06-30', '--reviewer', 'lisi'];
  t.match(await docketHere(station, ['review', 'draw', ...span, '--seed', '3 5 2']), {
    code: 0,
    json: { review: 'ST01-V000001', population: 1, drawn: [{ case: '案1', reviewer: 'ST01-U000002' }] },
  });
  t.match(
    await docketHere(station, [
      'review',
      'draw',
      '--from',
      '2026-13-01',
      '--to',
      '2026-06-30',
      '--reviewer',
      'lisi',
    ]),
    { code: 2 },
  );
  const found = ['--grade', 'fair', '--found', '中断未说明', '--mend', '补充说明'];
  t.match(await docketHere(station, ['review', 'enter', 'ST01-V000001', '案1', ...found]), { code: 0 });
  t.match(await text(station, 'review', 'list'), /ST01-V000001 .* 1 +1 /);
  t.match(await text(station, 'review', 'show', 'ST01-V000001'), /案1 +无证经营 .*fair, with defects/);
  const file = join(station.folder, '台账.csv');
  t.match(await docketHere(station, ['review', 'show', 'ST01-V000001', file]), {
    code: 0,
    json: { rows: 1 },
  });
  t.match(readFileSync(file, 'utf8'), /案1,无证经营/);
  t.match(
    await docketHere(station, ['review', 'show', 'ST01-V000001', file]),
    { code: 6 },
    'never over a file',
  );
  const book = join(station.folder, '台账.xlsx');
  await docketHere(station, ['review', 'show', 'ST01-V000001', book]);
  t.ok(existsSync(book));
  t.match(await text(station, 'ledger', 'list', '--type', 'review.exported'), /was exported to/);
  t.match(await docketHere(station, ['verify']), { code: 0 });
});
