import { proofTexts } from '../../../texts/console/ledger.ts';
import { useWords } from '../../words/language.ts';
import type { ReadProof } from './read-proof.ts';
import { hexOf, type Range, type Step, type Walk } from './walk-proof.ts';

interface ProofDrawingProps {
  readonly proof: ReadProof;
  readonly walk: Walk;
}

const [width, rowHeight] = [660, 66];
const [boxWidth, boxHeight] = [184, 42];
const middle = width / 2;
const sides = { left: boxWidth / 2 + 1, right: width - boxWidth / 2 - 1 } as const;

/** From the entry at the bottom to the signed root at the top, one row a step. */
export function ProofDrawing({ proof, walk }: ProofDrawingProps) {
  const say = useWords(proofTexts);
  const { steps, leaf, holds } = walk;
  const { index, checkpoint } = proof;
  const rows = steps.length + 2;
  const height = rows * rowHeight;
  const yOf = (row: number): number => height - (row + 0.5) * rowHeight;
  const rangeWords = ({ from, to }: Range): string => {
    if (from === 0 && to === checkpoint.size - 1) return say('all', { size: checkpoint.size });
    return from === to ? say('leaf', { index: from }) : say('range', { from, to });
  };
  const top = rows - 1;
  return (
    <svg
      className={holds ? 'drawing holds' : 'drawing'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('drawing', { index, count: steps.length })}
    >
      {steps.map((step, row) => (
        <Joining key={hexOf(step.hash)} step={step} y={yOf(row)} above={yOf(row + 1)} />
      ))}
      <line className="edge" x1={middle} x2={middle} y1={yOf(top - 1)} y2={yOf(top)} />
      <Box look="path" x={middle} y={yOf(0)} label={rangeWords({ from: index, to: index })} hash={leaf} />
      {steps.map((step, row) => (
        <g key={hexOf(step.hash)}>
          <Box
            look="given"
            x={sides[step.side]}
            y={yOf(row)}
            label={rangeWords(step.siblingCovers)}
            hash={step.sibling}
          />
          <Box look="path" x={middle} y={yOf(row + 1)} label={rangeWords(step.covers)} hash={step.hash} />
        </g>
      ))}
      <Box look="signed" x={middle} y={yOf(top)} label={say('signed_root')} hash={checkpoint.root} />
      <text
        className={holds ? 'verdict good' : 'verdict bad'}
        x={middle + boxWidth / 2 + 14}
        y={yOf(top) + 5}
      >
        {holds ? '✓' : '✗'} {say(holds ? 'same' : 'differs')}
      </text>
    </svg>
  );
}

function Joining({ step, y, above }: { readonly step: Step; readonly y: number; readonly above: number }) {
  const from = sides[step.side];
  const bend = (y + above) / 2;
  const top = y - boxHeight / 2;
  return (
    <>
      <line className="edge" x1={middle} x2={middle} y1={y} y2={above} />
      <path className="edge given" d={`M ${from} ${top} V ${bend} H ${middle}`} />
    </>
  );
}

interface BoxProps {
  readonly look: 'path' | 'given' | 'signed';
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly hash: Uint8Array;
}

function Box({ look, x, y, label, hash }: BoxProps) {
  const hex = hexOf(hash);
  return (
    <g className={`node ${look}`}>
      <rect x={x - boxWidth / 2} y={y - boxHeight / 2} width={boxWidth} height={boxHeight} rx={4} />
      <text x={x} y={y - 4}>
        {label}
      </text>
      <text className="hash" x={x} y={y + 13}>
        {hex.slice(0, 8)}…{hex.slice(-8)}
      </text>
    </g>
  );
}
