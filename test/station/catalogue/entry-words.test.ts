import t from 'tap';
import { entryWords } from '../../../src/station/catalogue/entry-words.ts';
import { languages } from '../../../src/texts/text.ts';

const subject = { kind: 'docking', id: 'ST01-D000001' } as const;
const left = {
  type: 'recording.failed',
  subject,
  data: {
    docking: 'ST01-D000001',
    recorder: '1234567',
    bytes: 40_000,
    reason: 'read_error',
    offset: 512,
    errno: 'EIO',
  },
  personal: { path: 'DCIM/a.mp4' },
};

t.test('an entry is told in words, its reason and size too', async (t) => {
  t.equal(
    entryWords('en', 'Asia/Shanghai', left),
    'DCIM/a.mp4 (39.1 KiB) of recorder 1234567 could not be brought in: reading failed at byte 512 (EIO)',
  );
  t.equal(
    entryWords('zh', 'Asia/Shanghai', left),
    '执法记录仪 1234567 的 DCIM/a.mp4（39.1 KiB）未能采集：读取在第 512 字节处失败（EIO）',
  );
});

t.test('an alarm is told with its sentence', async (t) => {
  const data = { alarm: 'ST01-A000001', code: 'card_stalled', key: 'x', severity: 'warning' };
  const entry = { type: 'alarm.raised', subject, data, personal: { params: '{"port":"07","seconds":30}' } };
  t.match(
    entryWords('en', 'Asia/Shanghai', entry),
    /^alarm ST01-A000001: The card at port 07 has not answered for 30 s/,
  );
  t.match(entryWords('zh', 'Asia/Shanghai', { ...entry, personal: {} }), /^告警 ST01-A000001：card_stalled$/);
});

t.test('what was erased or never said is a dash, what is unknown is shown by its name', async (t) => {
  t.match(entryWords('en', 'Asia/Shanghai', { ...left, personal: {} }), /^– \(39\.1 KiB\)/);
  const odd = { ...left.data, reason: 'eaten_by_a_dog' };
  t.match(entryWords('en', 'Asia/Shanghai', { ...left, data: odd }), /eaten_by_a_dog$/);
  for (const language of languages)
    t.equal(entryWords(language, 'Asia/Shanghai', { ...left, type: 'moon.landed' }), 'moon.landed');
});

t.test('a path from a card cannot steer the terminal', async (t) => {
  t.notMatch(entryWords('zh', 'Asia/Shanghai', { ...left, personal: { path: '\u001b[2J' } }), /\u001b/);
});
