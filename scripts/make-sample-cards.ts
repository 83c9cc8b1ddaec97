// Makes two recorder cards to try the station with: node scripts/make-sample-cards.ts FOLDER [LISTS]
// The cards become FOLDER/01 and FOLDER/02; what stands there already is left alone. LISTS becomes a folder with the
// registers and rosters that belong to them, for docket register import.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { sampleArguments } from './lib/sample-ffmpeg.ts';
import { type SampleCard, type SampleFile, sampleCards } from './lib/sample-plan.ts';
import { sampleRegisters } from './lib/sample-registers.ts';

const run = promisify(execFile);
const fonts = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
  '/usr/share/fonts/truetype/freefont/FreeSans.ttf',
];

const [folder, lists] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('usage: node scripts/make-sample-cards.ts FOLDER [LISTS]');
  process.exitCode = 2;
} else {
  const font = fonts.find((path) => existsSync(path)) ?? null;
  const now = Temporal.Now.zonedDateTimeISO('Asia/Shanghai');
  if (lists !== undefined) await writeLists(resolve(lists), now);
  for (const card of sampleCards(now)) await makeCard(card, resolve(folder), font);
}

async function writeLists(folder: string, now: Temporal.ZonedDateTime): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(sampleRegisters(now))) await writeFile(join(folder, name), text);
}

async function makeCard(card: SampleCard, into: string, font: string | null): Promise<void> {
  const root = join(into, card.name);
  if (existsSync(root)) {
    console.error(`示例卡已存在：${root}\nThe sample card is there already: ${root}`);
    return;
  }
  // Made under another name: an interrupted run must not leave half a card that counts as there.
  const unfinished = `${root}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  for (const file of card.files) await makeFile(file, join(unfinished, file.path), font);
  await rename(unfinished, root);
  console.error(`示例卡 / sample card: ${root} (${card.files.length} 个文件 / files)`);
}

async function makeFile(file: SampleFile, path: string, font: string | null): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const args = sampleArguments(file, path, font);
  if (args !== null) await run('ffmpeg', args);
  if (path.endsWith('.mov')) await withoutVendor(path);
  if (file.content.is === 'text') await writeFile(path, file.content.text);
  if (file.content.is === 'video' && file.content.cut) {
    await truncate(path, Math.floor((await stat(path)).size / 2));
  }
  const end = file.start.add({ seconds: file.seconds }).epochMilliseconds / 1000;
  await utimes(path, end, end);
}

/** In a QuickTime file FFmpeg's name stands as the vendor of the encoder, whatever it is told. */
async function withoutVendor(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf('FFMP', bytes.indexOf('stsd', 0, 'latin1'), 'latin1');
  if (at >= 0) await writeFile(path, bytes.fill(0, at, at + 4));
}
