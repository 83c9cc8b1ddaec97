import type { Problem } from './text.ts';

export const custodyProblems = {} as const satisfies Readonly<Record<string, Problem>>;
