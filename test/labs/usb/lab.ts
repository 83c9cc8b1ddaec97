import type { Test } from 'tap';
import { type Plugged, type PlugOptions, writesTo } from './bus.ts';
import { sha256 } from './card-files.ts';
import type { CardImage } from './cards.ts';
import { type Gadget, type GadgetOptions, plugGadget, plugVendorGadget } from './gadget.ts';
import type { Guest } from './guest.ts';
import { LabError } from './host.ts';
import { type Entry, mountFolder, type Station } from './station.ts';

/** One story: what is plugged and pulled, and what must have become of it. */
export interface Story {
  readonly promise: string;
  /** Something that is no recorder is plugged in. */
  readonly foreign?: true;
  /** Recorders are emptied: the one thing for which a card is ever written to. */
  readonly erases?: true;
  tell(t: Test, lab: Lab): Promise<void>;
}

/** A recorder at the dock: its card, where the guest sees it, when it was plugged in. */
export interface Recorder {
  readonly card: CardImage;
  readonly plugged: Plugged;
  /** `2-1`, and `1-5.2` behind a hub: the daemon's name for a port that nobody has named. */
  readonly path: string;
  /** The guest's time, in milliseconds since 1970. */
  readonly pluggedAt: number;
}

/** The dock during one story. It remembers what was plugged in, so that the end can be looked at as a whole. */
export class Lab {
  readonly guest: Guest;
  readonly station: Station;
  readonly #t: Test;
  readonly #from: number;
  readonly #plugged = new Map<string, Plugged>();
  readonly #things = new Set<string>();
  readonly #cards = new Set<CardImage>();
  readonly #images: Plugged[] = [];
  readonly #gadgets: Gadget[] = [];

  private constructor(t: Test, guest: Guest, station: Station, from: number) {
    this.#t = t;
    this.guest = guest;
    this.station = station;
    this.#from = from;
  }

  /**
   * Tells the story and looks at what it left. Where it broke off, the dock is empty afterwards all the same, so that
   * the next one can be told; `MachineLost`: it cannot be made so.
   */
  static async tell(t: Test, guest: Guest, station: Station, story: Story): Promise<void> {
    const lab = new Lab(t, guest, station, (await station.entries()).length);
    try {
      await story.tell(t, lab);
    } catch (error) {
      await lab.#goOnAfter(error);
      throw error;
    }
    await lab.#pullAll();
    await lab.#nothingIsLeftMounted();
    if (story.foreign !== true)
      t.strictSame(await lab.entries('device.ignored'), [], 'no recorder was taken for something foreign');
    await lab.#everyRecordingIsWhole(story);
    await lab.#verifies();
  }

  /** Plugs a recorder in and waits until the guest's kernel has it. */
  async plug(card: CardImage, options: PlugOptions): Promise<Recorder> {
    const pluggedAt = await this.guest.clock();
    const plugged = await this.guest.plug(card, options);
    this.#keep(plugged);
    return { card, plugged, path: await this.#pathOf(plugged), pluggedAt };
  }

  /** A recorder that was here before, with its card as it was left. */
  async plugAgain({ plugged: before, card }: Recorder): Promise<Recorder> {
    const pluggedAt = await this.guest.clock();
    const plugged = await this.guest.plug(before, { serial: before.serial, port: before.port });
    this.#plugged.set(plugged.id, plugged);
    return { card, plugged, path: await this.#pathOf(plugged), pluggedAt };
  }

  async plugLuns(cards: readonly CardImage[], serial: string): Promise<readonly Recorder[]> {
    const pluggedAt = await this.guest.clock();
    const all = await this.guest.plugLuns(cards, { serial });
    for (const plugged of all) this.#keep(plugged);
    const path = await this.#pathOf(all[0]);
    return all.map((plugged) => ({ card: plugged.card, plugged, path, pluggedAt }));
  }

  async hub(): Promise<{ readonly id: string; readonly port: string }> {
    const hub = await this.guest.hub();
    this.#things.add(hub.id);
    return hub;
  }

  async plugOther(what: 'keyboard' | 'network'): Promise<{ readonly id: string }> {
    const other = await this.guest.plugOther(what);
    this.#things.add(other.id);
    return other;
  }

  /** Plugs in a recorder with an identity of its own. */
  async plugGadget(card: CardImage, options: GadgetOptions): Promise<Gadget> {
    this.#cards.add(card);
    return this.#keepGadget(await plugGadget(this.guest, card, options));
  }

  /** Plugs in a recorder that does not show its card yet. */
  async plugVendorGadget(options: GadgetOptions): Promise<Gadget> {
    return this.#keepGadget(await plugVendorGadget(this.guest, options));
  }

  /** Pulls it, whatever it is doing; the guest's time of it. */
  async pull({ plugged: { id } }: Pick<Recorder, 'plugged'>): Promise<number> {
    this.#plugged.delete(id);
    const pulledAt = await this.guest.clock();
    await this.guest.unplug({ id });
    return pulledAt;
  }

  /** Pulls a hub with all that hangs on it. */
  async pullHub(hub: { readonly id: string; readonly port: string }): Promise<number> {
    this.#things.delete(hub.id);
    for (const [id, { port }] of [...this.#plugged])
      if (port.startsWith(`${hub.port}.`)) this.#plugged.delete(id);
    const pulledAt = await this.guest.clock();
    await this.guest.unplug(hub);
    return pulledAt;
  }

  /** What the ledger says of this story so far. */
  async entries(type?: string): Promise<readonly Entry[]> {
    return this.#of(await this.station.entries(), type);
  }

  /** Waits until this story has so many entries of a kind that fit, and gives them. */
  async has(
    type: string,
    fits: (entry: Entry) => boolean = () => true,
    count = 1,
    seconds?: number,
  ): Promise<readonly [Entry, ...Entry[]]> {
    let found: readonly Entry[] = [];
    await this.station.until(
      `the ledger has ${count} × ${type}`,
      async () => {
        found = this.#of(await this.station.entriesSoon(), type).filter(fits);
        return found.length >= count;
      },
      seconds,
    );
    const [first, ...more] = found;
    if (first === undefined) throw new LabError(`there is no ${type}`);
    return [first, ...more];
  }

  /** Waits until a recorder's newest docking has begun; its id. */
  async docking({ path, pluggedAt }: Recorder): Promise<string> {
    const isIts = (entry: Entry) =>
      entry.data['port'] === path && Date.parse(entry.at) >= pluggedAt - clockSlackMs;
    const started = await this.has('docking.started', isIts);
    return (started.at(-1) ?? started[0]).subject.id;
  }

  /**
   * Waits until everything on a recorder that stays docked has its outcome; the counts. A machine that is busy takes a
   * card that answers slowly for gone, and looks again after a moment: then the last look counts, with what was stored
   * before it.
   */
  async completed(docking: string, seconds?: number): Promise<Entry['data']> {
    const isIts = ({ subject }: Entry) => subject.id === docking;
    await this.has('docking.completed', (one) => isIts(one) && one.data['deferred'] === 0, 1, seconds);
    const looks = (await this.entries('docking.completed')).filter(isIts).map(({ data }) => data);
    const before = looks.slice(0, -1).reduce((sum, { stored }) => sum + Number(stored), 0);
    const { stored, alreadyStored, ...last } = looks.at(-1) ?? {};
    return { ...last, stored: Number(stored) + before, alreadyStored: Number(alreadyStored) - before };
  }

  /**
   * Waits until a recorder that stays docked is taken in, where a busy machine resets it so that one docking ends and
   * another begins: the first docking in which nothing is deferred any more, its own counts, and how many recordings
   * the story has stored up to then.
   * @param path of its port, as `docking.device` names it
   */
  async takenIn(path: unknown): Promise<TakenIn> {
    await this.has('docking.device', ({ data }) => data['path'] === path);
    let found: Entry | undefined;
    await this.station.until(`what is at ${String(path)} is taken in`, async () => {
      const all = this.#of(await this.station.entriesSoon(), undefined);
      const here = new Set(
        all
          .filter(({ type, data }) => type === 'docking.device' && data['path'] === path)
          .map(({ subject }) => subject.id),
      );
      found = all.find(
        ({ type, subject, data }) =>
          type === 'docking.completed' && here.has(subject.id) && data['deferred'] === 0,
      );
      return found !== undefined;
    });
    if (found === undefined) throw new LabError(`nothing at ${String(path)} was taken in`);
    const stored = (await this.entries('recording.stored')).length;
    return { docking: found.subject.id, failed: found.data['failed'], stored };
  }

  /** Waits until a docking's end is in the ledger; because of what it ended. */
  async ended(docking: string): Promise<unknown> {
    const [entry] = await this.has('docking.ended', ({ subject }) => subject.id === docking);
    return entry.data['because'];
  }

  /** The digests of all originals that this story has brought into the vault. */
  async stored(): Promise<ReadonlySet<unknown>> {
    return new Set((await this.entries('recording.stored')).map(({ data }) => data['sha256']));
  }

  /** The card's recordings that are not in the vault. */
  async missing(card: CardImage): Promise<CardImage['files']> {
    const stored = await this.stored();
    return videosOf(card).filter(({ content }) => !stored.has(sha256(content)));
  }

  /** All recordings of the card are in the vault. */
  async isStored(card: CardImage, what = 'every recording is in the vault, byte for byte'): Promise<void> {
    this.#t.strictSame(
      (await this.missing(card)).map(({ path }) => path),
      [],
      what,
    );
  }

  /** A measured time, for people: no test depends on it. */
  measured(what: string, fromMs: number, to: Entry | undefined): void {
    if (to !== undefined) this.#t.comment(`${what}: ${Math.round(Date.parse(to.at) - fromMs)} ms`);
  }

  #of(all: readonly Entry[], type: string | undefined): readonly Entry[] {
    const own = all.slice(this.#from);
    return type === undefined ? own : own.filter((entry) => entry.type === type);
  }

  #keepGadget(gadget: Gadget): Gadget {
    this.#gadgets.push(gadget);
    return gadget;
  }

  #keep(plugged: Plugged): void {
    this.#plugged.set(plugged.id, plugged);
    this.#cards.add(plugged.card);
    this.#images.push(plugged);
  }

  async #pathOf(plugged: Plugged | undefined): Promise<string> {
    if (plugged === undefined) throw new LabError('nothing was plugged in');
    let path: string | undefined;
    await this.station.until(`the guest's kernel has ${plugged.serial} at ${plugged.port}`, async () => {
      const disks = await this.guest.blockDevices();
      // `2-1` is QEMU's port 1; the same serial may be at another port too.
      path = disks.find(
        ({ serial, port }) => serial === plugged.serial && port.endsWith(`-${plugged.port}`),
      )?.port;
      return path !== undefined;
    });
    return path ?? '';
  }

  async #pullAll(): Promise<void> {
    for (const id of new Set(this.#plugged.keys())) await this.guest.unplug({ id });
    this.#plugged.clear();
    for (const id of this.#things) await this.guest.unplug({ id });
    this.#things.clear();
    for (const gadget of this.#gadgets) await gadget.pull();
  }

  async #goOnAfter(broken: unknown): Promise<void> {
    try {
      await this.#pullAll();
      if (!(await this.station.status()).daemon.running) throw new LabError('the daemon has ended');
      await this.#nothingIsLeftMounted();
    } catch (error) {
      throw new MachineLost(`the dock could not be emptied: ${String(error)}`, { cause: broken });
    }
  }

  async #nothingIsLeftMounted(): Promise<void> {
    const begun = new Set((await this.entries('docking.started')).map(({ subject }) => subject.id));
    if (begun.size > 0) await this.has('docking.ended', ({ subject }) => begun.has(subject.id), begun.size);
    await this.station.until('every docking has ended', async () => {
      const ended = (await this.entries('docking.ended')).map(({ subject }) => subject.id);
      return (await this.entries('docking.started')).every(({ subject }) => ended.includes(subject.id));
    });
    const mounted = `grep -e ' ${mountFolder}/' -e '^/dev/sd' /proc/mounts`;
    await this.station.until(
      'nothing is mounted',
      async () => (await this.guest.run(mounted)).ended === 1,
      60,
    );
    this.#t.equal((await this.guest.run(mounted)).stdout, '', 'nothing is left mounted');
  }

  /** What is not whole in the vault is whole on the recorder: no card was written to. */
  async #everyRecordingIsWhole({ erases }: Story): Promise<void> {
    const written = [];
    for (const plugged of this.#images) written.push(...(await writesTo(plugged)));
    if (erases !== true) this.#t.strictSame(written, [], 'no byte of any card was changed');
    const whole = new Set(
      [...this.#cards].flatMap(({ files }) => files.map(({ content }) => sha256(content))),
    );
    const others = [...(await this.stored())].filter((digest) => !whole.has(String(digest)));
    this.#t.strictSame(others, [], 'every original is the whole of a recording');
  }

  async #verifies(): Promise<void> {
    const { ok, damage, originals } = await this.station.verify();
    this.#t.strictSame(damage, [], 'the ledger and the vault verify');
    this.#t.ok(ok && originals.looked === originals.reread, 'every original was read again');
  }
}

/** What was taken in over however many dockings. */
export interface TakenIn {
  /** The one that left nothing. */
  readonly docking: string;
  readonly failed: unknown;
  readonly stored: number;
}

/** No later story can be told. */
export class MachineLost extends LabError {}

/** The host asks for the guest's time over a socket. */
const clockSlackMs = 50;

export function videosOf({ files }: CardImage): CardImage['files'] {
  return files.filter(({ path }) => path.endsWith('.mp4'));
}
