import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { partTexts } from '../../texts/console/parts.ts';
import { GoneError, LeftError, problemOf } from '../data/ask-station.ts';
import { useLink } from '../data/link-state.ts';
import { useWords } from '../words/language.ts';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly again?: () => void;
}

/** What went wrong and what to do next, in the words of the station. */
export function ProblemNote({ error, again }: ProblemNoteProps) {
  const say = useWords(partTexts);
  const problem = problemOf(error);
  const { gone } = useLink();
  const own = ((): 'unreachable' | 'back' | 'other_person' | 'failed' => {
    if (error instanceof GoneError) return gone ? 'unreachable' : 'back';
    return error instanceof LeftError ? 'other_person' : 'failed';
  })();
  return (
    <div className="problem" role="alert">
      <ExclamationCircleFilled aria-hidden="true" style={{ marginTop: 4 }} />
      <div>
        <p>{problem?.detail ?? say(own)}</p>
        {problem === null || problem.next === '' ? null : <p>{problem.next}</p>}
        {again === undefined ? null : (
          <Button size="small" onClick={again}>
            {say('again')}
          </Button>
        )}
      </div>
    </div>
  );
}
