import type { FuzzTarget } from './target.ts';
import { calendars } from './targets/calendars.ts';
import { cardListing } from './targets/card-listing.ts';
import { fileNames } from './targets/file-names.ts';
import { leaves } from './targets/leaves.ts';
import { ledgerNotes } from './targets/ledger-notes.ts';
import { markers } from './targets/markers.ts';
import { probes } from './targets/probes.ts';
import { settings } from './targets/settings.ts';
import { sidecars } from './targets/sidecars.ts';
import { tables } from './targets/tables.ts';
import { workbooks } from './targets/workbooks.ts';

/** Everything that reads bytes from outside; what comes over HTTP is tried from its schemas, in `test/api`. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...[fileNames, cardListing, probes, sidecars, markers, settings],
  ...[tables, workbooks, calendars, ledgerNotes, leaves],
];
