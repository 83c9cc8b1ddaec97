// Writes test/labs/VIEWING.md: what became of each kind of recording, and what Chromium made of it.
// node test/labs/viewing/write-table.ts
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LabResult, runLab } from './lab.ts';
import { labSamples } from './lab-samples.ts';

const file = fileURLToPath(new URL('../VIEWING.md', import.meta.url));
const words = { transcoded: 'transcoded', remuxed: 'remuxed', sound: 'AAC', still: 'JPEG' } as const;

function versionOf(program: string, option: string): string {
  return /\d[\w.+-]*/.exec(execFileSync(program, [option], { encoding: 'utf8' }))?.[0] ?? '?';
}

function became({ outcome }: LabResult): string {
  switch (outcome.is) {
    case 'made':
      return `${words[outcome.data.how]}${outcome.data.tries > 1 ? `, way ${outcome.data.tries}` : ''}`;
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

const results = await runLab();
const rows = results.map((one) => {
  const { sample, mark, originalSeconds, played } = one;
  const size = played === null || played.width === 0 ? '–' : `${played.width}×${played.height}`;
  const facts = [sample.name, sample.container, sample.codecs, sample.oddity, `\`${mark}\``, became(one)];
  return [...facts, seconds(originalSeconds), seconds(played?.duration), size, playedWords(one)];
});
const head = [
  ...[
    'recording',
    'container',
    'codecs',
    'oddity',
    'mark',
    'viewing copy',
    'original s',
    'played s',
    'picture',
  ],
  'in Chromium',
];
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const text = `# Viewing copies, played

Written by \`node test/labs/viewing/write-table.ts\`; ${labSamples.length} recordings made by ffmpeg ${versionOf('ffmpeg', '-version')}, their viewing copies (\`viewing.height: 240\`; with \`laid_over\` those of which something is taken over as it is) played by Chromium ${versionOf('chromium', '--version')} from a server with ranges. "To the end": \`ended\`, \`error\` null. Lengths are those that ffprobe says of the original and the browser of the copy; what is damaged is as long as it could be decoded.

${table.join('\n')}
`;
writeFileSync(file, text);
