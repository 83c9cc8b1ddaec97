import { parseArgs } from 'node:util';
import type { CardPlan } from './card.ts';

export const usage = `usage: scripts/bench ingest [--gib N | --files N] [--rounds N] [--only WAY,WAY] [--in FOLDER] [--json]
       scripts/bench dock [--crowds N,N] [--mib N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench ledger [--entries N] [--proof-entries N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench vault [--mib N] [--uploads N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench deadlines [--items N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench continuity [--cards N] [--real-cards N] [--seed N] [--in FOLDER] [--json]
       scripts/bench viewing [--seconds N] [--mib N] [--rounds N] [--in FOLDER] [--json]
--in FOLDER: where cards, copies and vaults lie; it should be on the disk to be measured. What a run makes there is
removed after it, but for the card, which the next run uses again.`;

export interface BenchWish {
  readonly benchmark: (typeof benchmarks)[number];
  /** Null: a temporary folder. */
  readonly into: string | null;
  readonly json: boolean;
  readonly rounds: number;
  readonly plan: CardPlan;
  /** The ways to run; null for all. */
  readonly only: readonly string[] | null;
  /** How many recorders come at once, crowd after crowd. */
  readonly crowds: readonly number[];
  /** Of each recorder. */
  readonly eachBytes: number;
  /** How many files go up at once. */
  readonly uploads: number;
  readonly entries: number;
  /** Recordings that are judged. */
  readonly items: number;
  readonly proofEntries: number;
  /** Generated, half of them clean; and how many more of real media. */
  readonly cards: number;
  readonly realCards: number;
  /** The same cards for the same seed. */
  readonly seed: number;
  /** Of the recording that is transcoded. */
  readonly seconds: number;
}

const largeFileBytes = 512 * 1_048_576;
const smallFileBytes = 64 * 1_024;

const options = {
  gib: { type: 'string', default: '4' },
  files: { type: 'string' },
  rounds: { type: 'string', default: '3' },
  only: { type: 'string' },
  in: { type: 'string' },
  crowds: { type: 'string', default: '1,8,30' },
  mib: { type: 'string', default: '256' },
  uploads: { type: 'string', default: '8' },
  entries: { type: 'string', default: '1000000' },
  items: { type: 'string', default: '1000000' },
  'proof-entries': { type: 'string', default: '10000000' },
  cards: { type: 'string', default: '200' },
  'real-cards': { type: 'string', default: '24' },
  seed: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '60' },
  json: { type: 'boolean', default: false },
} as const;

const benchmarks = ['ingest', 'dock', 'ledger', 'deadlines', 'continuity', 'vault', 'viewing'] as const;

function isBenchmark(name: string | undefined): name is (typeof benchmarks)[number] {
  return benchmarks.some((one) => one === name);
}

/** Reads the arguments, or says what is wrong with them. */
export function readWish(args: readonly string[]): BenchWish | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [benchmark] = positionals;
    if (!isBenchmark(benchmark) || positionals.length > 1) {
      return {
        wrong: `which benchmark: ${benchmarks.join(', ')}, not ${JSON.stringify(positionals.join(' '))}`,
      };
    }
    return {
      benchmark,
      into: values.in ?? null,
      json: values.json,
      rounds: whole('rounds', values.rounds),
      plan: planOf(values.gib, values.files),
      only: values.only?.split(',') ?? null,
      crowds: values.crowds.split(',').map((one) => whole('crowds', one)),
      eachBytes: whole('mib', values.mib) * 2 ** 20,
      uploads: whole('uploads', values.uploads),
      entries: whole('entries', values.entries),
      items: whole('items', values.items),
      proofEntries: whole('proof-entries', values['proof-entries']),
      cards: whole('cards', values.cards),
      realCards: whole('real-cards', values['real-cards']),
      seed: whole('seed', values.seed),
      seconds: whole('seconds', values.seconds),
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** `--gib` in files of 512 MiB, or `--files` of 64 KiB each. */
function planOf(gib: string, files: string | undefined): CardPlan {
  if (files !== undefined) return { files: whole('files', files), fileBytes: smallFileBytes };
  const wanted = Number(gib);
  if (!(wanted > 0)) throw new Error(`--gib ${gib}: a number above 0 is wanted`);
  const bytes = Math.round(wanted * 2 ** 30);
  const count = Math.max(1, Math.round(bytes / largeFileBytes));
  return { files: count, fileBytes: Math.round(bytes / count) };
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} ${text}: a whole number from 1 is wanted`);
  return number;
}
