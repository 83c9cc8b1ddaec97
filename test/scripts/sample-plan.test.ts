import t from 'tap';
import { type SampleCard, sampleCards } from '../../scripts/lib/sample-plan.ts';

const now = Temporal.ZonedDateTime.from('2026-09-03T14:20:31.5+08:00[Asia/Shanghai]');

function paths(cards: readonly SampleCard[], name: string): readonly string[] {
  return cards.find((card) => card.name === name)?.files.map(({ path }) => path) ?? [];
}

t.test(
  'the first card has segments 1, 2 and 4 of one recording, a marked one, and a track beside the first',
  async (t) => {
    t.strictSame(paths(sampleCards(now), '01'), [
      'DCIM/VIDEO/20260902/A11_2222222_222222_20260902180118_0001.mp4',
      'DCIM/VIDEO/20260902/A11_2222222_222222_20260902180123_0002.mp4',
      'DCIM/VIDEO/20260902/A11_2222222_222222_20260902180133_0004.mp4',
      'DCIM/VIDEO/20260902/A11_2222222_222222_20260902180118_0001.nmea',
      'DCIM/VIDEO/20260903/A11_2222222_222222_20260903124531_IMP.mp4',
    ]);
  },
);

t.test(
  'the second card says its number in a log, and its files are each a recording of their own',
  async (t) => {
    const files = paths(sampleCards(now), '02');
    t.equal(files[0], 'LOG/20260902.txt');
    t.match(sampleCards(now)[1]?.files[0]?.content, { text: /#ID:3000001\r\n.*#ID:3333333\r\n$/s });
    const stems = files.map((path) => path.replace(/\.\w+$/, ''));
    t.equal(new Set(stems).size, files.length);
  },
);

t.test(
  'nothing on the cards lies in the future, whatever the hour, and nothing is older than two days',
  async (t) => {
    for (const time of ['00:00:00', '00:59:59', '09:00:00', '23:59:59']) {
      const moment = now.withPlainTime(time);
      for (const { files } of sampleCards(moment)) {
        for (const { path, start, seconds } of files) {
          const end = start.add({ seconds });
          t.ok(Temporal.ZonedDateTime.compare(end, moment) < 0, `${path} at ${time}`);
          t.ok(Temporal.ZonedDateTime.compare(start, moment.subtract({ days: 2 })) > 0, path);
        }
      }
    }
  },
);
