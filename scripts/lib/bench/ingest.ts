import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type CardPlan, makeCard, totalBytes } from './card.ts';
import { type Contender, dockingSeconds, freshFolder, removeFolder } from './contenders.ts';
import { diskBusySeconds, dropCaches, type Machine, machineWith } from './machine.ts';

export interface Run {
  readonly contender: string;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  /** For how long the disk was at work meanwhile; null where nobody counts. */
  readonly diskSeconds: number | null;
  /** The docking alone; null for those that have none. */
  readonly dockingSeconds: number | null;
}

export interface IngestResult {
  readonly benchmark: 'ingest';
  readonly machine: Machine;
  readonly card: CardPlan;
  /** False where the page cache could not be emptied: then the figures are of warm caches. */
  readonly cold: boolean;
  readonly contenders: readonly Pick<Contender, 'name' | 'does'>[];
  readonly rounds: readonly (readonly Run[])[];
}

export interface IngestWish {
  readonly folder: string;
  readonly plan: CardPlan;
  readonly rounds: number;
  readonly contenders: readonly Contender[];
  readonly say: (line: string) => void;
}

/** Room that Docket leaves free by default, and as much again for the rest of the machine. */
const spareBytes = 2 * 1024 * 1_048_576;

/** Takes the card in by every way in turn, round by round, each time into a fresh folder with cold caches. */
export async function benchIngest({
  folder,
  plan,
  rounds,
  contenders,
  say,
}: IngestWish): Promise<IngestResult> {
  requireRoom(folder, 2 * totalBytes(plan) + spareBytes);
  const machine = machineWith(folder);
  say(`making the card: ${plan.files} files of ${plan.fileBytes} bytes`);
  const card = makeCard(folder, plan);
  const cold = dropCaches();
  if (!cold)
    say('CACHES ARE WARM: /proc/sys/vm/drop_caches cannot be written (root only). The disk is not measured.');
  const done: Run[][] = [];
  for (let round = 0; round < rounds; round++) {
    const runs: Run[] = [];
    for (const contender of inTurn(contenders, round)) {
      const run = await once(contender, card, join(folder, 'into'));
      say(
        `round ${round + 1}: ${run.contender} ${run.wallSeconds.toFixed(2)} s, CPU ${run.cpuSeconds.toFixed(2)} s`,
      );
      runs.push(run);
    }
    done.push(runs);
  }
  removeFolder(join(folder, 'into'));
  const named = contenders.map(({ name, does }) => ({ name, does }));
  return { benchmark: 'ingest', machine, card: plan, cold, contenders: named, rounds: done };
}

/** Each round begins with another one, so that none always runs on the disk that the same one has left. */
function inTurn(contenders: readonly Contender[], round: number): readonly Contender[] {
  const first = round % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
}

async function once(contender: Contender, card: string, folder: string): Promise<Run> {
  const into = freshFolder(folder);
  dropCaches();
  const [program = '', ...args] = contender.wake;
  execFileSync(program, args, { stdio: 'ignore' });
  const before = diskBusySeconds(into);
  const { wallSeconds, cpuSeconds, peakMebibytes } = await contender.cost(card, into);
  const after = diskBusySeconds(into);
  return {
    contender: contender.name,
    wallSeconds,
    cpuSeconds,
    peakMebibytes,
    diskSeconds: before === null || after === null ? null : after - before,
    dockingSeconds: dockingSeconds(into),
  };
}

function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes) return;
  const gibibytes = (count: number): string => `${(count / 2 ** 30).toFixed(1)} GiB`;
  throw new Error(
    `${folder}: ${gibibytes(bytes)} free are needed, ${gibibytes(bavail * bsize)} are; choose --in FOLDER`,
  );
}
