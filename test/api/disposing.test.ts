import t from 'tap';
import { agedStation } from '../support/aged-station.ts';
import { working } from '../support/tamper-station.ts';
import { askOf, inPerson, type Person, served } from './api-station.ts';
import { record } from './sample-request.ts';

const aged = await agedStation(t, [{ content: 'first' }, { content: 'second' }, { content: 'third' }]);
const [first = '', second = '', third = ''] = aged.evidence;
const reason = '保存期满';

t.test('two persons dispose of what nothing holds, over HTTP alone', async (t) => {
  await working(aged, async (station, dockings) => {
    const { app, close } = await served(station, dockings);
    const ask = (who: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
      askOf(app, who, method, `/api/v1${url}`, body);
    const signed = (who: Person, url: string, body: unknown) =>
      inPerson(app, who, 'POST', `/api/v1${url}`, body);
    for (const one of aged.evidence)
      await ask('clerk', 'PUT', `/evidence/${one}/tags/importance`, { value: 'ordinary' });

    const placed = await ask('clerk', 'POST', '/holds', { of: 'evidence', about: second, reason: '复议' });
    const hold = String(record(placed.json)['hold']);
    t.match(placed.json, { hold: /./, done: true });
    t.match((await ask('auditor', 'GET', '/holds')).json, { rows: [{ about: second, lifted: null }] });
    t.match((await ask('head', 'GET', '/holds')).json, { rows: [] }, 'of nobody’s recordings');
    t.match(
      await ask('clerk', 'POST', '/disposals', { evidence: [second], reason }),
      { status: 409, json: { code: 'retention.not_disposable' } },
      'what is held stays',
    );
    t.match(await ask('auditor', 'POST', `/holds/${hold}/lifting`, { reason }), { status: 403 });
    t.match(await ask('clerk', 'POST', `/holds/${hold}/lifting`, { reason }), { status: 200 });
    t.match(await ask('clerk', 'POST', `/holds/${hold}/lifting`, { reason }), {
      status: 409,
      json: { code: 'retention.hold_lifted' },
    });
    t.match((await ask('auditor', 'GET', '/holds')).json, { rows: [] });
    t.match((await ask('auditor', 'GET', '/holds?all=true')).json, { rows: [{ hold, liftReason: reason }] });

    const proposed = await ask('clerk', 'POST', '/disposals', { evidence: [first, second], reason });
    const disposal = String(record(proposed.json)['disposal']);
    t.match(proposed, { status: 200, json: { evidence: [first, second], state: 'proposed' } });
    const decision = { decision: 'approved', note: null };
    t.match(
      await ask('auditor', 'POST', `/disposals/${disposal}/decision`, decision),
      { status: 422, json: { code: 'access.needs_password' } },
      'no program approves',
    );
    t.match(await signed('clerk', `/disposals/${disposal}/decision`, decision), { status: 403 });
    t.match(
      await signed('head', `/disposals/${disposal}/decision`, decision),
      { status: 404 },
      'a head decides of their own units alone',
    );
    t.match((await ask('head', 'GET', '/disposals')).json, { rows: [] });
    t.match(await signed('auditor', `/disposals/${disposal}/decision`, decision), {
      status: 200,
      json: { state: 'approved', disposed: 2, refused: 0, decider: 'account:auditor' },
    });
    t.match(await signed('auditor', `/disposals/${disposal}/decision`, decision), { status: 409 });
    t.match((await ask('auditor', 'GET', '/disposed?sort=id')).json, {
      rows: [
        { evidence: first, disposal, proposer: 'account:clerk', decider: 'account:auditor', reason },
        { evidence: second },
      ],
      next: null,
    });
    const page = await ask('auditor', 'GET', '/disposed?sort=id&limit=1');
    const { next } = record(page.json);
    t.match((await ask('auditor', 'GET', `/disposed?sort=id&limit=1&cursor=${next}`)).json, {
      rows: [{ evidence: second }],
      next: null,
    });

    const again = await ask('clerk', 'POST', '/disposals', { evidence: null, reason });
    const withdrawn = String(record(again.json)['disposal']);
    t.match(again.json, { evidence: [third] }, 'whatever is due');
    t.match(await ask('almighty', 'POST', `/disposals/${withdrawn}/withdrawal`, { note: null }), {
      status: 403,
      json: { code: 'retention.disposal_own' },
    });
    t.match(await ask('clerk', 'POST', `/disposals/${withdrawn}/withdrawal`, { note: null }), {
      status: 200,
      json: { state: 'withdrawn' },
    });
    t.match((await ask('auditor', 'GET', '/disposals')).json, {
      rows: [{ disposal: withdrawn }, { disposal }],
    });
    t.match((await ask('auditor', 'GET', '/disposals?state=approved')).json, { rows: [{ disposal }] });
    await close();
  });
});

t.test('who proposes cannot approve, whatever permissions they have', async (t) => {
  await working(aged, async (station, dockings) => {
    const { app, close } = await served(station, dockings);
    const { json } = await askOf(app, 'almighty', 'POST', '/api/v1/disposals', { evidence: [third], reason });
    const url = `/api/v1/disposals/${record(json)['disposal']}`;
    t.match(
      await inPerson(app, 'almighty', 'POST', `${url}/decision`, { decision: 'approved', note: null }),
      {
        status: 403,
        json: { code: 'retention.disposal_own' },
      },
    );
    t.equal((await askOf(app, 'almighty', 'POST', `${url}/withdrawal`, { note: null })).status, 200);
    await close();
  });
});

t.test('a person keeps an item longer, never shorter', async (t) => {
  await working(aged, async (station, dockings) => {
    const { app, close } = await served(station, dockings);
    const url = `/api/v1/evidence/${third}/retention`;
    const years = (count: number) =>
      Temporal.Now.zonedDateTimeISO('UTC')
        .add({ years: count })
        .toInstant()
        .toString({ smallestUnit: 'second' });
    const until = years(5);
    t.equal((await askOf(app, 'auditor', 'POST', url, { until, reason: '复议' })).status, 403);
    t.match(await askOf(app, 'clerk', 'POST', url, { until, reason: '复议' }), {
      status: 200,
      json: { done: true },
    });
    const { json } = await askOf(app, 'clerk', 'GET', `/api/v1/evidence/${third}`);
    t.match(json, { original: { retainUntil: until } }, 'the vault locks it so long');
    t.match(await askOf(app, 'clerk', 'POST', url, { until: years(4), reason: '复议' }), {
      status: 409,
      json: { code: 'retention.not_longer', field: 'until' },
    });
    t.match(await askOf(app, 'clerk', 'POST', url, { until: years(31), reason: '复议' }), {
      status: 422,
      json: { code: 'retention.too_long' },
    });
    t.match(await askOf(app, 'clerk', 'POST', '/api/v1/disposals', { evidence: [third], reason }), {
      status: 409,
      json: { code: 'retention.still_locked' },
    });
    await close();
  });
  const other = await agedStation(t, [{ content: 'alone' }]);
  const [one = ''] = other.evidence;
  await working(other, async (station) => {
    const soon = { evidence: one, until: Temporal.Instant.from('2019-01-01T00:00:00Z'), reason };
    await t.rejects(station.retention.extend(soon, { kind: 'person', id: 'os:clerk' }), {
      code: 'retention.not_longer',
    });
  });
});
