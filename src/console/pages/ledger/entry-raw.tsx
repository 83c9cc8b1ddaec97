import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { useWords } from '../../words/language.ts';
import { CopyButton } from './copy-button.tsx';

/** The leaf word for word, and the personal values whose digests stand in it. */
export function EntryRaw({ seq }: { readonly seq: number }) {
  const say = useWords(ledgerPageTexts);
  const { data } = useAnswer('entryProof', { params: { seq } });
  if (data === undefined) return null;
  return (
    <div className="entry-part">
      <div className="part-head">
        <h2>{say('raw')}</h2>
        <CopyButton text={data.text} says={say('copy_leaf')} />
      </div>
      <p className="quiet">{say('raw_says')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than its frame it is scrolled, also by keyboard */}
      <section className="raw" tabIndex={0} aria-label={say('raw')}>
        <pre className="mono">{printableLines(indented(data.text))}</pre>
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
    </div>
  );
}

/** Line breaks and indents are added for the eye alone. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
