import { SearchOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { type FiltersOf, type ListName, type RowOf, useList } from '../data/answers.ts';
import { ask, usePlace } from '../shell/place.ts';
import { useWords } from '../words/language.ts';
import { ColumnChoice, useColumnChoice } from './column-choice.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { Empty } from './empty.tsx';
import { type Filter, FilterBar } from './filter-bar.tsx';
import { PageHead } from './page-head.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clearFilters, SavedViews } from './saved-views.tsx';

interface ListPageProps<N extends ListName> {
  readonly list: N;
  readonly title: string;
  readonly help: string;
  readonly filters: readonly Filter[];
  /** What is asked of the station, from what stands in the address. */
  readonly asked: (search: URLSearchParams) => FiltersOf<N>;
  readonly columns: readonly Column<RowOf<N>>[];
  readonly keyOf: (row: RowOf<N>) => string;
  /** Where nothing is there at all. */
  readonly empty: { readonly says: string; readonly next: string };
  /** The list's sort; with `-` before it newest first. Without it the order is not asked. */
  readonly sort?: string;
  readonly acts?: ReactNode;
  /** What must be seen before the list. */
  readonly above?: ReactNode;
  /** What stands in place of the views that this browser keeps. */
  readonly views?: ReactNode;
  /** For lists of many thousands, each row one line. */
  readonly tall?: true;
}

/** A list of the station: filtered there, read on page by page, with everything that was asked in the address. */
export function ListPage<N extends ListName>(props: ListPageProps<N>) {
  const { list, title, help, filters, asked, columns, empty, sort, acts } = props;
  const { search } = usePlace();
  const answer = useList(list, asked(search));
  const choice = useColumnChoice(list, columns);
  return (
    <>
      <PageHead title={title} help={help}>
        {acts}
        {sort === undefined ? null : <Order sort={sort} />}
        {props.views ?? <SavedViews list={list} />}
        <ColumnChoice columns={columns} names={choice.names} choose={choice.choose} />
      </PageHead>
      {props.above}
      <FilterBar filters={filters} />
      {answer.error === null ? null : (
        <ProblemNote error={answer.error} again={() => void answer.refetch()} />
      )}
      {answer.isPending && answer.error === null ? <Waiting /> : null}
      {answer.isPending || answer.rows.length > 0 ? null : <Nothing search={search} empty={empty} />}
      {answer.rows.length === 0 ? null : (
        <>
          <DataTable
            caption={title}
            columns={choice.shown}
            rows={answer.rows}
            keyOf={props.keyOf}
            old={answer.isPlaceholderData}
            tall={props.tall === true}
            onEnd={answer.hasNextPage && !answer.isFetchingNextPage ? answer.more : null}
          />
          <Foot
            count={answer.rows.length}
            more={answer.hasNextPage ? answer.more : null}
            busy={answer.isFetchingNextPage}
          />
        </>
      )}
    </>
  );
}

function Waiting() {
  return (
    <div className="table-frame" style={{ padding: 20 }} aria-hidden="true">
      <Skeleton active={false} title={false} paragraph={{ rows: 10, width: '100%' }} />
    </div>
  );
}

function Nothing({ search, empty }: { search: URLSearchParams; empty: { says: string; next: string } }) {
  const say = useWords(partTexts);
  const { page } = usePlace();
  if (search.toString() === '')
    return (
      <div className="table-frame">
        <Empty says={empty.says} next={empty.next} />
      </div>
    );
  return (
    <div className="table-frame">
      <Empty says={say('none_match')} next="" icon={<SearchOutlined />}>
        <Button onClick={() => clearFilters(page)}>{say('clear')}</Button>
      </Empty>
    </div>
  );
}

function Foot({ count, more, busy }: { count: number; more: (() => void) | null; busy: boolean }) {
  const say = useWords(partTexts);
  return (
    <div className="table-foot">
      <span role="status">{say(more === null ? 'shown' : 'shown_more', { count })}</span>
      {more === null ? null : (
        <Button loading={busy} onClick={more}>
          {say('more')}
        </Button>
      )}
    </div>
  );
}

function Order({ sort }: { readonly sort: string }) {
  const say = useWords(partTexts);
  const { search } = usePlace();
  const options = [
    { value: `-${sort}`, label: say('newest') },
    { value: sort, label: say('oldest') },
  ];
  return (
    <Select
      aria-label={say('sort')}
      value={search.get('sort') ?? `-${sort}`}
      options={options}
      style={{ width: '9.5rem' }}
      onChange={(value: string) => ask({ sort: value === `-${sort}` ? null : value })}
    />
  );
}
