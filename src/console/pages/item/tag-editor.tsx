import { Button, Input, type InputRef, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { secrecyTexts } from '../../../texts/chips.ts';
import { importanceTexts, itemTagTexts } from '../../../texts/console/item-tags.ts';
import { partTexts } from '../../../texts/console/parts.ts';
import { tagFieldTexts } from '../../../texts/tagging.ts';
import { printable } from '../../../texts/text.ts';
import { problemOf } from '../../data/ask-station.ts';
import { BothSides } from '../../parts/both-sides.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TypedForm } from '../../parts/typed-form.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import type { TagField } from './item.ts';
import { useKnownValues } from './known-values.ts';
import { useTagging } from './tagging.ts';
import type { TagDeed } from './tags.tsx';

interface TagEditorProps {
  readonly evidence: string;
  readonly field: TagField;
  /** What a person says as the page knows it. */
  readonly standing: string | null;
  readonly suggested: readonly string[];
  readonly finish: (deed: TagDeed | null) => void;
}

const choices = { importance: importanceTexts, classification: secrecyTexts } as const;
const mostLetters = 1_000;

/** One field is changed where it stands. */
export function TagEditor({ evidence, field, standing, suggested, finish }: TagEditorProps) {
  const say = useWords(itemTagTexts);
  const shared = useWords(partTexts);
  const name = useCode(tagFieldTexts);
  const [value, setValue] = useState(standing ?? '');
  // What was seen when the editing began: what comes in meanwhile is not overwritten unseen.
  const [seen, setSeen] = useState(standing);
  const { change, busy, error } = useTagging(evidence, field);
  const said = value.trim();
  const submit = async (next: string | null): Promise<void> => {
    if (await change(next, seen)) finish({ field, before: seen, now: next });
  };
  const changed = problemOf(error)?.code === 'tagging.tag_changed';
  useEffect(() => {
    if (changed) setSeen(standing);
  }, [changed, standing]);
  return (
    <TypedForm
      className="tag-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '') void submit(said);
      }}
    >
      <ValueInput field={field} value={value} onChange={setValue} suggested={suggested} />
      {error === null ? null : <ProblemNote error={error} />}
      {changed ? (
        <BothSides
          caption={say('changed_meanwhile')}
          theirs={[{ title: name(field), value: printable(standing ?? '–') }]}
          mine={[{ title: name(field), value: printable(said) }]}
          choose={(_title, side) =>
            side === 'mine' ? null : (
              <Button size="small" onClick={() => finish(null)}>
                {shared('take_theirs')}
              </Button>
            )
          }
        />
      ) : null}
      <div className="buttons">
        <WhyDisabled
          type="primary"
          htmlType="submit"
          size="small"
          loading={busy}
          why={said === '' ? say('value') : null}
        >
          {say('save')}
        </WhyDisabled>
        <Button size="small" onClick={() => finish(null)}>
          {shared('cancel')}
        </Button>
        {seen === null ? null : (
          <Button size="small" type="text" danger loading={busy} onClick={() => void submit(null)}>
            {say('take_back')}
          </Button>
        )}
      </div>
      {suggested.length === 0 ? null : (
        <div className="buttons">
          {suggested.map((one) => (
            <Button key={one} size="small" onClick={() => void submit(one)}>
              {say('take', { value: one })}
            </Button>
          ))}
        </div>
      )}
    </TypedForm>
  );
}

interface ValueInputProps {
  readonly field: TagField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggested: readonly string[];
}

function ValueInput({ field, value, onChange, suggested }: ValueInputProps) {
  const name = useCode(tagFieldTexts);
  const { language } = useLanguage();
  const list = useId();
  const input = useRef<InputRef>(null);
  const known = useKnownValues(field, suggested);
  useEffect(() => input.current?.focus(), []);
  if (field === 'importance' || field === 'classification')
    return (
      <Select
        aria-label={name(field)}
        value={value === '' ? null : value}
        autoFocus
        options={Object.entries(choices[field]).map(([code, text]) => ({
          value: code,
          label: text[language],
        }))}
        onChange={onChange}
      />
    );
  return (
    <>
      <Input
        ref={input}
        aria-label={name(field)}
        value={value}
        maxLength={mostLetters}
        list={list}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={list}>
        {known.map(({ value: one, label }) => (
          <option key={one} value={one} label={label} />
        ))}
      </datalist>
    </>
  );
}
