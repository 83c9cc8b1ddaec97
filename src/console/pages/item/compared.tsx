import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { Answer } from '../../../api/client/client.ts';
import { itemTexts } from '../../../texts/console/item.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import { useWords } from '../../words/language.ts';

type Copy = Answer<'evidenceVerify'>['copies'][number];

/** Every copy with the digest that was kept of it and the one that was read back, one under the other. */
export function Compared({ copies, own }: { readonly copies: readonly Copy[]; readonly own: string }) {
  const say = useWords(itemTexts);
  return (
    <ul className="compared" aria-label={say('compared')}>
      {copies.map(({ vault, sha256, blake3, bytes, outcome, found }) => (
        <li key={`${vault} ${sha256}`}>
          <p>
            {say(sha256 === own ? 'compared_recording' : 'compared_sidecar', { vault: printable(vault) })}
            <span className="quiet"> · {sizeWords(bytes)}</span>
          </p>
          <dl>
            <dt>{say('compared_kept')}</dt>
            <dd className="mono">{blake3}</dd>
            <dt>{say('compared_read')}</dt>
            <dd className="mono">{found === null ? blake3 : printable(found)}</dd>
          </dl>
          <p className={found === null ? 'outcome good' : 'outcome bad'}>
            {found === null ? (
              <CheckCircleFilled aria-hidden="true" />
            ) : (
              <CloseCircleFilled aria-hidden="true" />
            )}{' '}
            {say(
              found === null
                ? 'compared_same'
                : outcome === 'repaired'
                  ? 'compared_repaired'
                  : 'compared_differs',
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
