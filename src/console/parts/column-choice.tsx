import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';
import { remember, remembered } from '../words/remembered.ts';
import type { Column } from './data-table.tsx';

/** Which columns of a list are shown; this browser remembers it. */
export function useColumnChoice<R>(list: string, columns: readonly Column<R>[]) {
  const key = `columns.${list}`;
  const [chosen, setChosen] = useState<readonly string[] | null>(() => remembered(key)?.split(',') ?? null);
  const usual = columns.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
  const names = chosen ?? usual;
  const choose = (next: readonly string[]): void => {
    setChosen(next);
    remember(key, next.join(','));
  };
  const shown = columns.filter(({ name }) => names.includes(name));
  return { shown: shown.length === 0 ? columns.slice(0, 1) : shown, names, choose };
}

interface ColumnChoiceProps<R> {
  readonly columns: readonly Column<R>[];
  readonly names: readonly string[];
  readonly choose: (names: readonly string[]) => void;
}

export function ColumnChoice<R>({ columns, names, choose }: ColumnChoiceProps<R>) {
  const say = useWords(partTexts);
  const list = (
    <ul className="popped">
      {columns.map(({ name, title }) => (
        <li key={name}>
          <Checkbox
            checked={names.includes(name)}
            onChange={({ target }) =>
              choose(target.checked ? [...names, name] : names.filter((one) => one !== name))
            }
          >
            {title}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button icon={<TableOutlined />}>{say('columns')}</Button>
    </Popover>
  );
}
