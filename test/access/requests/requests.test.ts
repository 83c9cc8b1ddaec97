import t from 'tap';
import { Emergencies } from '../../../src/access/requests/emergencies.ts';
import { OwnershipBook } from '../../../src/access/requests/ownership.ts';
import { RequestBook } from '../../../src/access/requests/request-book.ts';
import type { RequestWish } from '../../../src/access/requests/requests.ts';
import { newSpans, pieceSeconds } from '../../../src/access/requests/viewings.ts';
import { requestList } from '../../../src/station/catalogue/requests.ts';
import { viewingsUnder } from '../../../src/station/catalogue/viewings.ts';
import { AccessStation, otherOwner, owner } from '../access-station.ts';

const here = '192.0.2.7';

/** Two units, an officer and a head of the first, a clerk, and a recording of each unit. */
async function bureau(t: import('tap').Test, settings = {}) {
  const station = new AccessStation(t, settings);
  await station.register('units', 'A', { code: 'A', name: '甲' });
  await station.register('units', 'B', { code: 'B', name: '乙' });
  await station.register('officers', '222222', { number: '222222', name: '张三', unit: 'A' });
  const officer = await station.person('zhangsan', ['officer'], { officer: '222222' });
  const head = await station.person('head', ['department_head'], { units: ['A'] });
  const clerk = await station.person('clerk', ['clerk']);
  const evidence = await station.recording(1, '222222', null);
  const foreign = await station.recording(2, null, 'B');
  return { station, officer, head, clerk, evidence, foreign };
}

function wish(
  station: AccessStation,
  evidence: readonly string[],
  more: Partial<RequestWish> = {},
): RequestWish {
  const until = station.lone.clock.now().add({ hours: 48 });
  const usual = { kind: 'view', for: null, why: '核对现场', recipient: null, emergency: false } as const;
  return { ...usual, evidence, until, ...more };
}

t.test('asked for, approved by the responsible head, watched, entered, over', async (t) => {
  const { station, clerk, head, evidence } = await bureau(t);
  const { requests, viewings } = station.desk;
  const [clerkActs, headActs] = [await clerk.acting(), await head.acting()];
  const watcher = (await clerk.in()).principal;
  await t.rejects(viewings.watch(watcher, evidence, 0, 10, here), { code: 'access.may_not_watch' });
  const request = await requests.submit(wish(station, [evidence, evidence]), clerkActs);
  t.equal(request, 'ST01-R000001');
  await t.rejects(viewings.watch(watcher, evidence, 0, 10, here), { code: 'access.may_not_watch' });
  await requests.decide({ request, decision: 'approved', note: '同意' }, headActs);
  await viewings.watch(watcher, evidence, 0, 10, here);
  t.match(viewingsUnder(station.lone.db, request, 10), [
    { evidence, from: 0, to: pieceSeconds, actor: watcher.account },
  ]);
  await t.rejects(
    viewings.download(watcher, { evidence, what: 'original', sha256: 'a'.repeat(64), bytes: 1 }, here),
    { code: 'access.may_not_copy' },
  );
  station.pass({ hours: 48 });
  await t.rejects(viewings.watch(watcher, evidence, 0, 10, here), { code: 'access.may_not_watch' });
  t.equal(await requests.expire(), 1);
  t.equal(await requests.expire(), 0, 'said once');
  t.match(new RequestBook(station.lone.db).named(request), { state: 'expired', items: 1 });
});

t.test('nobody decides what they asked for or will act on, nor beyond their units', async (t) => {
  const { station, clerk, head, evidence, foreign } = await bureau(t);
  const { requests } = station.desk;
  const [clerkActs, headActs] = [await clerk.acting(), await head.acting()];
  const own = await requests.submit(wish(station, [evidence]), headActs);
  for (const decision of ['approved', 'rejected'] as const)
    await t.rejects(requests.decide({ request: own, decision, note: null }, headActs), {
      code: 'access.request_own',
    });
  const forHead = await requests.submit(wish(station, [evidence], { for: 'head' }), clerkActs);
  await t.rejects(requests.decide({ request: forHead, decision: 'approved', note: null }, headActs), {
    code: 'access.request_own',
  });
  const wide = await requests.submit(wish(station, [evidence, foreign]), clerkActs);
  await t.rejects(requests.decide({ request: wide, decision: 'approved', note: null }, headActs), {
    code: 'access.request_beyond',
  });
  await t.rejects(requests.decide({ request: wide, decision: 'approved', note: null }, clerkActs), {
    code: 'access.request_own',
  });
  await t.rejects(requests.decide({ request: wide, decision: 'withdrawn', note: null }, headActs), {
    code: 'access.request_own',
  });
  const byOwner = await requests.submit(wish(station, [foreign], { for: 'clerk' }), owner);
  await t.rejects(requests.decide({ request: byOwner, decision: 'approved', note: null }, owner), {
    code: 'access.request_own',
  });
  await requests.decide({ request: byOwner, decision: 'approved', note: null }, otherOwner);
  t.match(station.desk.viewings.mayWatch((await clerk.in()).principal, foreign), {
    allowed: true,
    request: byOwner,
  });
});

t.test('a request that makes no sense is not taken', async (t) => {
  const { station, evidence } = await bureau(t);
  const { requests } = station.desk;
  const now = station.lone.clock.now();
  for (const [more, code] of [
    [{ evidence: [] }, 'access.evidence_unknown'],
    [{ evidence: ['ST01-2026-0000099'] }, 'access.evidence_unknown'],
    [{ until: now }, 'access.until_wrong'],
    [{ until: now.add({ hours: 24 * 30 + 1 }) }, 'access.until_wrong'],
    [{ emergency: true, until: now.add({ hours: 25 }) }, 'access.until_wrong'],
    [{ kind: 'give_out' }, 'access.recipient_missing'],
    [{ recipient: '某某人民法院' }, 'access.recipient_missing'],
    [{ kind: 'copy', emergency: true, until: now.add({ hours: 1 }) }, 'access.emergency_kind'],
    [{ kind: 'lift' }, 'access.not_classified'],
    [{ for: 'nobody' }, 'access.account_unknown'],
  ] as const)
    await t.rejects(requests.submit(wish(station, [evidence], more), owner), { code }, JSON.stringify(more));
  t.same(station.entries('request.submitted'), []);
});

t.test('what lies beyond somebody’s reach is not there for them, in an emergency least of all', async (t) => {
  const { station, officer, head, evidence, foreign } = await bureau(t);
  const { requests } = station.desk;
  const until = station.lone.clock.now().add({ hours: 1 });
  const unknown = { code: 'access.evidence_unknown' };
  for (const person of [officer, head]) {
    const acting = await person.acting();
    await t.rejects(requests.submit(wish(station, [evidence, foreign]), acting), unknown);
    const emergency = wish(station, [foreign], { emergency: true, until });
    await t.rejects(requests.submit(emergency, acting), unknown);
    await requests.submit(wish(station, [evidence]), acting);
  }
});

t.test('withdrawn by who asked, also when it was approved; settled ones stay so', async (t) => {
  const { station, clerk, head, evidence } = await bureau(t);
  const { requests, viewings } = station.desk;
  const [clerkActs, headActs] = [await clerk.acting(), await head.acting()];
  const request = await requests.submit(wish(station, [evidence]), clerkActs);
  await requests.decide({ request, decision: 'approved', note: null }, headActs);
  await t.rejects(requests.decide({ request, decision: 'rejected', note: null }, headActs), {
    code: 'access.request_settled',
  });
  await requests.decide({ request, decision: 'withdrawn', note: null }, clerkActs);
  t.match(viewings.mayWatch((await clerk.in()).principal, evidence), {
    allowed: false,
    because: 'no_request',
  });
  await t.rejects(requests.decide({ request, decision: 'withdrawn', note: null }, clerkActs), {
    code: 'access.request_settled',
  });
  await t.rejects(requests.decide({ request: 'ST01-R000099', decision: 'approved', note: null }, headActs), {
    code: 'access.request_unknown',
  });
});

t.test('an emergency is watched at once, loudly, and stays loud until it is approved', async (t) => {
  const { station, clerk, head, evidence } = await bureau(t);
  const { requests, viewings, room } = station.desk;
  const [clerkActs, headActs] = [await clerk.acting(), await head.acting()];
  const until = station.lone.clock.now().add({ hours: 2 });
  const request = await requests.submit(wish(station, [evidence], { emergency: true, until }), clerkActs);
  await viewings.watch((await clerk.in()).principal, evidence, 0, 30, here);
  t.same(room.alarms.about('emergency_viewing'), [request]);
  await t.rejects(requests.decide({ request, decision: 'withdrawn', note: null }, clerkActs), {
    code: 'access.request_emergency',
  });
  station.pass({ hours: 3 });
  t.equal(await requests.expire(), 0, 'what was seen still waits for its decision');
  t.match(viewings.mayWatch((await clerk.in()).principal, evidence), { allowed: false });
  const emergencies = new Emergencies(station.lone.db);
  t.match(emergencies.page(''), { missing: [{ about: request }], next: null }, 'raised again after a crash');
  t.ok(emergencies.stands(request));
  await requests.decide({ request, decision: 'approved', note: null }, headActs);
  t.notOk(emergencies.stands(request));
  t.same(emergencies.page('').missing, []);
});

t.test('lifting a classification is done with the very approval', async (t) => {
  const { station, clerk, head, evidence } = await bureau(t, { officersWatchOwn: true });
  await station.tag(evidence, 'classification', 'personal_privacy');
  const { requests } = station.desk;
  const owners = new OwnershipBook(station.lone.db);
  const request = await requests.submit(wish(station, [evidence], { kind: 'lift' }), await clerk.acting());
  t.equal(owners.facts(evidence).classification, 'personal_privacy');
  await requests.decide({ request, decision: 'approved', note: null }, await head.acting());
  t.equal(owners.facts(evidence).classification, 'ordinary');
});

t.test('a recording nobody has given to a unit is its officer’s unit’s', async (t) => {
  const { station, evidence, foreign } = await bureau(t);
  const owners = new OwnershipBook(station.lone.db);
  t.match(owners.facts(evidence), { officer: '222222', unit: 'A', classification: 'ordinary' });
  t.match(owners.facts(foreign), { officer: null, unit: 'B' });
  t.match(owners.facts('ST01-2026-0000099'), { officer: null, unit: null });
});

t.test('officers see their own by policy, by the seconds, and the kiosk shows nothing', async (t) => {
  const { station, officer, evidence, foreign } = await bureau(t, { officersWatchOwn: true });
  const { viewings, accounts, doors } = station.desk;
  const { principal } = await officer.in();
  await viewings.watch(principal, evidence, 0, 45, here);
  await viewings.watch(principal, evidence, 10, 20, here);
  await viewings.watch(principal, evidence, 40, 95, here);
  const spans = station
    .entries('evidence.viewed')
    .map(({ data }) => [data['from'], data['to'], data['request']]);
  t.same(spans, [
    [0, 60, null],
    [60, 120, null],
  ]);
  await t.rejects(viewings.watch(principal, foreign, 0, 1, here), { code: 'access.may_not_watch' });
  for (const [from, to] of [
    [-1, 5],
    [5, 5],
    [0, 90_000],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
  ] as const)
    await t.rejects(viewings.watch(principal, evidence, from, to, here), { code: 'access.span_wrong' });
  const pin = (await accounts.pin('zhangsan', 'set', owner)) ?? '';
  const kiosk = await doors.signInByPin('zhangsan', pin, here);
  t.match(kiosk, { let: 'in' });
  if (kiosk.let === 'in')
    await t.rejects(viewings.watch(kiosk.principal, evidence, 0, 1, here), { code: 'access.no_footage' });
});

t.test('a copy given to a court is entered before it leaves', async (t) => {
  const { station, clerk, head, evidence } = await bureau(t);
  const { requests, viewings } = station.desk;
  const give = { kind: 'give_out', recipient: '某某人民法院' } as const;
  const request = await requests.submit(wish(station, [evidence], give), await clerk.acting());
  await requests.decide({ request, decision: 'approved', note: null }, await head.acting());
  const copy = { evidence, what: 'original', sha256: 'a'.repeat(64), bytes: 1_000 } as const;
  await viewings.download((await clerk.in()).principal, copy, here);
  t.match(station.entries('evidence.downloaded').at(-1)?.data, { request, what: 'original', bytes: 1_000 });
});

t.test('requests are listed by state, person and recording, page by page', async (t) => {
  const { station, clerk, evidence, foreign } = await bureau(t);
  const { requests } = station.desk;
  const acting = await clerk.acting();
  for (const one of [evidence, foreign, evidence]) await requests.submit(wish(station, [one]), acting);
  await requests.submit(wish(station, [foreign]), owner);
  const all = { state: null, of: null, evidence: null, after: null, limit: 2 };
  const list = (more: object) => {
    const { requests: found, next } = requestList(station.lone.db, { ...all, ...more });
    return [found.map(({ request }) => Number(request.slice(-1))), next];
  };
  t.same(list({}), [[4, 3], 'ST01-R000003']);
  t.same(list({ after: 'ST01-R000003' }), [[2, 1], null]);
  t.same(list({ of: acting.actor.id }), [[3, 2], 'ST01-R000002']);
  t.same(list({ evidence: foreign }), [[4, 2], null]);
  t.same(list({ state: 'approved' }), [[], null]);
});

t.test('pieces that are open are not opened again', async (t) => {
  t.same(newSpans(new Set(), 0, 30), [[0, 0]]);
  t.same(newSpans(new Set(), 0, 31), [[0, 1]]);
  t.same(newSpans(new Set([1]), 0, 90), [
    [0, 0],
    [2, 2],
  ]);
  t.same(newSpans(new Set([0]), 3, 4), []);
});
