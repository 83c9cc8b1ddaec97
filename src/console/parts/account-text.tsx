import { printable } from '../../texts/text.ts';

interface AccountTextProps {
  readonly account: string;
  /** What the accounts of the answer are called. */
  readonly people: Readonly<Record<string, string>>;
}

/** Somebody with an account, by what they are called. */
export function AccountText({ account, people }: AccountTextProps) {
  const called = people[account];
  if (called === undefined) return <span className="mono">{printable(account)}</span>;
  return <span title={account}>{printable(called)}</span>;
}
