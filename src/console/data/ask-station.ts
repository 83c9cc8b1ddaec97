import { type Answer, type Asking, ask, type OperationName, ProblemError } from '../../api/client/client.ts';
import { setLink } from './link-state.ts';
import { isSomebodyThere } from './presence.ts';
import { type Problem, problemIn } from './problem.ts';

/** The station could not be reached, or what came was no answer of it. */
export class GoneError extends Error {
  constructor(cause: unknown) {
    super('the station does not answer', { cause });
    this.name = 'GoneError';
  }
}

/** Whoever asked is not signed in any more, and somebody else is: nothing was sent in their name. */
export class LeftError extends Error {}

/** Their sign-in has ended; so it has where another window of this browser has signed in meanwhile. */
const ended: readonly string[] = ['api.signed_out', 'api.csrf'];

const headers: Record<string, string> = {};
let signedInBefore = false;
let again: PromiseWithResolver | null = null;

interface PromiseWithResolver {
  readonly promise: Promise<boolean>;
  readonly resolve: (sameAccount: boolean) => void;
}

/** With what every call goes out: the language, and the token that changes need. */
export function speak(language: string): void {
  headers['accept-language'] = language;
}

export function signedInWith(csrf: string | null): void {
  signedInBefore = true;
  if (csrf === null) delete headers['x-csrf-token'];
  else headers['x-csrf-token'] = csrf;
  setLink({ expired: false });
}

export function signedOut(): void {
  signedInBefore = false;
  delete headers['x-csrf-token'];
}

/** Calls that wait since the sign-in has ended go on, or are given up. */
export function signedInAgain(sameAccount: boolean): void {
  setLink({ expired: false });
  again?.resolve(sameAccount);
  again = null;
}

/**
 * Asks the station. A call that meets an ended sign-in waits until the same person has signed in once more and is then
 * made again, so that nothing that was typed is lost. Errors: `ProblemError`, `GoneError`, `LeftError`.
 */
export async function askStation<N extends OperationName>(name: N, asking: Asking<N>): Promise<Answer<N>> {
  try {
    return await asked(name, asking);
  } catch (error) {
    if (!signedInBefore || !ended.includes(problemOf(error)?.code ?? '')) throw error;
    if (!(await waitedForSignIn())) throw new LeftError('somebody else is signed in');
    return await asked(name, asking);
  }
}

/** As it is, for the sign-in itself. */
export async function asked<N extends OperationName>(name: N, asking: Asking<N>): Promise<Answer<N>> {
  try {
    const answer = await ask({ base: '', headers: spoken }, name, asking);
    setLink({ gone: false });
    return answer;
  } catch (error) {
    if (error instanceof ProblemError) {
      setLink({ gone: false });
      throw error;
    }
    setLink({ gone: true });
    throw new GoneError(error);
  }
}

/** A page left open asks on and on: that must not keep a sign-in alive which nobody sits before. */
function spoken(): Readonly<Record<string, string>> {
  return isSomebodyThere() ? headers : { ...headers, 'x-docket-by': 'page' };
}

async function waitedForSignIn(): Promise<boolean> {
  setLink({ expired: true });
  again ??= waiting();
  return await again.promise;
}

function waiting(): PromiseWithResolver {
  let resolve: PromiseWithResolver['resolve'] = () => undefined;
  const promise = new Promise<boolean>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** What was asked does not fit how things stand by now: somebody else was quicker. */
export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 409 || error.status === 412);
}

export function problemOf(error: unknown): Problem | null {
  return error instanceof ProblemError ? problemIn(error.problem) : null;
}
