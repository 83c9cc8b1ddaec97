import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Reads how many paths follow, then one path a line; answers the exit code of `chattr` on a line. */
const script = `trap '' INT TERM HUP
while IFS= read -r left; do
  set --
  while [ "$left" -gt 0 ]; do IFS= read -r path || exit 1; set -- "$@" "$path"; left=$((left - 1)); done
  chattr +i -- "$@" </dev/null >/dev/null 2>&1
  echo $?
done`;
const idleMs = 1_000;

/** What became of a question: `lost` is a shell that ended before it answered. */
type Answer = 'set' | 'refused' | 'lost';

/**
 * Sets immutable flags through a shell that starts `chattr` for this process, and ends a second after the last one.
 * Starting a program copies the page tables of a process: of this one with its threads that was a quarter of all CPU
 * time of 10,000 small recordings.
 */
class ChattrShell {
  #shell: ChildProcess | null = null;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  #idle: NodeJS.Timeout | null = null;

  flag(paths: readonly string[]): Promise<Answer> {
    const shell = this.#shell ?? this.#start();
    this.#hold(shell, true);
    return new Promise((done) => {
      this.#waiting.push(done);
      shell.stdin?.write(`${paths.length}\n${paths.join('\n')}\n`);
    });
  }

  #start(): ChildProcess {
    const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    const over = (): void => this.#over(shell);
    shell.on('error', over);
    shell.on('exit', over);
    // Written to as it ended: 'exit' tells those who wait.
    shell.stdin?.on('error', () => undefined);
    if (shell.stdout !== null) {
      createInterface({ input: shell.stdout }).on('line', (code) =>
        this.#answered(shell, code === '0' ? 'set' : 'refused'),
      );
    }
    this.#shell = shell;
    return shell;
  }

  #answered(shell: ChildProcess, answer: Answer): void {
    this.#waiting.shift()?.(answer);
    if (this.#waiting.length === 0) this.#hold(shell, false);
  }

  /** Only while somebody waits may the shell keep this process from ending. */
  #hold(shell: ChildProcess, hold: boolean): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = hold ? null : setTimeout(() => this.#end(shell), idleMs).unref();
    for (const one of [shell, shell.stdin, shell.stdout]) {
      if (one !== shell && !(one instanceof Socket)) continue;
      if (hold) one.ref();
      else one.unref();
    }
  }

  #end(shell: ChildProcess): void {
    this.#shell = null;
    shell.stdin?.end();
  }

  /** Killed or never started: what it has not answered is lost, and the next question starts a new one. */
  #over(shell: ChildProcess): void {
    if (this.#shell !== shell) return;
    this.#shell = null;
    for (const done of this.#waiting.splice(0)) done('lost');
  }
}

const inShell = new ChattrShell();

/** `chattr -i`, for a disposal: rare enough for a program of its own. False where there was no flag to be taken. */
export async function chattrOff(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    execFile('chattr', ['-i', '--', path], (error) => resolve(error === null));
  });
}

/** `chattr +i`: Node has no ioctl. A program that is missing counts as a flag that cannot be set. */
export async function chattr(paths: readonly string[]): Promise<boolean> {
  if (!paths.some((path) => path.includes('\n'))) {
    const answer = await inShell.flag(paths);
    // A shell may be killed for memory with the question in its pipe; setting a flag twice does no harm.
    return (answer === 'lost' ? await inShell.flag(paths) : answer) === 'set';
  }
  return await new Promise((resolve) => {
    execFile('chattr', ['+i', '--', ...paths], (error) => resolve(error === null));
  });
}
