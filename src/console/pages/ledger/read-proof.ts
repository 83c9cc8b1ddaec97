/** A proof (c2sp.org/tlog-proof) taken apart; hashes are 32 bytes. */
export interface ReadProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: ReadCheckpoint;
}

/** A checkpoint (c2sp.org/tlog-checkpoint); who has signed it is not looked at. */
export interface ReadCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** Null: it is none. Pure. */
export function readProof(text: string): ReadProof | null {
  const split = text.indexOf('\n\n');
  const [first, ...rest] = text.slice(0, Math.max(split, 0)).split('\n');
  const lines = rest.filter((line) => !line.startsWith('extra '));
  const index = /^index (\d{1,15})$/.exec(lines.shift() ?? '')?.[1];
  const hashes = lines.map(bytesOf);
  const checkpoint = readCheckpoint(text.slice(split + 2));
  if (first !== 'c2sp.org/tlog-proof@v1' || index === undefined || checkpoint === null) return null;
  const whole = hashes.filter((hash): hash is Uint8Array => hash?.length === 32);
  return whole.length === hashes.length ? { index: Number(index), hashes: whole, checkpoint } : null;
}

/** Null: it is none. Pure. */
export function readCheckpoint(note: string): ReadCheckpoint | null {
  const [origin = '', size = '', rootLine = ''] = note.split('\n');
  const root = bytesOf(rootLine);
  if (origin === '' || !/^\d{1,15}$/.test(size) || root?.length !== 32) return null;
  return { origin, size: Number(size), root, note };
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
