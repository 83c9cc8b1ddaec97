import { setLink, whenBack } from './link-state.ts';

/** Loads a part of the console. A station that is gone is waited for; one that answers and has no such part is an error. */
export async function patient<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
    if (answer !== null) throw error;
    setLink({ gone: true });
    await whenBack();
    return await patient(load);
  }
}
