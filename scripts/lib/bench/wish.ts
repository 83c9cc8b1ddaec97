import { parseArgs } from 'node:util';
import type { CardPlan } from './card.ts';

/** On a disk, unlike what lies in `/tmp` on many machines; kept from run to run. */
const usualData = '/var/tmp/docket-bench-api';

export const usage = `usage: scripts/bench ingest [--gib N | --files N] [--rounds N] [--only WAY,WAY] [--in FOLDER] [--json]
       scripts/bench dock [--crowds N,N] [--mib N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench ledger [--entries N] [--proof-entries N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench vault [--mib N] [--uploads N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench deadlines [--items N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench continuity [--cards N] [--real-cards N] [--seed N] [--in FOLDER] [--json]
       scripts/bench viewing [--seconds N] [--mib N] [--rounds N] [--in FOLDER] [--json]
       scripts/bench api [--items N] [--entries N] [--seed N] [--data FOLDER] [--each SECONDS] [--connections N]
                         [--recorders N] [--mib N] [--only TEXT] [--json]
       scripts/bench console [--items N] [--entries N] [--recorders N] [--mib N] [--rounds N] [--in FOLDER] [--json]
--in FOLDER: where cards, copies and vaults lie; it should be on the disk to be measured. What a run makes there is
removed after it, but for the card, which the next run uses again.
api: makes a station of that many items and entries in --data (by default ${usualData}, of 1,000,000 and 10,000,000:
some 20 GiB and an hour), or takes the one that an earlier run made there; starts the daemon over it, asks every list
for --each seconds over HTTP with autocannon, then what screens ask while --recorders of --mib come in. Each run leaves
what came in and its tokens in the station; delete the folder to begin anew. --only: questions whose names hold TEXT.
console: opens the console in Chromium, alone and while --recorders of --mib come in again and again, over a made
station of --items and --entries, which lies in --in as well and is taken again by the next run.`;

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
  /** Where the station lies that is asked. */
  readonly data: string;
  /** Seconds for which each question is asked, over so many connections. */
  readonly each: number;
  readonly connections: number;
  /** How many come in at once while it is asked. */
  readonly recorders: number;
}

const largeFileBytes = 512 * 1_048_576;
const smallFileBytes = 64 * 1_024;

const options = {
  gib: { type: 'string', default: '4' },
  files: { type: 'string' },
  rounds: { type: 'string' },
  only: { type: 'string' },
  in: { type: 'string' },
  crowds: { type: 'string', default: '1,8,30' },
  mib: { type: 'string' },
  uploads: { type: 'string', default: '8' },
  entries: { type: 'string' },
  items: { type: 'string' },
  'proof-entries': { type: 'string', default: '10000000' },
  cards: { type: 'string', default: '200' },
  'real-cards': { type: 'string', default: '24' },
  seed: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '60' },
  data: { type: 'string', default: usualData },
  each: { type: 'string', default: '2' },
  connections: { type: 'string', default: '2' },
  recorders: { type: 'string', default: '8' },
  help: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** The ledger's own benchmark, the API's and the console's take ledgers of other sizes, and other cards. */
const usual = { mib: '256', entries: '1000000', items: '1000000', rounds: '3' };
const usualOf: Readonly<Record<string, typeof usual>> = {
  api: { ...usual, mib: '128', entries: '10000000' },
  console: { mib: '64', entries: '100000', items: '10000', rounds: '12' },
};

const benchmarks = [
  'ingest',
  'dock',
  'ledger',
  'deadlines',
  'continuity',
  'vault',
  'viewing',
  'api',
  'console',
] as const;

function isBenchmark(name: string | undefined): name is (typeof benchmarks)[number] {
  return benchmarks.some((one) => one === name);
}

/** Reads the arguments, or says what is wrong with them. */
export function readWish(
  args: readonly string[],
): BenchWish | { readonly wrong: string } | { readonly help: true } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { help: true };
    const [benchmark] = positionals;
    if (!isBenchmark(benchmark) || positionals.length > 1) {
      return {
        wrong: `which benchmark: ${benchmarks.join(', ')}, not ${JSON.stringify(positionals.join(' '))}`,
      };
    }
    const { mib, entries, items, rounds } = usualOf[benchmark] ?? usual;
    return {
      benchmark,
      into: values.in ?? null,
      json: values.json,
      rounds: whole('rounds', values.rounds ?? rounds),
      plan: planOf(values.gib, values.files),
      only: values.only?.split(',') ?? null,
      crowds: values.crowds.split(',').map((one) => whole('crowds', one)),
      eachBytes: whole('mib', values.mib ?? mib) * 2 ** 20,
      uploads: whole('uploads', values.uploads),
      entries: whole('entries', values.entries ?? entries),
      items: whole('items', values.items ?? items),
      proofEntries: whole('proof-entries', values['proof-entries']),
      cards: whole('cards', values.cards),
      realCards: whole('real-cards', values['real-cards']),
      seed: whole('seed', values.seed),
      seconds: whole('seconds', values.seconds),
      data: values.data,
      each: whole('each', values.each),
      connections: whole('connections', values.connections),
      recorders: whole('recorders', values.recorders),
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
