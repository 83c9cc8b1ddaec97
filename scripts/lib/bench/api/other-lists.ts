import { dockingId, drawn, recorderNumber, requestId } from './made-plan.ts';
import { all, deep, each, type Known, type Question } from './question.ts';

export function otherLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('dockings, newest', 'dockings'),
    all('dockings, oldest', 'dockings', { sort: 'id' }),
    each('dockings, far page', 'dockings', (i) => ({
      cursor: deep('dockings', {}, '-id', dockingId(place(i) + 1)),
    })),
    each('dockings at a port', 'dockings', (i) => ({ port: String(1 + (i % 30)).padStart(2, '0') })),
    each('dockings of a recorder', 'dockings', (i) => ({ recorder: recorderNumber(officer(i)) })),
    all('dockings of a year', 'dockings', year),
    all('dockings of a year, oldest first', 'dockings', { ...year, sort: 'id' }),
    all('dockings of units', 'dockings', {}, 'department_head'),
    all('own dockings', 'dockings', {}, 'officer'),
    all('recorders', 'recorders', {}, 'administrator'),
    all('recorders, last first', 'recorders', { sort: '-recorder' }, 'administrator'),
    all('ports', 'ports'),
    all('configurations', 'config/history', {}, 'administrator'),
    all('alarms, open', 'alarms'),
    all('alarms, all', 'alarms', { all: true }),
    all('alarms, closed, oldest first', 'alarms', { state: 'closed', sort: 'id' }),
    all('alarms, handled (there is none)', 'alarms', { state: 'handled' }),
    all('alarms, critical', 'alarms', { all: true, severity: 'critical' }),
    all('alarms, notice (there are few)', 'alarms', { all: true, severity: 'notice' }),
    all('alarms of a code', 'alarms', { all: true, code: 'card_refused' }),
    all('alarms of a year', 'alarms', { all: true, ...year }),
    all('requests, newest', 'requests'),
    ...(['submitted', 'approved', 'rejected', 'expired'] as const).map((state) =>
      all(`requests, ${state}`, 'requests', { state }),
    ),
    each('requests, far page', 'requests', (i) => ({
      cursor: deep('requests', {}, '-id', requestId(1 + Math.floor(place(i) / 3))),
    })),
    each('requests for an item', 'requests', (i) => ({ evidence: at(i) })),
    each('requests of an account', 'requests', (i) => ({
      of: `ST01-U${String(100 + officer(i)).padStart(6, '0')}`,
    })),
    all('requests of units', 'requests', {}, 'department_head'),
    all('own requests', 'requests', {}, 'officer'),
    all('reviews', 'reviews'),
    all('proposals, all', 'proposals', { all: true }, 'administrator'),
    all('accounts', 'accounts', {}, 'administrator'),
    all('tokens', 'tokens', {}, 'administrator'),
    each(
      'tokens of an account',
      'tokens',
      (i) => ({ account: `ST01-U${String(100 + officer(i)).padStart(6, '0')}` }),
      'administrator',
    ),
    all('roles', 'roles', {}, 'administrator'),
    all('imports', 'imports'),
    all('registers', 'registers'),
    all('backups', 'backups'),
    all('damaged copies', 'fixity/damages'),
    all('disposed', 'disposed'),
    all('holds', 'holds'),
    all('disposals', 'disposals'),
    all('erasings', 'erasings'),
    all('questions that were kept', 'questions'),
  ];
}
