import { drawn, findingId, officerNumber, recorderNumber, sessionId } from './made-plan.ts';
import { all, deep, each, type Known, type Question } from './question.ts';

export function sessionLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const sessions = Math.floor(plan.items / 4);
  const session = (i: number): string => sessionId(1 + drawn(plan, `asked session ${i}`, sessions));
  const finding = (i: number): string => findingId(1 + drawn(plan, `asked finding ${i}`, plan.dockings));
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  return [
    all('sessions, newest', 'sessions'),
    all('sessions, oldest', 'sessions', { sort: 'id' }),
    each('sessions, far page', 'sessions', (i) => ({ cursor: deep('sessions', {}, '-id', session(i)) })),
    ...(['on_time', 'late', 'overdue', 'undetermined', 'pending'] as const).map((verdict) =>
      all(`sessions, ${verdict}`, 'sessions', { verdict }),
    ),
    each('sessions of a recorder', 'sessions', (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('sessions of an officer', 'sessions', (i) => ({ officer: officerNumber(officer(i)) })),
    each('sessions of an officer, late', 'sessions', (i) => ({
      officer: officerNumber(officer(i)),
      verdict: 'late',
    })),
    all('sessions of units', 'sessions', {}, 'department_head'),
    all('sessions of units, overdue', 'sessions', { verdict: 'overdue' }, 'department_head'),
    all('own sessions', 'sessions', {}, 'officer'),
    all('findings, open', 'findings'),
    all('findings, all', 'findings', { all: true }),
    all('findings of a code', 'findings', { all: true, code: 'edited', sort: 'id' }),
    all('findings of a code (there is none)', 'findings', { all: true, code: 'gap' }),
    each('findings, far page', 'findings', (i) => ({
      ...{ all: true, cursor: deep('findings', { all: true }, '-id', finding(i)) },
    })),
    each('findings of a recorder', 'findings', (i) => ({ all: true, recorder: recorderNumber(officer(i)) })),
    each('findings of an item', 'findings', (i) => ({ all: true, evidence: at(i) })),
    each('findings of a session', 'findings', (i) => ({ all: true, session: session(i) })),
    all('findings of units', 'findings', {}, 'department_head'),
    all('own findings', 'findings', { all: true }, 'officer'),
    all('justifications, newest', 'justifications'),
    all('justifications, submitted', 'justifications', { state: 'submitted' }),
    all('justifications, withdrawn (there is none)', 'justifications', { state: 'withdrawn' }),
    each('justifications of a session', 'justifications', (i) => ({ session: session(i) })),
    all('justifications of units', 'justifications', {}, 'department_head'),
    all('own justifications', 'justifications', {}, 'officer'),
  ];
}
