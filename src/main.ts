import { runCli } from './cli/run.ts';
import { languageOf } from './texts/say.ts';

const code = await runCli(
  process.argv.slice(2),
  {
    language: languageOf(process.env),
    env: process.env,
    workingFolder: process.cwd(),
    drawable: process.stderr.isTTY === true,
    note: (line) => process.stderr.write(`${line}\n`),
  },
  { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
);

// A read that hangs on a dead card keeps a pool thread, and with it the end of the process, waiting for ever. By now
// everything is committed and closed; what was printed must still get out.
process.exitCode = code;
setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5_000).unref();
