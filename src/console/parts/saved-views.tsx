import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { addressOf, go, usePlace } from '../shell/place.ts';
import { useWords } from '../words/language.ts';
import { remember, remembered } from '../words/remembered.ts';
import { Link } from './link.tsx';

interface View {
  readonly name: string;
  readonly search: string;
}

const mostNameLetters = 40;

function viewsOf(list: string): readonly View[] {
  try {
    const found: unknown = JSON.parse(remembered(`views.${list}`) ?? '[]');
    return Array.isArray(found) ? found.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(one: unknown): one is View {
  return typeof one === 'object' && one !== null && 'name' in one && 'search' in one;
}

/** Questions that somebody asks again and again, kept by this browser under a name. */
export function SavedViews({ list }: { readonly list: string }) {
  const say = useWords(partTexts);
  const { page, search } = usePlace();
  const [views, setViews] = useState(() => viewsOf(list));
  const [name, setName] = useState('');
  const keep = (next: readonly View[]): void => {
    setViews(next);
    remember(`views.${list}`, JSON.stringify(next));
  };
  const save = (): void => {
    const called = name.trim();
    if (called === '') return;
    keep([...views.filter((one) => one.name !== called), { name: called, search: search.toString() }]);
    setName('');
  };
  const shown = (
    <div className="popped">
      {views.length === 0 ? <p className="quiet">{say('view_none')}</p> : null}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Link to={addressOf(page, null, view.search)}>{view.name}</Link>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={say('view_remove', { name: view.name })}
              onClick={() => keep(views.filter((one) => one !== view))}
            />
          </li>
        ))}
      </ul>
      <Input.Search
        value={name}
        maxLength={mostNameLetters}
        aria-label={say('view_name')}
        placeholder={say('view_name')}
        enterButton={say('view_save')}
        onChange={({ target }) => setName(target.value)}
        onSearch={save}
        style={{ marginTop: 8 }}
      />
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={shown}>
      <Button icon={<StarOutlined />}>{say('views')}</Button>
    </Popover>
  );
}

/** The view as it was before anything was asked. */
export function clearFilters(page: string): void {
  go(addressOf(page), 'instead');
}
