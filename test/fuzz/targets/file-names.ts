import { fileURLToPath } from 'node:url';
import { namedFacts } from '../../../src/dock/file-name.ts';
import { loadProfiles } from '../../../src/dock/load-profiles.ts';
import { recordingsOf } from '../../../src/dock/recordings.ts';
import { type FuzzTarget, promised } from '../target.ts';

const profiles = await loadProfiles(fileURLToPath(new URL('../../../devices/', import.meta.url)));
const modified = Temporal.Instant.from('2026-09-02T10:00:00Z');

/** Names as a card has them, one a line, in any bytes but the two that no name can hold. */
export const fileNames: FuzzTarget = {
  name: 'file-names',
  sources: ['/src/dock/'],
  seeds: [
    'DCIM/A11_2222222_222222_20260902180118_0001_IMP.mp4\nDCIM/A11_2222222_222222_20260902180118_0001.nmea',
    'DSJ_1234567_123456_20250221030623.MP4\n重要/DSJ.MP4\nCONFIG/ID.TXT',
    'Video/2026-09-02/18-01-18_000.mov\nIMG_0001.JPG\n._IMG_0001.JPG',
  ].map((one) => Buffer.from(one)),
  words: [
    '_IMP',
    '.mp4',
    '.MP4',
    '.nmea',
    '20260229',
    '_0000',
    'DCIM/',
    '../',
    '\u202e',
    '重要',
    '\u0000',
    '.',
    '~1',
  ],
  run(bytes) {
    const paths = Buffer.from(bytes)
      .toString('latin1')
      .split('\n')
      .filter((path) => path !== '' && !path.includes('\u0000'))
      .slice(0, 200)
      .map((path) => Buffer.from(path, 'latin1'));
    for (const profile of profiles) {
      for (const path of paths) {
        const start = namedFacts(path, profile)?.start;
        if (typeof start === 'string') Temporal.PlainDateTime.from(start, { overflow: 'reject' });
      }
      const files = paths.map((path) => ({ path, kind: 'file', bytes: 1, modified }) as const);
      const { recordings, ignored } = recordingsOf(files, profile);
      const placed = new Set([
        ...recordings.flatMap(({ file, sidecars }) => [file, ...sidecars]),
        ...ignored.map(({ file }) => file),
      ]);
      promised(placed.size === files.length, 'every file is a recording, a sidecar or ignored for a reason');
    }
  },
};
