import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { useWords } from '../../words/language.ts';
import { CopyButton } from './copy-button.tsx';
import { canonicalText } from './walk-proof.ts';

/** The leaf word for word, and the personal values whose digests stand in it. */
export function EntryRaw({ seq }: { readonly seq: number }) {
  const say = useWords(ledgerPageTexts);
  const { data } = useAnswer('entryProof', { params: { seq } });
  if (data === undefined) return null;
  return (
    <section className="entry-part" aria-labelledby="raw">
      <div className="part-head">
        <h2 id="raw">{say('raw')}</h2>
        <CopyButton text={canonicalText(data.leaf)} says={say('copy_leaf')} />
      </div>
      <p className="quiet">{say('raw_says')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than its frame it is scrolled, also by keyboard */}
      <section className="raw" tabIndex={0} aria-label={say('raw')}>
        <pre className="mono">{printableLines(JSON.stringify(data.leaf, null, 2))}</pre>
      </section>
      {data.personal.length === 0 ? null : (
        <>
          <h3>{say('beside')}</h3>
          <dl className="beside">
            {data.personal.map(({ field, value, opens }) => (
              <div key={field}>
                <dt className="mono">{field}</dt>
                <dd>
                  {printable(value)}{' '}
                  <StateChip
                    tone={opens ? 'good' : 'bad'}
                    icon={opens ? <CheckCircleFilled /> : <CloseCircleFilled />}
                  >
                    {say(opens ? 'beside_opens' : 'beside_not')}
                  </StateChip>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
