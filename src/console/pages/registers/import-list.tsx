import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { rowProblemTexts } from '../../../texts/tagging.ts';
import { fill, printable, type Text } from '../../../texts/text.ts';
import { useDeed } from '../../data/answers.ts';
import { safeName } from '../../parts/attaching.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { Window } from '../../parts/window.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { nameOf, type Register } from './shapes.ts';

type Report = Answer<'registerImport'>['files'][number];
type Fault = Report['errors'][number];

interface ImportListProps {
  readonly register: Register;
  readonly onClose: () => void;
}

/** A list is looked through, then entered: nothing is, before what it would do was seen. */
export function ImportList({ register, onClose }: ImportListProps) {
  const say = useWords(registersPageTexts);
  const [file, setFile] = useState<File | null>(null);
  const send = useDeed('registerImport', ['registerRows', 'importList']);
  const report = send.data?.files[0];
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    send.reset();
  };
  const ask = (wish: { readonly dryRun: boolean; readonly goodRows: boolean }): void => {
    if (file === null) return;
    const query = { file: safeName(file.name, 'csv'), ...wish };
    send.mutate({ params: { register: nameOf(register) }, query, body: file });
  };
  return (
    <Window
      width={820}
      title={say('import_title', { register: register.title })}
      sent={report !== undefined && report.import !== null}
      onClose={onClose}
    >
      <p className="asked">{say('import_says')}</p>
      <div className="import-file">
        <label htmlFor="import-file">{say('file')}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.xlsx"
          onChange={({ target }) => choose(target.files?.[0] ?? null)}
        />
        <WhyDisabled
          why={file === null ? say('no_file') : null}
          type={report === undefined ? 'primary' : 'default'}
          loading={send.isPending}
          onClick={() => ask({ dryRun: true, goodRows: false })}
        >
          {say('look')}
        </WhyDisabled>
      </div>
      {send.error === null ? null : <ProblemNote error={send.error} />}
      {report === undefined ? null : <Outcome report={report} ask={ask} onClose={onClose} />}
    </Window>
  );
}

interface OutcomeProps {
  readonly report: Report;
  readonly ask: (wish: { readonly dryRun: boolean; readonly goodRows: boolean }) => void;
  readonly onClose: () => void;
}

function Outcome({ report, ask, onClose }: OutcomeProps) {
  const say = useWords(registersPageTexts);
  const { added, changed, unchanged, faults, others } = report;
  const entered = report.import !== null;
  const some = added + changed;
  return (
    <div className="import-outcome" role="status">
      <p className="counts">
        <StateChip
          tone={faults === 0 ? 'good' : 'bad'}
          icon={faults === 0 ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
        >
          {faults === 0
            ? say('no_faults')
            : faults === 1
              ? say('one_fault')
              : say('faults', { count: faults })}
        </StateChip>{' '}
        {say(entered ? 'done' : 'would', { added, changed, unchanged })}
      </p>
      {others.length === 0 ? null : <p className="quiet">{say('not_read', { names: others.join(', ') })}</p>}
      {faults === 0 ? null : <Faults of={report.errors} />}
      <div className="row-acts">
        {entered ? (
          <Button type="primary" onClick={onClose}>
            {say('close')}
          </Button>
        ) : (
          <WhyDisabled
            why={some === 0 ? say('nothing_to_enter') : null}
            type="primary"
            onClick={() => ask({ dryRun: false, goodRows: faults > 0 })}
          >
            {say(faults === 0 ? 'enter_all' : 'enter_good', { count: some })}
          </WhyDisabled>
        )}
      </div>
    </div>
  );
}

function Faults({ of }: { readonly of: readonly Fault[] }) {
  const say = useWords(registersPageTexts);
  const { language } = useLanguage();
  const texts: Readonly<Record<string, Text>> = rowProblemTexts;
  const words = ({ problem, found, allowed }: Fault): string => {
    const text = texts[problem];
    return text === undefined ? problem : fill(text, language, { found, allowed });
  };
  return (
    <DataTable
      caption={say('fault')}
      keyOf={({ line, column, problem }) => `${line} ${column} ${problem}`}
      rows={of}
      columns={[
        { name: 'line', title: say('line'), kind: 'number', cell: ({ line }) => line },
        { name: 'column', title: say('column'), cell: ({ column }) => printable(column) },
        { name: 'fault', title: say('fault'), cell: (fault) => words(fault) },
      ]}
    />
  );
}
