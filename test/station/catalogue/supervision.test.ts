import t from 'tap';
import { supervision } from '../../../src/station/catalogue/supervision.ts';
import { everything } from '../../../src/station/catalogue/visible.ts';
import { apiStation } from '../../api/api-station.ts';
import { approved } from '../../api/approved.ts';

const api = await apiStation(t);
const { db, room } = api.station;
const { own, otherUnit } = api.evidence;
const wish = { since: null, until: null, zone: 'Asia/Shanghai', visible: everything };

await approved(api, 'clerk', { kind: 'view', evidence: own });
const sha256 =
  db
    .prepare<[string], string>('SELECT sha256 FROM view_evidence WHERE evidence = ?')
    .pluck()
    .get(otherUnit) ?? '';
const { vault } = room;
const copy = { sha256, vault: vault.id, object: vault.locate(sha256).object };
await room.ledger.append([
  {
    type: 'original.damaged',
    actor: { kind: 'machine', id: 'daemon' },
    subject: { kind: 'original', id: sha256 },
    data: { ...copy, kind: 'altered', expected: 'a', found: 'b' },
    personal: {},
  },
  {
    type: 'fixity.summary',
    actor: { kind: 'machine', id: 'daemon' },
    subject: { kind: 'station', id: 'ST01' },
    data: {
      ...{ vault: vault.id, from: '2026-09-01T00:00:00Z', checked: 7, bytes: 700, damaged: 1 },
      ...{ held: 8, heldBytes: 800, allSince: null },
    },
    personal: {},
  },
]);

t.test('requests and damages count for the units and officers whose recordings they concern', async (t) => {
  t.match(
    supervision(db, { ...wish, by: 'unit' }).map(({ group, requests, damaged, checked }) => ({
      ...{ group, requests, damaged, checked },
    })),
    [
      { group: 'U1', requests: 1, damaged: 0, checked: null },
      { group: 'U2', requests: 0, damaged: 1, checked: null },
      { group: '–', requests: 0, damaged: 0, checked: null },
    ],
  );
  const officers = supervision(db, { ...wish, by: 'officer' });
  t.match(
    officers.find(({ group }) => group === '222222'),
    { requests: 1, damaged: 0, due: Number },
  );
  t.match(
    officers.find(({ group }) => group === '444444'),
    { requests: 0, damaged: 1 },
  );
});

t.test('by time they are counted when they happened, with what was read back', async (t) => {
  for (const [by, group] of [
    ['month', /^\d{4}-\d{2}$/],
    ['week', /^\d{4}-W\d{2}$/],
  ] as const) {
    const found = supervision(db, { ...wish, by }).filter(({ requests }) => requests === 1);
    t.match(found, [{ group, requests: 1, damaged: 1, checked: 7 }], by);
  }
  const before = { ...wish, until: Temporal.Now.instant().subtract({ hours: 1 }) };
  t.same(
    supervision(db, { ...before, by: 'month' }).filter(({ requests }) => requests !== 0),
    [],
    'nothing outside the time',
  );
});

t.test('a rule says nothing of either', async (t) => {
  for (const row of supervision(db, { ...wish, by: 'policy' }))
    t.match(row, { requests: null, damaged: null, checked: null });
});

t.test(
  'whoever sees one unit is told of its requests and damages alone, and nothing of the vault',
  async (t) => {
    const visible = { all: false, units: ['U1'], officer: null };
    const rows = supervision(db, { ...wish, by: 'month', visible });
    const sum = (name: 'requests' | 'damaged' | 'checked') =>
      rows.reduce((all, row) => all + (row[name] ?? 0), 0);
    t.same([sum('requests'), sum('damaged'), sum('checked')], [1, 0, 0]);
  },
);

t.test('the report gives them as JSON with series for a chart, as CSV and as a workbook', async (t) => {
  const url = '/api/v1/reports/supervision?by=unit&since=2020-01-01T00:00:00Z';
  const { json, status } = await api.ask('clerk', 'GET', url);
  t.equal(status, 200);
  t.match(json, {
    by: 'unit',
    rows: [
      { group: 'U1', requests: 1 },
      { group: 'U2', damaged: 1 },
    ],
  });
  const { chart } = json as { chart: { labels: string[]; series: { name: string; values: unknown[] }[] } };
  for (const { values } of chart.series) t.equal(values.length, chart.labels.length);
  t.same(chart.series.map(({ name }) => name).slice(-3), ['requests', 'checked', 'damaged']);
  t.match(
    (await api.ask('clerk', 'GET', `${url}&format=csv`)).text,
    /requests,copies read back,copies found damaged/,
  );
  t.match((await api.ask('clerk', 'GET', `${url}&format=xlsx`)).text, /^PK/);
});
