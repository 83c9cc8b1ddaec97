import type { Problem } from './text.ts';

export const dockProblems = {} as const satisfies Readonly<Record<string, Problem>>;
