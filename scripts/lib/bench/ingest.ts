import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, utimesSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coldCaches, type Measured, machine, measure } from './process.ts';
import { median, ratios, spread, table } from './statistics.ts';

/** A card of this size into the local vault, against the same guarantee made with other tools. */
const { values } = parseArgs({
  options: {
    gib: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const [gib, rounds] = [Number(values.gib), Number(values.rounds)];
const docket = fileURLToPath(new URL('../../docket', import.meta.url));
const work = mkdtempSync(join(values.folder, 'docket-bench-'));
const card = join(work, 'card');
const videos = join(card, 'DCIM', 'VIDEO');
const copy = join(work, 'copy');
const files = 8;

function makeCard(): void {
  mkdirSync(videos, { recursive: true });
  const block = Buffer.alloc(4 * 1_048_576);
  for (let i = 1; i <= files; i++) {
    const path = join(videos, `A11_2222222_222222_2026090218011${i}_000${i}.mp4`);
    const fd = openSync(path, 'w');
    for (let bytes = 0; bytes < (gib * 2 ** 30) / files; bytes += block.length)
      writeSync(fd, randomFillSync(block));
    closeSync(fd);
    utimesSync(path, 1_788_000_000, 1_788_000_000);
  }
}

function clean(): void {
  execFileSync('bash', [
    '-c',
    `chattr -R -i ${work}/data 2>/dev/null; rm -rf ${work}/data ${copy}; mkdir ${copy}; sync`,
  ]);
}

/** Each peer as one command; `quoted` names what it is compared for. */
const each = (what: string): string =>
  readdirSync(videos)
    .map((name) => what.replaceAll('NAME', name))
    .join('; ');
const peers: Readonly<Record<string, string>> = {
  'docket ingest': `${docket} ingest ${card} --data ${work}/data --json`,
  'cp -r, sync, openssl dgst -sha256 on both sides': `cp -r ${card} ${copy} && sync && openssl dgst -sha256 ${videos}/* ${copy}/card/DCIM/VIDEO/*`,
  'openssl dgst -sha256, source alone': `openssl dgst -sha256 ${videos}/*`,
  'dc3dd hof= hash=sha256': each(`dc3dd if=${videos}/NAME hof=${copy}/NAME hash=sha256 log=/dev/null`),
  'rclone copy, rclone check --download': `rclone copy -q ${card} ${copy}/card && sync && rclone check -q --download ${card} ${copy}/card`,
};

const found = new Map<string, Measured[]>(Object.keys(peers).map((name) => [name, []]));
try {
  console.error(`making a card of ${gib} GiB in ${work}`);
  makeCard();
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(peers)) {
      clean();
      if (name === 'docket ingest')
        execFileSync(docket, ['init', '--data', join(work, 'data')], { stdio: 'ignore' });
      coldCaches();
      const one = measure(command);
      found.get(name)?.push(one);
      console.error(
        `round ${round + 1}: ${name}: ${one.wall.toFixed(1)} s wall, ${one.cpu.toFixed(1)} s CPU`,
      );
    }
  }
} finally {
  execFileSync('bash', ['-c', `chattr -R -i ${work}/data 2>/dev/null; rm -rf ${work}`]);
}

const of = (name: string, figure: keyof Measured): number[] =>
  (found.get(name) ?? []).map((one) => one[figure]);
const ours = (figure: keyof Measured): number[] => of('docket ingest', figure);
const rows = Object.keys(peers).map((name) => [
  name,
  spread(of(name, 'wall'), 1),
  (median(of(name, 'cpu')) / gib).toFixed(2),
  median(of(name, 'peak')).toFixed(0),
  name === 'docket ingest' ? '1' : spread(ratios(ours('wall'), of(name, 'wall'))),
  name === 'docket ingest' ? '1' : spread(ratios(ours('cpu'), of(name, 'cpu'))),
]);
const today = Temporal.Now.plainDateISO().toString();
console.log(`${gib} GiB in ${files} files, cold caches, ${rounds} rounds, ${today}; ${machine()}\n`);
console.log(
  table(['', 'wall s', 'CPU s/GiB', 'peak MiB', 'wall: docket / this', 'CPU: docket / this'], rows),
);
