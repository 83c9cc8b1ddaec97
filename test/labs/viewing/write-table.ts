// Writes test/labs/VIEWING.md: what became of each kind of recording, and what Chromium made of it.
// node test/labs/viewing/write-table.ts
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LabResult, runLab } from './lab.ts';

const file = fileURLToPath(new URL('../VIEWING.md', import.meta.url));
const words = { transcoded: 'transcoded', remuxed: 'remuxed', sound: 'AAC', still: 'JPEG' } as const;

function versionOf(program: string, option: string): string {
  return /\d[\w.+-]*/.exec(execFileSync(program, [option], { encoding: 'utf8' }))?.[0] ?? '?';
}

function became({ outcome }: LabResult): string {
  switch (outcome.is) {
    case 'made':
      return `${words[outcome.data.how]}${outcome.data.tries > 1 ? ', second setting' : ''}`;
    case 'failed':
      return `cannot: \`${outcome.data.because}\``;
    case 'stopped':
      return 'stopped';
  }
}

function playedWords({ played }: LabResult): string {
  if (played === null) return '–';
  if (played.error !== null) return played.error;
  return played.ended ? 'to the end' : 'not to the end';
}

function seconds(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(2);
}

const burnt = await runLab('burnt');
const laidOver = await runLab('laid_over');
const rows = burnt.map((one, i) => {
  const { sample, originalSeconds, played } = one;
  const other = laidOver[i];
  const size = played === null || played.width === 0 ? '–' : `${played.width}×${played.height}`;
  const facts = [sample.name, sample.container, sample.codecs, sample.oddity, became(one)];
  const told = [seconds(originalSeconds), seconds(played?.duration), size, playedWords(one)];
  return [...facts, ...told, ...(other === undefined ? [] : [became(other), playedWords(other)])];
});
const head = [
  ...['recording', 'container', 'codecs', 'oddity', 'viewing copy', 'original s', 'played s', 'picture'],
  ...['in Chromium', '`mark: laid_over`', 'in Chromium'],
];
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const text = `# Viewing copies, played

Written by \`node test/labs/viewing/write-table.ts\`; ${burnt.length} recordings made by ffmpeg ${versionOf('ffmpeg', '-version')}, their viewing copies (${'`'}viewing.height: 240${'`'}) played by Chromium ${versionOf('chromium', '--version')} from a server with ranges. "To the end": \`ended\`, \`error\` null. Lengths are those that ffprobe says of the original and the browser of the copy; what is damaged is as long as it could be decoded.

${table.join('\n')}
`;
writeFileSync(file, text);
