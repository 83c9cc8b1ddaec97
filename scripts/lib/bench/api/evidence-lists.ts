import { caseNumber, dockingId, drawn, officerNumber, recorderNumber } from './made-plan.ts';
import { all, deep, each, type Known, type Query, type Question } from './question.ts';

export function evidenceLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const day = (i: number): Query => ({
    since: `2025-${String(1 + (i % 12)).padStart(2, '0')}-03T00:00:00+08:00`,
    until: `2025-${String(1 + (i % 12)).padStart(2, '0')}-04T00:00:00+08:00`,
  });
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('evidence, newest', 'evidence'),
    all('evidence, oldest', 'evidence', { sort: 'id' }),
    all('evidence, 500 a page', 'evidence', { limit: 500 }),
    each('evidence, far page', 'evidence', (i) => ({ cursor: deep('evidence', {}, '-id', at(i)) })),
    each('evidence, far page, oldest first', 'evidence', (i) => ({
      ...{ sort: 'id', cursor: deep('evidence', { sort: 'id' }, '-id', at(i)) },
    })),
    each('evidence of a recorder', 'evidence', (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('evidence of an officer', 'evidence', (i) => ({ officer: officerNumber(officer(i)), sort: 'id' })),
    each('evidence of a docking', 'evidence', (i) => ({ docking: dockingId(place(i) + 1) })),
    each('evidence of a case', 'evidence', (i) => ({ case: caseNumber(place(i) + 1) })),
    each('evidence of a recorder without case', 'evidence', (i) => ({
      ...{ recorder: recorderNumber(officer(i)), withoutCase: true },
    })),
    ...(['stored', 'secured', 'disposed'] as const).map((state) =>
      all(`evidence, ${state}`, 'evidence', { state }),
    ),
    ...(['evidence', 'important', 'ordinary', 'unclassified'] as const).map((kept) =>
      all(`evidence, class ${kept}`, 'evidence', { class: kept }),
    ),
    all('evidence without case', 'evidence', { withoutCase: true }),
    all('evidence, single copy', 'evidence', { singleCopy: true, sort: 'id' }),
    all('evidence, unassigned (there is none)', 'evidence', { unassigned: true }),
    each('evidence of a day', 'evidence', day),
    all('evidence of a year', 'evidence', year),
    all('evidence of a year, oldest first', 'evidence', { ...year, sort: 'id' }),
    all('evidence of all years of a head', 'evidence', year, 'department_head'),
    all('evidence of units', 'evidence', {}, 'department_head'),
    all('evidence of units without case', 'evidence', { withoutCase: true }, 'department_head'),
    all('own evidence', 'evidence', {}, 'officer'),
    all('own evidence, oldest first', 'evidence', { sort: 'id' }, 'officer'),
  ];
}
