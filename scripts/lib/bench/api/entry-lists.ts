import { caseNumber, dockingId, drawn, officerNumber, recorderNumber } from './made-plan.ts';
import { all, deep, each, type Known, type Question } from './question.ts';

export function entryLists({ plan, evidence, entries }: Known): readonly Question[] {
  const seq = (i: number): string => String(drawn(plan, `asked entry ${i}`, entries));
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const route = 'ledger/entries';
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('entries, newest', route),
    all('entries, oldest', route, { sort: 'seq' }),
    all('entries, 500 a page', route, { limit: 500 }),
    each('entries, far page', route, (i) => ({ cursor: deep('entries', {}, '-seq', seq(i)) })),
    each('entries, far page, oldest first', route, (i) => ({
      ...{ sort: 'seq', cursor: deep('entries', { sort: 'seq' }, '-seq', seq(i)) },
    })),
    all('entries of a common type', route, { type: 'recording.stored' }),
    all('entries of a rare type', route, { type: 'review.drawn', sort: 'seq' }),
    all('entries of a type in a year', route, { type: 'review.entered', ...year }),
    all('entries of an actor', route, { actor: 'os:clerk' }),
    all('entries of an actor and type', route, { actor: 'os:clerk', type: 'alarm.closed' }),
    all('entries of a year', route, year),
    all('entries of a result', route, { result: 'rejected' }),
    all('entries of an address', route, { address: '192.0.2.7' }),
    each('entries of an item', route, (i) => ({ evidence: at(i) })),
    each('entries of a recorder', route, (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('entries of a recorder of a type', route, (i) => ({
      ...{ recorder: recorderNumber(officer(i)), type: 'docking.ended' },
    })),
    each('entries of an officer', route, (i) => ({ officer: officerNumber(officer(i)) })),
    each('entries of a case', route, (i) => ({
      case: caseNumber(1 + drawn(plan, `case ${i}`, plan.dockings)),
    })),
    all('entries with a common word', route, { text: '剪映' }),
    all('entries with a common word, oldest first', route, { text: '值班登记', sort: 'seq' }),
    all('entries with a word of their kind', route, { text: '入库' }),
    each('entries with a rare number', route, (i) => ({ text: dockingId(1 + (i % plan.dockings)) })),
    each('entries with a case number', route, (i) => ({
      text: caseNumber(1 + drawn(plan, `words ${i}`, plan.dockings)),
    })),
    all('entries with two common words', route, { text: '核对 现场情况' }),
    each('entries with a common and a rare word', route, (i) => ({
      text: `剪映 ${dockingId(1 + (i % plan.dockings))}`,
    })),
    all('entries with a word nobody wrote', route, { text: '不存在的词语' }),
    all('entries with a word in a year', route, { text: '剪映', ...year }),
  ];
}
