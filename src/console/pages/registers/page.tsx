import '../../look/desk.css';
import './registers.css';
import { Skeleton } from 'antd';
import { pageNames } from '../../../texts/console/pages.ts';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { useAnswer } from '../../data/answers.ts';
import type { PageProps } from '../../page-row.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { PastImports } from './past-imports.tsx';
import { RegisterTable } from './register-table.tsx';
import type { Register } from './shapes.ts';

export default function RegistersPage({ thing }: PageProps) {
  const say = useWords(registersPageTexts);
  const name = useWords(pageNames);
  const { data, error, refetch } = useAnswer('registerNames', { query: { limit: 100 } });
  const shown = data?.rows.find(({ register }) => register === thing);
  if (shown !== undefined) return <RegisterTable register={shown} />;
  return (
    <>
      <PageHead title={name('registers')} help={say('help')} />
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton paragraph={{ rows: 8 }} /> : null}
      {data === undefined ? null : <Registers of={data.rows} />}
      {data === undefined ? null : <PastImports titles={data.rows} />}
    </>
  );
}

function Registers({ of }: { readonly of: readonly Register[] }) {
  const say = useWords(registersPageTexts);
  return (
    <ul className="registers">
      {of.map(({ register, title }) => (
        <li key={register}>
          <Link to={addressOf('registers', register)}>
            <b>{title}</b>
            <span>{register in registersPageTexts ? say(register as 'units') : ''}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
