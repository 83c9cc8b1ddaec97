import { EditOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { secrecyTexts } from '../../../texts/chips.ts';
import { importanceTexts, itemTagTexts } from '../../../texts/console/item-tags.ts';
import { tagFieldTexts, tagSourceTexts } from '../../../texts/tagging.ts';
import { printable } from '../../../texts/text.ts';
import { useMay } from '../../data/session.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Item, Tag, TagField } from './item.ts';
import { Section } from './section.tsx';
import { TagEditor } from './tag-editor.tsx';
import { TagPast } from './tag-past.tsx';
import { Undo } from './tag-undo.tsx';
import { type OlderValue, olderValues, saidByPerson } from './tag-values.ts';

// The order in which the texts name them.
const tagFields = Object.keys(tagFieldTexts) as readonly TagField[];

/** What was changed last, so that it can be undone. */
export interface TagDeed {
  readonly field: TagField;
  /** What a person had said before. */
  readonly before: string | null;
  readonly now: string | null;
}

/** What holds of each field, who says so, and what else was said. */
export function Tags({ item }: { readonly item: Item }) {
  const say = useWords(itemTagTexts);
  const may = useMay();
  const [edited, setEdited] = useState<TagField | null>(null);
  const [done, setDone] = useState<TagDeed | null>(null);
  const finish = (deed: TagDeed | null): void => {
    setEdited(null);
    if (deed !== null) setDone(deed);
  };
  return (
    <Section title={say('tags')}>
      <dl className="tags">
        {tagFields.map((field) => (
          <Row
            key={field}
            field={field}
            item={item}
            edited={edited === field}
            edit={may('evidence.tag') ? () => setEdited(field) : null}
            finish={finish}
          />
        ))}
      </dl>
      {may('evidence.tag') ? null : <p className="quiet">{say('may_not')}</p>}
      <div role="status">
        {done === null ? null : <Undo item={item} done={done} onUndone={() => setDone(null)} />}
      </div>
    </Section>
  );
}

interface RowProps {
  readonly field: TagField;
  readonly item: Item;
  readonly edited: boolean;
  readonly edit: (() => void) | null;
  readonly finish: (deed: TagDeed | null) => void;
}

function Row({ field, item, edited, edit, finish }: RowProps) {
  const say = useWords(itemTagTexts);
  const name = useCode(tagFieldTexts);
  const tag = item.tags.find((one) => one.field === field) ?? null;
  const older = olderValues(item.history, field);
  return (
    <div className={edited ? 'tag edited' : 'tag'}>
      <dt>{name(field)}</dt>
      <dd>
        <div className="held-line">
          <Held tag={tag} field={field} />
          {edit === null || edited ? null : (
            <Button
              size="small"
              type="text"
              className="no-print"
              icon={<EditOutlined aria-hidden="true" />}
              aria-label={say('edit', { field: name(field) })}
              onClick={edit}
            />
          )}
        </div>
        {edited ? (
          <TagEditor
            evidence={item.evidenceId}
            field={field}
            standing={saidByPerson(tag)}
            suggested={tag?.candidates ?? []}
            finish={finish}
          />
        ) : null}
        {hasPast(tag, older) ? <TagPast field={field} tag={tag} older={older} /> : null}
      </dd>
    </div>
  );
}

function hasPast(tag: Tag | null, older: readonly OlderValue[]): boolean {
  return (tag?.said.length ?? 0) > 1 || older.length > 1 || (tag === null && older.length > 0);
}

function Held({ tag, field }: { readonly tag: Tag | null; readonly field: TagField }) {
  const say = useWords(itemTagTexts);
  const source = useCode(tagSourceTexts);
  const word = useValueWord(field);
  if (tag === null) return <span className="quiet">{say('nothing')}</span>;
  return (
    <span className="held">
      {tag.value === null ? (
        <span>
          {say('undecided')}: {tag.candidates.map((one) => word(one)).join(' / ')}
        </span>
      ) : (
        <b className="wraps">{word(tag.value)}</b>
      )}{' '}
      <span className="source">{source(tag.source)}</span>
      {tag.conflict ? (
        <StateChip tone="warn" icon={<WarningFilled aria-hidden="true" />}>
          {say('conflict')}
        </StateChip>
      ) : null}
    </span>
  );
}

/** Codes in words; whatever else was written as it stands. */
export function useValueWord(field: TagField): (value: string) => string {
  const secrecy = useCode(secrecyTexts);
  const importance = useCode(importanceTexts);
  return (value) => {
    if (field === 'classification') return secrecy(value);
    return field === 'importance' ? importance(value) : printable(value);
  };
}
