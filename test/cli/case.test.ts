import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import t from 'tap';
import { makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, openAlarms } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

const zone = 'Asia/Shanghai';
const began = Temporal.Now.instant().subtract({ hours: 30 });

function local(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** A card of one officer whose duty the registers know, and a case that was closed long ago. */
async function stationWithCase() {
  const station = await testStation(t);
  const stamp = local(began).replaceAll(/\D/g, '');
  const card = await makeCard(join(station.folder, '01'), 'card', {
    [`DCIM/VIDEO/A11_1234567_222222_${stamp}_0001.mp4`]: 1_000,
    [`DCIM/VIDEO/A11_1234567_222222_${stamp}_0002.mp4`]: 2_000,
  });
  const lists = await makeCard(join(station.folder, 'lists'), 'lists', {});
  const put = (name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(lists.root, name), `${lines.join('\r\n')}\r\n`);
  const [from, to, back] = [
    began.subtract({ minutes: 30 }),
    began.add({ hours: 1 }),
    began.add({ hours: 2 }),
  ];
  put('units.csv', 'code,name', 'U1,执法一队');
  put('officers.csv', 'number,name,unit', '222222,张三,U1');
  put('parties.csv', 'code,name', 'P1,"=HYPERLINK(""http://evil"")"');
  put('matters.csv', 'code,matter,whole', 'M1,查封扣押,是');
  put(
    'cases.csv',
    '案号,案由,当事人编号,承办人编号,音像记录事项,结案时间',
    '2026-1,某案,P1,222222,M1,2026-03-02',
    '2026-2,另案,P1,,M1,',
    `2026-3,第三案,,,,${local(began.subtract({ hours: 60 * 24 })).slice(0, 10)}`,
  );
  put(
    'rosters.csv',
    'officer,from,to,returned,case',
    `222222,${local(from)},${local(to)},${local(back)},2026-1`,
  );
  for (const args of [['register', 'import', lists.root], ['ingest', card.root], ['judge']]) {
    const { code, text } = await docketHere(station, args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${text}`);
  }
  return station;
}

const station = await stationWithCase();
const docket = (...args: readonly string[]): ReturnType<typeof docketHere> => docketHere(station, args);
const spoken = async (...args: readonly string[]): Promise<string> => {
  const common = ['--config', station.config, '--data', station.data];
  return (await heardHere([...args, ...common], { language: 'zh' })).out;
};

t.test('a case is shown with its particulars, its limits and its recordings', async (t) => {
  const { json } = await docket('case', 'show', '2026-1');
  t.match(json, {
    ...{ number: '2026-1', state: 'closed', recordings: 2, sessions: 1, bytes: 3_000, missing: false },
    matter: { number: 'M1', name: '查封扣押', whole: true },
    limits: [{ clause: 'QZ-21-2', verdict: 'overdue', countedDays: { length: 30 } }],
    courses: [{ verdicts: [{}], recordings: [[{ segment: 1 }, { segment: 2 }]] }],
  });
  const text = await spoken('case', 'show', '2026-1');
  t.match(text, /承办人 +张三 \(222222\)/);
  t.match(text, /QZ-21-2 归档 2026-04-14：超期/);
  t.match(text, /2026-03-03, 2026-03-04/, 'the days of the count');
  const missing = await docket('case', 'show', '2026-9');
  t.match(missing.json, { error: { code: 'tagging.row_unknown', field: 'NUMBER' } });
});

t.test('cases are listed and sorted; what is not recorded and must be is told', async (t) => {
  const { json } = await docket('case', 'list', '--party', 'P1', '--sort', 'due');
  t.match(json, { cases: [{ number: '2026-1' }, { number: '2026-2', missing: true, recordings: 0 }] });
  t.equal(await spoken('case', 'list', '--unit', 'U9'), '没有案件。\n');
  t.match(await spoken('case', 'list', '--state', 'open'), /2026-2 .*缺少音像记录：查封扣押 应当记录/);
  t.equal(await spoken('case', 'list', '--handler', '9'), '没有案件。\n');
  t.match((await docket('case', 'list', '--state', 'gone')).json, { error: { field: 'state' } });
});

t.test(
  'whose file is due is told; of one that was overdue for months when it was entered the list tells',
  async (t) => {
    const told = openAlarms(station).filter((code) => code === 'case_file_due');
    t.equal(told.length, 1);
    const { json } = await docket('alarms', 'list');
    t.match(JSON.stringify(json), /file of case 2026-3/);
  },
);

t.test('a party is shown with its cases and recordings', async (t) => {
  t.match((await docket('party', 'show', 'P1')).json, {
    cases: [{ number: '2026-1' }, { number: '2026-2' }],
    recordings: [{ segment: 1 }, { segment: 2 }],
  });
  t.match(await spoken('party', 'show', 'P1'), /HYPERLINK.*\n\n案件\n[\s\S]*音像记录\n/);
});

t.test(
  'the ledger leaves as a table, its formulas disarmed, and the entry knows the very file',
  async (t) => {
    const csv = join(station.folder, '台账.csv');
    const written = await docket('case', 'ledger', '--all', csv);
    const bytes = readFileSync(csv);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    t.match(written.json, { of: 'all', rows: 4, recordings: 2, bytes: bytes.length, sha256, file: csv });
    const table: string[][] = parse(bytes, { bom: true });
    const column = (title: string): number => table[0]?.indexOf(title) ?? -1;
    t.match(table[1]?.[column('party')], /^'=HYPERLINK/);
    t.match(
      table.slice(1).map((row) => [row[0], row[column('segment')]]),
      [
        ['2026-1', '1'],
        ['2026-1', '2'],
        ['2026-2', ''],
        ['2026-3', ''],
      ],
    );
    const xlsx = join(station.folder, '台账.xlsx');
    t.match(await spoken('case', 'ledger', '2026-1', xlsx), /已写入：.*台账\.xlsx（2 行，音像记录 2 个）/);
    const [sheet] = await readExcelFile(readFileSync(xlsx));
    t.equal(sheet?.sheet, '执法电子台账');
    t.match(sheet?.data[0]?.slice(0, 4), ['案号', '案由', '类别', '当事人']);
    t.equal(sheet?.data[1]?.[3], '=HYPERLINK("http://evil")', 'a value, no formula');
    const { json } = await docket('ledger', 'list', '--type', 'case.ledger_exported');
    t.match(json, {
      entries: [
        { subject: { kind: 'register', id: 'cases' }, data: { of: 'all', rows: 4, sha256 } },
        { subject: { id: 'cases/2026-1' }, data: { key: '2026-1', recordings: 2 }, words: /台账\.xlsx/ },
      ],
    });
    const again = await docket('case', 'ledger', '--party', 'P1', csv);
    t.match(again.json, { error: { code: 'station.destination_exists' } });
    for (const wrong of [['2026-1'], ['--all', 'a', 'b'], ['a', 'b', 'c'], ['--all', '--party', 'P1', 'a']])
      t.equal((await docket('case', 'ledger', ...wrong)).code, 2, wrong.join(' '));
    const after = await docket('ledger', 'list', '--type', 'case.ledger_exported');
    t.match(after.json, { entries: { length: 2 } }, 'what was refused has not left');
    t.match((await docket('verify')).json, { ok: true });
  },
);
