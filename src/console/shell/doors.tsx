import { useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { askAnew } from '../data/ask-anew.ts';
import { signedInAgain, signedInWith } from '../data/ask-station.ts';
import { useLink } from '../data/link-state.ts';
import { type SignedIn, useSession, WhoContext } from '../data/session.ts';
import { isAnythingUnsent } from '../data/unsent.ts';
import { SignInPage } from '../pages/sign-in/page.tsx';
import { SignInWindow } from '../pages/sign-in/window.tsx';
import { DialogHost } from '../parts/dialog-host.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useComeBack } from './come-back.ts';
import { Frame } from './frame.tsx';
import { GoneBanner } from './gone-banner.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { OtherPerson } from './other-person.tsx';

/** Nobody signed in: the entrance. Somebody: the pages, and over them the entrance again once their sign-in has ended. */
export function Doors() {
  const { data: who, isPending, error, refetch } = useSession();
  const { expired } = useLink();
  const queries = useQueryClient();
  const [visit, setVisit] = useState(0);
  const [before, setBefore] = useState<SignedIn | null>(null);
  useComeBack();
  const anew = (): void => {
    setBefore(null);
    setVisit((one) => one + 1);
  };
  const enter = (next: SignedIn): void => {
    const same = who?.account === next.account;
    signedInWith(next.csrf);
    queries.setQueryData(['signedIn'], next);
    signedInAgain(same);
    if (same || who === null || who === undefined) return;
    void askAnew(queries);
    // What was typed by one is neither sent by another unseen, nor lost.
    if (isAnythingUnsent()) setBefore((first) => first ?? who);
    else anew();
  };
  if (isPending) return <Skeleton style={{ padding: 40 }} />;
  if (who === undefined) return <ProblemNote error={error} again={() => void refetch()} />;
  if (who === null || who.pending !== null) return <SignInPage who={who} onEnter={enter} />;
  return (
    <WhoContext value={who}>
      <DialogHost key={visit}>
        <Frame />
      </DialogHost>
      <GoneBanner />
      <LeaveQuestion />
      {before === null || before.account === who.account ? null : (
        <OtherPerson before={before} onKeep={() => setBefore(null)} onGiveUp={anew} />
      )}
      {expired ? <SignInWindow account={who.name ?? who.account} onEnter={enter} /> : null}
    </WhoContext>
  );
}
