import type { Text } from './text.ts';

export const screenTexts = {} as const satisfies Readonly<Record<string, Text>>;
