import type { Permission } from '../access/permissions.ts';
import { codeWords } from '../station/catalogue/entry-words.ts';
import { roleTexts } from '../texts/access-entries.ts';
import { say } from '../texts/say.ts';
import { fill, type Language, type Text } from '../texts/text.ts';
import type { Cli } from './command.ts';

/** An option that may be given again: commander folds its values with this. */
export function oneMore(one: string, before: readonly string[] = []): readonly string[] {
  return [...before, one];
}

/** A code in words where it has some. */
export function wordsOfCode(language: Language, field: string, code: string): string {
  return codeWords(language, field, code) ?? code;
}

/** What a role is called; a unit's own is called by its name. */
export function roleWords(language: Language, role: string): string {
  const text = (roleTexts as Readonly<Record<string, Text>>)[role];
  return text === undefined ? role : fill(text, language, {});
}

/** `evidence.see (units), …` in the order of the permissions. */
export function grantWords(grants: Readonly<Partial<Record<Permission, string>>>): readonly string[] {
  return Object.entries(grants).map(([permission, extent]) => `${permission}=${extent}`);
}

/** An answer as it came: what a field of it says, null where it is not there. */
export function said(answer: unknown, field: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = (answer as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : null;
}

/** What was done to an account, with what is shown once; or that it waits for a second person. */
export function accountAnswer({ language }: Cli, answer: unknown): string {
  const proposal = said(answer, 'proposal');
  if (proposal !== null) return say(language, 'cli.account.proposed', { proposal });
  const [account, name] = [said(answer, 'account') ?? '–', said(answer, 'name') ?? '–'];
  const password = said(answer, 'oneTimePassword');
  return [
    say(language, 'cli.account.done', { account, name }),
    ...(password === null ? [] : [say(language, 'cli.account.password', { password })]),
  ].join('\n');
}
