import { type Command, Option } from 'commander';
import { requestKinds } from '../custody/entry-kinds.ts';
import { say } from '../texts/say.ts';
import { said } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner, signable } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { instantOf, noteOf, OptionReader, oneOf, wordsOf } from './values.ts';

interface SubmitOptions extends CommonOptions {
  readonly kind: string;
  readonly until: string;
  readonly why: string;
  readonly for?: string;
  readonly recipient?: string;
  readonly emergency?: boolean;
}

const mostRecipient = 200;

export function requestSubmitCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'submit', say(language, 'cli.request.submit')))
    .argument('<EVIDENCE...>', say(language, 'cli.request.evidence_operand'))
    .addOption(new Option('--kind <KIND>', say(language, 'cli.request.kind')).makeOptionMandatory())
    .addOption(new Option('--until <T>', say(language, 'cli.request.until')).makeOptionMandatory())
    .addOption(new Option('--why <TEXT>', say(language, 'cli.request.why')).makeOptionMandatory())
    .addOption(new Option('--for <ACCOUNT>', say(language, 'cli.request.for')))
    .addOption(new Option('--recipient <TEXT>', say(language, 'cli.request.recipient')))
    .addOption(new Option('--emergency', say(language, 'cli.request.emergency')));
  return run<SubmitOptions>(command, async (evidence, options) => {
    const read = new OptionReader(language, 'request submit');
    const args = {
      kind: oneOf(read.given('--kind', options.kind), requestKinds),
      evidence: [...evidence],
      for: options.for ?? null,
      until: instantOf(read.given('--until', options.until)).toString(),
      why: noteOf(read.given('--why', options.why)),
      recipient: read.optional('--recipient', options.recipient, (given) => wordsOf(given, mostRecipient)),
      emergency: options.emergency === true,
    };
    const answer = await order(cli, options, { order: 'submitRequest', args });
    const request = said(answer, 'request') ?? '–';
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.request.submitted', { request }) };
  });
}
