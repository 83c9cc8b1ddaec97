import { caseLists } from './case-lists.ts';
import { entryLists } from './entry-lists.ts';
import { evidenceLists } from './evidence-lists.ts';
import { caseNumber, dockingId, drawn, findingId, itemsEachDocking, sessionId } from './made-plan.ts';
import type { AskingRole } from './made-world.ts';
import { otherLists } from './other-lists.ts';
import { type Known, path, type Query, type Question, twice, variants, various } from './question.ts';
import { sessionLists } from './session-lists.ts';

/** Every list of the interface, with its filters, both orders, and far pages. */
export function listQuestions(known: Known): readonly Question[] {
  return [
    ...evidenceLists(known),
    ...entryLists(known),
    ...sessionLists(known),
    ...caseLists(known),
    ...otherLists(known),
  ];
}

/** Single things, and what leaves as a file of bounded size. */
export function otherQuestions({ plan, evidence, entries }: Known): readonly Question[] {
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const one = (name: string, routeOf: (i: number) => string): Question => ({
    ...{ name, kind: 'one', role: 'auditor' },
    paths: various.map((i) => path(routeOf(i), {})),
  });
  const file = (name: string, route: string, queryOf: (i: number) => Query, role: AskingRole): Question => ({
    ...{ name, kind: 'file', role, most: 20 },
    paths: various.map((i) => path(route, queryOf(i))),
  });
  const ofCase = (i: number): string => caseNumber(place(i) + 1);
  const month = { since: '2025-05-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  const number = (i: number): string => encodeURIComponent(ofCase(i));
  return [
    one('an item', (i) => `evidence/${at(i)}`),
    one('the story of an item', (i) => `evidence/${at(i)}/story`),
    one('a session', (i) => `sessions/${sessionId(1 + place(i) * (itemsEachDocking / 4))}`),
    one('a case', (i) => `cases/${number(i)}`),
    one('a docking', (i) => `dockings/${dockingId(place(i) + 1)}`),
    one('a finding', (i) => `findings/${findingId(place(i) + 1)}`),
    one('an entry', (i) => `ledger/entries/${drawn(plan, `one entry ${i}`, entries)}`),
    one('proof of an entry', (i) => `ledger/entries/${drawn(plan, `one entry ${i}`, entries - 1)}/proof`),
    one('the checkpoint', () => 'ledger/checkpoint'),
    one('the station', () => 'station'),
    { name: 'metrics', kind: 'one', role: 'auditor', paths: ['/metrics'] },
    file('entries of a case as CSV', 'ledger/export', (i) => ({ case: ofCase(i), format: 'csv' }), 'auditor'),
    file(
      'case ledger of a case as CSV',
      'case-ledger',
      (i) => ({ of: 'case', key: ofCase(i), format: 'csv' }),
      'clerk',
    ),
    file(
      'punctuality of a month as CSV',
      'reports/punctuality',
      () => ({ ...month, format: 'csv' }),
      'auditor',
    ),
    file('supervision of a month', 'reports/supervision', () => month, 'auditor'),
  ];
}

/** What screens at the dock ask while recordings come in. Tagging waits for its commit; the others wait for none. */
export function ingestQuestions({ evidence }: Known): readonly Question[] {
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const get = (name: string, route: string): Question => ({
    ...{ name, kind: 'ingest', role: 'auditor', paths: [path(route, {})] },
  });
  return [
    get('live dockings', 'dockings/live'),
    get('the station', 'station'),
    get('dockings, newest', 'dockings'),
    get('evidence, newest', 'evidence'),
    get('alarms, open', 'alarms'),
    get('sessions, newest', 'sessions'),
    { name: 'ready', kind: 'ingest', role: 'auditor', paths: ['/readyz'] },
    {
      ...{ name: 'tagging (waits for a commit)', kind: 'ingest', role: 'clerk', method: 'PUT' },
      paths: twice.map((i) => path(`evidence/${at(i % variants)}/tags/note`, {})),
      // The second time round another one: what is said already is no news.
      bodies: twice.map((i) => JSON.stringify({ value: i < variants ? '已核对' : '再次核对' })),
    },
  ];
}
