import type { Problem } from './text.ts';

export const vaultProblems = {} as const satisfies Readonly<Record<string, Problem>>;
