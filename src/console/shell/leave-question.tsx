import { LoseQuestion } from '../parts/lose-question.tsx';
import { stay, useLeaving } from './leaving.ts';

/** Before a page is left on which something is typed. */
export function LeaveQuestion() {
  const then = useLeaving();
  if (then === null) return null;
  const lose = (): void => {
    stay();
    then();
  };
  return <LoseQuestion onStay={stay} onLose={lose} />;
}
