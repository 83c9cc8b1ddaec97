import { CheckOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { asked } from '../../data/ask-station.ts';
import { useWords } from '../../words/language.ts';
import type { Course, OwnCases } from './course-card.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

interface CaseChoiceProps {
  readonly of: Course;
  readonly cases: OwnCases;
  readonly changed: () => void;
}

/** The case: what is suggested on top, accepted by one tap; any other below it. */
export function CaseChoice({ of, cases, changed }: CaseChoiceProps) {
  const say = useWords(dockSheetTexts);
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState('');
  const file = async (number: string): Promise<unknown> =>
    await asked('sessionCase', { params: { session: of.session }, body: { case: number } });
  const titles = new Map(cases.map(({ number, title }) => [number, title ?? '']));
  const [error, setError] = useState<unknown>(null);
  const suggested = of.suggested.length > 0 ? of.suggested : cases.slice(0, 1).map(({ number }) => number);
  const [best] = suggested;
  const take = (number: string): void => {
    setError(null);
    file(number).then(() => {
      setChoosing(false);
      setWanted('');
      changed();
    }, setError);
  };
  const others = [...new Set([...suggested.slice(1), ...cases.map(({ number }) => number)])].filter(
    (one) => one !== best && one !== of.case,
  );
  if (of.case !== null && of.confirmed && !choosing)
    return (
      <div className="course-line">
        <span className="label">{say('case')}</span>
        <span className="filed">
          <CheckOutlined aria-hidden="true" /> {say('filed', { case: of.case })}
          <span className="quiet"> {titles.get(of.case)}</span>
        </span>
        <button type="button" onClick={() => setChoosing(true)}>
          {say('change_case')}
        </button>
      </div>
    );
  return (
    <div className="case-choice">
      {best === undefined ? <p className="quiet">{say('no_own_cases')}</p> : null}
      {best === undefined ? null : (
        <button type="button" className="main suggested" onClick={() => take(best)}>
          <FolderOpenOutlined aria-hidden="true" />
          <span>
            <small>{say('suggested')}</small>
            <b>{best}</b> {titles.get(best)}
          </span>
          <span className="accept">{say('accept')}</span>
        </button>
      )}
      {error === null ? null : <Trouble error={error} />}
      {choosing || best === undefined ? (
        <OtherCase others={others} titles={titles} wanted={wanted} type={setWanted} take={take} />
      ) : (
        <button type="button" onClick={() => setChoosing(true)}>
          {say('other_case')}
        </button>
      )}
    </div>
  );
}

interface OtherCaseProps {
  readonly others: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  readonly wanted: string;
  readonly type: (typed: string) => void;
  readonly take: (number: string) => void;
}

function OtherCase({ others, titles, wanted, type, take }: OtherCaseProps) {
  const say = useWords(dockSheetTexts);
  const id = useId();
  return (
    <div className="other-case">
      {others.map((one) => (
        <button key={one} type="button" onClick={() => take(one)}>
          <b>{one}</b> <span>{titles.get(one)}</span>
        </button>
      ))}
      <div className="by-hand">
        <label htmlFor={id}>{say('case_number')}</label>
        <input id={id} value={wanted} maxLength={200} onChange={({ target }) => type(target.value)} />
        <Waiting why={wanted.trim() === '' ? say('wait_case') : null} onClick={() => take(wanted.trim())}>
          {say('file_it')}
        </Waiting>
      </div>
    </div>
  );
}
