import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { ApiError } from '../error.ts';
import { attachmentEndings, endingOf, isOfKind } from './file-kind.ts';

/** A scan of some pages. */
export const mostAttachmentBytes = 16 * 1_048_576;
/** What one account may have lying here, and all of them together. */
const mostOfOne = 20;
const mostOfAll = 200;
/** Whoever writes a statement is done with it by then. */
const keptMs = 3_600_000;

interface Lying {
  readonly account: string;
  readonly file: string;
  readonly at: number;
}

/**
 * Files that somebody has sent and that nothing names yet. What a statement names goes into the vault with it; the rest
 * goes after an hour, and with the daemon.
 */
export class AttachmentTray {
  readonly #clock: Clock;
  readonly #lying = new Map<string, Lying>();
  #root: Promise<string> | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Errors: `api.attachment_kind`, `api.attachments_many`. @param name one that is safe as a file's */
  async put(account: string, name: string, bytes: Buffer) {
    const ending = endingOf(name);
    if (ending === null || !isOfKind(ending, bytes))
      throw new ApiError(
        'api.attachment_kind',
        { name, allowed: attachmentEndings.join(', ') },
        { field: 'name' },
      );
    await this.#clear();
    this.#root ??= mkdtemp(join(tmpdir(), 'docket-attach-'));
    const root = await this.#root;
    // From here to where it is noted nothing else has its turn.
    const mine = [...this.#lying.values()].filter((one) => one.account === account).length;
    if (mine >= mostOfOne || this.#lying.size >= mostOfAll)
      throw new ApiError('api.attachments_many', { most: mostOfOne });
    const attachment = randomUUID();
    const folder = join(root, attachment);
    const file = join(folder, name);
    this.#lying.set(attachment, { account, file, at: this.#clock.monotonicMs() });
    await mkdir(folder, { mode: 0o700 });
    await writeFile(file, bytes, { mode: 0o600 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { attachment, name, bytes: bytes.length, sha256 };
  }

  /** Has a deed done with these files, which lie here no more once it is done. Error: `api.attachment_unknown`. */
  async with<T>(
    account: string,
    attachments: readonly string[],
    deed: (files: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const files = attachments.map((one) => {
      const lying = this.#lying.get(one);
      // What another has sent is not told from what nobody has.
      if (lying?.account !== account)
        throw new ApiError('api.attachment_unknown', { found: one }, { field: 'attach' });
      return lying.file;
    });
    const done = await deed(files);
    for (const one of attachments) await this.#drop(one);
    return done;
  }

  async close(): Promise<void> {
    this.#lying.clear();
    if (this.#root !== null) await rm(await this.#root, { recursive: true, force: true });
    this.#root = null;
  }

  async #clear(): Promise<void> {
    const old = this.#clock.monotonicMs() - keptMs;
    for (const [attachment, { at }] of this.#lying) if (at <= old) await this.#drop(attachment);
  }

  async #drop(attachment: string): Promise<void> {
    this.#lying.delete(attachment);
    if (this.#root !== null) await rm(join(await this.#root, attachment), { recursive: true, force: true });
  }
}
