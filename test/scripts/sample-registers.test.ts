import t from 'tap';
import { sampleCards } from '../../scripts/lib/sample-plan.ts';
import { sampleRegisters } from '../../scripts/lib/sample-registers.ts';
import { registers } from '../../src/tagging/registers/all.ts';
import { type ReadRows, readRows } from '../../src/tagging/registers/read-rows.ts';
import { readSheet } from '../../src/tagging/registers/read-sheet.ts';
import type { RegisterName } from '../../src/tagging/registers/register.ts';

const zone = 'Asia/Shanghai';
const moments = ['00:00:00', '00:59:59', '09:00:00', '20:15:31', '23:59:59'];

function at(time: string): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.from(`2026-09-03T${time}+08:00[${zone}]`);
}

async function read(now: Temporal.ZonedDateTime): Promise<ReadonlyMap<RegisterName, ReadRows>> {
  const lists = sampleRegisters(now);
  const found = new Map<RegisterName, ReadRows>();
  for (const name of Object.keys(registers) as RegisterName[]) {
    const { rows } = await readSheet(Buffer.from(lists[`${name}.csv`] ?? ''), []);
    const known = (other: RegisterName, key: string): boolean =>
      found.get(other)?.rows.some((row) => row.key === key) === true;
    found.set(name, readRows(rows, registers[name], zone, known));
  }
  return found;
}

t.test('the sample has a list for every register, and no list has a fault', async (t) => {
  for (const time of moments)
    for (const [name, { rows, errors }] of await read(at(time))) {
      t.strictSame(errors, [], `${name} at ${time}`);
      t.ok(rows.length > 1, name);
    }
});

t.test(
  'every recording of the sample cards lies within a duty of its officer; one of them within two',
  async (t) => {
    for (const time of moments) {
      const now = at(time);
      const duties = (await read(now)).get('rosters')?.rows ?? [];
      const counts = sampleCards(now)
        .flatMap(({ files }) => files)
        .filter(({ content }) => content.is !== 'text')
        .map(({ path, start, seconds }) => {
          const officer = /_(\d{6})_/.exec(path)?.[1];
          const [from, to] = [start.toInstant().toString(), start.add({ seconds }).toInstant().toString()];
          return duties.filter(
            ({ values }) =>
              values['officer'] === officer && (values['from'] ?? '') <= to && (values['to'] ?? '') >= from,
          ).length;
        });
      t.ok(
        counts.every((count) => count > 0),
        `at ${time}: ${counts}`,
      );
      t.equal(counts.filter((count) => count === 2).length, 1);
    }
  },
);
