import { setTimeout as wait } from 'node:timers/promises';
import type { AccessDesk } from '../../access/access-desk.ts';
import { AccountBook } from '../../access/accounts/account-book.ts';
import type { Principal } from '../../access/principal.ts';
import type { OpenedSpan } from '../../access/requests/playbacks.ts';
import type { Db } from '../../custody/database.ts';
import type { MadeViewingCopy } from '../../custody/entry-kinds.ts';
import type { Vault } from '../../vault/contract.ts';
import type { ViewingDesk } from '../../viewing/desk.ts';
import { ViewingError } from '../../viewing/error.ts';
import { type FootageFile, partOfFile, standsWhole } from './footage-file.ts';
import { type PictureName, type ShownCopy, shownCopy, typeOf } from './shown-copy.ts';
import { storedOriginal } from './stored-original.ts';

export interface FootageRoom {
  readonly db: Db;
  readonly access: AccessDesk;
  readonly viewing: ViewingDesk;
  readonly vault: Vault;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** What a short copy takes: whoever waits so long gets it with the same answer. */
const patienceMs = 1_500;

const pictureTypes: Readonly<Record<PictureName, string>> = {
  'poster.jpg': 'image/jpeg',
  'storyboard.jpg': 'image/jpeg',
  'storyboard.vtt': 'text/vtt; charset=utf-8',
  'waveform.svg': 'image/svg+xml; charset=utf-8',
};

/** Recordings as somebody sees them who is not at the station: each deed with its right, each look with its entry. */
export class Footage {
  readonly #room: FootageRoom;
  /** Items that somebody has asked for and that are being made. */
  readonly #asked = new Map<string, Promise<unknown>>();

  constructor(room: FootageRoom) {
    this.#room = room;
  }

  /** How its copy stands. Errors: `access.may_not_watch`, `access.no_footage`, `viewing.evidence_unknown`. */
  async shown(principal: Principal, evidence: string): Promise<ShownCopy> {
    this.#room.access.viewings.requireWatch(principal, evidence);
    const { book, store } = this.#room.viewing;
    const { original } = this.#item(evidence);
    if (book.isGone(original)) return { evidence, state: 'gone', because: null, percent: null, copy: null };
    const standing = book.standing(original);
    const whole =
      standing?.state === 'made' &&
      (await standsWhole(store.fileOf(standing.said, standing.said.name), standing.said.bytes));
    const waiting = book.isWaiting(original);
    return shownCopy(evidence, standing, { waiting, standsWhole: whole, percent: this.#percent(original) });
  }

  /**
   * Has a copy made before all that wait, and does not wait for a long one. Errors: those of `shown` and of
   * `ViewingDesk.ask`, where they come at once.
   */
  async ask(principal: Principal, evidence: string): Promise<ShownCopy> {
    this.#room.access.viewings.requireWatch(principal, evidence);
    const { log, viewing } = this.#room;
    const asked = this.#asked.get(evidence) ?? viewing.ask(evidence);
    if (!this.#asked.has(evidence)) {
      this.#asked.set(evidence, asked);
      asked
        .catch((error: unknown) => log('no viewing copy', { evidence, error: String(error) }))
        .finally(() => this.#asked.delete(evidence));
    }
    await Promise.race([asked, wait(patienceMs, undefined, { ref: false })]);
    return await this.shown(principal, evidence);
  }

  /** Enters the seconds that come next, and says whose eyes they are for. Errors: those of `Playbacks.open`. */
  async open(
    principal: Principal,
    evidence: string,
    span: OpenedSpan,
    address: string,
  ): Promise<OpenedSpan & { readonly viewer: string }> {
    const { access, viewing, db } = this.#room;
    // Whoever may not watch is not told whether there is a copy.
    access.viewings.requireWatch(principal, evidence);
    const { original } = this.#made(evidence);
    const opened = await access.playbacks.open(principal, evidence, span, address);
    await viewing.isWatched(original);
    const account = new AccountBook(db).byId(principal.account);
    return { ...opened, viewer: account?.person ?? account?.name ?? principal.account };
  }

  /** The copy's bytes, for an open playback. Errors: those of `Playbacks.requireOpen`, `viewing.none_stands`. */
  async media(principal: Principal, evidence: string): Promise<FootageFile> {
    const requireOpen = this.#requireOpen(principal, evidence);
    const made = this.#made(evidence);
    return await this.#copyFile(evidence, made, requireOpen);
  }

  /** A picture of it: each shows something of the footage. Errors: as `media`. */
  async picture(principal: Principal, evidence: string, name: PictureName): Promise<FootageFile> {
    const requireOpen = this.#requireOpen(principal, evidence);
    const made = this.#made(evidence);
    const picture = made.pictures.find((one) => one.name === name);
    if (picture === undefined) throw new ViewingError('viewing.none_stands', { evidence });
    return await this.#file(made, picture, {
      ...{ evidence, name: `${evidence}-${name}`, type: pictureTypes[name] },
      requireStill: requireOpen,
    });
  }

  /** Whether it could be taken away; nothing is. Errors: `access.may_not_copy`, `access.no_footage`. */
  requireCopy(principal: Principal, evidence: string): void {
    this.#room.access.viewings.requireCopy(principal, evidence);
  }

  /** The copy to take away, once that is entered. Errors: those of `Viewings.download`, `viewing.none_stands`. */
  async takeCopy(principal: Principal, evidence: string, address: string): Promise<FootageFile> {
    const { viewings } = this.#room.access;
    viewings.requireCopy(principal, evidence);
    const made = this.#made(evidence);
    const file = await this.#copyFile(evidence, made, () => undefined);
    const { sha256, bytes } = made;
    await viewings.download(principal, { evidence, what: 'viewing_copy', sha256, bytes }, address);
    return file;
  }

  /** The original to take away, once that is entered. Errors: those of `Viewings.download` and `storedOriginal`. */
  async takeOriginal(principal: Principal, evidence: string, address: string): Promise<FootageFile> {
    const { viewings } = this.#room.access;
    viewings.requireCopy(principal, evidence);
    const file = await storedOriginal(this.#room, evidence);
    const { sha256, bytes } = file;
    await viewings.download(principal, { evidence, what: 'original', sha256, bytes }, address);
    return file;
  }

  #requireOpen(principal: Principal, evidence: string): () => void {
    const requireOpen = (): void => this.#room.access.playbacks.requireOpen(principal, evidence);
    requireOpen();
    return requireOpen;
  }

  #item(evidence: string): { readonly original: string } {
    const item = this.#room.viewing.book.item(evidence);
    if (item === null)
      throw new ViewingError('viewing.evidence_unknown', { evidence }, { field: 'evidence' });
    return item;
  }

  /** Between a disposal and the copy's removal lies a moment, in which nothing is shown any more. */
  #made(evidence: string): MadeViewingCopy {
    const { book } = this.#room.viewing;
    const { original } = this.#item(evidence);
    if (book.isGone(original)) throw new ViewingError('viewing.original_gone', { evidence });
    const standing = book.standing(original);
    if (standing?.state !== 'made') throw new ViewingError('viewing.none_stands', { evidence });
    return standing.said;
  }

  async #copyFile(evidence: string, made: MadeViewingCopy, requireStill: () => void): Promise<FootageFile> {
    const name = `${evidence}-viewing-copy${/\.[a-z0-9]{1,5}$/.exec(made.name)?.[0] ?? ''}`;
    return await this.#file(made, made, { evidence, name, type: typeOf(made.how), requireStill });
  }

  async #file(
    made: MadeViewingCopy,
    { name, bytes, sha256 }: { readonly name: string; readonly bytes: number; readonly sha256: string },
    as: { readonly evidence: string; readonly name: string; readonly type: string; requireStill(): void },
  ): Promise<FootageFile> {
    const path = this.#room.viewing.store.fileOf(made, name);
    if (!(await standsWhole(path, bytes)))
      throw new ViewingError('viewing.none_stands', { evidence: as.evidence });
    const part = (from: number, to: number) => partOfFile(path, from, to, as.requireStill);
    return { name: as.name, type: as.type, bytes, sha256, part, whole: () => part(0, bytes - 1) };
  }

  #percent(original: string): number | null {
    const { viewing } = this.#room;
    const waits = viewing.book.waitingFor(original);
    return viewing.state().underWay.find(({ evidence }) => evidence === waits?.evidence)?.percent ?? null;
  }
}
