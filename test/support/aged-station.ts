import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { blake3 } from '@napi-rs/blake-hash';
import type { Test } from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import { openWriting } from '../../src/custody/database.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { LedgerWriter } from '../../src/custody/ledger-writer.ts';
import { loadStationKey } from '../../src/custody/station-key.ts';
import { projectors } from '../../src/projections.ts';
import { openLocalVault } from '../../src/vault/local/local-vault.ts';
import { gaName, sha256Of } from './cards.ts';
import { SetClock } from './tamper-ledger.ts';
import { initialised, type SpoilableStation, tamperFolder } from './tamper-station.ts';

/** A recording that came in years ago, as the version of that time has stored it: locked for half a year, held by nothing. */
export interface AgedItem {
  readonly content: string;
  readonly recorder?: string;
  readonly important?: boolean;
  readonly sidecar?: string;
}

export interface AgedStation extends SpoilableStation {
  /** Evidence ids, in the order in which the items were given. */
  readonly evidence: readonly string[];
  /** Takes the card of a recorder as it was then: every file of it still lies there. */
  card(name: string, recorder?: string): Promise<string>;
}

/** Users of the machine who propose and decide, as accounts of their own. */
const whoIsWho: readonly AnyDraft[] = ['clerk', 'head', userInfo().username].map((osUser, i) => ({
  type: 'os_user.linked',
  actor: machine,
  subject: { kind: 'account', id: `ST01-U00090${i + 1}` },
  data: { osUser, account: `ST01-U00090${i + 1}` },
  personal: {},
}));

export const agedFrom = Temporal.Instant.from('2019-03-04T02:00:00Z');

/** A station whose originals are past their locks: what may go, and what may not, is seen without waiting for years. */
export async function agedStation(t: Test, items: readonly AgedItem[]): Promise<AgedStation> {
  const home = tamperFolder(t);
  const clock = new SetClock();
  clock.instant = agedFrom;
  const made = await initialised(home, null, {}, clock);
  const vault = await openLocalVault({ folder: made.places.vault, id: made.file.vault, immutable: 'off' });
  const signer = loadStationKey(made.places.key, made.file.origin);
  const writer = new LedgerWriter(
    openWriting(made.places.database),
    projectors,
    signer,
    clock,
    () => undefined,
  );
  const [linked] = writer.append([{ drafts: whoIsWho, work: [] }]);
  if (linked !== undefined && 'refused' in linked) throw linked.refused;
  const evidence: string[] = [];
  for (const [i, item] of items.entries()) {
    clock.instant = clock.instant.add({ seconds: 1 });
    const id = `ST01-2019-${String(i + 1).padStart(7, '0')}`;
    evidence.push(id);
    const until = clock.instant.add({ hours: 186 * 24 });
    const stored = async (content: string, name: string) => {
      const bytes = Buffer.from(content);
      const facts = { sha256: sha256Of(bytes), blake3: blake3(bytes).toString('hex'), bytes: bytes.length };
      const staged = join(vault.staging, name);
      await writeFile(staged, bytes);
      const published = await vault.publish(staged, facts, until);
      const { object, immutable } = published;
      return { ...facts, vault: vault.id, object, immutable, retainUntil: published.retainUntil.toString() };
    };
    const object = await stored(item.content, `recording-${i}`);
    const sidecar = item.sidecar === undefined ? null : await stored(item.sidecar, `sidecar-${i}`);
    const [outcome] = writer.append([{ drafts: draftsOf(i, id, item, object, sidecar), work: [] }]);
    if (outcome !== undefined && 'refused' in outcome) throw outcome.refused;
  }
  writer.checkpoint();
  writer.close();
  return {
    ...made,
    evidence,
    async card(name, recorder = '1234567') {
      const root = join(home, name);
      for (const [i, item] of items.entries()) {
        if ((item.recorder ?? '1234567') !== recorder) continue;
        const path = join(root, gaName(i, recorder));
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, item.content);
      }
      return root;
    },
  };
}

interface Stored {
  readonly sha256: string;
  readonly blake3: string;
  readonly bytes: number;
  readonly vault: string;
  readonly object: string;
  readonly retainUntil: string;
  readonly immutable: boolean;
}

function draftsOf(
  i: number,
  evidence: string,
  { recorder = '1234567', important = false }: AgedItem,
  object: Stored,
  sidecar: Stored | null,
): readonly AnyDraft[] {
  const subject = { kind: 'evidence', id: evidence } as const;
  const common = { docking: 'ST01-D000001', evidence };
  const digests = { sha256: object.sha256, blake3: object.blake3, sm3: null };
  const ends = { headBlake3: object.blake3, tailBlake3: object.blake3 };
  const named = { device: recorder, officer: '222222', start: null, segment: null, important };
  const recording = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const modified = '2019-03-04T01:00:00Z';
  return [
    {
      ...{ type: 'recording.secured', actor: machine, subject },
      data: {
        ...{ ...common, recording, recorder, bytes: object.bytes, modified, resumed: false, named },
        ...{ ...digests, ...ends },
      },
      personal: { path: gaName(i, recorder) },
    },
    {
      type: 'recording.stored',
      actor: machine,
      subject,
      data: { ...common, recording, ...object },
      personal: {},
    },
    ...(sidecar === null
      ? []
      : [
          {
            ...({ type: 'sidecar.stored', actor: machine, subject } as const),
            data: { ...common, modified, ...sidecar },
            personal: { path: gaName(i, recorder).replace('.mp4', '.nmea') },
          },
        ]),
  ];
}

/** The names of an original's retention records in a local vault: dates, holds, and holds that were lifted. */
export async function recordsOf({ places }: SpoilableStation, sha256: string): Promise<readonly string[]> {
  const folder = join(places.vault, 'retention', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return (await readdir(folder)).sort();
}

export async function bytesAt({ places }: SpoilableStation, sha256: string): Promise<string | null> {
  const path = join(places.vault, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return await readFile(path, 'utf8').catch(() => null);
}
