import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import t, { type Test } from 'tap';
import type { GivenVerdict } from '../../src/custody/entry-kinds.ts';
import { makeCard } from '../support/cards.ts';
import { docketHere } from '../support/sound-station.ts';
import { type TestConfig, type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';
import { wav } from '../support/wav.ts';

const zone = 'Asia/Shanghai';
const now = Temporal.Now.instant();
const hours = (ago: number): Temporal.Instant => now.subtract({ minutes: Math.round(ago * 60) });

/** A GA/T 947 name of a recording that began then. */
function name(began: Temporal.Instant, segment = 1, officer = '222222'): string {
  const stamp = began.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
  const digits = stamp.replaceAll(/\D/g, '');
  return `DCIM/AUDIO/DSJ_1234567_${officer}_${digits}_${String(segment).padStart(4, '0')}.wav`;
}

async function judgedStation(t: Test, config: TestConfig, files: Readonly<Record<string, Buffer>>) {
  const station = await testStation(t, config);
  const card = await makeCard(join(station.folder, '01'), 'card', files);
  t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
  const judged = await docketHere(station, ['judge']);
  t.match(judged.json, { timed: Object.keys(files).length });
  return station;
}

async function firstItem(station: TestStation): Promise<string | undefined> {
  const { json } = await docketHere(station, ['evidence', 'list']);
  return (json as { readonly evidence: readonly { readonly evidenceId: string }[] }).evidence[0]?.evidenceId;
}

interface Session {
  readonly session: string;
  readonly items: number;
  readonly verdicts: readonly GivenVerdict[];
}

async function sessions(station: TestStation, ...args: readonly string[]): Promise<readonly Session[]> {
  const { json } = await docketHere(station, ['session', 'list', ...args]);
  return (json as { readonly sessions: readonly Session[] }).sessions;
}

t.test('what was ingested is timed, joined into sessions, and judged', async (t) => {
  const station = await judgedStation(
    t,
    {},
    {
      [name(hours(30))]: wav(7),
      [name(hours(29.8), 2)]: wav(2),
      [name(hours(3))]: wav(1),
    },
  );
  t.match(await sessions(station), [
    { session: 'ST01-S000001', items: 2, verdicts: [{ verdict: 'undetermined' }] },
    { session: 'ST01-S000002', items: 1, verdicts: [{ verdict: 'on_time' }] },
  ]);
  const { json } = await docketHere(station, ['session', 'show', 'ST01-S000001']);
  t.match(json, {
    recordings: [
      { startSource: 'name', durationMs: 7_000, endSource: 'duration', doubtful: false },
      { durationMs: 2_000 },
    ],
    history: { length: 2 },
  });
  t.strictSame(
    (await sessions(station, '--verdict', 'on_time')).map(({ session }) => session),
    ['ST01-S000002'],
  );

  const returned = hours(29.7).toString();
  const entered = ['session', 'returned', 'ST01-S000001', '--at', returned, '--note', '值班登记'];
  t.equal((await docketHere(station, entered)).code, 0);
  const due = Temporal.Instant.from(returned).add({ hours: 24 }).toString();
  t.match(await sessions(station), [{ verdicts: [{ verdict: 'late', due }] }, {}]);

  const { evidenceId } = (json as { recordings: [{ evidenceId: string }] }).recordings[0];
  t.match((await docketHere(station, ['evidence', 'show', evidenceId])).json, {
    session: 'ST01-S000001',
    verdicts: [{ clause: 'QZ-21-1', verdict: 'late' }],
  });
  t.match((await docketHere(station, ['status'])).json, { verdicts: { onTime: 1, late: 1, unjudged: 0 } });
  t.equal((await docketHere(station, ['verify'])).code, 0);
});

t.test(
  'a reason is submitted with its proof, which the vault keeps, and its author cannot approve it',
  async (t) => {
    const station = await judgedStation(t, {}, { [name(hours(30))]: wav(1) });
    const proof = join(station.folder, '情况说明.txt');
    writeFileSync(proof, '连续执勤至次日\n');
    const reason = ['--category', 'continuous_duty', '--text', '连续执勤', '--attach', proof];
    const submitted = await docketHere(station, ['justification', 'submit', 'ST01-S000001', ...reason]);
    t.match(submitted.json, {
      justification: 'ST01-J000001',
      state: 'submitted',
      attachments: [{ name: '情况说明.txt', bytes: 22, sha256: /^[0-9a-f]{64}$/ }],
    });
    const { sha256 } = (submitted.json as { attachments: [{ sha256: string }] }).attachments[0];
    const object = join(station.vault, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    t.equal(readFileSync(object, 'utf8'), '连续执勤至次日\n');
    const key = ['--category', 'other', '--text', 'x', '--attach', join(station.data, 'keys', 'station.key')];
    t.equal((await docketHere(station, ['justification', 'submit', 'ST01-S000001', ...key])).code, 6);
    const originals = readdirSync(join(station.vault, 'originals'), { recursive: true }).length;
    const approved = await docketHere(station, ['justification', 'approve', 'ST01-J000001']);
    t.equal(approved.code, 6);
    t.match(approved.json, { error: { code: 'deadlines.justification_own' } });
    t.match((await docketHere(station, ['justification', 'withdraw', 'ST01-J000001'])).json, {
      state: 'withdrawn',
    });
    const ours = await docketHere(station, ['justification', 'submit', 'ST01-S000001', ...key]);
    t.equal(ours.code, 2);
    t.match(ours.json, { error: { code: 'station.attachment_wrong', field: 'attach' } });
    t.equal(
      readdirSync(join(station.vault, 'originals'), { recursive: true }).length,
      originals,
      'what is refused leaves nothing in the vault',
    );
    t.match((await docketHere(station, ['justification', 'list', '--state', 'withdrawn'])).json, {
      justifications: [{ session: 'ST01-S000001', text: '连续执勤', attachments: { length: 1 } }],
    });
    t.match((await docketHere(station, ['verify', '--vault', 'full'])).json, {
      ok: true,
      originals: { looked: 2 },
    });
    for (const [wrong, field] of [
      [['ST01-S000009', ...reason], 'SESSION'],
      [['ST01-S000001', '--category', 'sloth', '--text', 'x'], 'category'],
      [['ST01-S000001', '--category', 'other', '--text', '\u200b \u202e'], 'text'],
      [
        ['ST01-S000001', '--category', 'other', '--text', 'x', '--attach', join(station.folder, 'none')],
        'attach',
      ],
    ] as const) {
      const ran = await docketHere(station, ['justification', 'submit', ...wrong]);
      t.equal(ran.code, 2, wrong.join(' '));
      t.match(ran.json, { error: { field } });
    }
  },
);

t.test('the report counts, and goes into files that nothing overwrites', async (t) => {
  const evil = '=2+5';
  const station = await judgedStation(
    t,
    { station: { language: 'en', unit: evil } },
    { [name(hours(30))]: wav(1), [name(hours(3), 1, '333333')]: wav(2) },
  );
  await docketHere(station, ['session', 'returned', 'ST01-S000001', '--at', hours(29).toString()]);
  const [csv, xlsx] = ['late.csv', 'late.xlsx'].map((file) => join(station.folder, file)) as [string, string];
  const report = await docketHere(station, ['late', '--csv', csv, '--xlsx', xlsx]);
  t.match(report.json, {
    by: 'officer',
    groups: [
      { group: '222222', due: 1, stored: 1, onTime: 0, late: 1, completion: 100, punctuality: 0 },
      { group: '333333', due: 1, onTime: 1, late: 0, punctuality: 100 },
    ],
    all: { due: 2, stored: 2, late: 1, overdue: 0, completion: 100, punctuality: 50 },
    sessions: [{ session: 'ST01-S000001', verdict: 'late' }],
    written: [csv, xlsx],
  });
  const text = readFileSync(csv, 'utf8');
  t.match(text, /^\ufeffsession,officer,/);
  t.equal(text.trim().split('\r\n').length, 2);
  const sheets = await readExcelFile(xlsx);
  t.match(
    sheets.map(({ sheet }) => sheet),
    ['sessions', 'counts'],
  );
  t.match(sheets[0]?.data, [{ 0: 'session' }, { 0: 'ST01-S000001', 11: 'late' }]);
  t.match((await docketHere(station, ['late', '--csv', csv])).json, { error: { field: 'csv' } });
  for (const by of ['recorder', 'unit', 'week', 'rule']) {
    const { json } = await docketHere(station, ['late', '--by', by, '--all']);
    t.match(json, { by, all: { due: 2 }, sessions: { length: 2 } }, by);
    const { groups } = json as { readonly groups: readonly { readonly due: number }[] };
    // Two weeks where one of both ends on a Sunday.
    t.equal(
      groups.reduce((sum, { due }) => sum + due, 0),
      2,
    );
  }
  const later = ['late', '--since', now.add({ hours: 24 * 30 }).toString()];
  t.match((await docketHere(station, later)).json, { groups: [], all: { due: 0, completion: null } });
});

t.test('sessions are split and joined, a clock is put right, and the history shows who did it', async (t) => {
  const station = await judgedStation(t, {}, { [name(hours(5))]: wav(1), [name(hours(4.9), 2)]: wav(2) });
  const items = await docketHere(station, ['session', 'show', 'ST01-S000001']);
  const [first] = (items.json as { recordings: readonly { evidenceId: string }[] }).recordings;
  const split = await docketHere(station, ['session', 'split', first?.evidenceId ?? '']);
  t.match(split.json, { session: 'ST01-S000002' });
  t.equal((await sessions(station)).length, 2);
  t.match((await docketHere(station, ['session', 'join', 'ST01-S000001', 'ST01-S000002'])).json, {
    session: 'ST01-S000001',
  });
  t.match(await sessions(station), [{ session: 'ST01-S000001', items: 2 }]);
  const clock = ['docking', 'clock', 'ST01-D000001', '--ahead', '-3600', '--note', '与标准时间比对'];
  t.match((await docketHere(station, clock)).json, { offsetSeconds: -3_600, timed: 2 });
  const ended = hours(3.9).add({ seconds: 2 }).epochMilliseconds;
  const [session] = await sessions(station);
  const found = Temporal.Instant.from(session?.verdicts[0]?.ended ?? '').epochMilliseconds;
  t.ok(Math.abs(found - ended) < 1_000, 'an hour later than the recorder said');
  t.match((await docketHere(station, ['docking', 'clock', 'ST01-D000099', '--ahead', '1'])).json, {
    error: { code: 'station.docking_unknown' },
  });
  t.equal((await docketHere(station, ['verify'])).code, 0);
});

t.test('a year’s arrangement is imported, shown, and everything is judged anew', async (t) => {
  const station = await judgedStation(t, {}, { [name(hours(3))]: wav(1) });
  const year = now.toZonedDateTimeISO(zone).year + 1;
  const file = join(station.folder, 'next.ics');
  const event = ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:元旦 休', `DTSTART;VALUE=DATE:${year}0101`, 'END:VEVENT'];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...event, 'END:VCALENDAR', ''];
  writeFileSync(file, lines.join('\r\n'));
  t.match((await docketHere(station, ['calendar', String(year)])).json, { announced: false });
  const imported = await docketHere(station, ['calendar', 'import', file, '--year', String(year)]);
  t.match(imported.json, { year, restDays: [`${year}-01-01`], workDays: [] });
  t.match((await docketHere(station, ['calendar', String(year)])).json, { announced: true });
  const known = ['calendar', 'import', file, '--year', '2026'];
  t.match((await docketHere(station, known)).json, { error: {} });
  const entries = await docketHere(station, ['ledger', 'list', '--type', 'calendar.adopted']);
  t.match(entries.json, { entries: { length: 2 } });
  writeFileSync(file, lines.join('\r\n').replace(';VALUE=DATE', ''));
  const broken = await docketHere(station, ['calendar', 'import', file, '--year', String(year)]);
  t.equal(broken.code, 2);
  t.match(broken.json, { error: { code: 'deadlines.calendar_file_wrong', field: 'DTSTART' } });
  t.equal((await docketHere(station, ['verify'])).code, 0);
});

t.test('a daemon judges by itself what comes in', async (t) => {
  const station = await testStation(t);
  const dock = join(station.folder, 'dock');
  mkdirSync(dock);
  await station.configure({ dock: { folders: [{ path: dock, kind: 'cards' }], scanMilliseconds: 50 } });
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  await daemon.heard(/is ready/);
  const card = await makeCard(join(station.folder, '01'), 'card', { [name(hours(3))]: wav(3) });
  await rename(card.root, join(dock, '01'));
  let last: readonly Session[] = [];
  await until('there is a verdict', async () => {
    last = existsSync(station.data) ? await sessions(station) : [];
    return last.some(({ verdicts }) => verdicts.some(({ verdict }) => verdict === 'on_time'));
  });
  t.equal(last.length, 1);
  // Every deed goes over the socket, where its shape is checked.
  const returned = hours(2.5).toString();
  const deeds: readonly (readonly string[])[] = [
    ['session', 'returned', 'ST01-S000001', '--at', returned, '--note', '值班登记'],
    ['docking', 'clock', 'ST01-D000001', '--ahead', '60'],
    ['register', 'set', 'officers', 'number=222222', 'name=张三'],
    ['evidence', 'tag', 'note=备注', (await firstItem(station)) ?? ''],
    ['judge'],
  ];
  for (const deed of deeds) {
    const ran = await docketHere(station, deed);
    t.equal(ran.code, 0, `${deed.join(' ')}: ${ran.text}`);
  }
  t.match(await sessions(station), [{ returned }]);
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.equal((await docketHere(station, ['verify'])).code, 0);
});
