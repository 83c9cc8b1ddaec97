import { useList } from './answers.ts';
import { useMay } from './session.ts';

/** What accounts are called, for whoever may see accounts; whoever may not sees their numbers. */
export function useNames(): Readonly<Record<string, string>> {
  const may = useMay();
  const { rows } = useList('accountList', {}, { enabled: may('account.see') });
  return Object.fromEntries(
    rows.flatMap(({ account, name, person }) => {
      const called = person ?? name;
      return called === null ? [] : [[account, called]];
    }),
  );
}
