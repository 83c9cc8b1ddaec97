import t from 'tap';
import { soundBytes } from '../../../src/station/footage/sound-bytes.ts';
import { sha256Of } from '../../support/cards.ts';

const original = Buffer.from('what the recorder wrote');
const facts = { sha256: sha256Of(original), bytes: original.length };

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
}

async function sent(bytes: Buffer): Promise<{ readonly bytes: Buffer; readonly error: string | null }> {
  const out: Uint8Array[] = [];
  try {
    for await (const one of soundBytes(pieces(bytes), facts, (found) => new Error(found))) out.push(one);
  } catch (error) {
    return { bytes: Buffer.concat(out), error: String(error) };
  }
  return { bytes: Buffer.concat(out), error: null };
}

t.test('an original that is what the ledger says goes out whole', async (t) => {
  t.same(await sent(original), { bytes: original, error: null });
});

t.test('one that differs, is longer or shorter never comes to its end', async (t) => {
  const altered = Buffer.from(original);
  altered[2] = 0;
  for (const bytes of [altered, Buffer.concat([original, Buffer.from('!')]), original.subarray(0, -1)]) {
    const { bytes: out, error } = await sent(bytes);
    t.ok(error?.includes(sha256Of(bytes)), 'it is said what was found');
    t.ok(out.length < bytes.length, 'the last piece is kept back');
  }
});
