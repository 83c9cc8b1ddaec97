import type { Problem } from './text.ts';

export const configProblems = {} as const satisfies Readonly<Record<string, Problem>>;
