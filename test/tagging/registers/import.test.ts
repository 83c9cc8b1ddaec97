import t, { type Test } from 'tap';
import { importList } from '../../../src/station/catalogue/register-imports.ts';
import { RegisterBook } from '../../../src/tagging/registers/book.ts';
import { enterRow, type RegisterRoom } from '../../../src/tagging/registers/enter.ts';
import { importRegisters } from '../../../src/tagging/registers/import.ts';
import type { RegisterName } from '../../../src/tagging/registers/register.ts';
import { asLedger, type LoneLedger, loneLedger } from '../../support/tamper-ledger.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;

interface Registers extends RegisterRoom {
  readonly lone: LoneLedger;
}

function registersOf(t: Test): Registers {
  const lone = loneLedger(t);
  return { lone, ledger: asLedger(lone), book: new RegisterBook(lone.db), zone: 'Asia/Shanghai' };
}

type Files = Partial<Readonly<Record<RegisterName, string>>>;

/** Imports lists as somebody's folder has them: in whatever order. */
async function imported(
  room: RegisterRoom,
  files: Files,
  wish: { dryRun?: boolean; goodRows?: boolean } = {},
) {
  const { dryRun = false, goodRows = false } = wish;
  const lists = Object.entries(files).map(([register, text]) => ({
    register: register as RegisterName,
    file: `${register}.csv`,
    bytes: async () => Buffer.from(text),
  }));
  return await importRegisters(room, lists, { dryRun, goodRows }, clerk);
}

const told = (reports: Awaited<ReturnType<typeof imported>>): readonly string[] =>
  reports.flatMap(({ register, errors }) =>
    errors.map(({ line, column, problem, found }) => `${register} ${line} ${column} ${problem} ${found}`),
  );

const world: Files = {
  rosters: 'officer,from,to,case\n222222,2026-09-02 08:00,2026-09-02 18:00,2026-1\n',
  cases: 'number,title,party,handler\n2026-1,某案,P1,222222\n',
  parties: 'code,name\nP1,某公司\n',
  officers: 'number,name,unit\n222222,张三,U2\n',
  units: 'code,name,parent\nU2,执法二队,U1\nU1,某局,\n',
};

t.test('lists that refer to each other go in together, whatever their order, or not at all', async (t) => {
  const room = registersOf(t);
  const alone = await imported(room, { officers: world.officers ?? '' });
  t.strictSame(told(alone), ['officers 2 单位代码 refers_to_nothing U2'], 'before its unit');
  const dry = await imported(room, world, { dryRun: true });
  t.strictSame(told(dry), [], 'what comes before in the same folder counts');
  t.equal(room.book.row('units', 'U1'), null, 'and nothing was entered');
  const broken = await imported(room, { ...world, parties: 'code,name\nP1,\n' });
  t.strictSame(told(broken), [
    'parties 2 姓名或名称 empty ',
    'cases 2 当事人编号 refers_to_nothing P1',
    'rosters 2 案号 refers_to_nothing 2026-1',
  ]);
  t.equal(room.book.row('units', 'U1'), null, 'not even the lists without a fault');
  const whole = await imported(room, world);
  t.match(whole, [
    { register: 'units', added: 2, faults: 0 },
    { register: 'officers', added: 1 },
    { register: 'parties', added: 1 },
    { register: 'cases', added: 1 },
    { register: 'rosters', added: 1 },
  ]);
  t.match(room.book.row('rosters', '222222 2026-09-02T00:00:00Z'), { values: { case: '2026-1' } });
  const again = await imported(room, world);
  t.ok(
    again.every(({ added, changed }) => added === 0 && changed === 0),
    'a second time changes nothing',
  );
});

t.test('with good rows alone, what refers to a row that is left out is left out too', async (t) => {
  const room = registersOf(t);
  const reports = await imported(
    room,
    {
      units: 'code,name,parent\nU1,某局,U0\nU2,执法二队,U1\nU3,执法三队,U2\nU4,另局,\n',
      officers: 'number,name,unit\n1,张三,U3\n2,李四,U4\n',
    },
    { goodRows: true },
  );
  t.strictSame(told(reports), [
    'units 2 上级单位代码 refers_to_nothing U0',
    'units 3 上级单位代码 refers_to_nothing U1',
    'units 4 上级单位代码 refers_to_nothing U2',
    'officers 2 单位代码 refers_to_nothing U3',
  ]);
  t.match(reports, [{ added: 1 }, { added: 1 }]);
  t.not(room.book.row('officers', '2'), null);
});

t.test('units are a tree: what leads back to itself is refused, in a file and by hand', async (t) => {
  const room = registersOf(t);
  const ring = await imported(room, { units: 'code,name,parent\nU1,a,U3\nU2,b,U1\nU3,c,U2\nU4,d,U3\n' });
  t.strictSame(told(ring), [
    'units 2 上级单位代码 circle U1 → U3 → U2',
    'units 3 上级单位代码 circle U1 → U3 → U2',
    'units 4 上级单位代码 circle U1 → U3 → U2',
  ]);
  await imported(room, { units: 'code,name,parent\nU1,a,\nU2,b,U1\n' });
  const [half] = await imported(room, { units: 'code,name,parent\nU1,a,U2\n' });
  t.match(half?.errors, [{ problem: 'circle' }], 'with what stands already');
  await t.rejects(enterRow(room, 'units', { code: 'U1', parent: 'U2' }, clerk), {
    code: 'tagging.row_wrong',
  });
});

t.test(
  'a column that the file does not have says nothing; one that is empty takes the field away',
  async (t) => {
    const room = registersOf(t);
    await imported(room, { ...world, cases: 'number,title,party,inspected\n2026-1,某案,P1,2026-09-03\n' });
    await imported(room, { cases: '案号,案由,结案时间\n2026-1,某案,2026-09-20\n' });
    t.strictSame(room.book.row('cases', '2026-1')?.values, {
      ...{ number: '2026-1', title: '某案', party: 'P1' },
      ...{ inspected: '2026-09-03', closed: '2026-09-20' },
    });
    const early = await imported(room, { cases: '案号,案由,结案时间\n2026-1,某案,2026-09-01\n' });
    t.strictSame(told(early), ['cases 2 结案时间 wrong 2026-09-01'], 'what it says must fit what stands');
    await imported(room, { cases: 'number,title,party\n2026-1,某案,\n' });
    t.notOk('party' in (room.book.row('cases', '2026-1')?.values ?? {}));
  },
);

t.test('a row is found by its key however that is typed', async (t) => {
  const room = registersOf(t);
  await imported(room, world);
  const typed = { officer: '２２２２２２', from: '2026/9/2 08:00', returned: '2026-09-02 18:30' };
  t.match(await enterRow(room, 'rosters', typed, clerk), {
    key: '222222 2026-09-02T00:00:00Z',
    values: { to: '2026-09-02T10:00:00Z', case: '2026-1', returned: '2026-09-02T10:30:00Z' },
  });
});

t.test('an import that is broken off in the middle is told, and the next one enters the rest', async (t) => {
  const room = registersOf(t);
  const rows = Array.from({ length: 1_500 }, (_, i) => `${i},张三\n`).join('');
  let left = 2;
  const dying: RegisterRoom = {
    ...room,
    ledger: {
      ...room.ledger,
      async append(drafts, work) {
        if (left === 0) throw new Error('the power is gone');
        left -= 1;
        return await room.ledger.append(drafts, work);
      },
    },
  };
  const file = { officers: `number,name\n${rows}` };
  const newest = { after: null, limit: 9, descending: true };
  await t.rejects(imported({ ...room, ...dying }, file), { message: 'the power is gone' });
  t.match(importList(room.lone.db, newest).imports, [{ rows: 1_500, finished: null }]);
  t.match(await imported(room, file), [{ added: 500, unchanged: 1_000 }]);
  t.match(importList(room.lone.db, newest).imports, [{ rows: 500, finished: /Z$/ }, { finished: null }]);
});

t.test('a hundred thousand rows are read; of as many faults the first thousand are told', async (t) => {
  const room = registersOf(t);
  const rows = (name: string): string =>
    Array.from({ length: 100_000 }, (_, i) => `${String(i).padStart(6, '0')},${name}`).join('\n');
  const [good] = await imported(room, { officers: `number,name\n${rows('张三')}\n` }, { dryRun: true });
  t.match(good, { rows: 100_000, added: 100_000, faults: 0 });
  const [bad] = await imported(room, { officers: `number,name\n${rows('')}\n` }, { dryRun: true });
  t.match(bad, { rows: 0, faults: 100_000, errors: { length: 1_000 } });
});
