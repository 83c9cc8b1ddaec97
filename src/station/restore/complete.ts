import type { Clock } from '../../clock.ts';
import { type BroughtBack, bringBack, requireSameHistory } from '../../custody/bring-back.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor, EntryDraft } from '../../custody/entry.ts';
import type { KeyRing } from '../../custody/key-ring.ts';
import { ledgerSize, loadTree } from '../../custody/ledger-tiles.ts';
import { LedgerWriter } from '../../custody/ledger-writer.ts';
import type { Signer } from '../../custody/station-key.ts';
import type { OpenedCheckpoint } from '../../custody/verify/checkpoints.ts';
import { projectors } from '../../projections.ts';
import { BackupError } from '../backup/error.ts';
import type { Places, StationFile } from '../data-folder.ts';
import { verifyStation } from '../verify.ts';
import type { SourceVault } from './source-vault.ts';
import { setAsideStaged, type Unknown, unknownOriginals } from './unknown-originals.ts';
import { headElsewhere } from './vault-heads.ts';

/** A checkpoint that was kept elsewhere. */
export interface Outside {
  readonly file: string;
  readonly note: Uint8Array;
}

/** What a station's data is completed from. */
export interface Sources {
  readonly places: Places;
  readonly station: StationFile;
  readonly signer: Signer;
  /** The keys that the ledger names so far. */
  readonly ring: KeyRing;
  /** The lost key in place of which this signer's is new; null where it is the ledger's own. */
  readonly previous: string | null;
  /** Null where it is lost. */
  readonly vault: SourceVault | null;
  /** Its signed heads. */
  readonly heads: readonly OpenedCheckpoint[];
  readonly outside: Outside | null;
  readonly source:
    | {
        readonly kind: 'backup';
        readonly sha256: string;
        readonly ledger: { readonly size: number; readonly root: string };
      }
    | { readonly kind: 'vault' };
}

/** How a station's data was completed. */
export interface Completed {
  readonly vault: string;
  readonly ledger: string;
  /** Entries, with the one that says all this. */
  readonly size: number;
  readonly broughtBack: BroughtBack;
  readonly unknownOriginals: Unknown;
  /** Files in staging that no entry names, under their new names. */
  readonly setAside: readonly string[];
}

interface Tools {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly step: (point: string) => void;
}

/**
 * Brings a ledger up to its vault, says in an entry what came back and what is lost, and proves the whole as
 * `docket verify` does. Closes the database. Errors: `backup.*`, `custody.other_history`, `custody.log_unsound`.
 */
export async function complete(sources: Sources, { db, actor, clock, step }: Tools): Promise<Completed> {
  const { places, station, vault, heads, outside, ring } = sources;
  let broughtBack: BroughtBack;
  let unknown: Unknown = { count: 0, digests: [], about: [] };
  let setAside: readonly string[] = [];
  try {
    if (sources.source.kind === 'backup') requireLedger(db, sources.source.ledger);
    broughtBack = await bringBack(db, vault ?? nothing, heads, projectors);
    step('restore.brought');
    if (outside !== null) requireOutside(db, headElsewhere(outside, ring, station.origin));
    if (vault !== null) unknown = await unknownOriginals(vault, db);
    record(db, sources, { broughtBack, unknown }, { actor, clock, step });
    step('restore.recorded');
    if (vault !== null) setAside = await setAsideStaged(vault.staging, db);
  } finally {
    db.close();
  }
  const { size } = await proved(places, station, outside);
  return {
    vault: vault?.address ?? places.vault,
    ledger: station.origin,
    size,
    broughtBack,
    unknownOriginals: unknown,
    setAside,
  };
}

/** Says in the ledger what came back, and under which key it goes on. */
function record(
  db: Db,
  { station, signer, source, previous }: Sources,
  { broughtBack, unknown }: { readonly broughtBack: BroughtBack; readonly unknown: Unknown },
  { actor, clock, step }: Omit<Tools, 'db'>,
): void {
  const writer = new LedgerWriter(db, projectors, signer, clock, step, previous !== null);
  const subject = { kind: 'station', id: station.code } as const;
  const restored: EntryDraft<'station.restored'> = {
    type: 'station.restored',
    actor,
    subject,
    data: {
      source: source.kind,
      backup: source.kind === 'backup' ? source.sha256 : null,
      from: broughtBack.from,
      to: broughtBack.to,
      lostValues: Object.values(broughtBack.lost).reduce((sum, one) => sum + one, 0),
      unknownOriginals: unknown.count,
    },
    personal: {},
  };
  const data = { publicKey: signer.vkey, previous: previous ?? '' };
  const rekeyed: EntryDraft<'station.rekeyed'> = {
    type: 'station.rekeyed',
    actor,
    subject,
    data,
    personal: {},
  };
  const drafts = previous === null ? [restored] : [rekeyed, restored];
  const [outcome] = writer.append([{ drafts, work: [] }]);
  if (outcome !== undefined && 'refused' in outcome) throw outcome.refused;
  // From here on a proof is made under the new key.
  if (previous !== null) writer.checkpoint();
}

/** Where the vault is lost, nothing comes back from it. */
const nothing = { getLog: async () => null, listLogs: async () => [] };

/** The very ledger that the manifest was signed over. Error: `backup.unsound`. */
function requireLedger(db: Db, { size, root }: { readonly size: number; readonly root: string }): void {
  const found = Buffer.from(loadTree(db).root()).toString('hex');
  if (ledgerSize(db) === size && found === root) return;
  throw new BackupError('backup.unsound', { found: `${ledgerSize(db)}: ${found} ≠ ${size}: ${root}` });
}

/** Errors: `backup.behind`, `custody.other_history`. */
function requireOutside(db: Db, head: OpenedCheckpoint): void {
  const found = ledgerSize(db);
  const { size } = head.checkpoint;
  if (size > found) throw new BackupError('backup.behind', { place: head.place, size, found });
  requireSameHistory(db, [head]);
}

async function proved(
  places: Places,
  station: StationFile,
  checkpoint: Outside | null,
): Promise<{ size: number }> {
  const wish = { vault: 'none', checkpoint, replay: true, onProgress: () => undefined } as const;
  const { size, damage } = await verifyStation(places, station, wish);
  // What was disposed of unlawfully is missing, and stays so: it must not keep the rest from coming back.
  const first = damage.find(({ kind }) => kind !== 'object_missing');
  if (first === undefined) return { size };
  const found = `${first.place}: ${first.expected} ≠ ${first.found}`;
  throw new BackupError('backup.unsound', { found });
}
