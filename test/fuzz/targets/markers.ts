import { fileURLToPath } from 'node:url';
import { canonicalText } from '../../../src/custody/canonical.ts';
import { cardMarks } from '../../../src/dock/card-marks.ts';
import { loadProfiles } from '../../../src/dock/load-profiles.ts';
import { markerClaims } from '../../../src/dock/marker-claims.ts';
import { mountsIn } from '../../../src/dock/mountinfo.ts';
import { type FuzzTarget, promised, textOf } from '../target.ts';

const profiles = await loadProfiles(fileURLToPath(new URL('../../../devices/', import.meta.url)));

/** Files on a card that say whose it is, under every profile; and the kernel's list of mounts, whose names a card chooses. */
export const markers: FuzzTarget = {
  name: 'markers',
  sources: ['/src/dock/'],
  seeds: [
    '[DEV]\nID=1234567\npolice=222222\n',
    'ID:1234567 222222 2026-09-02 10:01:18\n2026-09-02 LOGIN user=222222 dev=1234567\n',
    '36 35 8:17 / /media/card\\0401 ro,nosuid - vfat /dev/sdb1 ro\n',
  ].map((one) => Buffer.from(one)),
  words: [
    '[',
    ']',
    '=',
    '\r\n',
    '0000000',
    '张三',
    '\\040',
    '\\377',
    ' - ',
    'ID',
    'DEV',
    '_',
    '\u0000',
    '\u2028',
  ],
  run(bytes) {
    const text = textOf(bytes);
    for (const profile of profiles) {
      const { wholeFiles, iniKeys, newestLogs } = profile.identity;
      const paths = [
        ...wholeFiles,
        ...iniKeys.map(({ path }) => path),
        ...newestLogs.map(({ path }) => path),
      ];
      const readings = paths.map((path) => ({
        path: Buffer.from(path.replaceAll('*', 'x')),
        text,
        note: null,
      }));
      const { claims } = markerClaims(profile, readings);
      promised(
        claims.every(({ value }) => value !== '' && value.length <= 64),
        'a claim is some characters',
      );
      canonicalText(claims.map(({ value }) => value));
      cardMarks(profile, readings);
    }
    mountsIn(bytes);
  },
};
