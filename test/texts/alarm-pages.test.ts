import t from 'tap';
import { alarmPageTexts } from '../../src/texts/alarm-pages.ts';
import { alarmTexts } from '../../src/texts/alarms.ts';
import type { Text } from '../../src/texts/text.ts';

/** The parameters of a sentence, in no order. */
const holesOf = (sentence: string): readonly string[] => [...new Set(sentence.match(/\{\w+\}/g))].toSorted();

const command = /\bdocket [a-z]|--[a-z]/;

t.test(
  'on pages no alarm names a command, and each that does elsewhere says here what to do instead',
  (t) => {
    const pages: Readonly<Record<string, Text>> = { ...alarmTexts, ...alarmPageTexts };
    for (const [code, { en, zh }] of Object.entries(pages)) {
      t.notMatch(en, command, code);
      t.notMatch(zh, command, code);
    }
    t.end();
  },
);

t.test('a sentence for pages stands for one that there is, and says no less of what was found', (t) => {
  const all: Readonly<Record<string, Text>> = alarmTexts;
  for (const [code, text] of Object.entries(alarmPageTexts)) {
    const other = all[code];
    t.ok(other !== undefined && command.test(`${other.en} ${other.zh}`), `${code} names a command elsewhere`);
    if (other === undefined) continue;
    for (const language of ['en', 'zh'] as const)
      t.strictSame(holesOf(text[language]), holesOf(other[language]), `${code} ${language}`);
  }
  t.end();
});
