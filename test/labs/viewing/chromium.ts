import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Real Chromium with a profile of its own, until `end`. */
export interface Chromium {
  readonly process: ChildProcess;
  /** Rejects where it ends by itself, or is not there. */
  readonly gone: Promise<never>;
  end(): Promise<void>;
}

/** @param more further arguments, the address to open among them */
export function startChromium(...more: readonly string[]): Chromium {
  const profile = mkdtempSync(join(tmpdir(), 'docket-chromium-'));
  const browser = spawn(
    'chromium',
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--mute-audio', '--no-first-run'],
      ...['--disable-background-networking', '--disable-dev-shm-usage', `--user-data-dir=${profile}`],
      ...more,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const gone = new Promise<never>((_, reject) => {
    browser.on('error', reject);
    browser.on('exit', (code) => reject(new Error(`chromium ended with ${code}`)));
  });
  // Nobody may be waiting for it when it is ended on purpose.
  gone.catch(() => undefined);
  browser.stderr.resume();
  const end = async (): Promise<void> => {
    await ended(browser);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { process: browser, gone, end };
}

/** All its processes: they are a group of their own. */
async function ended(browser: ChildProcess): Promise<void> {
  const { pid, exitCode } = browser;
  if (pid === undefined || exitCode !== null) return;
  const gone = new Promise<void>((done) => browser.once('exit', () => done()));
  process.kill(-pid, 'SIGKILL');
  await gone;
}
