import t from 'tap';
import { accessEndingTexts, accessEntryTexts } from '../../src/texts/access-entries.ts';
import { deadlineEntryTexts } from '../../src/texts/deadline-entries.ts';
import { endingTexts, entryTexts } from '../../src/texts/entries.ts';
import { erasingEndingTexts, erasingEntryTexts } from '../../src/texts/erasing.ts';
import { keepingEntryTexts } from '../../src/texts/keeping-entries.ts';
import { viewingEntryTexts } from '../../src/texts/viewing-entries.ts';

t.test('the words of one room do not hide those of another', async (t) => {
  const kinds = {
    accessEntryTexts,
    deadlineEntryTexts,
    erasingEntryTexts,
    keepingEntryTexts,
    viewingEntryTexts,
  };
  for (const [room, texts] of Object.entries(kinds))
    for (const [kind, text] of Object.entries(texts))
      t.equal(Reflect.get(entryTexts, kind), text, `${room} ${kind}`);
  for (const [room, texts] of Object.entries({ accessEndingTexts, erasingEndingTexts }))
    for (const [code, text] of Object.entries(texts))
      t.equal(Reflect.get(endingTexts, code), text, `${room} ${code}`);
});
