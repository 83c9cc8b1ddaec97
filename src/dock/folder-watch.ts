import { setTimeout as sleep } from 'node:timers/promises';
import { unreachable } from '../errors.ts';
import { CardProbes } from './card-probe.ts';
import { DockError } from './error.ts';
import { type Hints, hintsFor } from './folder-hints.ts';
import { diffPorts, type Ports } from './port-diff.ts';
import { type DockDisk, dockDisk, type FolderScan, scanFolder, type WatchedFolder } from './scan-folder.ts';
import type { DockEvent, WatchOptions } from './watch-options.ts';

/** One watched folder: scans that never overlap, each followed by a pause that a hint cuts short. */
export class FolderWatch {
  readonly #folder: WatchedFolder;
  readonly #options: WatchOptions;
  readonly #stop: AbortSignal;
  readonly #disk: DockDisk;
  readonly #probes: CardProbes;
  readonly #unusable = new Set<string>();
  #hints: Hints | null = null;
  #ports: Ports = new Map();
  #failing: string | null = null;
  #running: Promise<void> | null = null;
  #wake: () => void = () => undefined;
  #hinted = false;

  constructor(folder: WatchedFolder, options: WatchOptions, stop: AbortSignal) {
    this.#folder = folder;
    this.#options = options;
    this.#stop = stop;
    this.#disk = options.disk ?? dockDisk;
    this.#probes = new CardProbes(
      (root) => this.#disk.probe(root),
      async (done) => {
        await pause(options.scanMilliseconds, AbortSignal.any([stop, done]));
        return 'hung';
      },
    );
  }

  start(): void {
    const hints = this.#options.hints === undefined ? hintsFor : this.#options.hints;
    this.#hints = hints?.(this.#folder.path, () => this.hint()) ?? null;
    void this.#loop();
  }

  /** Brings the next scan forward; during a scan, asks for another right after it. */
  hint(): void {
    this.#hinted = true;
    this.#wake();
  }

  /** A fresh scan: one that began before the call may have missed what the caller means. */
  async scan(): Promise<void> {
    await this.#running;
    this.#running ??= this.#scanOnce().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async close(): Promise<void> {
    this.#wake();
    await this.#hints?.close();
  }

  async #loop(): Promise<void> {
    while (!this.#stop.aborted) {
      this.#hinted = false;
      await this.scan();
      if (this.#stop.aborted || this.#hinted) continue;
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      await pause(this.#options.scanMilliseconds, woken.signal);
    }
  }

  async #scanOnce(): Promise<void> {
    const scan = await scanFolder(this.#folder, this.#disk, this.#probes, this.#options.leaveUsb);
    if (this.#stop.aborted) return;
    this.#tellFolder(scan);
    // A folder that cannot be read says nothing about its cards; one that is gone has none.
    if (scan.found === 'unreadable') return;
    const cards = scan.found === 'folder' ? scan : { seen: [], hung: new Set<string>() };
    const { clock, rejoinSeconds } = this.#options;
    const { ports, events } = diffPorts(this.#ports, cards, clock.monotonicMs(), rejoinSeconds * 1000);
    this.#ports = ports;
    for (const event of events) this.#tell(event);
  }

  #tellFolder(scan: FolderScan): void {
    const folder = this.#folder;
    const error = folderError(folder.path, scan);
    const failing = error?.message ?? null;
    if (failing !== this.#failing) {
      this.#failing = failing;
      this.#tell(
        error === null ? { kind: 'folder_back', folder } : { kind: 'folder_failing', folder, error },
      );
    }
    for (const name of scan.found === 'folder' ? scan.unusableNames : []) {
      if (this.#unusable.has(name)) continue;
      this.#unusable.add(name);
      const unusable = new DockError('dock.port_name_unusable', { folder: folder.path, name });
      this.#tell({ kind: 'name_unusable', folder, error: unusable });
    }
  }

  #tell(event: DockEvent): void {
    if (!this.#stop.aborted) this.#options.onEvent(event);
  }
}

function folderError(folder: string, scan: FolderScan): DockError | null {
  switch (scan.found) {
    case 'folder':
      return null;
    case 'missing':
      return new DockError('dock.watched_folder_missing', { folder });
    case 'unreadable':
      return new DockError('dock.watched_folder_unreadable', { folder, errno: scan.errno });
    default:
      return unreachable(scan);
  }
}

/** Resolves after the time, or as soon as the signal is given; never rejects. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
