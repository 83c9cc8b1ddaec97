import type { Problem } from './text.ts';

export const intakeProblems = {} as const satisfies Readonly<Record<string, Problem>>;
