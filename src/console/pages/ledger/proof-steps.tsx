import { proofTexts } from '../../../texts/console/ledger.ts';
import { useWords } from '../../words/language.ts';
import type { ReadProof } from './read-proof.ts';
import { hexOf, type Range, type Walk } from './walk-proof.ts';

interface ProofStepsProps {
  readonly proof: ReadProof;
  readonly walk: Walk;
}

/** The same as a table: for whoever does not see the drawing, and whoever calculates it again. */
export function ProofSteps({ proof, walk }: ProofStepsProps) {
  const say = useWords(proofTexts);
  const words = ({ from, to }: Range) =>
    from === to ? say('leaf', { index: from }) : say('range', { from, to });
  return (
    <details className="steps">
      <summary>{say('every')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the screen it is scrolled, also by keyboard */}
      <section className="table-frame" tabIndex={0} aria-label={say('every')}>
        <table className="rows">
          <thead>
            <tr>
              {(['step', 'covers', 'with', 'gives'] as const).map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>0</td>
              <td>{words({ from: proof.index, to: proof.index })}</td>
              <td>–</td>
              <td className="mono">{hexOf(walk.leaf)}</td>
            </tr>
            {walk.steps.map(({ hash, sibling, covers }, at) => (
              <tr key={hexOf(hash)}>
                <td>{at + 1}</td>
                <td className="nowrap">{words(covers)}</td>
                <td className="mono">{hexOf(sibling)}</td>
                <td className="mono">{hexOf(hash)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
