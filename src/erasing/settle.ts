import { machine } from '../custody/alarms.ts';
import { cardPathBytes } from '../custody/card-path.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import { fileInstant } from '../dock/file-instant.ts';
import type { CardListing } from '../dock/list-card.ts';
import type { ErasingCatalogue, UnknownFile } from './catalogue.ts';
import { finished } from './entries.ts';

/** Ends in the ledger what the last run of the station did not come to end. Runs before any card is looked at. */
export async function endInterrupted(ledger: Ledger, catalogue: ErasingCatalogue): Promise<void> {
  for (const { erasing, docking, ...counts } of catalogue.unfinished())
    await ledger.append([finished({ erasing, docking }, 'station_down', counts)]);
}

/**
 * Files that were going when their card was pulled or the station went down: the recorder is docked again, and its listing
 * shows whether they went.
 *
 * @param listing of the whole card, with nothing that could not be listed
 */
export async function settleUnknown(
  { ledger, catalogue }: { readonly ledger: Ledger; readonly catalogue: ErasingCatalogue },
  seen: { readonly docking: string; readonly recorder: string; readonly listing: CardListing },
): Promise<void> {
  const unknown = catalogue.unknown(seen.recorder);
  if (unknown.length === 0 || seen.listing.problems.length > 0) return;
  const there = new Set(
    seen.listing.files.map(({ path, bytes, modified }) =>
      keyOf(path, bytes, fileInstant(modified.epochNanoseconds).toString()),
    ),
  );
  await ledger.append(unknown.flatMap((one) => settled(one, seen.docking, there)));
}

function settled(one: UnknownFile, docking: string, there: ReadonlySet<string>): readonly AnyDraft[] {
  const { erasing, file, evidence, path, pathBase64, bytes, modified } = one;
  // Without its name nobody can look for it.
  if (path === null) return [];
  const name = cardPathBytes(pathBase64 === null ? { path } : { path, pathBase64 });
  const because = there.has(keyOf(name, bytes, modified)) ? 'still_there' : 'gone';
  return [
    {
      type: 'erasing.settled',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { erasing, docking, file, evidence, because },
      personal: {},
    },
  ];
}

function keyOf(path: Buffer, bytes: number, modified: string): string {
  return `${path.toString('latin1')}\0${bytes}\0${modified}`;
}
