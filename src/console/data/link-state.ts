import { told } from './told.ts';

/** Whether the station answers, and whether whoever was signed in still is. */
export interface LinkState {
  readonly gone: boolean;
  readonly expired: boolean;
}

const link = told<LinkState>({ gone: false, expired: false });

export function setLink(change: Partial<LinkState>): void {
  const before = link.get();
  const next = { ...before, ...change };
  if (next.gone !== before.gone || next.expired !== before.expired) link.set(next);
}

export const linkState = link.get;
export const useLink = link.use;

/** Resolves as soon as the station answers again. */
export async function whenBack(): Promise<void> {
  if (!link.get().gone) return;
  await new Promise<void>((resolve) => {
    const end = link.hear(() => {
      if (link.get().gone) return;
      end();
      resolve();
    });
  });
}
