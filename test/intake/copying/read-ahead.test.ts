import { constants, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { AlignedSlots, slotBytes } from '../../../src/intake/copying/aligned.ts';
import { CopyFailed } from '../../../src/intake/copying/copy-job.ts';
import { OpenFile, openDirect } from '../../../src/intake/copying/raw-file.ts';
import { readAhead } from '../../../src/intake/copying/read-ahead.ts';
import { seededBytes } from '../../support/cards.ts';
import { until } from '../../support/until.ts';

async function opened(t: Test, bytes: Buffer): Promise<{ file: OpenFile; path: string }> {
  const path = join(t.testdir({}), 'file');
  writeFileSync(path, bytes);
  const file = await openDirect(path, constants.O_RDONLY);
  t.teardown(() => file.close());
  return { file, path };
}

async function whole(file: OpenFile, from: number, to: number, slots: AlignedSlots): Promise<Buffer> {
  const parts: Buffer[] = [];
  let expected = from;
  for await (const { slot, bytes, at } of readAhead(file, from, to, slots)) {
    if (at !== expected) throw new Error(`${at} comes after ${expected}`);
    expected += bytes.length;
    parts.push(Buffer.from(bytes));
    slots.give(slot);
  }
  return Buffer.concat(parts);
}

t.test('files of any size are read in order, byte for byte, from any slot on', async (t) => {
  const slots = new AlignedSlots(4);
  for (const size of [0, 1, 511, 4096, slotBytes - 1, slotBytes, slotBytes + 1, 3 * slotBytes + 777]) {
    const bytes = seededBytes(`${size}`, size);
    const { file } = await opened(t, bytes);
    t.ok((await whole(file, 0, size, slots)).equals(bytes), `${size}`);
    if (size > slotBytes) t.ok((await whole(file, slotBytes, size, slots)).equals(bytes.subarray(slotBytes)));
  }
});

t.test('a file that ends early gives what there is', async (t) => {
  const bytes = seededBytes('short', 2 * slotBytes + 100);
  const { file, path } = await opened(t, bytes);
  truncateSync(path, slotBytes + 50);
  const got = await whole(file, 0, bytes.length, new AlignedSlots(4));
  t.ok(got.equals(bytes.subarray(0, slotBytes + 50)));
});

t.test('two slots are enough, and every one comes back however the reading ends', async (t) => {
  const slots = new AlignedSlots(2);
  const { file } = await opened(t, seededBytes('slots', 5 * slotBytes));
  for (let i = 0; i < 3; i++) {
    for await (const { slot } of readAhead(file, 0, 5 * slotBytes, slots)) {
      slots.give(slot);
      if (i > 0) break;
    }
  }
  await until('both are free again', () => {
    const free = [slots.takeFree(), slots.takeFree()];
    for (const slot of free) if (slot !== null) slots.give(slot);
    return free.every((slot) => slot !== null);
  });
  t.equal((await whole(file, 0, 5 * slotBytes, slots)).length, 5 * slotBytes);
});

/** A card with bad places, played under a real file. */
class BadFile extends OpenFile {
  readonly #fails: (position: number, length: number) => boolean;
  constructor(fd: number, fails: (position: number, length: number) => boolean) {
    super(fd, false);
    this.#fails = fails;
  }
  override read(into: Buffer, position: number): Promise<number> {
    if (!this.#fails(position, into.length)) return super.read(into, position);
    return Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  }
}

t.test('a bad sector is named by its first byte, and what lies before it is given', async (t) => {
  const bytes = seededBytes('bad', 3 * slotBytes);
  const { path } = await opened(t, bytes);
  const bad = slotBytes + 5 * 4096;
  const file = new BadFile(openSync(path, 'r'), (at, length) => at <= bad && bad < at + length);
  t.teardown(() => file.close());
  const slots = new AlignedSlots(4);
  let seen = 0;
  const failed = await (async () => {
    for await (const { slot, bytes: got } of readAhead(file, 0, bytes.length, slots)) {
      seen += got.length;
      slots.give(slot);
    }
  })().catch((error: unknown) => error);
  t.ok(failed instanceof CopyFailed);
  t.same(failed instanceof CopyFailed && failed.failure, { kind: 'read', errno: 'EIO', offset: bad });
  t.equal(seen, slotBytes);
  const again = [slots.takeFree(), slots.takeFree(), slots.takeFree(), slots.takeFree()];
  await until(
    'no slot is lost',
    () => again.filter((slot) => slot !== null).length + Number(slots.takeFree() !== null) >= 4,
  );
});

t.test('a passing fault is healed by reading again in small steps', async (t) => {
  const bytes = seededBytes('passing', 2 * slotBytes + 999);
  const { path } = await opened(t, bytes);
  let faults = 0;
  const file = new BadFile(openSync(path, 'r'), (_, length) => length > 4096 && faults++ % 2 === 0);
  t.teardown(() => file.close());
  t.ok((await whole(file, 0, bytes.length, new AlignedSlots(4))).equals(bytes));
  t.ok(faults > 1);
});

t.test('a file is closed only after its last read has answered', async (t) => {
  const path = join(t.testdir({}), 'file');
  writeFileSync(path, seededBytes('close', 20 * slotBytes));
  const file = await openDirect(path, constants.O_RDONLY);
  const slots = new AlignedSlots(20);
  const order: string[] = [];
  const reads = Array.from({ length: 20 }, async (_, i) => {
    const slot = await slots.take();
    const read = file.read(slot.bytes, i * slotBytes).then(() => order.push('read'));
    return await read;
  });
  await Promise.resolve();
  const closed = file.close().then(() => order.push('closed'));
  await Promise.all([...reads, closed]);
  t.same(order, [...Array.from({ length: 20 }, () => 'read'), 'closed']);
});
