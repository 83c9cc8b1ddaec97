import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placesIn } from '../../../src/station/data-folder.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { type AppendRate, appendRate, bareInserts, fill, openLedger } from './ledger-append.ts';
import { growTree, type ProofTimes, proofTimes } from './ledger-proofs.ts';
import { verifiersFor } from './ledger-verify.ts';
import { type Machine, machineWith } from './machine.ts';

const docket = fileURLToPath(new URL('../../docket', import.meta.url));

export interface LedgerWish {
  readonly folder: string;
  readonly entries: number;
  readonly proofEntries: number;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

export interface VerifyRun {
  readonly verifier: string;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
}

export interface LedgerResult {
  readonly benchmark: 'ledger';
  readonly machine: Machine;
  readonly entries: number;
  /** Calls of 1,000 entries against bare inserts, and calls of one entry, round by round. */
  readonly appends: readonly {
    readonly batches: AppendRate;
    readonly single: AppendRate;
    readonly bare: AppendRate;
  }[];
  /** The rate of each stretch while the ledger was filled up. */
  readonly filling: readonly AppendRate[];
  readonly verifiers: readonly { readonly name: string; readonly does: string }[];
  readonly verified: readonly (readonly VerifyRun[])[];
  readonly proofs: readonly ProofTimes[];
}

/** Entries of one measured stretch of appends. */
const stretch = 50_000;
const proofsDrawn = 1_000;

export async function benchLedger(wish: LedgerWish): Promise<LedgerResult> {
  const { entries, proofEntries, rounds, say } = wish;
  const folder = freshFolder(join(wish.folder, 'ledger'));
  const machine = machineWith(folder);
  const places = placesIn(join(folder, 'station'), null);
  execFileSync(docket, ['init', '--data', places.folder, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const ledger = await openLedger(places);
  const appends: LedgerResult['appends'][number][] = [];
  let at = 0;
  for (let round = 0; round < rounds; round++) {
    const batches = await appendRate(ledger, { from: at, to: at + stretch, atOnce: 1_000 });
    const single = await appendRate(ledger, { from: at + stretch, to: at + 2 * stretch, atOnce: 1 });
    at += 2 * stretch;
    const bare = bareInserts(places, folder, stretch);
    say(
      `round ${round + 1}: ${shown(batches)} in batches, ${shown(single)} one by one; bare inserts ${shown(bare)}`,
    );
    appends.push({ batches, single, bare });
  }
  const filling = await fill(ledger, { from: at, to: Math.max(at, entries - 1) });
  await ledger.checkpoint();
  await ledger.close();
  say(`filled up to ${entries} entries`);

  const { verifiers, verified } = await verifyRounds(wish, places, folder);
  const proofs = await proofRounds(folder, proofEntries, rounds, say);
  removeFolder(folder);
  return { benchmark: 'ledger', machine, entries, appends, filling, verifiers, verified, proofs };
}

async function verifyRounds(
  { rounds, say }: LedgerWish,
  places: ReturnType<typeof placesIn>,
  folder: string,
): Promise<Pick<LedgerResult, 'verifiers' | 'verified'>> {
  const verifiers = verifiersFor(places, folder);
  const verified: VerifyRun[][] = [];
  for (let round = 0; round < rounds; round++) {
    const runs: VerifyRun[] = [];
    const roots = new Map<string, string>();
    for (const { name, run } of verifiers) {
      const { wallSeconds, cpuSeconds, peakMebibytes, root } = await run();
      if (root !== null) roots.set(name, root);
      runs.push({ verifier: name, wallSeconds, cpuSeconds, peakMebibytes });
      say(`round ${round + 1}: ${name} ${wallSeconds.toFixed(2)} s`);
    }
    requireOneRoot(roots);
    verified.push(runs);
  }
  return { verifiers: verifiers.map(({ name, does }) => ({ name, does })), verified };
}

/** Figures of verifiers that do not agree would compare nothing. */
function requireOneRoot(roots: ReadonlyMap<string, string>): void {
  if (new Set(roots.values()).size === 1) return;
  throw new Error(`the verifiers disagree: ${JSON.stringify([...roots])}`);
}

async function proofRounds(
  folder: string,
  entries: number,
  rounds: number,
  say: LedgerWish['say'],
): Promise<readonly ProofTimes[]> {
  const trees = join(folder, 'tree');
  mkdirSync(trees);
  const { database, root } = growTree(trees, entries);
  say(`grew a tree of ${entries} entries`);
  return Array.from({ length: rounds }, () => proofTimes(database, entries, root, proofsDrawn));
}

function shown({ perSecond }: AppendRate): string {
  return `${Math.round(perSecond)}/s`;
}
