import { ClockCircleOutlined, InboxOutlined, LogoutOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { asked, problemOf } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';
import { useWords } from '../../words/language.ts';
import { Coming } from './coming.tsx';
import { CourseCard } from './course-card.tsx';
import { draftsOf, forgetDrafts } from './drafts.ts';
import { signOut } from './sign-out.ts';
import { Trouble } from './trouble.tsx';
import { useCountdown } from './use-countdown.ts';
import { useDialog } from './use-dialog.ts';

interface SheetProps {
  readonly who: SignedIn;
  readonly onLeave: () => void;
  readonly onExpired: () => void;
}

/** What somebody has brought: its case, whether it is in time, when they were back. */
export function Sheet({ who, onLeave, onExpired }: SheetProps) {
  const say = useWords(dockSheetTexts);
  const queries = useQueryClient();
  const key = ['dockOwn', who.account];
  useState(() => draftsOf(who.account));
  // Once: an answer that comes late would end the sign-in of whoever stands here by then.
  const left = useRef(false);
  const leave = (then: () => void): void => {
    if (left.current) return;
    left.current = true;
    // What somebody has brought is nothing for the next who comes.
    queries.removeQueries({ queryKey: ['dockOwn'] });
    signOut();
    then();
  };
  const done = (): void => {
    forgetDrafts();
    leave(onLeave);
  };
  const expired = (): void => leave(onExpired);
  const { seconds } = useCountdown(who, expired);
  const dialog = useDialog<HTMLDivElement>(done);
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: async () => {
      try {
        return await asked('dockOwn', {});
      } catch (found) {
        if (problemOf(found)?.code === 'api.signed_out') expired();
        throw found;
      }
    },
    retry: false,
  });
  return (
    <div className="over">
      <div
        ref={dialog}
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby="sheet-title"
        tabIndex={-1}
      >
        <div className="over-head">
          <h2 id="sheet-title">{say('hello', { person: who.person ?? who.name ?? who.account })}</h2>
          <span className={seconds <= 15 ? 'countdown soon' : 'countdown'} role="timer">
            <ClockCircleOutlined aria-hidden="true" /> {say('ends_in', { seconds })}
          </span>
          <button type="button" className="main" onClick={done}>
            <LogoutOutlined aria-hidden="true" /> {say('sign_out')}
          </button>
        </div>
        {error === null ? null : <Trouble error={error} />}
        <Coming officer={who.officer} />
        {data?.sessions.length === 0 ? (
          <div className="none">
            <InboxOutlined aria-hidden="true" />
            <b>{say('none')}</b>
            <p>{say('none_next')}</p>
          </div>
        ) : null}
        <ul className="courses">
          {data?.sessions.map((one) => (
            <li key={one.session}>
              <CourseCard
                of={one}
                cases={data.cases}
                changed={() => void queries.invalidateQueries({ queryKey: key })}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
