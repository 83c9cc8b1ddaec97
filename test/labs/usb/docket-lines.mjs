// Runs in the guest: several command lines of the program in one Node, each as `scripts/docket` would run it.
import { runCli } from '../../../src/cli/run.ts';

const outcomes = [];
for (const args of JSON.parse(process.argv[2])) {
  let out = '';
  let err = '';
  const say = (text) => {
    err += text;
  };
  const cli = { language: 'en', env: process.env, workingFolder: '/root', drawable: false, note: say };
  const heard = (text) => {
    out += text;
  };
  outcomes.push({ exit: await runCli(args, cli, { out: heard, err: say }), out, err });
}
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
