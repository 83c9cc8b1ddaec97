import type { ReactNode } from 'react';
import { addressOf, usePlace } from '../shell/place.ts';
import { Link } from './link.tsx';

interface SwitchProps {
  readonly title: string;
  /** In the address. */
  readonly name: string;
  readonly chosen: string;
  readonly look?: 'switch' | 'tiles';
  readonly choices: readonly { readonly value: string; readonly label: ReactNode }[];
}

/** Ways of looking at the same thing, each with an address of its own. */
export function Switch({ title, name, chosen, look = 'switch', choices }: SwitchProps) {
  const { page, thing, search } = usePlace();
  const to = (value: string): string => {
    const asked = new URLSearchParams(search);
    asked.set(name, value);
    return addressOf(page, thing, asked.toString());
  };
  return (
    <nav aria-label={title} className={look}>
      {choices.map(({ value, label }) => (
        <Link key={value} to={to(value)} {...(value === chosen ? { 'aria-current': 'true' as const } : {})}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
