import { DownloadOutlined, LeftOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton } from 'antd';
import { useState } from 'react';
import { partTexts } from '../../../texts/console/parts.ts';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { askStation } from '../../data/ask-station.ts';
import { saveFile } from '../../data/save-file.ts';
import { useMay } from '../../data/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { addressOf, ask, usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { FieldText } from './field-text.tsx';
import { ImportList } from './import-list.tsx';
import { RowSheet } from './row-sheet.tsx';
import { nameOf, type Register } from './shapes.ts';
import { type Row, useRows } from './use-rows.ts';

/** A screen holds no more; the row itself shows all. */
const mostColumns = 6;

/** One register: its rows, and what can be done with them. */
export function RegisterTable({ register }: { readonly register: Register }) {
  const say = useWords(registersPageTexts);
  const { search } = usePlace();
  const row = search.get('row');
  const [entering, setEntering] = useState(false);
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHead title={register.title} help={say('register_help')}>
        <Acts register={register} onEnter={() => setEntering(true)} onImport={() => setImporting(true)} />
      </PageHead>
      <FilterBar filters={[{ kind: 'text', name: 'begins', title: say('begins') }]} />
      <Rows register={register} begins={search.get('begins') ?? ''} />
      {row === null ? null : (
        <RowSheet key={row} register={register} row={row} onClose={() => ask({ row: null })} />
      )}
      {entering ? <RowSheet register={register} row={null} onClose={() => setEntering(false)} /> : null}
      {importing ? <ImportList register={register} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

interface ActsProps {
  readonly register: Register;
  readonly onEnter: () => void;
  readonly onImport: () => void;
}

function Acts({ register, onEnter, onImport }: ActsProps) {
  const say = useWords(registersPageTexts);
  const why = useMay()('register.edit') ? null : say('may_not');
  const items = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: say(format),
    onClick: () => void takeTemplate(register, format),
  }));
  return (
    <>
      <Link to={addressOf('registers')} className="back">
        <LeftOutlined aria-hidden="true" /> {say('all')}
      </Link>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownloadOutlined />}>{say('template')}</Button>
      </Dropdown>
      <WhyDisabled why={why} icon={<UploadOutlined />} onClick={onImport}>
        {say('import')}
      </WhyDisabled>
      <WhyDisabled why={why} type="primary" icon={<PlusOutlined />} onClick={onEnter}>
        {say('enter')}
      </WhyDisabled>
    </>
  );
}

async function takeTemplate(register: Register, format: 'xlsx' | 'csv'): Promise<void> {
  const params = { register: nameOf(register) };
  const file = await askStation('registerTemplate', { params, query: { format } });
  await saveFile(`${register.register}.${format}`, file);
}

function Rows({ register, begins }: { readonly register: Register; readonly begins: string }) {
  const say = useWords(registersPageTexts);
  const part = useWords(partTexts);
  const answer = useRows(nameOf(register), begins);
  const rows = answer.data?.pages.flatMap((page) => page.rows) ?? [];
  const columns = useColumns(register);
  if (answer.error !== null) return <ProblemNote error={answer.error} again={() => void answer.refetch()} />;
  if (answer.isPending) return <Skeleton paragraph={{ rows: 8 }} />;
  if (rows.length === 0)
    return (
      <div className="table-frame">
        {begins === '' ? (
          <Empty says={say('empty')} next={say('empty_next')} />
        ) : (
          <Empty says={say('none')} next="">
            <Button onClick={() => ask({ begins: null })}>{part('clear')}</Button>
          </Empty>
        )}
      </div>
    );
  return (
    <>
      <DataTable
        caption={register.title}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        old={answer.isPlaceholderData}
      />
      <div className="table-foot">
        <span role="status">{part(answer.hasNextPage ? 'shown_more' : 'shown', { count: rows.length })}</span>
        {answer.hasNextPage ? (
          <Button loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {part('more')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function useColumns(register: Register): readonly Column<Row>[] {
  const say = useWords(registersPageTexts);
  const { search, page, thing } = usePlace();
  const to = (key: string): string => {
    const asked = new URLSearchParams(search);
    asked.set('row', key);
    return addressOf(page, thing, asked.toString());
  };
  const [first, ...rest] = register.fields;
  return [
    {
      name: 'key',
      title: first?.title ?? '',
      cell: ({ key, values }) => (
        <Link to={to(key)} className="mono nowrap">
          {printable(first === undefined ? key : (values[first.name] ?? key))}
        </Link>
      ),
    },
    ...rest.slice(0, mostColumns).map((field) => ({
      name: field.name,
      title: field.title,
      kind: 'long' as const,
      cell: ({ values }: Row) => <FieldText field={field} value={values[field.name]} />,
    })),
    { name: 'changed', title: say('changed'), cell: ({ changed }) => <TimeText at={changed} /> },
  ];
}
