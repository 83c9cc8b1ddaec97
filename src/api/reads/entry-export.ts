import { tileSource } from '../../custody/ledger-tiles.ts';
import { inclusionProof } from '../../custody/proof.ts';
import { TileHashReader } from '../../custody/tile-hashes.ts';
import { newestCheckpoint } from '../../station/catalogue/entry-proof.ts';
import { csvText, type Sheet, xlsxBytes } from '../../station/sheets/sheet.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { timeWords } from '../../texts/units.ts';
import { ApiError } from '../error.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { type EntryQuestion, readEntries, type ToldEntry } from './entries.ts';

export const exportFormats = ['jsonl', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A workbook is made in memory; whoever needs more asks for a shorter time, or `docket ledger export`. */
const mostEntries = 20_000;
const atOnce = 500;

export interface EntryFile {
  readonly content: string | Uint8Array;
  readonly entries: number;
  /** Entries under the checkpoint that goes with it; 0 where nothing was signed yet. */
  readonly size: number;
}

/**
 * Entries as a file, with the newest checkpoint and the key, and as JSON Lines each with its leaf and its proof: masked
 * values beside a leaf change nothing of what it proves. Error: `api.value_wrong` where it would be too long.
 */
export async function readEntryExport(
  world: ReadWorld,
  { format, ...question }: EntryQuestion & { readonly format: ExportFormat },
): Promise<EntryFile> {
  const entries = everyEntry(world, question);
  const signed = newestCheckpoint(world.db);
  const size = signed?.size ?? 0;
  if (format === 'jsonl') return { content: lines(world, entries, signed), entries: entries.length, size };
  const sheets = [
    sheetOf(entries, question.language, world.config.station.zone),
    proofSheet(world, signed, question.language),
  ];
  const [first] = sheets;
  const content = format === 'xlsx' || first === undefined ? await xlsxBytes(sheets) : await csvText(first);
  return { content, entries: entries.length, size };
}

function everyEntry(world: ReadWorld, question: EntryQuestion): readonly ToldEntry[] {
  const all: ToldEntry[] = [];
  for (let after = question.after; ; ) {
    const { entries, next } = readEntries(world, { ...question, after, limit: atOnce });
    all.push(...entries);
    if (next === null) return all;
    if (all.length > mostEntries)
      throw new ApiError(
        'api.value_wrong',
        { field: 'since', allowed: `≤ ${mostEntries}`, found: '>' },
        { field: 'since' },
      );
    after = next;
  }
}

function lines(
  world: ReadWorld,
  entries: readonly ToldEntry[],
  signed: { size: number; note: string } | null,
): string {
  const { db, vkey } = world;
  const size = signed?.size ?? 0;
  const hashes = new TileHashReader(tileSource(db), size);
  const leaf = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq = ?').pluck();
  const proof = (seq: number) =>
    seq < size ? inclusionProof(seq, size, hashes).map((one) => Buffer.from(one).toString('base64')) : null;
  return [
    { checkpoint: signed?.note ?? null, key: vkey },
    ...entries.map(({ seq, words, personal }) => ({
      ...{ seq, words, personal, proof: proof(seq) },
      leaf: leaf.get(seq)?.toString('utf8') ?? null,
    })),
  ]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

function sheetOf(entries: readonly ToldEntry[], language: Language, zone: string): Sheet {
  return {
    name: say(language, 'api.sheet.entries'),
    titles: (['seq', 'at', 'type', 'actor', 'subject', 'words', 'personal'] as const).map((name) =>
      say(language, `api.sheet.${name}`),
    ),
    rows: entries.map(({ seq, at, type, actor, subject, words, personal }) => [
      ...[seq, timeWords(at, zone), type, actor.id, `${subject.kind}:${subject.id}`, words],
      Object.entries(personal)
        .map(([name, value]) => `${name}=${value}`)
        .join('; ') || null,
    ]),
  };
}

function proofSheet({ vkey }: ReadWorld, signed: { note: string } | null, language: Language): Sheet {
  const rows = [...(signed?.note ?? '').split('\n'), vkey]
    .filter((line) => line !== '')
    .map((line) => [line]);
  return {
    name: say(language, 'api.sheet.checkpoint'),
    titles: [say(language, 'api.sheet.checkpoint')],
    rows,
  };
}
