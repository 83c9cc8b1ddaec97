import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { errnoOf } from '../errors.ts';
import { BackupError } from '../station/backup/error.ts';
import type { Completed, Outside } from '../station/restore/complete.ts';
import { say } from '../texts/say.ts';
import type { Cli } from './command.ts';

/** What came back from the vault, what is lost, and what to do next. */
export function completedLines({ language }: Cli, done: Completed): readonly string[] {
  const { broughtBack, unknownOriginals, setAside, vault } = done;
  const count = broughtBack.to - broughtBack.from;
  const lost = Object.entries(broughtBack.lost).map(([field, times]) => `${field} ${times}`);
  const { count: unknown, digests, about } = unknownOriginals;
  const lines: string[] = [];
  if (count > 0)
    lines.push(
      say(language, 'cli.restored.brought', { count, from: broughtBack.from, last: broughtBack.to - 1 }),
    );
  if (lost.length > 0) lines.push(say(language, 'cli.restored.lost', { fields: lost.join(', ') }));
  if (unknown > 0)
    lines.push(
      say(language, 'cli.restored.unknown', { count: unknown, digests: digests.slice(0, 5).join(', ') }),
    );
  for (const { sha256, station, evidence, recorder } of about.slice(0, 5)) {
    const facts = { sha256, station, evidence: evidence ?? '–', recorder: recorder ?? '–' };
    lines.push(say(language, 'cli.restored.unknown_about', facts));
  }
  if (setAside.length > 0) lines.push(say(language, 'cli.restored.aside', { files: setAside.join(', ') }));
  return [...lines, say(language, 'cli.restored.next', { vault })];
}

/** Error: `backup.unreadable`. */
export function outsideCheckpoint(cli: Cli, given: string | undefined): Outside | null {
  if (given === undefined) return null;
  const path = resolve(cli.workingFolder, given);
  try {
    return { file: path, note: readFileSync(path) };
  } catch (cause) {
    throw new BackupError(
      'backup.unreadable',
      { path, found: errnoOf(cause) ?? '?' },
      { cause, field: 'checkpoint' },
    );
  }
}
