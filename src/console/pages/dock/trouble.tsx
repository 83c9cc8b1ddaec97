import { ExclamationCircleFilled } from '@ant-design/icons';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { GoneError, problemOf } from '../../data/ask-station.ts';
import { useWords } from '../../words/language.ts';

/** What went wrong and what to do, in the station's words. */
export function Trouble({ error }: { readonly error: unknown }) {
  const say = useWords(dockSheetTexts);
  const problem = problemOf(error);
  const own = say(error instanceof GoneError ? 'unreachable' : 'failed');
  return (
    <p className="trouble" role="alert">
      <ExclamationCircleFilled aria-hidden="true" />
      <span>{problem === null ? own : `${problem.detail} ${problem.next}`}</span>
    </p>
  );
}
