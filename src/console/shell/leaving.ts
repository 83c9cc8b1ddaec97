import { told } from '../data/told.ts';
import { isAnythingUnsent } from '../data/unsent.ts';

/** What happens once somebody gives up what they have typed; null: nothing is asked. */
const question = told<(() => void) | null>(null);

/** Goes at once where nothing would be lost; else it is asked first. */
export function leave(then: () => void): void {
  if (isAnythingUnsent()) question.set(then);
  else then();
}

export const useLeaving = question.use;

export function stay(): void {
  question.set(null);
}
