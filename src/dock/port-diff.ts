import type { DockedCard } from './card.ts';

/**
 * A card as one scan saw it. `instance` changes when another folder or mount takes its place between two scans; null
 * where the card is failing and does not say, which is no reason to take it for another.
 */
export interface SeenCard {
  readonly card: DockedCard;
  readonly instance: string | null;
  /** Monotonic milliseconds since when it is back, where that was before it could be seen as a card. */
  readonly backSince?: number;
}

export interface PortState extends SeenCard {
  /** Monotonic milliseconds since when the card is gone; null while it is there. */
  readonly goneSince: number | null;
}

/** What is known of each port, by the card's root. */
export type Ports = ReadonlyMap<string, PortState>;

/**
 * `detached` comes at once. Then, at the same port, either `rejoined` within the rejoin time (the same docking) or
 * `departed` after it; a card that comes later is `attached`, a new docking.
 */
export interface CardEvent {
  readonly kind: 'attached' | 'detached' | 'rejoined' | 'departed';
  readonly card: DockedCard;
}

export interface PortDiff {
  readonly ports: Ports;
  readonly events: readonly CardEvent[];
}

/** What a scan saw: cards, and the roots it could not look at because an earlier look still hangs. */
export interface PortScan {
  readonly seen: readonly SeenCard[];
  readonly hung: ReadonlySet<string>;
}

/** Compares a fresh scan with what is known. A root whose look hangs stays as it was. */
export function diffPorts(
  before: Ports,
  { seen, hung }: PortScan,
  nowMs: number,
  rejoinMs: number,
): PortDiff {
  const fresh = new Map(seen.map((one) => [one.card.root, one]));
  const ports = new Map<string, PortState>();
  const events: CardEvent[] = [];
  for (const root of [...new Set([...before.keys(), ...fresh.keys()])].sort()) {
    const known = before.get(root) ?? null;
    const change =
      hung.has(root) && !fresh.has(root)
        ? { state: known, kinds: [] }
        : changeOf(known, fresh.get(root) ?? null, nowMs, rejoinMs);
    if (change.state !== null) ports.set(root, change.state);
    for (const [kind, card] of change.kinds) events.push({ kind, card });
  }
  return { ports, events };
}

interface Change {
  readonly state: PortState | null;
  readonly kinds: readonly (readonly [CardEvent['kind'], DockedCard])[];
}

function changeOf(known: PortState | null, seen: SeenCard | null, nowMs: number, rejoinMs: number): Change {
  const here = seen === null ? null : { ...seen, goneSince: null };
  if (known === null) return { state: here, kinds: here === null ? [] : [['attached', here.card]] };
  if (known.goneSince === null) {
    if (here === null) return { state: { ...known, goneSince: nowMs }, kinds: [['detached', known.card]] };
    if (here.instance === null || known.instance === null || here.instance === known.instance) {
      return { state: { ...here, instance: here.instance ?? known.instance }, kinds: [] };
    }
    const back = sameFacts(known.card, here.card) ? ([['rejoined', here.card]] as const) : anew(known, here);
    return { state: here, kinds: [['detached', known.card], ...back] };
  }
  const late = (seen?.backSince ?? nowMs) - known.goneSince > rejoinMs;
  if (here === null)
    return late ? { state: null, kinds: [['departed', known.card]] } : { state: known, kinds: [] };
  const same = !late && sameFacts(known.card, here.card);
  return { state: here, kinds: same ? [['rejoined', here.card]] : anew(known, here) };
}

function anew(known: PortState, here: PortState): Change['kinds'] {
  return [
    ['departed', known.card],
    ['attached', here.card],
  ];
}

/** Another serial, id or label at the port is another recorder, however soon it came. */
function sameFacts(a: DockedCard, b: DockedCard): boolean {
  const differ = (x: string | null, y: string | null) => x !== null && y !== null && x !== y;
  return !(
    differ(a.usbSerial, b.usbSerial) ||
    differ(a.usbId, b.usbId) ||
    differ(a.volumeLabel, b.volumeLabel)
  );
}
