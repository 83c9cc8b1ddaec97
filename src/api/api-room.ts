import type { Doors } from '../access/doors.ts';
import type { Principal } from '../access/principal.ts';
import type { Actor } from '../custody/entry.ts';
import type { AttachedTo } from '../custody/entry-kinds.ts';
import type { Reading } from '../station/fixity/readings.ts';
import type { Footage } from '../station/footage/footage.ts';
import type { FootageFile } from '../station/footage/footage-file.ts';
import type { HandIns } from '../station/hand-ins.ts';
import type { Order } from '../station/orders.ts';
import type { Language } from '../texts/text.ts';
import type { AttachmentTray } from './attachments/tray.ts';
import type { EventHub } from './events/event-hub.ts';
import type { LiveState } from './live-state.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Reader } from './reading/reader.ts';

/** What routes reach of the station: questions, orders, doors. */
export interface ApiRoom {
  readonly station: { readonly code: string; readonly name: string; readonly unit: string };
  readonly zone: string;
  /** The station's own, for who asks for none. */
  readonly language: Language;
  readonly version: string;
  readonly doors: Doors;
  /** Questions to the catalogue, off the main thread. */
  readonly reader: Reader;
  /** What is under way at this moment. */
  live(): LiveState;
  /** How far an item is that is being read back because somebody asked for it; null: none of it is. */
  reading(evidence: string): Reading | null;
  /** Has an order carried out; errors are those of the order. */
  order(
    order: Order,
    by: { readonly actor: Actor; readonly principal: Principal | null; readonly language: Language },
  ): Promise<unknown>;
  /** Recordings as they are watched and taken away. */
  readonly footage: Footage;
  /** A file that somebody has attached, once that is entered. Error: `station.attachment_unknown`. */
  attachment(
    of: { readonly to: AttachedTo; readonly sha256: string },
    by: { readonly actor: Actor; readonly address: string },
  ): Promise<FootageFile>;
  /** An item with its proofs as a tar, once that is entered. Errors: those of `giveOut`. */
  giveOut(principal: Principal, evidence: string, address: string): Promise<AsyncIterable<Uint8Array>>;
  /** Files that were sent and that nothing names yet. */
  readonly tray: AttachmentTray;
  /** Files that come by another way than the dock. */
  readonly handIns: Pick<HandIns, 'take' | 'mostBytes'>;
  readonly events: EventHub;
  readonly metrics: Metrics;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}
