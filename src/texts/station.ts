import type { Problem } from './text.ts';

export const stationProblems = {} as const satisfies Readonly<Record<string, Problem>>;
