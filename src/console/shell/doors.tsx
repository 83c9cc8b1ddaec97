import { useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { signedInAgain, signedInWith } from '../data/ask-station.ts';
import { useLink } from '../data/link-state.ts';
import { type SignedIn, useSession, WhoContext } from '../data/session.ts';
import { SignInPage } from '../pages/sign-in/page.tsx';
import { SignInWindow } from '../pages/sign-in/window.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useComeBack } from './come-back.ts';
import { Frame } from './frame.tsx';

/** Nobody signed in: the entrance. Somebody: the pages, and over them the entrance again once their sign-in has ended. */
export function Doors() {
  const { data: who, isPending, error, refetch } = useSession();
  const { expired } = useLink();
  const queries = useQueryClient();
  useComeBack();
  const enter = (next: SignedIn): void => {
    signedInWith(next.csrf);
    if (who !== null && who !== undefined && who.account !== next.account) queries.clear();
    queries.setQueryData(['signedIn'], next);
    signedInAgain(who?.account === next.account);
  };
  if (isPending) return <Skeleton style={{ padding: 40 }} />;
  if (who === undefined) return <ProblemNote error={error} again={() => void refetch()} />;
  if (who === null || who.pending !== null) return <SignInPage who={who} onEnter={enter} />;
  return (
    <WhoContext value={who}>
      <Frame key={who.account} />
      {expired ? <SignInWindow account={who.name ?? who.account} onEnter={enter} /> : null}
    </WhoContext>
  );
}
