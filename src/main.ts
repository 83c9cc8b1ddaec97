import { askSecret } from './cli/ask-secret.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { leave, leaveOnDefect, tolerateClosedOutput } from './cli/leave.ts';
import { runCli } from './cli/run.ts';
import { languageOf } from './texts/say.ts';

tolerateClosedOutput();
leaveOnDefect(exitCodes.internal);
const code = await runCli(
  process.argv.slice(2),
  {
    language: languageOf(process.env),
    env: process.env,
    workingFolder: process.cwd(),
    drawable: process.stderr.isTTY === true,
    secret: askSecret,
    note: (line) => process.stderr.write(`${line}\n`),
  },
  { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
);
await leave(code);
