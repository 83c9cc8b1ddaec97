import type { ReactNode } from 'react';

/** How something stands: said by colour, icon and word together, never by colour alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'hold' | 'quiet';

interface StateChipProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

export function StateChip({ tone, icon, children }: StateChipProps) {
  return (
    <span className={`chip ${tone}`}>
      <span aria-hidden="true">{icon}</span>
      {children}
    </span>
  );
}
