/**
 * Proves an exported ledger folder, or an exported evidence item, with this one file and Node 22.18 or newer: it imports
 * nothing of the program that wrote the ledger and nothing from a registry, so that an outsider can read it whole and
 * hand it on.
 *
 *   node verify-ledger.ts FOLDER [--checkpoint OLDER_FILE]... [--key VKEY_OR_FILE]... [--json]
 *
 * A station that has lost its key goes on with another, which its ledger then names. Nothing signs that but the new key:
 * --key must be the newest one, as the unit has published it; the earlier ones are those that the entries name.
 *
 * Rules followed: RFC 6962 section 2.1 (tree), RFC 9162 section 2.1.3.2 (inclusion), c2sp.org/tlog-tiles,
 * /tlog-checkpoint, /tlog-proof, /signed-note (Ed25519).
 * Exit: 0 proved, 2 usage, 10 entry altered, 11 entry missing or reordered, 12 truncated or rolled back,
 * 13 signature or key, 15 object missing, 16 object altered; of several the lowest. 1: this program failed.
 */
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

type Code = 10 | 11 | 12 | 13 | 15 | 16;

interface Damage {
  readonly code: Code;
  /** The first place where this kind of damage shows. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
  /** How often it was met in all. */
  count: number;
}

class Findings {
  readonly #first = new Map<Code, Damage>();

  add(code: Code, place: string, expected: string, found: string): void {
    const first = this.#first.get(code);
    if (first === undefined) this.#first.set(code, { code, place, expected, found, count: 1 });
    else first.count += 1;
  }

  has(...codes: Code[]): boolean {
    return codes.some((code) => this.#first.has(code));
  }

  list(): Damage[] {
    return [...this.#first.values()].sort((a, b) => a.code - b.code);
  }
}

class UsageError extends Error {}

// ---- Hashes (RFC 6962 section 2.1). A hash is kept as a Latin-1 string of 32 characters: made and compared fastest.

const leafInput = Buffer.alloc(1 + 65_535);
const nodeInput = Buffer.alloc(65);
nodeInput[0] = 1;
const emptyRoot = hash('sha256', '', 'latin1');

function leafHash(entry: Uint8Array): string {
  leafInput.set(entry, 1);
  return hash('sha256', leafInput.subarray(0, 1 + entry.length), 'latin1');
}

function nodeHash(left: string, right: string): string {
  nodeInput.write(left, 1, 'latin1');
  nodeInput.write(right, 33, 'latin1');
  return hash('sha256', nodeInput, 'latin1');
}

const hex = (hashed: string): string => Buffer.from(hashed, 'latin1').toString('hex');

/** Grows a tree leaf by leaf and hands out every tile with its hashes, full ones as they fill, partial ones at the end. */
class Tree {
  size = 0;
  /** Whether every leaf so far was there; without one, no root can be known. */
  whole = true;
  readonly #onTile: (level: number, index: number, hashes: readonly string[]) => void;
  readonly #frontier: string[] = [];
  readonly #edges: string[][] = [];

  constructor(onTile: (level: number, index: number, hashes: readonly string[]) => void) {
    this.#onTile = onTile;
  }

  append(leaf: string): void {
    let node = leaf;
    let index = this.size;
    this.#complete(0, index, node);
    for (let level = 1; index % 2 === 1; level++) {
      node = nodeHash(this.#frontier.pop() ?? '', node);
      index = (index - 1) / 2;
      this.#complete(level, index, node);
    }
    this.#frontier.push(node);
    this.size += 1;
  }

  root(): string {
    if (this.size === 0) return emptyRoot;
    return this.#frontier.reduceRight((right, left) => nodeHash(left, right));
  }

  finish(): void {
    this.#edges.forEach((edge, level) => {
      if (edge.length > 0) this.#onTile(level, Math.floor(this.size / 256 ** (level + 1)), edge);
    });
  }

  #complete(height: number, index: number, node: string): void {
    if (height % 8 !== 0) return;
    const level = height / 8;
    const edge = this.#edges[level] ?? [];
    edge.push(node);
    this.#edges[level] = edge;
    if (edge.length < 256) return;
    this.#onTile(level, Math.floor(index / 256), edge);
    this.#edges[level] = [];
  }
}

// ---- Tiles on the disk (c2sp.org/tlog-tiles).

/** Widths of the tile files of one level, by index: usually one, but an older partial tile may lie beside. */
type Shelf = Map<number, number[]>;

function tilePath(level: string, index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? '';
  const folders = groups.map((group) => `x${group}/`).join('');
  return `tile/${level}/${folders}${last}${width === 256 ? '' : `.p/${width}`}`;
}

function readShelves(folder: string): Map<string, Shelf> {
  const shelves = new Map<string, Shelf>();
  const tiles = join(folder, 'tile');
  if (!existsSync(tiles)) return shelves;
  for (const name of readdirSync(tiles, { recursive: true, encoding: 'utf8' })) {
    const path = `tile/${name.replaceAll('\\', '/')}`;
    const [, level, groups, partial] =
      /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
    if (level === undefined || groups === undefined || !statSync(join(folder, path)).isFile()) continue;
    const index = Number(groups.replaceAll(/[x/]/g, ''));
    const width = partial === undefined ? 256 : Number(partial);
    if (tilePath(level, index, width) !== path || width === 0) continue;
    const shelf = shelves.get(level) ?? new Map<number, number[]>();
    shelf.set(index, [...(shelf.get(index) ?? []), width]);
    shelves.set(level, shelf);
  }
  return shelves;
}

/** The file to read for a tile: of this width, else the narrowest wider one, else the widest. Null: there is none. */
function pickWidth(shelf: Shelf | undefined, index: number, width: number): number | null {
  const widths = (shelf?.get(index) ?? []).toSorted((a, b) => a - b);
  return widths.find((one) => one >= width) ?? widths.at(-1) ?? null;
}

function widthAt(size: number, level: number, index: number): number {
  return Math.min(256, Math.floor(size / 256 ** level) - index * 256);
}

// ---- Keys, notes and checkpoints (c2sp.org/signed-note, /tlog-checkpoint).

interface Key {
  readonly vkey: string;
  readonly name: string;
  readonly keyId: string;
  readonly check: (text: string, signature: Uint8Array) => boolean;
}

interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function parseKey(line: string): Key | null {
  const [, name, keyId, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  const typed = base64 === undefined ? null : strictBase64(base64);
  if (name === undefined || keyId === undefined || typed?.length !== 33 || typed[0] !== 1) return null;
  if (hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed])).slice(0, 8) !== keyId) return null;
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return {
    vkey: line,
    name,
    keyId,
    check: (text, signature) => verify(null, Buffer.from(text), key, signature),
  };
}

/** The head that this key has signed, or in words what is wrong with the note. */
function openCheckpoint(bytes: Uint8Array, key: Key): Head | string {
  let note: string;
  try {
    note = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return 'no UTF-8';
  }
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(note)) return 'no signed note';
  const text = note.slice(0, split + 1);
  let signed = false;
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, base64 = ''] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
    const signature = strictBase64(base64);
    if (name === undefined || signature === null || signature.length < 5) return 'a malformed signature line';
    if (name !== key.name || signature.toString('hex', 0, 4) !== key.keyId) continue;
    if (!key.check(text, signature.subarray(4))) return `a wrong signature by ${name}`;
    signed = true;
  }
  return signed ? parseHead(text) : `no signature by ${key.name}+${key.keyId}`;
}

function parseHead(text: string): Head | string {
  const [origin = '', size = '', root = '', ...more] = text.slice(0, -1).split('\n');
  const bytes = strictBase64(root);
  if (origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size) || bytes?.length !== 32 || more.includes(''))
    return 'no checkpoint in the note';
  return { origin, size: Number(size), root: bytes.toString('latin1') };
}

// ---- Entry bundles.

/**
 * The end of the JSON object that begins at `start`, or -1 where it is cut off. Used only where a length prefix cannot
 * be believed: with it one altered prefix condemns one entry, not all that follow.
 */
function endOfObject(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 0x7b) return -1;
  let depth = 0;
  let quoted = false;
  for (let i = start; i < bytes.length; i++) {
    const c = bytes[i];
    if (quoted && c === 0x5c) i += 1;
    else if (c === 0x22) quoted = !quoted;
    else if (!quoted && c === 0x7b) depth += 1;
    else if (!quoted && c === 0x7d && --depth === 0) return i + 1;
  }
  return -1;
}

interface Entry {
  readonly bytes: Uint8Array;
  /** Null where the bytes are no leaf, or their length prefix contradicts them. */
  readonly leaf: Leaf | null;
}

/** Takes a bundle apart; `rest` is true where bytes remain that make no entry. */
function readBundle(bytes: Buffer): { entries: Entry[]; rest: boolean } {
  const entries: Entry[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const start = offset + 2;
    const end = start + bytes.readUInt16BE(offset);
    const slice = bytes.subarray(start, end);
    const leaf = end <= bytes.length ? parseLeaf(slice) : null;
    const realEnd = leaf !== null || beginsEntry(bytes, end) ? end : endOfObject(bytes, start);
    if (realEnd < 0 && end > bytes.length) return { entries, rest: true };
    entries.push({ bytes: slice, leaf });
    offset = realEnd < 0 ? end : realEnd;
  }
  return { entries, rest: offset < bytes.length };
}

function beginsEntry(bytes: Uint8Array, offset: number): boolean {
  return offset === bytes.length || bytes[offset + 2] === 0x7b;
}

interface Leaf {
  readonly seq: number;
  readonly at: string;
  /** The public key that it names as the station's from here on. */
  readonly key: string | null;
  readonly commit: Readonly<Record<string, unknown>>;
}

function parseLeaf(bytes: Uint8Array | null): Leaf | null {
  if (bytes === null) return null;
  try {
    const leaf: unknown = JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
    );
    if (!isRecord(leaf) || leaf['v'] !== 1) return null;
    const { seq, at, commit } = leaf;
    if (typeof seq !== 'number' || typeof at !== 'string' || !isRecord(commit)) return null;
    const key = keyNamedBy(leaf);
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at) ? { seq, at, commit, key } : null;
  } catch {
    return null;
  }
}

function keyNamedBy({ type, data }: Record<string, unknown>): string | null {
  if (type !== 'station.initialised' && type !== 'station.rekeyed') return null;
  const named = isRecord(data) ? data['publicKey'] : null;
  return typeof named === 'string' ? named : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether one instant is before another; with differing decimals their texts do not sort as they are. */
function isBefore(at: string, previous: string): boolean {
  if (at.length === previous.length) return at < previous;
  const sortable = (text: string): string => `${text.slice(0, 19)}.${text.slice(20, -1).padEnd(9, '0')}`;
  return sortable(at) < sortable(previous);
}

// ---- Personal values shown beside the ledger.

interface Shown {
  readonly line: number;
  readonly field: string;
  readonly salt: string;
  readonly value: string;
}

async function readPersonal(folder: string, findings: Findings): Promise<Map<number, Shown[]>> {
  const shown = new Map<number, Shown[]>();
  const path = join(folder, 'personal.jsonl');
  if (!existsSync(path)) return shown;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    const one = parseShown(text, line);
    if (one === null)
      findings.add(10, `personal.jsonl line ${line}`, '{seq, field, salt, value}', text.slice(0, 80));
    else shown.set(one.seq, [...(shown.get(one.seq) ?? []), one]);
  }
  return shown;
}

function parseShown(text: string, line: number): (Shown & { readonly seq: number }) | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { seq, field, salt, value: shown } = value;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return null;
  if (typeof field !== 'string' || typeof shown !== 'string') return null;
  if (typeof salt !== 'string' || !/^[0-9a-f]{64}$/.test(salt)) return null;
  return { seq, line, field, salt, value: shown };
}

/** In words what the leaf has committed to instead; null where it is this value. */
function committedInstead(leaf: Leaf, { field, salt, value }: Shown): string | null {
  const opened = hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value, 'utf8')]));
  const committed = leaf.commit[field];
  if (committed === opened) return null;
  return typeof committed === 'string' ? committed : 'no such field';
}

// ---- The proof.

/** An entry that does not agree with the tile above it or with its place; judged once the tiles have been. */
interface Suspect {
  readonly place: number;
  /** The place it claims; null where it is no leaf. */
  readonly seq: number | null;
  readonly hashed: string;
  /** What the level 0 tile says; null where it says nothing. */
  readonly tiled: string | null;
}

/** More are counted and not kept: the first places are what is reported. */
const mostSuspects = 10_000;

interface Older {
  readonly name: string;
  readonly head: Head;
  readonly bytes: Uint8Array;
}

/** The head as its text has it, whoever has signed it, or in words what is wrong with the note. */
function peekHead(bytes: Uint8Array): Head | string {
  const note = Buffer.from(bytes).toString('utf8');
  const split = note.lastIndexOf('\n\n');
  return split < 0 ? 'no signed note' : parseHead(note.slice(0, split + 1));
}

/** Whose root is the signed one: the entries', only the level 0 tiles', or neither's. */
type Proved = 'entries' | 'tiles' | 'neither';

class LedgerCheck {
  readonly findings: Findings;
  readonly size: number;
  personalChecked = 0;
  readonly #folder: string;
  readonly #head: Head | null;
  #older: readonly Older[];
  readonly #key: Key | null;
  /** The keys that the entries name, and from where on. */
  readonly #named: { readonly from: number; readonly vkey: string }[] = [];
  readonly #personal: ReadonlyMap<number, readonly Shown[]>;
  readonly #shelves: Map<string, Shelf>;
  readonly #rootsWanted: ReadonlySet<number>;
  readonly #entryRoots = new Map<number, string>();
  readonly #tileRoots = new Map<number, string>();
  readonly #suspects: Suspect[] = [];
  readonly #gaps: { readonly from: number; to: number }[] = [];
  #wrongTiles: { readonly path: string; readonly code: Code; readonly found: string }[] = [];
  readonly #wrongPersonal: { readonly shown: Shown; readonly place: number; readonly committed: string }[] =
    [];
  #lastRead: { readonly place: number; readonly seq: number | null } = { place: -1, seq: null };
  #lastAt = '';

  /** @param head the signed head, or null where there is none: then everything is only compared with itself */
  constructor(
    folder: string,
    head: Head | null,
    key: Key | null,
    older: readonly Older[],
    personal: ReadonlyMap<number, readonly Shown[]>,
    findings: Findings,
  ) {
    this.findings = findings;
    this.#folder = folder;
    this.#head = head;
    this.#key = key;
    this.#older = older;
    this.#personal = personal;
    this.#shelves = readShelves(folder);
    this.size = head?.size ?? this.#listedSize();
    this.#rootsWanted = new Set([this.size, ...older.map((one) => one.head.size)]);
  }

  /** The root: signed, or else computed from the entries. */
  get root(): string | null {
    return this.#head?.root ?? this.#entryRoots.get(this.size) ?? null;
  }

  run(): void {
    this.#readEntries();
    const proved = this.#whatIsProved();
    this.#judgeSigners();
    this.#judgeSuspects(proved);
    this.#judgeGaps();
    this.#judgeTiles();
    this.#judgeSurplus();
    const roots = proved === 'tiles' ? this.#tileRoots : this.#entryRoots;
    if (proved === 'neither') this.#judgeRoot(roots);
    this.#judgeOlder(roots);
    this.#judgePersonal();
  }

  #readEntries(): void {
    const tree = new Tree((level, index, hashes) => this.#compareTile(level, index, hashes));
    this.#noteRoot(tree, this.#entryRoots);
    let whole = true;
    let index = 0;
    while (index * 256 < this.size) {
      const width = widthAt(this.size, 0, index);
      const entries = this.#readBundleOf(index, width);
      for (const [i, entry] of entries.entries())
        this.#readEntry(index * 256 + i, entry, whole ? tree : null);
      // A size that an attacker wrote may be astronomical: go on at the next bundle that is there.
      const next = entries.length > 0 ? index + 1 : this.#nextBundle(index);
      if (entries.length < width) {
        whole = false;
        this.#noteGap(index * 256 + entries.length, Math.min(next * 256, this.size));
      }
      index = next;
    }
    if (whole) tree.finish();
  }

  /** How many older heads were signed as they should be. */
  get older(): number {
    return this.#older.length;
  }

  /** The earlier keys of a ledger whose newest key is the one that was asked for. */
  get keyChanges(): readonly { readonly entry: number; readonly publicKey: string }[] {
    const changes =
      this.#key !== null && this.#named.at(-1)?.vkey === this.#key.vkey ? this.#named.slice(1) : [];
    return changes.map(({ from, vkey }) => ({ entry: from, publicKey: vkey }));
  }

  /** The key whose signature a head of this size must bear. */
  #keyFor(size: number): Key | null {
    if (this.keyChanges.length === 0) return this.#key;
    return parseKey(this.#named.findLast(({ from }) => from < size)?.vkey ?? '') ?? this.#key;
  }

  /** An older head that its key has not signed is none. */
  #judgeSigners(): void {
    const last = this.#named.at(-1);
    if (this.#key !== null && this.#named.length > 1 && last !== undefined && last.vkey !== this.#key.vkey)
      this.findings.add(13, `entry ${last.from}`, `${this.#key.vkey} to be the newest key`, last.vkey);
    this.#older = this.#older.filter(({ name, head, bytes }) => {
      const key = this.#keyFor(head.size);
      const opened = key === null ? 'no key' : openCheckpoint(bytes, key);
      if (typeof opened !== 'string') return true;
      this.findings.add(13, name, `a checkpoint signed by ${key?.name}+${key?.keyId}`, opened);
      return false;
    });
  }

  #noteGap(from: number, to: number): void {
    const last = this.#gaps.at(-1);
    if (last?.to === from) last.to = to;
    else this.#gaps.push({ from, to });
  }

  /** The entries of a bundle, at most `width`; none where there is no file. */
  #readBundleOf(index: number, width: number): { entry: Entry; tiled: string | null }[] {
    const shelved = pickWidth(this.#shelves.get('entries'), index, width);
    if (shelved === null) return [];
    const path = tilePath('entries', index, shelved);
    const { entries, rest } = readBundle(readFileSync(join(this.#folder, path)));
    if (entries.length > shelved)
      this.findings.add(
        11,
        `entry ${index * 256 + shelved}`,
        `${shelved} entries in ${path}`,
        `${entries.length}`,
      );
    else if (rest && entries.length >= width)
      this.findings.add(10, path, 'whole entries', 'bytes that make no entry');
    const tiled = this.#tileHashes(index);
    return entries.slice(0, width).map((entry, i) => ({ entry, tiled: tiled[i] ?? null }));
  }

  #readEntry(place: number, read: { entry: Entry; tiled: string | null }, tree: Tree | null): void {
    const { bytes, leaf } = read.entry;
    const hashed = leafHash(bytes);
    const seq = leaf?.seq ?? null;
    this.#lastRead = { place, seq };
    if (tree !== null) {
      tree.append(hashed);
      this.#noteRoot(tree, this.#entryRoots);
    }
    if ((seq !== place || hashed !== read.tiled) && this.#suspects.length < mostSuspects)
      this.#suspects.push({ place, seq, hashed, tiled: read.tiled });
    if (leaf === null || seq !== place) return;
    this.#checkTime(place, leaf.at);
    if (leaf.key !== null) this.#named.push({ from: place, vkey: leaf.key });
    for (const shown of this.#personal.get(place) ?? []) {
      const committed = committedInstead(leaf, shown);
      if (committed !== null) this.#wrongPersonal.push({ shown, place, committed });
      this.personalChecked += 1;
    }
  }

  #checkTime(place: number, at: string): void {
    if (this.#lastAt !== '' && isBefore(at, this.#lastAt))
      this.findings.add(11, `entry ${place}`, `not before ${this.#lastAt}`, at);
    else this.#lastAt = at;
  }

  #whatIsProved(): Proved {
    const entryRoot = this.#entryRoots.get(this.size);
    if (this.#head !== null && entryRoot === this.#head.root) return 'entries';
    this.#readTiles();
    const tileRoot = this.#tileRoots.get(this.size);
    if (tileRoot !== undefined && tileRoot === (this.#head?.root ?? tileRoot)) return 'tiles';
    return 'neither';
  }

  /** Grows the tree that the level 0 tiles make: where it is the signed one, altered entries are found one by one. */
  #readTiles(): void {
    this.#wrongTiles = [];
    const tree = new Tree((level, index, hashes) => {
      if (level > 0) this.#compareTile(level, index, hashes);
    });
    this.#noteRoot(tree, this.#tileRoots);
    for (let index = 0; index * 256 < this.size; index++) {
      const hashes = this.#tileHashes(index);
      for (const one of hashes) {
        tree.append(one);
        this.#noteRoot(tree, this.#tileRoots);
      }
      const width = widthAt(this.size, 0, index);
      if (hashes.length === width) continue;
      const path = tilePath('0', index, width);
      this.#wrongTiles.push({ path, code: this.#missingTile('0', index), found: `${hashes.length} hashes` });
      return;
    }
    tree.finish();
  }

  #noteRoot(tree: Tree, roots: Map<number, string>): void {
    if (this.#rootsWanted.has(tree.size)) roots.set(tree.size, tree.root());
  }

  #compareTile(level: number, index: number, hashes: readonly string[]): void {
    const path = tilePath(String(level), index, hashes.length);
    const shelved = pickWidth(this.#shelves.get(String(level)), index, hashes.length);
    if (shelved === null || shelved < hashes.length) {
      this.#wrongTiles.push({ path, code: this.#missingTile(String(level), index), found: 'no file' });
      return;
    }
    const bytes = readFileSync(join(this.#folder, tilePath(String(level), index, shelved)));
    const right =
      bytes.length === shelved * 32 && bytes.toString('latin1', 0, hashes.length * 32) === hashes.join('');
    if (!right) this.#wrongTiles.push({ path, code: 10, found: 'other hashes' });
  }

  /** The hashes that the level 0 tile gives for the entries of a bundle, as many as there are. */
  #tileHashes(index: number): string[] {
    const width = widthAt(this.size, 0, index);
    const shelved = pickWidth(this.#shelves.get('0'), index, width);
    if (shelved === null) return [];
    const bytes = readFileSync(join(this.#folder, tilePath('0', index, shelved)));
    const count = Math.min(width, Math.floor(bytes.length / 32));
    return Array.from({ length: count }, (_, i) => bytes.toString('latin1', i * 32, (i + 1) * 32));
  }

  #judgeSuspects(proved: Proved): void {
    for (const { place, seq, hashed, tiled } of this.#suspects) {
      const elsewhere = seq !== null && seq !== place;
      const moved = elsewhere && (proved !== 'tiles' || hashed === tiled || this.#tiledAt(seq) === hashed);
      if (moved) this.findings.add(11, `entry ${place}`, `seq ${place}`, `seq ${seq}`);
      else if (seq === null || (proved !== 'entries' && tiled !== null && hashed !== tiled))
        this.findings.add(10, `entry ${place}`, tiled === null ? 'an entry' : hex(tiled), hex(hashed));
    }
  }

  #tiledAt(place: number): string | null {
    if (!Number.isSafeInteger(place) || place < 0 || place >= this.size) return null;
    return this.#tileHashes(Math.floor(place / 256))[place % 256] ?? null;
  }

  #judgeGaps(): void {
    for (const { from, to } of this.#gaps) {
      const code = from === this.#tailGap() ? 12 : 11;
      this.findings.add(code, `entry ${from}`, `${to - from} entries`, 'nothing');
    }
  }

  /** Where the ledger was cut off at its end; undefined where it was not. */
  #tailGap(): number | undefined {
    const last = this.#gaps.at(-1);
    // With the newest entry still there, one further ahead was taken out and the rest moved up.
    if (last === undefined || last.to !== this.size || this.#lastRead.seq === this.size - 1) return undefined;
    return last.from > this.#lastRead.place ? last.from : undefined;
  }

  #judgeTiles(): void {
    for (const { path, code, found } of this.#wrongTiles)
      this.findings.add(code, path, 'the hashes that the ledger gives', found);
  }

  /** A tile gone from the end of its level goes with entries cut off the end, if any are. */
  #missingTile(level: string, index: number): Code {
    const later = [...(this.#shelves.get(level)?.keys() ?? [])].some((one) => one > index);
    return !later && this.#tailGap() !== undefined ? 12 : 11;
  }

  /** Tiles past the signed size: the checkpoint was put back to an older one. */
  #judgeSurplus(): void {
    for (const [level, shelf] of this.#shelves) {
      const each = level === 'entries' ? 1 : 256 ** Number(level);
      for (const [index, widths] of shelf) {
        const end = (index * 256 + Math.max(...widths)) * each;
        const path = tilePath(level, index, Math.max(...widths));
        if (end > this.size)
          this.findings.add(12, path, `a ledger of ${this.size} entries`, `${end} entries`);
      }
    }
  }

  /** Entries and tiles agree with each other and with no signature: say since when, as far as older heads tell. */
  #judgeRoot(roots: ReadonlyMap<number, string>): void {
    if (this.#head === null || this.findings.has(10, 11, 12)) return;
    const sound = this.#older
      .filter(({ head }) => roots.get(head.size) === head.root)
      .map(({ head }) => head.size);
    const place = `entries ${Math.max(0, ...sound)} to ${this.size - 1}`;
    this.findings.add(10, place, hex(this.#head.root), hex(roots.get(this.size) ?? ''));
  }

  #judgeOlder(roots: ReadonlyMap<number, string>): void {
    for (const { name, head } of this.#older) {
      const root = roots.get(head.size);
      if (head.size > this.size)
        this.findings.add(12, name, `at least ${head.size} entries`, `${this.size} entries`);
      else if (root !== undefined && root !== head.root)
        this.findings.add(12, `${name}: entries 0 to ${head.size - 1}`, hex(head.root), hex(root));
    }
  }

  #judgePersonal(): void {
    for (const { shown, place, committed } of this.#wrongPersonal)
      this.findings.add(
        10,
        `personal.jsonl line ${shown.line} (entry ${place}, ${shown.field})`,
        committed,
        shown.value,
      );
    for (const [seq, [first]] of this.#personal)
      if (seq >= this.size)
        this.findings.add(
          12,
          `personal.jsonl line ${first?.line}`,
          `entries below ${this.size}`,
          `entry ${seq}`,
        );
  }

  #nextBundle(after: number): number {
    const indexes = [...(this.#shelves.get('entries')?.keys() ?? [])];
    return indexes.reduce(
      (next, one) => (one > after && one < next ? one : next),
      Math.ceil(this.size / 256),
    );
  }

  #listedSize(): number {
    const bundles = [...(this.#shelves.get('entries') ?? [])];
    return bundles.reduce((size, [index, widths]) => Math.max(size, index * 256 + Math.max(...widths)), 0);
  }
}

// ---- An exported evidence item.

/** What the manifest says of a file. Nothing of it is true before an entry has proved it. */
interface Listed {
  readonly file: string;
  readonly path: string;
  readonly entry: number;
  readonly salt: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** An entry that a signed head has proved to be in the ledger. */
interface ProvedEntry {
  readonly seq: number;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly commit: Readonly<Record<string, unknown>>;
}

const proofHead = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 entries is no deeper; a longer proof is an attacker's. */
const mostHashes = 63;

/** Takes a proof apart (c2sp.org/tlog-proof); null where it is none. */
function parseProof(bytes: Buffer): { index: number; hashes: string[]; note: Buffer } | null {
  const split = bytes.indexOf('\n\n');
  const lines = bytes.toString('utf8', 0, Math.max(split, 0)).split('\n');
  if (lines.shift() !== proofHead) return null;
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '')?.[1];
  const hashes = lines.map((line) => strictBase64(line));
  if (index === undefined || hashes.length > mostHashes || hashes.some((one) => one?.length !== 32))
    return null;
  const made = hashes.map((one) => one?.toString('latin1') ?? '');
  return { index: Number(index), hashes: made, note: bytes.subarray(split + 2) };
}

/** The root that a leaf and its path give (RFC 9162 section 2.1.3.2); null where the path does not fit the size. */
function rootFrom(leaf: string, index: number, size: number, path: readonly string[]): string | null {
  let [place, last, node] = [index, size - 1, leaf];
  if (index >= size) return null;
  for (const sibling of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      node = nodeHash(sibling, node);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else {
      node = nodeHash(node, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? node : null;
}

/** The fields of a leaf that an evidence item is proved by. */
function parseEvidenceLeaf(bytes: Buffer): (ProvedEntry & { readonly subject: string }) | null {
  const leaf = parseLeaf(bytes);
  if (leaf === null) return null;
  const { type, subject, data }: Record<string, unknown> = JSON.parse(bytes.toString('utf8'));
  if (typeof type !== 'string' || !isRecord(subject) || !isRecord(data)) return null;
  return { ...leaf, type, data, subject: `${String(subject['kind'])}:${String(subject['id'])}` };
}

function parseListed(value: unknown): Listed | null {
  if (!isRecord(value)) return null;
  const { file, path, entry, salt, sha256, bytes } = value;
  if (typeof file !== 'string' || typeof path !== 'string' || typeof salt !== 'string') return null;
  if (typeof entry !== 'number' || typeof sha256 !== 'string' || typeof bytes !== 'number') return null;
  return { file, path, entry, salt, sha256, bytes };
}

/** Read piece by piece: an original may be larger than the memory. */
async function digestOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    sha256.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: sha256.digest('hex'), bytes };
}

export interface EvidenceReport {
  readonly ok: boolean;
  /** The item that the manifest names. */
  readonly evidence: string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly origin: string | null;
  readonly key: string | null;
  readonly keyFrom: Report['keyFrom'];
  /** How many entries were proved. */
  readonly entries: number;
  /** The files whose every byte was proved. */
  readonly files: readonly string[];
  readonly damage: readonly Damage[];
}

class EvidenceCheck {
  readonly #folder: string;
  readonly #key: Key | null;
  readonly #findings: Findings;
  readonly proved = new Map<number, ProvedEntry>();
  readonly files: string[] = [];
  evidence: string | null = null;
  readonly #unproved = new Set<number>();
  /** Empty where there is none that can be read. */
  #manifest: Record<string, unknown> = {};

  constructor(folder: string, key: Key | null, findings: Findings) {
    this.#folder = folder;
    this.#key = key;
    this.#findings = findings;
  }

  async run(head: Head | null): Promise<void> {
    this.#readManifest(head);
    const places = new Set([...this.#placesListed(), ...this.#placesThere()]);
    for (const seq of [...places].sort((a, b) => a - b)) {
      this.#proveEntry(seq, head);
      if (!this.proved.has(seq)) this.#unproved.add(seq);
    }
    for (const type of ['recording.secured', 'recording.stored']) {
      if (this.#unproved.size > 0 || [...this.proved.values()].some((one) => one.type === type)) continue;
      this.#findings.add(11, `the entry ${type}`, `of evidence ${this.evidence}`, 'nothing');
    }
    // Without a manifest nothing says which file is what.
    if (this.evidence === null) return;
    const { original, sidecars } = this.#manifest;
    await this.#proveFile('original', original);
    const listed = Array.isArray(sidecars) ? sidecars : [];
    for (const [i, one] of listed.entries()) await this.#proveFile(`sidecar-${i + 1}`, one);
    this.#missedSidecars(listed);
  }

  #readManifest(head: Head | null): void {
    const bytes = readIfThere(join(this.#folder, 'manifest.json'));
    if (bytes === null) {
      this.#findings.add(15, 'manifest.json', 'a file', 'nothing');
      return;
    }
    try {
      const manifest: unknown = JSON.parse(bytes.toString('utf8'));
      if (isRecord(manifest)) this.#manifest = manifest;
    } catch {
      // Told below: it says nothing of what it must say.
    }
    const { evidence, ledger, size } = this.#manifest;
    if (typeof evidence === 'string') this.evidence = evidence;
    else this.#findings.add(16, 'manifest.json: evidence', 'the name of an item', String(evidence));
    if (head === null || this.evidence === null) return;
    if (ledger !== head.origin) this.#findings.add(16, 'manifest.json: ledger', head.origin, String(ledger));
    if (size !== head.size) this.#findings.add(16, 'manifest.json: size', String(head.size), String(size));
  }

  #placesListed(): number[] {
    const { entries } = this.#manifest;
    return (Array.isArray(entries) ? entries : []).flatMap((one) => {
      const seq: unknown = isRecord(one) ? one['seq'] : null;
      if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0) return [seq];
      this.#findings.add(
        16,
        'manifest.json: entries',
        '{seq}',
        JSON.stringify(one)?.slice(0, 80) ?? 'nothing',
      );
      return [];
    });
  }

  #placesThere(): number[] {
    return readdirSync(this.#folder).flatMap((name) => {
      const [, seq] = /^entry-(0|[1-9]\d{0,14})\.(?:json|tlog-proof)$/.exec(name) ?? [];
      return seq === undefined ? [] : [Number(seq)];
    });
  }

  #proveEntry(seq: number, head: Head | null): void {
    const names = { leaf: `entry-${seq}.json`, proof: `entry-${seq}.tlog-proof` };
    const leaf = readIfThere(join(this.#folder, names.leaf));
    const proof = readIfThere(join(this.#folder, names.proof));
    if (leaf === null || proof === null) {
      this.#findings.add(11, `entry ${seq}`, `${names.leaf} and ${names.proof}`, 'no file');
      return;
    }
    const read = parseProof(proof);
    if (read === null) this.#findings.add(10, names.proof, 'a proof of inclusion', 'something else');
    else if (this.#included(seq, leaf, read, head)) this.#takeIn(seq, leaf);
  }

  #included(
    seq: number,
    leaf: Buffer,
    proof: { index: number; hashes: string[]; note: Buffer },
    head: Head | null,
  ): boolean {
    const name = `entry-${seq}.tlog-proof`;
    const under = openHead(name, proof.note, this.#key, this.#findings);
    if (under === null) return false;
    if (head !== null && (under.size !== head.size || under.root !== head.root)) {
      this.#findings.add(12, name, `the checkpoint of ${head.size} entries`, `one of ${under.size}`);
      return false;
    }
    if (proof.index !== seq) {
      this.#findings.add(11, `entry ${seq}`, `index ${seq}`, `index ${proof.index}`);
      return false;
    }
    const root = leaf.length > 65_535 ? null : rootFrom(leafHash(leaf), seq, under.size, proof.hashes);
    if (root === under.root) return true;
    this.#findings.add(10, `entry ${seq}`, `root ${hex(under.root)}`, root === null ? 'none' : hex(root));
    return false;
  }

  #takeIn(seq: number, bytes: Buffer): void {
    const leaf = parseEvidenceLeaf(bytes);
    if (leaf === null) this.#findings.add(10, `entry ${seq}`, 'an entry', 'other bytes');
    else if (leaf.seq !== seq) this.#findings.add(11, `entry ${seq}`, `seq ${seq}`, `seq ${leaf.seq}`);
    else if (this.evidence !== null && leaf.subject !== `evidence:${this.evidence}`)
      this.#findings.add(10, `entry ${seq}`, `about evidence:${this.evidence}`, `about ${leaf.subject}`);
    else this.proved.set(seq, leaf);
  }

  /** Holds a file against the manifest, and the manifest against the entries that were proved. */
  async #proveFile(role: string, value: unknown): Promise<void> {
    const listed = parseListed(value);
    if (listed === null) {
      this.#findings.add(
        16,
        `manifest.json: ${role}`,
        '{file, path, entry, salt, sha256, bytes}',
        String(value),
      );
      return;
    }
    const said = this.#sound(role, listed);
    const found = await this.#fileOf(role, listed);
    if (found === null) return;
    const [sha256, bytes] = this.#witnessed(listed) ?? [listed.sha256, listed.bytes];
    if (found.sha256 === sha256 && found.bytes === bytes) {
      if (said) this.files.push(listed.file);
      return;
    }
    this.#findings.add(16, listed.file, `${sha256}, ${bytes} bytes`, `${found.sha256}, ${found.bytes} bytes`);
  }

  /** What the ledger says of the file: its digest and size. */
  #witnessed({ entry }: Listed): [string, number] | null {
    const { sha256, bytes } = this.proved.get(entry)?.data ?? {};
    return typeof sha256 === 'string' && typeof bytes === 'number' ? [sha256, bytes] : null;
  }

  /** Whether the manifest says of the file what the proved entries say. */
  #sound(role: string, listed: Listed): boolean {
    const wanted = role === 'original' ? 'recording.secured' : 'sidecar.stored';
    const witness = this.proved.get(listed.entry);
    // An entry that could not be proved has been told already.
    if (witness === undefined && this.#unproved.has(listed.entry)) return false;
    if (witness?.type !== wanted) {
      const found = witness === undefined ? 'no proved entry' : witness.type;
      this.#findings.add(16, `manifest.json: ${role}.entry`, `${wanted} at ${listed.entry}`, found);
      return false;
    }
    const [sha256, bytes] = this.#witnessed(listed) ?? ['?', -1];
    const stored = [...this.proved.values()].find((one) => one.type === 'recording.stored')?.data;
    const differs: [string, unknown, unknown][] = [
      ['sha256', sha256, listed.sha256],
      ['bytes', bytes, listed.bytes],
      ['path', witness.commit['path'], commitmentTo(listed)],
    ];
    if (role === 'original' && stored !== undefined)
      differs.push(['stored', `${stored['sha256']} ${stored['bytes']}`, `${sha256} ${bytes}`]);
    const wrong = differs.filter(([, is, said]) => is !== said);
    for (const [field, is, said] of wrong)
      this.#findings.add(16, `manifest.json: ${role}.${field}`, String(is), String(said));
    return wrong.length === 0;
  }

  async #fileOf(role: string, { file }: Listed): Promise<{ sha256: string; bytes: number } | null> {
    // A name from the manifest must not lead out of the folder.
    if (!file.startsWith(role) || !/^(?:\.[a-z0-9]{1,8})?$/.test(file.slice(role.length))) {
      this.#findings.add(16, `manifest.json: ${role}.file`, `${role} and an extension`, file);
      return null;
    }
    const path = join(this.#folder, file);
    const standing = lstatSync(path, { throwIfNoEntry: false });
    if (standing === undefined) this.#findings.add(15, file, 'a file', 'nothing');
    else if (!standing.isFile()) this.#findings.add(16, file, 'a file', 'something else');
    else return await digestOf(path);
    return null;
  }

  /** A sidecar that the ledger knows and the manifest leaves out. */
  #missedSidecars(listed: readonly unknown[]): void {
    const entries = new Set(listed.map((one) => parseListed(one)?.entry));
    for (const { seq, type, data } of this.proved.values()) {
      if (type !== 'sidecar.stored' || entries.has(seq)) continue;
      this.#findings.add(15, `the sidecar of entry ${seq}`, String(data['sha256']), 'nothing');
    }
  }
}

function commitmentTo({ salt, path }: Listed): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) return 'no salt';
  return hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(path, 'utf8')]));
}

/** Whether the folder is an export of one evidence item rather than of a ledger. */
function isEvidence(folder: string): boolean {
  if (existsSync(join(folder, 'tile'))) return false;
  return readdirSync(folder).some((name) => name === 'manifest.json' || /^entry-\d+\.tlog-proof$/.test(name));
}

/** Proves an exported evidence item. Throws as `prove`. */
export async function proveEvidence(folder: string, options: ProveOptions): Promise<EvidenceReport> {
  const { findings, given, key, head } = openFolder(folder, options);
  const keys = [...new Set([...(key === null ? [] : [key]), ...given])];
  for (const { name, head: older, bytes } of olderHeads(folder, options.checkpoint, key, head, findings)) {
    // One item does not tell which keys its ledger has had: those are whom the reader trusts.
    const [first = ''] = keys
      .map((one) => openCheckpoint(bytes, one))
      .filter((one) => typeof one === 'string');
    if (keys.every((one) => typeof openCheckpoint(bytes, one) === 'string')) {
      findings.add(13, name, `a checkpoint signed by ${key?.name}+${key?.keyId}`, first);
      continue;
    }
    // Without the tiles between, only heads of the same size can be compared.
    if (head === null || older.size !== head.size || older.root === head.root) continue;
    findings.add(12, name, hex(older.root), hex(head.root));
  }
  const check = new EvidenceCheck(folder, key, findings);
  await check.run(head);
  const damage = findings.list();
  return {
    ok: damage.length === 0,
    evidence: check.evidence,
    size: head?.size ?? null,
    root: head === null ? null : hex(head.root),
    origin: head?.origin ?? null,
    key: key?.vkey ?? null,
    keyFrom: key === null ? null : given.length === 0 ? 'folder' : 'given',
    entries: check.proved.size,
    files: check.files,
    damage,
  };
}

// ---- The command.

export interface Report {
  readonly ok: boolean;
  readonly size: number;
  readonly root: string | null;
  readonly origin: string | null;
  readonly key: string | null;
  /** `folder`: the key lay with the ledger, which proves nothing about who signed. */
  readonly keyFrom: 'given' | 'folder' | null;
  readonly olderCheckpoints: number;
  /** Entries with which another key came into force. Nothing signed with the key before says so. */
  readonly keyChanges: readonly { readonly entry: number; readonly publicKey: string }[];
  readonly personalValues: number;
  readonly damage: readonly Damage[];
}

function readIfThere(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null;
}

function givenKey(wanted: string): Key {
  const key = parseKey(wanted) ?? parseKey(readIfThere(wanted)?.toString('utf8').trim() ?? '');
  if (key === null)
    throw new UsageError(`--key: no public key NAME+HASH+BASE64 and no file with one: ${wanted}`);
  return key;
}

/** The key that must have signed the newest head: of those given the one that has, or the first of them. */
function chooseKey(folder: string, given: readonly Key[], findings: Findings): Key | null {
  const line = readIfThere(join(folder, 'key.vkey'))?.toString('utf8').trim() ?? 'no file';
  const own = parseKey(line);
  const [first] = given;
  if (own === null && first === undefined)
    findings.add(13, 'key.vkey', 'NAME+HASH+BASE64 (Ed25519)', line.slice(0, 80));
  if (own !== null && first !== undefined && given.every((one) => one.vkey !== own.vkey))
    findings.add(13, 'key.vkey', given.map((one) => one.vkey).join(' or '), own.vkey);
  const note = readIfThere(join(folder, 'checkpoint'));
  const signer = given.find((one) => note !== null && typeof openCheckpoint(note, one) !== 'string');
  return signer ?? first ?? own;
}

function openHead(name: string, bytes: Buffer | null, key: Key | null, findings: Findings): Head | null {
  if (key === null) return null;
  const head = bytes === null ? 'no file' : openCheckpoint(bytes, key);
  if (typeof head !== 'string') return head;
  findings.add(13, name, `a checkpoint signed by ${key.name}+${key.keyId}`, head);
  return null;
}

/** Older heads as they say they are; who has signed them is judged where the ledger's keys are known. */
function olderHeads(
  folder: string,
  given: readonly string[],
  key: Key | null,
  head: Head | null,
  findings: Findings,
) {
  const kept = join(folder, 'checkpoints');
  const names = existsSync(kept) ? readdirSync(kept).filter((name) => /^\d{12}$/.test(name)) : [];
  const files = [
    ...names.sort().map((name) => ({ name: `checkpoints/${name}`, bytes: readFileSync(join(kept, name)) })),
    ...given.map((path) => {
      const bytes = readIfThere(path);
      if (bytes === null) throw new UsageError(`--checkpoint: no such file: ${path}`);
      return { name: path, bytes };
    }),
  ];
  const older: Older[] = [];
  for (const { name, bytes } of key === null ? [] : files) {
    const one = peekHead(bytes);
    if (typeof one === 'string')
      findings.add(13, name, `a checkpoint signed by ${key?.name}+${key?.keyId}`, one);
    else if (head !== null && one.origin !== head.origin) findings.add(13, name, head.origin, one.origin);
    else older.push({ name, head: one, bytes });
  }
  return older;
}

export interface ProveOptions {
  readonly checkpoint: readonly string[];
  readonly key: string | readonly string[] | undefined;
}

function openFolder(folder: string, options: ProveOptions) {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`no such folder: ${folder}`);
  const findings = new Findings();
  const given = [options.key ?? []].flat().map(givenKey);
  const key = chooseKey(folder, given, findings);
  const head = openHead('checkpoint', readIfThere(join(folder, 'checkpoint')), key, findings);
  return { findings, given, key, head };
}

/** Proves a ledger's folder. Throws only for a folder, key or older checkpoint that cannot be read at all. */
export async function prove(folder: string, options: ProveOptions): Promise<Report> {
  const { findings, given, key, head } = openFolder(folder, options);
  const older = olderHeads(folder, options.checkpoint, key, head, findings);
  const check = new LedgerCheck(folder, head, key, older, await readPersonal(folder, findings), findings);
  check.run();
  const damage = findings.list();
  const report: Report = {
    ok: damage.length === 0,
    size: check.size,
    root: check.root === null ? null : hex(check.root),
    origin: head?.origin ?? null,
    key: key?.vkey ?? null,
    keyFrom: key === null ? null : given.length === 0 ? 'folder' : 'given',
    olderCheckpoints: check.older,
    keyChanges: check.keyChanges,
    personalValues: check.personalChecked,
    damage,
  };
  return report;
}

const words = {
  en: {
    10: 'an entry or a hash was altered',
    11: 'an entry is missing or out of order',
    12: 'the ledger was cut off or put back to an older state',
    13: 'a signature or key is wrong or missing',
    15: 'a file is missing',
    16: 'a file, or what is said of it, was altered',
    proved: 'PROVED',
    damaged: 'DAMAGED',
    ledger: (r: Report) =>
      `${r.size} entries of ${r.origin ?? 'an unknown ledger'}, root ${r.root ?? 'unknown'}`,
    checked: (r: Report) =>
      `${r.olderCheckpoints} older checkpoints, ${r.personalValues} personal values checked`,
    evidence: (r: EvidenceReport) =>
      `evidence ${r.evidence ?? 'without a name'} in ${r.origin ?? 'an unknown ledger'}`,
    files: (r: EvidenceReport) =>
      `${r.entries} entries proved among ${r.size ?? 'an unknown number'}; files: ${r.files.join(', ') || 'none'}`,
    line: (d: Damage) => `at ${d.place}: expected ${d.expected}, found ${d.found} (${d.count} in all)`,
    keyChange: (entry: number, key: string) =>
      `From entry ${entry} on another key signs: ${key}. Nothing signed with the key before says so.`,
    ownKey:
      'The key was taken from the folder itself: this proves that the ledger is whole, but nothing about who signed it. ' +
      'Pass --key with the public key that the unit has published.',
  },
  zh: {
    10: '条目或哈希值被改动',
    11: '条目缺失或次序有变',
    12: '保管链被截断或退回到较早状态',
    13: '签名或密钥错误或缺失',
    15: '文件缺失',
    16: '文件或其说明被改动',
    proved: '验证通过',
    damaged: '发现损坏',
    ledger: (r: Report) => `${r.origin ?? '未知保管链'}，共 ${r.size} 个条目，根 ${r.root ?? '未知'}`,
    checked: (r: Report) => `已核对较早检查点 ${r.olderCheckpoints} 个、个人信息 ${r.personalValues} 项`,
    evidence: (r: EvidenceReport) => `${r.origin ?? '未知保管链'} 中的证据条目 ${r.evidence ?? '（无名）'}`,
    files: (r: EvidenceReport) =>
      `已验证条目 ${r.entries} 个（保管链共 ${r.size ?? '未知'} 个）；文件：${r.files.join('、') || '无'}`,
    line: (d: Damage) => `位置 ${d.place}：应为 ${d.expected}，实际为 ${d.found}（共 ${d.count} 处）`,
    keyChange: (entry: number, key: string) =>
      `自第 ${entry} 条起由另一密钥签名：${key}。旧密钥并未为此签名。`,
    ownKey: '所用公钥取自该文件夹本身：只能证明保管链完整，不能证明由谁签名。请用 --key 传入单位公布的公钥。',
  },
} as const;

function sayReport(report: Report | EvidenceReport): string {
  const wanted = process.env['DOCKET_LANG'] || process.env['LC_ALL'] || process.env['LANG'] || '';
  const say = words[wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en'];
  const [what, more] =
    'evidence' in report
      ? [say.evidence(report), say.files(report)]
      : [say.ledger(report), say.checked(report)];
  const lines = [`${report.ok ? say.proved : say.damaged}: ${what}`, more];
  for (const damage of report.damage)
    lines.push(`${damage.code} ${say[damage.code]}`, `   ${say.line(damage)}`);
  for (const { entry, publicKey } of 'keyChanges' in report ? report.keyChanges : [])
    lines.push(say.keyChange(entry, publicKey));
  if (report.keyFrom === 'folder') lines.push(say.ownKey);
  return lines.map(printable).join('\n');
}

/** What a hostile folder says must not steer the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      checkpoint: { type: 'string', multiple: true },
      key: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('exactly one FOLDER is needed');
  const options = { checkpoint: values.checkpoint ?? [], key: values.key };
  const item = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && isEvidence(folder);
  const report = item ? await proveEvidence(folder, options) : await prove(folder, options);
  console.log(values.json ? JSON.stringify(report) : sayReport(report));
  return report.damage[0]?.code ?? 0;
}

function failed(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const usage = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
  const next = 'node verify-ledger.ts FOLDER [--checkpoint OLDER_FILE]... [--key VKEY_OR_FILE]... [--json]';
  const problem = { code: usage ? 'verify.usage' : 'verify.failed', message, field: null, next };
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: problem }));
  else console.error(`${printable(message)}\n${next}`);
  return usage ? 2 : 1;
}

// Imported by a test, the file only lends its function.
if (realpathSync(process.argv[1] ?? '') === import.meta.filename)
  process.exitCode = await main().catch(failed);
