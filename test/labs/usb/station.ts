import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Guest, type Started } from './guest.ts';
import { LabError, runScript } from './host.ts';

/** An entry of the ledger as `docket ledger list --json` gives it. */
export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly words: string;
}

/** A docking that `docket status --json` shows as under way. */
export interface UnderWay {
  readonly port: string;
  readonly phase: string;
  readonly bytes: { readonly total: number; readonly done: number };
  readonly files: { readonly total: number; readonly done: number };
  readonly safeToTake: boolean;
}

/** An open alarm as `docket alarms list --json` gives it. */
interface Alarm {
  readonly alarm: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Verdict {
  readonly ok: boolean;
  readonly damage: readonly unknown[];
  readonly originals: { readonly looked: number; readonly reread: number };
}

const folder = '/data/station';
const log = '/data/daemon.log';
export const mountFolder = '/run/docket';

/** Recorders of this unit may be emptied; a story says which they are. No story waits for files to settle longer than it must, and a hung card is given up on after 20 s. */
const config = `
version: 1
dataFolder: ${folder}
station: { language: en }
dock: { usb: { mode: manage, mountFolder: ${mountFolder} } }
intake: { settleSeconds: 0, stallSeconds: 20 }
vault: { reserveMebibytes: 16 }
erasing: { units: ['330803'], models: [marker-id-txt] }
`;

/** The daemon in the guest, as an operator sees it: through its command line and its ledger. */
export class Station {
  readonly #guest: Guest;
  #read = -1;
  #changed: string | null = null;
  #listed = Number.NEGATIVE_INFINITY;
  readonly #entries: Entry[] = [];

  private constructor(guest: Guest) {
    this.#guest = guest;
  }

  /** Boots a guest whose daemon runs. The station is initialised on this machine, which is faster by half a minute. */
  static async boot(): Promise<{ readonly guest: Guest; readonly station: Station }> {
    const data = await mkdtemp(join(tmpdir(), 'docket-lab-data-'));
    try {
      await writeFile(join(data, 'config.yaml'), config);
      await runScript('docket', ['init', '--data', join(data, 'station')], {});
      const guest = await Guest.boot({ data });
      return { guest, station: await Station.#start(guest) };
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  }

  static async #start(guest: Guest): Promise<Station> {
    const station = new Station(guest);
    await guest.start('docket serve --plain --config /data/config.yaml', log);
    await station.until('the daemon runs', async () => (await station.status()).daemon.running);
    return station;
  }

  /** Runs a command that must succeed; what it says with `--json`. */
  async docket(...args: readonly string[]): Promise<unknown> {
    const { exit, out, err } = await this.#run(args);
    if (exit !== 0) throw new LabError(`docket ${args.join(' ')} ended with ${exit}: ${err}${out}`);
    return JSON.parse(out);
  }

  /** Re-reads every original in the vault and checks the whole ledger, while the daemon runs. */
  async verify(): Promise<Verdict> {
    const { out, err } = await this.#run(['verify', '--vault', 'full']);
    if (out === '') throw new LabError(`docket verify said nothing: ${err}`);
    return JSON.parse(out) as Verdict;
  }

  async status(): Promise<{
    readonly daemon: { readonly running: boolean };
    readonly dockings: readonly UnderWay[];
  }> {
    return (await this.docket('status')) as Awaited<ReturnType<Station['status']>>;
  }

  async alarms(): Promise<{ readonly alarms: readonly Alarm[] }> {
    return (await this.docket('alarms', 'list')) as Awaited<ReturnType<Station['alarms']>>;
  }

  /** The places on the bus that have a number or a disk. */
  async ports(): Promise<{
    readonly ports: readonly { readonly path: string; readonly port: string | null }[];
  }> {
    return (await this.docket('ports', 'list')) as Awaited<ReturnType<Station['ports']>>;
  }

  /** `docket ports learn` at a terminal of its own: it asks for one plug after another, in `log`. */
  startLearning(count: number, log: string): Promise<Started> {
    const options = `--count ${count} --seconds 600 --config /data/config.yaml`;
    return this.#guest.start(`env DOCKET_LANG=en docket ports learn ${options}`, log);
  }

  /**
   * What is in the ledger, perhaps without the newest of the last 2 s: for waiting, as listing it costs the emulated
   * processor as much as storing a recording, and is done only where the database has been written to.
   */
  async entriesSoon(): Promise<readonly Entry[]> {
    const changed = await this.#guest.changed(`${folder}/station.db-wal`);
    const now = performance.now();
    // A commit can be seen only a moment after its bytes are written, and the file's time goes by steps.
    if (changed === this.#changed && now - this.#listed < 2_000) return this.#entries;
    this.#changed = changed;
    this.#listed = now;
    return this.entries();
  }

  /** Everything in the ledger up to now. */
  async entries(): Promise<readonly Entry[]> {
    for (;;) {
      const after = this.#read < 0 ? [] : ['--after', String(this.#read)];
      const page = (await this.docket('ledger', 'list', '--limit', '10000', ...after)) as {
        entries: Entry[];
        next: number | null;
      };
      this.#entries.push(...page.entries);
      this.#read = this.#entries.at(-1)?.seq ?? -1;
      if (page.next === null) return this.#entries;
    }
  }

  /** Waits; `seconds` is where a broken daemon is given up, and then what it said last is in the error. */
  async until(what: string, holds: () => Promise<boolean>, seconds = 300): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!(await holds())) {
      if (performance.now() > deadline)
        throw new LabError(`waited ${seconds} s in vain until ${what}\n${await this.#lastWords()}`);
      await wait(200);
    }
  }

  async #run(args: readonly string[]) {
    return this.#guest.docket([...args, '--json', '--config', '/data/config.yaml']);
  }

  async #lastWords(): Promise<string> {
    const { stdout } = await this.#guest.run(
      `tail -n 30 ${log}; cat /proc/mounts | grep /dev/sd; dmesg | tail`,
    );
    return `--- the daemon's log, its mounts and the kernel's messages ---\n${stdout}`;
  }
}
