import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { newAgePair } from '../../src/station/backup/age-file.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { docketHere, rowsOf, soundStation } from '../support/sound-station.ts';
import { bareStation, type TestStation } from '../support/stations.ts';

const backupPoints = [
  'backup.snapshot.before',
  'backup.snapshot.after',
  'backup.write.before',
  'backup.write.after',
  'backup.proved',
  'backup.renamed',
  'backup.record.before',
  'backup.record.after',
];

const restorePoints = [
  'restore.opened:1',
  'restore.brought:1',
  'ledger.commit.after:1',
  'restore.recorded:1',
  'restore.complete:1',
  // Keys, ledger and station file, moved one after the other.
  'restore.moved:1',
  'restore.moved:2',
  'restore.settled:1',
];

interface Ground {
  readonly station: TestStation;
  readonly folder: string;
  readonly identity: string;
}

async function ground(t: Test): Promise<Ground> {
  const pair = await newAgePair();
  const bare = await bareStation();
  t.teardown(() => bare.remove());
  const folder = join(bare.folder, 'backups');
  const vault = join(bare.folder, 'vault');
  const identity = join(bare.folder, 'identity.txt');
  mkdirSync(folder);
  await writeFile(identity, pair.identity);
  await bare.configure({ vault: { folder: vault }, backup: { folder, recipient: pair.recipient, keep: 2 } });
  const station = { ...bare, vault };
  t.equal((await docketHere(station, ['init'])).code, 0);
  const card = await makeCard(join(bare.folder, 'card'), 'backup', { [gaName(1)]: 500, [gaName(2)]: 600 });
  t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
  return { station, folder, identity };
}

/** What a folder for backups may hold after a crash: whole ones that open, and nothing that looks like one. */
function complaints({ folder, identity }: Ground): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .filter((name) => {
      const script = 'set -o pipefail; age -d -i "$1" "$2" | tar -t | grep -q station.db';
      const file = join(folder, name);
      try {
        execFileSync('bash', ['-c', script, 'bash', identity, file], { stdio: 'pipe' });
        return false;
      } catch {
        return true;
      }
    });
}

t.test(
  'killed or refused by the disk at any step of a backup, nothing half stands, and the next one is made',
  async (t) => {
    const made = await ground(t);
    const { station, folder } = made;
    t.equal((await docketHere(station, ['backup'])).code, 0);
    for (const [i, point] of backupPoints.entries()) {
      const deed = i % 2 === 0 ? 'kill' : i % 4 === 1 ? 'eio' : 'enospc';
      const struck = await station.run(['backup'], { fault: `${point}:1:${deed}` });
      t.ok(struck.signal === 'SIGKILL' || struck.code !== 0, `${deed} at ${point} struck`);
      t.same(complaints(made), [], point);
      t.ok(
        readdirSync(folder).some((name) => name.endsWith('.tar.age')),
        'the older ones are still there',
      );
      if (deed !== 'kill')
        t.notOk(
          readdirSync(folder).some((name) => name.startsWith('.')),
          point,
        );
      const next = await docketHere(station, ['backup']);
      t.equal(next.code, 0, next.text);
      t.same(
        readdirSync(folder).filter((name) => name.startsWith('.')),
        [],
        'what was unfinished is gone',
      );
      t.notOk(existsSync(join(station.data, 'backup.work')), 'and so is the copy in clear');
    }
    const known = rowsOf(station, 'SELECT file FROM view_backup WHERE removed IS NULL');
    t.equal(known.length, 2, 'as many as are to be kept');
    t.same(await soundStation(station, []), []);
  },
);

t.test(
  'killed at any step of a restore, there is no station, and restoring again makes it whole',
  async (t) => {
    const { station, folder, identity } = await ground(t);
    t.equal((await docketHere(station, ['backup'])).code, 0);
    const [name = ''] = readdirSync(folder);
    const file = join(folder, name);
    const whole = readFileSync(join(station.data, 'station.json'), 'utf8');
    for (const fault of restorePoints) {
      rmSync(station.data, { recursive: true });
      const args = ['restore', file, '--identity', identity];
      const struck = await station.run(args, { fault: `${fault}:kill` });
      t.equal(struck.signal, 'SIGKILL', fault);
      const standing = existsSync(join(station.data, 'station.json'));
      t.equal(
        standing,
        fault.startsWith('restore.settled'),
        'with its own file, and not before, the station stands',
      );
      if (!standing) {
        t.not((await docketHere(station, ['init'])).code, 0, `${fault}: init makes no other station of it`);
        const again = await docketHere(station, args);
        t.equal(again.code, 0, `${fault}: ${again.text}`);
      }
      t.equal(readFileSync(join(station.data, 'station.json'), 'utf8'), whole);
      t.same(await soundStation(station, []), [], fault);
    }
  },
);
