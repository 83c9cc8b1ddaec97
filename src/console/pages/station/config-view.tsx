import { Input, Skeleton } from 'antd';
import { useId } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { configTexts } from '../../../texts/console/station-lists.ts';
import { useAnswer } from '../../data/answers.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ask, usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

interface Setting {
  /** As it is written in the configuration file, with dots. */
  readonly name: string;
  readonly value: unknown;
}

/** Every setting by the name that it has in the configuration file. */
export function ConfigView() {
  const say = useWords(configTexts);
  const name = useWords(pageNames);
  const id = useId();
  const find = usePlace().search.get('find') ?? '';
  const { data, error, refetch } = useAnswer('config', {});
  const groups = groupsOf(data ?? {}, find);
  return (
    <>
      <PageHead title={name('station')} help={say('help')} />
      <StationParts at="config" />
      <search className="year-line">
        <label htmlFor={id}>{say('find')}</label>
        <Input
          id={id}
          value={find}
          maxLength={64}
          style={{ width: '18rem' }}
          onChange={({ target }) => ask({ find: target.value })}
        />
      </search>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton paragraph={{ rows: 8 }} /> : null}
      {data !== undefined && groups.length === 0 ? (
        <Empty says={say('none')} next={say('none_next')} />
      ) : null}
      <div className="settings">
        {groups.map(([group, settings]) => (
          <Group key={group} name={group} settings={settings} />
        ))}
      </div>
    </>
  );
}

function Group({ name, settings }: { readonly name: string; readonly settings: readonly Setting[] }) {
  const say = useWords(configTexts);
  return (
    <section className="table-frame">
      <h2 className="mono">{name}</h2>
      <table className="rows">
        <caption className="unseen">{name}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{say('setting')}</th>
            <th scope="col">{say('value')}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <tr key={setting.name}>
              <td className="mono">{setting.name}</td>
              <td>
                <Value of={setting.value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Value({ of }: { readonly of: unknown }) {
  const say = useWords(configTexts);
  if (of === null || of === '') return <span className="quiet">{say('unset')}</span>;
  if (typeof of === 'boolean') return say(of ? 'yes' : 'no');
  if (Array.isArray(of) && of.length === 0) return <span className="quiet">{say('empty_list')}</span>;
  if (typeof of === 'object') return <span className="mono">{JSON.stringify(of)}</span>;
  return String(of);
}

/** Pure. */
function groupsOf(
  config: Readonly<Record<string, unknown>>,
  find: string,
): readonly (readonly [string, readonly Setting[]])[] {
  const wanted = find.trim().toLowerCase();
  const all = Object.entries(config).flatMap(([name, value]) => settingsIn(name, value));
  const found = all.filter(({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted));
  const groups = new Map<string, Setting[]>();
  for (const one of found) {
    const group = one.name.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups];
}

function settingsIn(name: string, value: unknown): readonly Setting[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ name, value }];
  return Object.entries(value).flatMap(([key, inner]) => settingsIn(`${name}.${key}`, inner));
}
