import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Shows nothing of what is typed. */
const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

let lines: AsyncIterator<string> | null = null;

/**
 * Asks for something that nobody else is to read: at a terminal without showing it, else the next line of standard input.
 * Arguments and the environment are read by everybody on the machine (`ps`). Empty where there is none.
 */
export async function askSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true) {
    lines ??= createInterface({ input: stdin })[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    return done === true ? '' : value;
  }
  stderr.write(`${prompt} `);
  const terminal = createInterface({ input: stdin, output: silent, terminal: true });
  try {
    return await answered(terminal);
  } finally {
    terminal.close();
    stderr.write('\n');
  }
}

/** Ctrl-C and Ctrl-D give nothing. */
function answered(terminal: Interface): Promise<string> {
  return new Promise((done) => {
    terminal.once('close', () => done(''));
    terminal.once('SIGINT', () => terminal.close());
    terminal.question('', done);
  });
}
