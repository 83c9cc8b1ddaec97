import { itemTagTexts } from '../../../texts/console/item-tags.ts';
import { tagSourceTexts } from '../../../texts/tagging.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import type { Tag, TagField } from './item.ts';
import type { OlderValue } from './tag-values.ts';
import { useValueWord } from './tags.tsx';

interface TagPastProps {
  readonly field: TagField;
  readonly tag: Tag | null;
  readonly older: readonly OlderValue[];
}

/** What each source says now, and what was said before. */
export function TagPast({ field, tag, older }: TagPastProps) {
  const say = useWords(itemTagTexts);
  const source = useCode(tagSourceTexts);
  const word = useValueWord(field);
  const { language } = useLanguage();
  const list = (values: readonly string[]): string =>
    values.length === 0 ? say('said_nothing') : values.map(word).join(language === 'zh' ? '、' : ', ');
  return (
    <details className="past">
      <summary>{say('others')}</summary>
      <ul>
        {(tag?.said ?? []).map(({ source: by, values }) => (
          <li key={by} className="wraps">
            {say('said_by', { source: source(by), values: list(values) })}
          </li>
        ))}
        {older.map(({ seq, at, actor, source: by, values }) => (
          <li key={seq} className="wraps quiet">
            <TimeText at={at} /> {say('said_by', { source: source(by), values: list(values) })} ({actor})
          </li>
        ))}
      </ul>
    </details>
  );
}
