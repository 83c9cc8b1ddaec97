import fc from 'fast-check';
import t from 'tap';
import type { AnyRoute } from '../../src/api/route.ts';
import { allRoutes } from '../../src/api/routes.ts';
import { apiStation } from './api-station.ts';
import { addressOf, record, type SampleRequest, sampleRequest } from './sample-request.ts';

const api = await apiStation(t);
const everyRoute = allRoutes();

interface Spoilt {
  /** Its place among all. */
  readonly place: number;
  readonly request: SampleRequest;
  /** Which field is at fault, and how. */
  readonly field: string;
  readonly how: string;
}

const nasty = fc.constantFrom<readonly [string, unknown]>(
  ['NUL', 'a\u0000b'],
  ['control', 'a\u001bb'],
  ['long', 'x'.repeat(9_000)],
  ['object', { $gt: '' }],
  ['list', [[[]]]],
  ['float', 1.5],
  ['huge', 1e300],
  ['negative', -1e13],
  ['flag', 'maybe'],
  ['null in a list', [null]],
);

/** Fields of a part with what may be put there so that its schema refuses it. */
function partsOf(route: AnyRoute): readonly (readonly ['params' | 'query' | 'body', string, Loose])[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema: { readonly properties?: Record<string, Loose> } = route.shapes[part] ?? {};
    return Object.entries(schema.properties ?? {}).map(([name, one]) => [part, name, one] as const);
  });
}

interface Loose {
  readonly type?: string;
  readonly anyOf?: readonly Loose[];
}

/** What its schema takes is not spoilt: in an address everything is text. */
function fits(how: string, part: string, schema: Loose): boolean {
  const takes = (type: string): boolean =>
    schema.type === type || schema.anyOf?.some((one) => one.type === type) === true;
  if (how === 'object') return (part !== 'body' && takes('string')) || takes('object');
  if (['NUL', 'control', 'long'].includes(how)) return false;
  return takes('string') && (part !== 'body' || how === 'flag');
}

const spoiltField = (route: AnyRoute, place: number): fc.Arbitrary<Spoilt> | null => {
  const parts = partsOf(route).filter(([part, , one]) => part === 'body' || one.type !== 'array');
  if (parts.length === 0) return null;
  return fc
    .tuple(fc.constantFrom(...parts), nasty)
    .filter(([[part, , one], [how]]) => !fits(how, part, one))
    .map(([[part, name], [how, value]]) => {
      const sound = sampleRequest(route);
      const request = { ...sound, [part]: { ...record(sound[part]), [name]: value } };
      return { place, request, field: name, how: `${how} in ${part}` };
    });
};

const extraField = (route: AnyRoute, place: number): fc.Arbitrary<Spoilt> =>
  fc
    .constantFrom('__proto__x', 'constructor', "id'; DROP TABLE ledger_entry; --", 'ｆｉｅｌｄ', 'admin')
    .map((name) => {
      const sound = sampleRequest(route);
      return {
        place,
        request: { ...sound, query: { ...sound.query, [name]: '1' } },
        field: name,
        how: 'unknown',
      };
    });

/** What the console's pages are asked is answered in the browser: the station neither reads nor refuses it. */
const asksTheBrowser = ({ tag, answer, files = [] }: AnyRoute): boolean =>
  tag === 'console' && answer === null && files.includes('text/html');

/** At the front door and at the dock's there is nothing to spoil. */
const spoilable = [...everyRoute.entries()].filter(
  ([place, route]) => !asksTheBrowser(route) || spoiltField(route, place) !== null,
);

const spoilt = fc.constantFrom(...spoilable).chain(([place, route]) => {
  const field = spoiltField(route, place);
  if (field !== null && asksTheBrowser(route)) return field;
  return fc.oneof(extraField(route, place), field ?? extraField(route, place));
});

t.test('5,000 bad requests over all routes: each is refused, and told which field is wrong', async (t) => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ place, request, field, how }) => {
      const route = everyRoute[place];
      if (route === undefined) throw new RangeError(String(place));
      const address = addressOf(route, request);
      const { status, json } = await api.ask('almighty', route.method, address, request.body);
      const told = `${route.method} ${address.slice(0, 200)} ${how} -> ${status} ${JSON.stringify(json)}`;
      const at = String(record(json)['field']);
      // A path that is longer than any may be is no path of this route.
      if (status === 404 && how.includes('params')) return;
      if (status !== 400 && status !== 422) throw new Error(told);
      if (at !== field && !at.startsWith(`${field}[`) && !at.startsWith(`${field}.`)) throw new Error(told);
      met.add(`${route.method} ${route.path}`);
    }),
    { numRuns: 5_000 },
  );
  t.equal(met.size, spoilable.length, 'on every route');
});

t.test(
  'a body that is no JSON, too deep, too large, no UTF-8 or of another type is refused as what it is',
  async (t) => {
    const send = async (payload: string | Buffer, type = 'application/json') => {
      const answer = await api.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'content-type': type },
        payload,
      });
      return { status: answer.statusCode, ...record(answer.json()) };
    };
    t.match(await send('{"account":'), { status: 400, code: 'api.body_malformed', field: 'body' });
    t.match(await send('['.repeat(100_000)), { status: 400, code: 'api.body_malformed' });
    t.match(await send(Buffer.from([0x22, 0xff, 0xfe, 0x22])), { status: 400, code: 'api.body_malformed' });
    t.match(await send(JSON.stringify({ account: 'x'.repeat(10_000_000) })), { status: 413 });
    t.match(await send('<a/>', 'text/xml'), { status: 415, field: 'Content-Type' });
    t.match(await send(''), { status: 400 });
    t.match(await send('{"account":"a","password":"\\ud800"}'), { status: 400, field: 'password' });
    t.match(await send('{"__proto__":{"a":1},"account":"a","password":"b"}'), {
      status: 400,
      field: '__proto__',
    });
  },
);

t.test('a path that leaves its place, a broken escape, a header with a line in it: 4xx', async (t) => {
  for (const url of [
    '/api/v1/evidence/..%2f..%2fetc%2fpasswd',
    '/api/v1/evidence/%',
    '/api/v1/evidence/%ff%fe',
    '/api/v1/../../etc/passwd',
    '/api/v1/evidence?limit=1&limit=2',
    `/api/v1/evidence/${'x'.repeat(5_000)}`,
  ]) {
    const { status, text } = await api.ask('clerk', 'GET', url);
    t.ok(status >= 400 && status < 500, `${url.slice(0, 60)}: ${status}`);
    t.notMatch(text, /node_modules|\.ts:\d/, 'no stack');
  }
});

t.test('a cursor of another query, another list or another hand is refused', async (t) => {
  const first = await api.ask('clerk', 'GET', '/api/v1/evidence?limit=1');
  const cursor = String(record(first.json)['next']);
  t.equal(
    (await api.ask('clerk', 'GET', `/api/v1/evidence?limit=2&cursor=${cursor}`)).status,
    200,
    'a page may be longer',
  );
  for (const url of [
    `/api/v1/evidence?state=stored&cursor=${cursor}`,
    `/api/v1/evidence?sort=id&cursor=${cursor}`,
    `/api/v1/sessions?cursor=${cursor}`,
    '/api/v1/evidence?cursor=bm90IGEgY3Vyc29y',
    '/api/v1/evidence?cursor=%00',
  ])
    t.match(await api.ask('clerk', 'GET', url), { status: 400, json: { field: 'cursor' } }, url);
});
