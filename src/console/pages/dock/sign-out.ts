import { asked, signedOut } from '../../data/ask-station.ts';

let underWay: Promise<unknown> = Promise.resolve();

/** Ends the sign-in of whoever stood here. */
export function signOut(): void {
  underWay = asked('signOut', {}).catch(() => undefined);
  signedOut();
}

/** The next sign-in waits for it: overtaken, the end of the one before would end it too. */
export async function signOutOver(): Promise<void> {
  await underWay;
}
