import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { TaggingError } from '../tagging/error.ts';
import { registers } from '../tagging/registers/all.ts';
import type { RegisterFile } from '../tagging/registers/import.ts';
import type { Register } from '../tagging/registers/register.ts';
import { readPersonsFile } from './persons-file.ts';

/** Registers and some months of rosters; not somebody's whole disk. */
const mostFiles = 100;

/**
 * The lists in a folder, each named by its register or by the register's title, alone or with more behind it:
 * `officers.csv`, `勤务安排-2026-09.xlsx`. Files that are no tables are no lists. Errors: `tagging.folder_empty`,
 * `tagging.folder_file_unknown`.
 */
export async function registerFilesIn(folder: string): Promise<readonly RegisterFile[]> {
  const names = await tablesIn(folder);
  if (names.length === 0 || names.length > mostFiles)
    throw new TaggingError('tagging.folder_empty', { folder, found: names.length }, { field: 'REGISTER' });
  return names.map((file) => {
    const register = Object.values(registers).find((one) => isListOf(one, file));
    if (register === undefined) throw unknown(file);
    return { register: register.name, file, bytes: () => readPersonsFile(join(folder, file)) };
  });
}

async function tablesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    // `~$officers.xlsx` is what a spreadsheet program keeps beside an open file.
    return names.filter((name) => /^[^.~].*\.(?:csv|xlsx)$/i.test(name)).toSorted();
  } catch (cause) {
    const found = errnoOf(cause) ?? String(cause);
    throw new TaggingError('tagging.folder_empty', { folder, found }, { cause, field: 'REGISTER' });
  }
}

function isListOf({ name, title }: Register, file: string): boolean {
  const stem = file
    .replace(/\.\w+$/, '')
    .normalize('NFC')
    .toLowerCase();
  return [name, title.en, title.zh].some((called) => {
    const rest = stem.slice(called.length);
    return stem.startsWith(called.toLowerCase()) && /^(?:$|[^\p{L}])/u.test(rest);
  });
}

function unknown(file: string): TaggingError {
  const allowed = Object.values(registers)
    .map(({ name, title }) => `${name} ${title.zh}`)
    .join(' | ');
  return new TaggingError('tagging.folder_file_unknown', { file, allowed }, { field: 'REGISTER' });
}
