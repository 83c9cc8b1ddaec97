/** What ends by itself does so at once; what has not by now waits for a card. */
const graceMs = 200;

/**
 * Ends the process with this exit code, everything printed, whatever a card does. While a thread of the pool hangs in
 * a read, `process.exit()`, a worker's `terminate()` and the end of the event loop all wait for it, for ever with a dead
 * card. Everything is committed and closed by now, so the process then becomes one that only ends: the kernel drops
 * the other threads, and unlike after SIGKILL the exit code is the promised one.
 */
export async function leave(code: number): Promise<void> {
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exitCode = code;
  // Not referenced: it fires only where something keeps the process.
  setTimeout(() => end(code), graceMs).unref();
}

function end(code: number): void {
  try {
    process.execve?.('/bin/sh', ['sh', '-c', `exit ${code}`], {});
  } catch {
    // No shell here: the code is lost, the end is not.
  }
  process.kill(process.pid, 'SIGKILL');
}

/** Resolves when what was written has left the process; a reader that takes its time is waited for. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    stream.write('', () => done());
  });
}

/** A defect that nobody caught ends the process too: by itself Node would print it and then wait for the card. */
export function leaveOnDefect(code: number): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    flushed(process.stderr).then(
      () => end(code),
      () => end(code),
    );
  });
}

/** A reader that has gone away (`| head`) is no error of this program. */
export function tolerateClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
