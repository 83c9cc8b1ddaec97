import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is so; throws where it is not so after a time far longer than it ever takes. */
export async function until(what: string, so: () => boolean | Promise<boolean>, patienceMs = 60_000) {
  const end = performance.now() + patienceMs;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await wait(5);
  }
}
