import t from 'tap';
import { SheetReader } from '../../../src/tagging/registers/sheet-reader.ts';

const officers = (count: number): Buffer =>
  Buffer.from(`number,name\n${Array.from({ length: count }, (_, i) => `${i},张三`).join('\n')}\n`);
const wish = (bytes: Buffer) => ({ bytes, register: 'officers', zone: 'Asia/Shanghai' }) as const;

t.test('one process reads file after file, and tells what is no table by its name', async (t) => {
  const reader = new SheetReader();
  t.teardown(() => reader.close());
  t.match(await reader.read('a.csv', wish(officers(2_500))), { rows: { length: 2_500 }, faults: 0, head: 1 });
  await t.rejects(reader.read('旧.xls', wish(Buffer.from('d0cf11e0', 'hex'))), {
    code: 'tagging.sheet_old',
    params: { file: '旧.xls' },
    field: 'FILE',
  });
  t.match(await reader.read('b.csv', wish(officers(1))), { rows: [{ line: 2, key: '0' }] });
});

t.test('a table that would eat all memory, or all time, ends its process and nothing else', async (t) => {
  const small = new SheetReader({ mebibytes: 48, ms: 600_000 });
  t.teardown(() => small.close());
  await t.rejects(small.read('huge.csv', wish(officers(150_000))), {
    code: 'tagging.sheet_too_large',
    params: { file: 'huge.csv', found: '> 48 MiB' },
  });
  t.match(await small.read('a.csv', wish(officers(1))), { faults: 0 }, 'and the next one is read');
  const hasty = new SheetReader({ mebibytes: 1_024, ms: 0 });
  await t.rejects(hasty.read('slow.csv', wish(officers(150_000))), { code: 'tagging.sheet_too_large' });
});
