import { AuditOutlined } from '@ant-design/icons';
import { configChangeTexts } from '../../../texts/console/config-changes.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { Link } from '../../parts/link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

type Adopted = RowOf<'configHistory'>;

/** Who changed what of the configuration, and what waits until a second person has agreed. */
export function ConfigChanges() {
  const say = useWords(configChangeTexts);
  const name = useWords(pageNames);
  const propose = useDeed('configPropose', ['configHistory', 'proposalList']);
  const may = useMay();
  return (
    <ListPage
      list="configHistory"
      title={name('station')}
      help={say('help')}
      acts={
        <WhyDisabled
          icon={<AuditOutlined />}
          why={may('config.change') ? null : say('may_not')}
          loading={propose.isPending}
          onClick={() => propose.mutate({})}
        >
          {say('propose')}
        </WhyDisabled>
      }
      above={
        <>
          <StationParts at="changes" />
          {propose.error === null ? null : <ProblemNote error={propose.error} />}
          <p role="status">
            {propose.data === undefined ? null : (
              <Link to={addressOf('accounts', 'proposals')}>{say('proposed')}</Link>
            )}
          </p>
        </>
      }
      filters={[]}
      asked={(search) => ({
        sort: search.get('sort') === 'adopted' ? ('adopted' as const) : ('-adopted' as const),
      })}
      columns={[
        { name: 'adopted', title: say('adopted'), cell: ({ adopted }) => <TimeText at={adopted} /> },
        { name: 'changes', title: say('changes'), kind: 'long', cell: (row) => <Changes of={row} /> },
        { name: 'because', title: say('because'), cell: (row) => <Because of={row} /> },
        { name: 'who', title: say('who'), cell: (row) => <Claims of={row} /> },
      ]}
      keyOf={({ seq }) => String(seq)}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="adopted"
    />
  );
}

function Changes({ of: { because, changes, waiting } }: { readonly of: Adopted }) {
  const say = useWords(configChangeTexts);
  if (because === 'first') return <span className="quiet">{say('first_says')}</span>;
  if (changes === null) return <span className="quiet">{say('erased')}</span>;
  return (
    <dl className="changes">
      {changes.map(({ key, before, after }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt className="mono">{printable(key)}</dt>
          <dd>
            {printable(before ?? '–')} → {printable(after ?? '–')}
            {waiting.includes(key) ? <strong> ({say('waits')})</strong> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Because({ of: { because, proposal } }: { readonly of: Adopted }) {
  const say = useWords(configChangeTexts);
  return (
    <>
      {say(`because_${because}`)} {proposal === null ? null : <span className="mono nowrap">{proposal}</span>}
    </>
  );
}

/** What the machine says of who it was; no proof. */
function Claims({ of: { startedBy, fileOwner, fileWritten } }: { readonly of: Adopted }) {
  const say = useWords(configChangeTexts);
  return (
    <>
      {startedBy === null ? null : say('started_by', { user: printable(startedBy) })}{' '}
      {fileOwner === null ? null : say('owned_by', { user: printable(fileOwner) })}{' '}
      {fileWritten === null ? null : <TimeText at={fileWritten} />}
    </>
  );
}
