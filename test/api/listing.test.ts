import t from 'tap';
import type { AnyRoute } from '../../src/api/route.ts';
import { allRoutes } from '../../src/api/routes.ts';
import type { EntryType } from '../../src/custody/entry-kinds.ts';
import { everyEntry } from '../support/every-entry.ts';
import { type ApiStation, apiStation } from './api-station.ts';
import { addressOf, record, sampleRequest } from './sample-request.ts';

const api = await apiStation(t);

/** A list tells what there was, page by page. No list is what goes on at this moment, nor what one item alone has. */
const momentary = ['/api/v1/dockings/live', '/api/v1/dock/own'];
const ofOne = ['/api/v1/evidence/:evidence/limits', '/api/v1/evidence/:evidence/track'];

function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  return record(record(schema)['properties']);
}

function isArray(schema: unknown): boolean {
  return record(schema)['type'] === 'array';
}

const lists = allRoutes().filter(
  ({ method, answer }) => method === 'GET' && isArray(propertiesOf(answer)['rows']),
);

/** Three of each that the cards have not brought. */
async function fill({ ask, evidence, station }: ApiStation): Promise<void> {
  const made = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<void> => {
    const { status, text } = await ask('almighty', method, path, body);
    if (status >= 300) throw new Error(`${path} ${text}`);
  };
  for (const name of ['一', '二', '三'])
    await made('PUT', `/api/v1/questions/${encodeURIComponent(name)}/evidence`, {
      query: { state: 'stored' },
    });
  for (const place of ['1', '2', '10'])
    await made('PUT', '/api/v1/ports', { path: `1-${place}`, port: place });
  for (const name of ['zhangsan', 'lisi', 'wangwu']) {
    const rest = { person: null, roles: ['clerk'], units: [], officer: null };
    await made('POST', '/api/v1/accounts', { deed: 'add', name, ...rest });
  }
  const until = Temporal.Now.instant().add({ hours: 2 }).toString({ smallestUnit: 'second' });
  for (const kind of ['view', 'copy', 'view'])
    await made('POST', '/api/v1/requests', {
      ...{ kind, evidence: [evidence.own], for: null, until, why: '核查', recipient: null, emergency: false },
    });
  for (const subject of ['a', 'b', 'c'])
    await station.room.alarms.raise('judging_failed', 'warning', subject, { found: '原因' });
  const kinds: readonly EntryType[] = [
    'token.made',
    'proposal.made',
    'config.adopted',
    'review.drawn',
    'justification.submitted',
    'finding.made',
    'hold.placed',
    'backup.made',
    'erasing.begun',
    'original.damaged',
    // In this order an item is gone.
    ...(['disposal.proposed', 'disposal.decided', 'evidence.disposal_begun', 'evidence.disposed'] as const),
  ];
  const items = Object.values(evidence);
  for (const kind of kinds)
    for (const place of [1, 2, 3]) {
      const sample = JSON.stringify(everyEntry.find(({ type }) => type === kind))
        .replaceAll('ST01-2026-0000001', items[place] ?? '')
        .replaceAll('000001', `00009${place}`)
        .replaceAll('20260902T100000Z', `2026090${place}T100000Z`);
      await station.room.ledger.append([JSON.parse(sample)]);
    }
}

t.before(() => fill(api));

interface Page {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

async function page(route: AnyRoute, query: Readonly<Record<string, unknown>>): Promise<Page> {
  const address = addressOf(route, { ...sample(route), query });
  const { status, json, text } = await api.ask('almighty', 'GET', address);
  if (status !== 200) throw new Error(`${address} ${text}`);
  return json as Page;
}

/** Closed ones among them, where a list leaves them out by itself. */
function sample(route: AnyRoute) {
  const sound = sampleRequest(route);
  return {
    ...sound,
    params: { ...sound.params, ...('register' in sound.params ? { register: 'officers' } : {}) },
  };
}

function whole(route: AnyRoute): Readonly<Record<string, unknown>> {
  return 'all' in propertiesOf(route.shapes.query) ? { all: true } : {};
}

t.test('whatever answers with rows is a list, and every list takes the same', async (t) => {
  for (const route of allRoutes()) {
    const answered = Object.values(propertiesOf(route.answer));
    if (route.method !== 'GET' || answered.length === 0 || !answered.every(isArray)) continue;
    t.ok([...momentary, ...ofOne].includes(route.path), `${route.path} answers with rows and is not paged`);
  }
  t.ok(lists.length >= 18);
  for (const { path, shapes } of lists) {
    const query = propertiesOf(shapes.query);
    for (const name of ['limit', 'cursor', 'sort']) t.ok(name in query, `${path} ${name}`);
    const ways = record(query['sort'])['enum'] as readonly string[];
    for (const way of ways) t.ok(ways.includes(way.startsWith('-') ? way.slice(1) : `-${way}`), path);
    const own = Object.keys(query).filter((name) => !['limit', 'cursor', 'sort'].includes(name));
    t.ok(own.length > 0, `${path} has filters`);
  }
});

for (const route of lists)
  t.test(`${route.path}: its pages joined are the whole, either way round`, async (t) => {
    const ways = record(propertiesOf(route.shapes.query)['sort'])['enum'] as readonly string[];
    const told = new Map<string, readonly unknown[]>();
    for (const sort of ways) {
      const question = { ...whole(route), sort };
      const all = await page(route, { ...question, limit: 500 });
      t.ok(all.rows.length >= 3, 'there is something to page through');
      t.equal(all.next, null);
      const joined: unknown[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const cursor: string = next;
        const one = await page(route, { ...question, limit: 2, ...(cursor === '' ? {} : { cursor }) });
        t.ok(one.rows.length <= 2);
        joined.push(...one.rows);
        next = one.next;
      }
      // The ledger grows while it is read: what was there stands where it stood.
      t.strictSame(joined, all.rows, sort);
      told.set(sort, all.rows);
    }
    const [first = '', second = ''] = ways;
    t.strictSame(told.get(first), told.get(second)?.toReversed(), 'and the other way round is the same');
  });

t.test('a cursor of another list, another question or another way round is refused', async (t) => {
  for (const [place, route] of lists.entries()) {
    const { next } = await page(route, { ...whole(route), limit: 1 });
    const other = lists[(place + 1) % lists.length];
    if (other === undefined || next === null) throw new RangeError(route.path);
    const ways = record(propertiesOf(route.shapes.query)['sort'])['enum'] as readonly string[];
    const asked: (readonly [AnyRoute, Readonly<Record<string, unknown>>])[] = [
      [other, { ...whole(other), cursor: next }],
      ...ways.map((sort) => [route, { ...whole(route), sort, cursor: next }] as const),
    ];
    for (const [to, query] of asked) {
      const { status, json } = await api.ask(
        ...(['almighty', 'GET', addressOf(to, { ...sample(to), query })] as const),
      );
      t.match(
        { status, json },
        { status: 400, json: { code: 'api.cursor_foreign', field: 'cursor' } },
        to.path,
      );
    }
  }
});
