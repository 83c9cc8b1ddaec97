import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useId, useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { ask, usePlace } from '../shell/place.ts';
import { useWords } from '../words/language.ts';

/** A question that a list can be asked; its answer stands in the address under its name. */
export type Filter = { readonly name: string; readonly title: string } & (
  | { readonly kind: 'text' }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** So many that one looks for them by typing. */
      readonly many?: true;
    }
  /** Two parameters: the first and the last day, both of them included. */
  | { readonly kind: 'days'; readonly until: string }
);

/** The questions of a list, each asked as soon as it is answered. */
export function FilterBar({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useWords(partTexts);
  if (filters.length === 0) return null;
  return (
    <search className="filters" aria-label={say('filters')}>
      {filters.map((filter) => (
        <Field key={filter.name} filter={filter} />
      ))}
    </search>
  );
}

function Field({ filter }: { readonly filter: Filter }) {
  switch (filter.kind) {
    case 'text':
      return <TextField {...filter} />;
    case 'choice':
      return <ChoiceField {...filter} />;
    case 'days':
      return <DaysField {...filter} />;
  }
}

type Named = { readonly name: string; readonly title: string };

function TextField({ name, title }: Named) {
  const id = useId();
  const given = usePlace().search.get(name) ?? '';
  const [typed, setTyped] = useState(given);
  useEffect(() => setTyped(given), [given]);
  const apply = (): void => {
    if (typed.trim() !== given) ask({ [name]: typed.trim() });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <Input
        id={id}
        className="width"
        value={typed}
        maxLength={64}
        allowClear
        onChange={({ target, type }) => {
          setTyped(target.value);
          if (type === 'click') ask({ [name]: null });
        }}
        onPressEnter={apply}
        onBlur={apply}
      />
    </div>
  );
}

function ChoiceField({ name, title, options, many }: Extract<Filter, { kind: 'choice' }>) {
  const say = useWords(partTexts);
  const id = useId();
  const given = usePlace().search.get(name);
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <Select
        id={id}
        className="width"
        value={given}
        allowClear
        placeholder={say('any')}
        options={[...options]}
        {...(many === true
          ? { showSearch: true, optionFilterProp: 'label', popupMatchSelectWidth: 420 }
          : {})}
        onChange={(value: string | undefined) => ask({ [name]: value ?? null })}
      />
    </div>
  );
}

function DaysField({ name, title, until }: Extract<Filter, { kind: 'days' }>) {
  const say = useWords(partTexts);
  const id = useId();
  const { search } = usePlace();
  const day = (text: string | null) => (text === null || !dayjs(text).isValid() ? null : dayjs(text));
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <DatePicker.RangePicker
        id={{ start: id, end: `${id}-end` }}
        value={[day(search.get(name)), day(search.get(until))]}
        allowEmpty={[true, true]}
        placeholder={[say('from_day'), say('to_day')]}
        className="days"
        onChange={(_days, [first, last]) => ask({ [name]: first, [until]: last })}
      />
    </div>
  );
}
