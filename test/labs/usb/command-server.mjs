// Runs in the guest beside the agent: one command line of the program after another in one Node, each as
// `scripts/docket` would run it. Starting a Node for each would cost the emulated processor seconds every time.
import { runCli } from '../../../src/cli/run.ts';

const outcomeOf = async (args) => {
  let out = '';
  let err = '';
  const say = (text) => {
    err += text;
  };
  const cli = { language: 'en', env: process.env, workingFolder: '/root', drawable: false, note: say };
  const hear = (text) => {
    out += text;
  };
  const exit = await runCli(args, cli, { out: hear, err: say });
  return { exit, out, err };
};

let last = Promise.resolve();
process.on('message', ({ id, args }) => {
  last = last
    .then(() => outcomeOf(args))
    .catch((error) => ({ exit: -1, out: '', err: String(error?.stack ?? error) }))
    .then((outcome) => process.send({ id, outcome }));
});
