import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NamedFacts } from '../custody/entry-kinds.ts';
import { errnoOf } from '../errors.ts';
import { cardInFolder } from './card.ts';
import { utf8OrNull } from './card-name.ts';
import { DockError } from './error.ts';
import { type IdentifiedCard, type IdentifyOptions, identifyCard } from './identify.ts';
import type { Identity } from './identity.ts';
import type { DeviceProfile } from './profile.ts';
import type { Reason } from './recognise.ts';

/** A path for people and JSON; the bytes as well where they are not UTF-8. */
export interface ShownPath {
  readonly path: string;
  readonly pathBase64?: string;
}

/** What the station would make of a folder if it were a card: plain values, ready for JSON. */
export interface DeviceReport {
  readonly root: string;
  readonly profile: { readonly id: string; readonly name: DeviceProfile['name'] } | null;
  readonly reasons: readonly Reason[];
  readonly identity: Identity;
  readonly recordings: readonly (ShownPath & {
    readonly bytes: number;
    readonly modified: string;
    readonly named: NamedFacts | null;
    readonly sidecars: readonly ShownPath[];
  })[];
  readonly ignored: readonly (ShownPath & { readonly reason: string })[];
  readonly problems: readonly (ShownPath & { readonly errno: string })[];
  readonly notes: readonly (ShownPath & { readonly note: string })[];
}

/** Tries the profiles on a folder without changing anything. Errors: `dock.card_unreadable` and those of `listCard`. */
export async function testDevice(
  folder: string,
  profiles: readonly DeviceProfile[],
  options: Pick<IdentifyOptions, 'signal' | 'way'> = {},
): Promise<DeviceReport> {
  const root = await realRoot(folder);
  const card = cardInFolder(basename(root), root);
  return reportOf(root, await identifyCard(card, profiles, options));
}

async function realRoot(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    const errno = errnoOf(error) ?? String(error);
    throw new DockError('dock.card_unreadable', { root: folder, errno }, { cause: error });
  }
}

function reportOf(root: string, card: IdentifiedCard): DeviceReport {
  return {
    root,
    profile: card.profile === null ? null : { id: card.profile.id, name: card.profile.name },
    reasons: card.reasons,
    identity: card.identity,
    recordings: card.recordings.map(({ file, sidecars, named }) => ({
      ...shownPath(file.path),
      bytes: file.bytes,
      modified: file.modified.toString(),
      named,
      sidecars: sidecars.map(({ path }) => shownPath(path)),
    })),
    ignored: card.ignored.map(({ file, reason }) => ({ ...shownPath(file.path), reason })),
    problems: card.problems.map(({ path, errno }) => ({ ...shownPath(path), errno })),
    notes: card.notes.map(({ path, note }) => ({ ...shownPath(path), note })),
  };
}

/** A path's text, with replacement characters and its bytes in base64 where it is not UTF-8. */
export function shownPath(path: Buffer): ShownPath {
  const text = utf8OrNull(path);
  return text === null ? { path: path.toString(), pathBase64: path.toString('base64') } : { path: text };
}
