import t from 'tap';
import { openReading } from '../../src/custody/database.ts';
import { backupRows } from '../../src/station/backup/standing.ts';
import { accountRows, tokenRows } from '../../src/station/catalogue/accounts.ts';
import { alarmQuery } from '../../src/station/catalogue/alarm-list.ts';
import { damageRows } from '../../src/station/catalogue/copies.ts';
import { disposalRows, disposedRows } from '../../src/station/catalogue/disposals.ts';
import { dockingRows } from '../../src/station/catalogue/dockings.ts';
import { entryPlaces } from '../../src/station/catalogue/entries.ts';
import { termsOf } from '../../src/station/catalogue/entry-search.ts';
import { erasingRows } from '../../src/station/catalogue/erasings.ts';
import { evidencePlaces } from '../../src/station/catalogue/evidence-list.ts';
import { findingRows } from '../../src/station/catalogue/findings.ts';
import { holdRows } from '../../src/station/catalogue/holds.ts';
import { justificationRows } from '../../src/station/catalogue/justifications.ts';
import { proposalRows } from '../../src/station/catalogue/proposals.ts';
import { recorderRows } from '../../src/station/catalogue/recorders.ts';
import { importRows } from '../../src/station/catalogue/register-imports.ts';
import { registerRowsQuery } from '../../src/station/catalogue/register-rows.ts';
import { requestRows } from '../../src/station/catalogue/requests.ts';
import { reviewRows } from '../../src/station/catalogue/reviews.ts';
import { sessionRows } from '../../src/station/catalogue/sessions.ts';
import type { Condition, Visible } from '../../src/station/catalogue/visible.ts';
import { loneLedger } from '../support/tamper-ledger.ts';
import { complaintsIn, planOf } from './plans.ts';

const { path } = loneLedger(t);
const db = openReading(path);
t.teardown(() => db.close());

const everything: Visible = { all: true, units: [], officer: null };
const own: Visible = { all: false, units: [], officer: '222222' };
const units: Visible = { all: false, units: ['U1', 'U2'], officer: '222222' };

const planHere = (condition: Condition): readonly string[] => planOf(db, condition);
const complaints = (condition: Condition, mayScan: readonly string[] = []): readonly string[] =>
  complaintsIn(planHere(condition), mayScan);

const page = { after: null, limit: 50, newestFirst: true };

for (const [whose, visible] of Object.entries({ everything, own, units }))
  t.test(`no list scans a table or sorts it: ${whose}`, async (t) => {
    const filter = {
      ...{
        docking: null,
        recorder: null,
        officer: null,
        state: null,
        case: null,
        class: null,
        withoutCase: false,
        singleCopy: false,
      },
      ...{ unassigned: false, since: null, until: null, ...page, visible },
    };
    const ofRecorder = { ...filter, recorder: '1111111' };
    t.same(complaints(evidencePlaces(filter)), []);
    t.same(complaints(evidencePlaces(ofRecorder)), []);
    t.same(complaints(evidencePlaces({ ...filter, officer: '222222' })), []);
    t.same(complaints(evidencePlaces({ ...filter, state: 'secured' })), []);
    // A span of time is a span of ids: no list of one is sorted, however wide it is.
    const ids = { from: 'ST01-2026-0000001', to: 'ST01-2026-0900000' };
    const timed = { ...filter, since: Temporal.Instant.from('2026-01-01T00:00Z'), until: null };
    for (const one of [timed, { ...timed, recorder: '1111111' }, { ...timed, withoutCase: true }]) {
      t.same(complaints(evidencePlaces(one, ids)), []);
      t.notMatch(planHere(evidencePlaces(one, ids)).join('\n'), 'view_evidence_secured');
      t.match(planHere(evidencePlaces(one, ids)).join('\n'), /evidence>\? AND evidence<\?/);
    }
    const sessions = { verdict: null, recorder: null, officer: null, ...page, visible };
    // What a page has found is joined with its recordings: 51 sessions at most are grouped.
    t.same(complaints(sessionRows(sessions), ['s']), []);
    t.same(complaints(sessionRows({ ...sessions, recorder: '1111111' }), ['s']), []);
    t.same(complaints(sessionRows({ ...sessions, verdict: 'late' }), ['s']), []);
    const findings = { openOnly: true, evidence: null, session: null, ...page, visible };
    t.same(complaints(findingRows(findings)), []);
    const dockings = { recorder: null, port: null, since: null, until: null, ...page, visible };
    // What an officer has brought or asked for is a handful too: it is found by their recordings and then sorted.
    const few = whose === 'own' ? ['USE TEMP B-TREE FOR ORDER BY'] : [];
    t.same(complaints(dockingRows(dockings)), few);
    t.same(complaints(dockingRows({ ...dockings, port: '07' })), []);
    const reasons = complaints(justificationRows({ session: null, state: null, ...page, visible }));
    t.same(reasons, few);
    t.same(complaints(justificationRows({ session: null, state: 'submitted', ...page, visible })), []);
    for (const register of ['units', 'officers', 'recorders', 'cases', 'rosters'] as const)
      t.same(complaints(registerRowsQuery({ register, begins: null, ...page, visible })), []);
    // The table lies in the order of its key: the walk is in order.
    const requests = requestRows({ state: null, of: null, evidence: null, ...page, visible });
    t.same(complaints(requests, ['view_request']), few);
    const holds = { standingOnly: true, about: null, ...page, visible };
    t.same(complaints(holdRows(holds)), []);
    t.same(complaints(holdRows({ ...holds, standingOnly: false })), []);
    t.same(complaints(disposalRows({ state: null, ...page, visible })), []);
    t.same(complaints(disposedRows({ disposal: 'ST01-X000001', ...page, visible })), []);
    t.same(complaints(disposedRows({ disposal: null, ...page, visible })), []);
  });

t.test('no list of what belongs to nobody does', async (t) => {
  const entries = { type: null, subject: null, actor: null, since: null, until: null, ...page };
  t.same(complaints(entryPlaces(entries), ['v']), [], 'its key is its place: the walk is in order');
  t.same(complaints(entryPlaces({ ...entries, type: 'recording.stored' })), []);
  t.same(complaints(entryPlaces({ ...entries, actor: 'os:clerk' })), []);
  // Of one thing there are some, kind by kind: they are sorted.
  const ofOne = complaints(entryPlaces({ ...entries, evidence: 'ST01-2026-0000001' }));
  t.same(ofOne, ['USE TEMP B-TREE FOR ORDER BY']);
  const ofKind = entryPlaces({ ...entries, evidence: 'ST01-2026-0000001', type: 'evidence.viewed' });
  t.match(planHere(ofKind).join(), 'view_entry_subject (subject=? AND type=?)');
  t.same(complaints(ofKind), []);
  const deeds = entryPlaces({ ...entries, actor: 'os:clerk', type: 'alarm.closed' });
  t.match(planHere(deeds).join(), 'view_entry_actor_type (actor=? AND type=?)');
  t.same(complaints(entryPlaces({ ...entries, address: '192.0.2.7' })), []);
  t.same(complaints(entryPlaces({ ...entries, result: 'rejected' })), []);
  const [word = null] = termsOf('张三');
  t.same(complaints(entryPlaces({ ...entries, address: '192.0.2.7', result: 'failed', word })), []);
  const alarms = {
    state: null,
    severity: null,
    code: null,
    since: null,
    until: null,
    openOnly: false,
    ...page,
  };
  t.same(complaints(alarmQuery(alarms)), []);
  t.same(complaints(alarmQuery({ ...alarms, code: 'vault_full' })), []);
  t.same(complaints(recorderRows(page)), []);
  t.same(complaints(damageRows({ openOnly: true, ...page }), ['d']), [], 'its key is its place');
  t.same(complaints(erasingRows({ docking: null, ...page }), ['e']), [], 'it lies in the order of its key');
  t.same(complaints(erasingRows({ docking: 'ST01-D000001', ...page })), []);
  t.same(complaints(backupRows({ standingOnly: true, ...page })), []);
  t.same(complaints(recorderRows({ ...page, holder: '222222', state: '在用' })), []);
  const turned = { after: null, limit: 50, descending: true };
  // These tables lie in the order of their keys.
  t.same(complaints(accountRows({ ...turned, role: 'clerk' }), ['view_account', 'json_each']), []);
  t.same(complaints(tokenRows({ ...turned, account: 'ST01-U000001', valid: null })), []);
  t.same(complaints(proposalRows({ ...turned, openOnly: true }, Temporal.Now.instant())), []);
  t.same(complaints(reviewRows({ ...turned, reviewer: 'ST01-U000001' }), ['r']), []);
  t.same(complaints(importRows({ ...turned, register: 'officers' }), ['view_register_import']), []);
});
