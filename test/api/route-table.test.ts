import t from 'tap';
import { reachOf } from '../../src/access/principal.ts';
import type { AnyRoute } from '../../src/api/route.ts';
import { type RouteRow, routeTable, rowOf } from '../../src/api/route-table.ts';
import { allRoutes } from '../../src/api/routes.ts';
import { apiStation, type Person, people } from './api-station.ts';
import { addressOf, record, sampleRequest } from './sample-request.ts';

const api = await apiStation(t);
const everybody = [
  'officer',
  'head',
  'clerk',
  'auditor',
  'administrator',
] as const satisfies readonly Person[];

/** Of whom the thing is that a call is about: of the officer who asks, of a colleague, of another unit. */
const things = ['own', 'sameUnit', 'otherUnit'] as const;
type Whose = (typeof things)[number];

const db = api.station.db;
const sessionOf = (evidence: string): string =>
  db
    .prepare<[string], string>('SELECT session FROM view_session_item WHERE evidence = ?')
    .pluck()
    .get(evidence) ?? '';
const dockingOf = (evidence: string): string =>
  db
    .prepare<[string], string>('SELECT docking FROM view_evidence WHERE evidence = ?')
    .pluck()
    .get(evidence) ?? '';

/** The request of a route about this thing; what it would change it must not find whole, so that nothing is changed. */
function requestAbout(route: AnyRoute, whose: Whose) {
  const sound = sampleRequest(route);
  const evidence = api.evidence[whose];
  const ids: Readonly<Record<string, string>> = {
    evidence,
    session: sessionOf(evidence),
    docking: dockingOf(evidence),
    // What keeps a recording less is a second question (evidence.loosen).
    field: 'title',
    number: { own: 'C1', sameUnit: 'C3', otherUnit: 'C2' }[whose],
  };
  const params = Object.fromEntries(
    Object.entries(sound.params).map(([name, one]) => [name, ids[name] ?? one]),
  );
  const body = record(sound.body);
  const named = {
    ...('evidence' in body ? { evidence: [evidence] } : {}),
    ...('about' in body ? { about: evidence } : {}),
    ...('sessions' in body ? { sessions: [sessionOf(evidence)] } : {}),
  };
  return { ...sound, params, body: sound.body === undefined ? undefined : { ...body, ...named } };
}

/** Whether this person's permission reaches the thing, worked out apart from the code that answers. */
function reaches(who: Person, row: RouteRow, whose: Whose): boolean {
  if (row.needs === null) return true;
  const principal = people[who];
  const reach = reachOf(principal, row.needs);
  if (reach === null) return false;
  if (reach.all) return true;
  const unit = whose === 'otherUnit' ? 'U2' : 'U1';
  const officer = { own: '222222', sameUnit: '333333', otherUnit: '444444' }[whose];
  return reach.units.has(unit) || (reach.own && principal.officer === officer);
}

/** What the table says must come of a call: the kinds of status that are allowed. */
function expected(who: Person | null, row: RouteRow, whose: Whose): 'let in' | 401 | 403 | 404 {
  if (row.scope === 'open') return 'let in';
  if (who === null) return 401;
  if (row.needs === null) return 'let in';
  const reach = reachOf(people[who], row.needs);
  if (reach === null || (row.scope === 'whole' && !reach.all)) return 403;
  if (row.scope === 'item' && !reaches(who, row, whose)) return 404;
  return 'let in';
}

/** Nobody in this test has an approved request, and the unit does not let officers watch their own. */
const footage: readonly string[] = ['evidence.watch', 'evidence.copy'];

t.test(
  'each route x each role x own, same unit, other unit, nobody signed in: as the table says',
  async (t) => {
    let calls = 0;
    for (const route of allRoutes()) {
      const key = `${route.method} ${route.path}`;
      const row = rowOf(key);
      // A stream does not end.
      if (row === null || route.path.endsWith('/events')) continue;
      for (const who of [...everybody, null])
        for (const whose of things) {
          const request = requestAbout(route, whose);
          // A thing that has no sample of its own is asked for by a name that nothing bears: out of reach for who has not all.
          const known = Object.values(request.params).every((one) => one !== 'none');
          const { status, json } = await api.ask(who, route.method, addressOf(route, request), request.body);
          const wanted = expected(who, row, whose);
          const told = `${key} ${who} ${whose}: ${status} ${JSON.stringify(json).slice(0, 200)}`;
          calls += 1;
          if (status >= 500) t.fail(told);
          if (typeof wanted === 'number' && status !== wanted) t.fail(`${told}, not ${wanted}`);
          const code = String(record(json)['code']);
          // Footage has a second door behind this one: that it asks for an approval is what is to come of it.
          if (wanted === 'let in' && footage.includes(String(row.needs))) {
            if (status !== 403 || !/^access\.may_not_(?:watch|copy)$/.test(code)) t.fail(told);
            continue;
          }
          if (wanted === 'let in' && (status === 403 || (status === 401 && !code.startsWith('api.refused'))))
            t.fail(told);
          if (wanted === 'let in' && known && row.scope === 'item' && status === 404) t.fail(told);
        }
    }
    t.ok(calls >= Object.keys(routeTable).length * 6 * 3 - 36, `${calls} calls`);
  },
);

t.test('a sign-in by cookie changes nothing without the token of that sign-in', async (t) => {
  const send = async (headers: Record<string, string>) =>
    (
      await api.app.inject({
        method: 'PUT',
        url: `/api/v1/evidence/${api.evidence.own}/tags/note`,
        headers: { cookie: 'docket=clerk', 'content-type': 'application/json', ...headers },
        payload: JSON.stringify({ value: '备注' }),
      })
    ).statusCode;
  t.equal(await send({}), 403);
  t.equal(await send({ 'x-csrf-token': 'another' }), 403);
  t.equal(await send({ 'x-csrf-token': 'the-csrf-token' }), 200);
});

t.test('whoever may not see personal data gets masks, in whatever they ask', async (t) => {
  const urls = [
    '/api/v1/alarms?all=true',
    '/api/v1/registers/parties',
    '/api/v1/registers/officers',
    '/api/v1/recorders',
  ];
  for (const url of urls) {
    const { status, text } = await api.ask('administrator', 'GET', url);
    t.equal(status, 200, url);
    t.notMatch(text, /张三|李四|王五|赵六|钱七|330802199001011234/, url);
  }
  const { text } = await api.ask('administrator', 'GET', '/api/v1/registers/parties');
  t.match(text, '赵*');
});
