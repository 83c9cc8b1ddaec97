import { CheckCircleFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { pageNames } from '../../../texts/console/pages.ts';
import { policyTexts } from '../../../texts/console/station-lists.ts';
import type { Language } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

interface Rule {
  readonly clause: string;
  readonly what: string;
}

interface Policy {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly rules: readonly Rule[];
}

/** The regulations that deadlines are counted by. */
export function PolicyView() {
  const say = useWords(policyTexts);
  const name = useWords(pageNames);
  const { language } = useLanguage();
  const { data, error, refetch } = useAnswer('policies', {});
  const policies = (data?.policies ?? []).map((one) => policyIn(one, language));
  const first = policies.filter(({ id }) => id === data?.policy);
  return (
    <>
      <PageHead title={name('station')} help={say('help')} />
      <StationParts at="policies" />
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton paragraph={{ rows: 8 }} /> : null}
      {[...first, ...policies.filter((one) => !first.includes(one))].map((policy) => (
        <section key={policy.id} className="part">
          <h2>
            {policy.name} <span className="quiet">{policy.source}</span>{' '}
            {first.includes(policy) ? (
              <StateChip tone="good" icon={<CheckCircleFilled />}>
                {say('in_force')}
              </StateChip>
            ) : null}
          </h2>
          <DataTable
            caption={policy.name}
            rows={policy.rules}
            keyOf={({ clause, what }) => `${clause} ${what}`}
            columns={[
              {
                name: 'clause',
                title: say('clause'),
                cell: ({ clause }) => <span className="mono nowrap">{clause}</span>,
              },
              { name: 'what', title: say('what'), cell: ({ what }) => what },
            ]}
          />
        </section>
      ))}
    </>
  );
}

/** A policy file as far as it is shown: whatever else a unit has written into its own is left alone. Pure. */
function policyIn(document: unknown, language: Language): Policy {
  const rules: unknown = read(document, 'rules');
  return {
    id: words(read(document, 'id'), language),
    name: words(read(document, 'name'), language),
    source: words(read(document, 'source'), language),
    rules: (Array.isArray(rules) ? rules : []).map((rule: unknown) => ({
      clause: words(read(rule, 'clause'), language),
      what: words(read(rule, 'what'), language),
    })),
  };
}

function read(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function words(found: unknown, language: Language): string {
  if (typeof found === 'string') return found;
  const said = read(found, language) ?? read(found, 'zh');
  return typeof said === 'string' ? said : '';
}
