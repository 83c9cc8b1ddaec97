import { createCipheriv, createHash } from 'node:crypto';

/** One file of a card, with the recorder's own clock, which knows no zone. */
export interface CardFile {
  /** From the card's root, with `/`. */
  readonly path: string;
  readonly content: Buffer;
  readonly modified: Temporal.PlainDateTime;
}

/** Bytes that look like nothing and are the same in every run: AES counter mode keyed with the seed. */
export function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

export interface RecorderPlan {
  /** 7 characters, as in file names and in `ID.txt`. */
  readonly device?: string;
  readonly officer?: string;
  readonly recordings?: number;
  readonly kibibytes?: number;
  /** The folder of the recordings; `''` for the root. */
  readonly folder?: string;
  /** Recordings with equal salt have equal bytes. */
  readonly salt?: string;
}

/** What a recorder leaves on its card: the marker `ID.txt` and videos with names after GA/T 947, a minute apart. */
export function recorderFiles(plan: RecorderPlan = {}): readonly CardFile[] {
  const { device = '2222222', officer = '222222', recordings = 3, kibibytes = 1024 } = plan;
  const { folder = 'DCIM/VIDEO', salt = device } = plan;
  const first = Temporal.PlainDateTime.from('2026-09-02T18:01:18');
  const videos = Array.from({ length: recordings }, (_, index): CardFile => {
    const start = first.add({ minutes: index });
    const stamp = start.toString().replace(/\D/g, '');
    const name = `A11_${device}_${officer}_${stamp}_${String((index % 9999) + 1).padStart(4, '0')}.mp4`;
    const path = folder === '' ? name : `${folder}/${name}`;
    return {
      path,
      content: video(`${salt}/${index}`, kibibytes * 1024),
      modified: start.add({ seconds: 50 }),
    };
  });
  return [{ path: 'ID.txt', content: Buffer.from(`${device}\n`), modified: first }, ...videos];
}

/** A video as far as its first bytes go. */
function video(seed: string, length: number): Buffer {
  const head = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');
  return Buffer.concat([head, noise(seed, Math.max(0, length - head.length))]).subarray(0, length);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
