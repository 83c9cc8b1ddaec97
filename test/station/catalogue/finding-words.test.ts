import t from 'tap';
import { findingWords } from '../../../src/station/catalogue/finding-words.ts';
import { findingCodeTexts, findingStateTexts, findingTexts } from '../../../src/texts/findings.ts';
import type { Text } from '../../../src/texts/text.ts';

const gap = {
  wording: 'gap_stopped',
  evidence: ['E1', 'E2'],
  facts: {
    ...{ before: 'E1', after: 'E2', gapMs: 305_400, allowedMs: 11_000 },
    ...{ ended: '2026-09-02T10:05:00.5Z', start: '2026-09-02T10:10:05.9Z' },
  },
};

t.test('a finding is told with the numbers compared, in local time', async (t) => {
  t.equal(
    findingWords('en', 'Asia/Shanghai', gap),
    'E1 ended at 2026-09-02 18:05:00 and E2 begins at 2026-09-02 18:10:05: 5:06 of one session were not recorded; up to 0:11 is usual for this recorder',
  );
  t.match(findingWords('zh', 'Asia/Shanghai', gap), /同一记录组中有 5:06 未录制/);
  const rate = { bytes: 30_000_000, lengthMs: 300_000, bitsPerSecond: 800_000, others: 5 };
  const facts = { ...rate, lowBits: 7_900_000, highBits: 8_100_000 };
  t.equal(
    findingWords('en', 'Asia/Shanghai', { wording: 'rate_low', evidence: ['E3'], facts }),
    'E3 is said to last 5:00, but holds 28.6 MiB: 800 kbit/s, where 5 recordings of this recorder around it have 7900 to 8100 kbit/s',
  );
});

t.test('a text from the file cannot steer a terminal', async (t) => {
  const said = {
    wording: 'edited_program',
    evidence: ['E1'],
    said: '\u001b[2J剪映\u202e',
    facts: { program: 'x' },
  };
  t.equal(findingWords('zh', 'Asia/Shanghai', said), 'E1 的容器带有 x 的标记：\\u{1b}[2J剪映\\u{202e}');
});

t.test('what this program does not know is shown by its name', async (t) => {
  t.equal(findingWords('en', 'UTC', { wording: 'of_tomorrow', evidence: [], facts: {} }), 'of_tomorrow');
});

t.test('both languages tell the same, and neither accuses', async (t) => {
  const holes = (text: string) => new Set(text.match(/\{\w+\}/g) ?? []);
  const all: readonly Text[] = [findingTexts, findingCodeTexts, findingStateTexts].flatMap((one) =>
    Object.values<Text>(one),
  );
  for (const { en, zh } of all) {
    t.same(holes(zh), holes(en), en);
    t.match(zh, /\p{Script=Han}/u);
    t.notMatch(en, /tamper|manipulat|forg|suspect|illegal/i);
    t.notMatch(zh, /篡改|伪造|嫌疑|违法|作假/);
  }
});
