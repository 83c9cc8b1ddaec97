import { caseNumber, drawn, officerNumber, partyCode } from './made-plan.ts';
import { all, deep, each, type Known, type Question } from './question.ts';

export function caseLists({ plan }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  return [
    all('cases, first', 'cases'),
    all('cases, last', 'cases', { sort: '-number' }),
    each('cases, far page', 'cases', (i) => ({
      cursor: deep('cases', {}, 'number', caseNumber(place(i) + 1)),
    })),
    each('cases of a handler', 'cases', (i) => ({ handler: officerNumber(officer(i)) })),
    each('cases of a party', 'cases', (i) => ({ party: partyCode(Math.floor(place(i) / 2)) })),
    all('cases of a unit', 'cases', { unit: 'U001' }),
    all('cases of the uppermost unit', 'cases', { unit: 'U000' }),
    ...(['open', 'closed', 'archived'] as const).map((state) => all(`cases, ${state}`, 'cases', { state })),
    all('cases of units', 'cases', {}, 'department_head'),
    all('cases of units, last', 'cases', { sort: '-number' }, 'department_head'),
    all('own cases', 'cases', {}, 'officer'),
    ...(['units', 'officers', 'recorders', 'parties', 'cases', 'places', 'matters', 'rosters'] as const).map(
      (register) => all(`register ${register}`, `registers/${register}`),
    ),
    each('register of cases, by its beginning', 'registers/cases', (i) => ({
      begins: caseNumber(place(i) + 1).slice(0, 12),
    })),
    all('register of cases, from the end', 'registers/cases', { sort: '-key' }),
    ...(['officers', 'recorders', 'parties', 'cases'] as const).map((register) =>
      all(`register ${register} of units`, `registers/${register}`, {}, 'department_head'),
    ),
  ];
}
