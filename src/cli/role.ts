import { type Command, Option } from 'commander';
import { RoleBook } from '../access/accounts/role-book.ts';
import { AccessError } from '../access/error.ts';
import { say } from '../texts/say.ts';
import { grantWords, oneMore, roleWords, said } from './access-words.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Runner,
  signable,
} from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { OptionReader, wrongValue } from './values.ts';

interface AddOptions extends CommonOptions {
  readonly grant: readonly string[];
  readonly secondFactor?: boolean;
}

export const roleCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'role', say(cli.language, 'cli.role'), [
      listCommand(cli, run),
      showCommand(cli, run),
      addCommand(cli, run),
    ]);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'list', say(language, 'cli.role.list')), async (_operands, options) =>
    reading(cli, options, ({ db }) => {
      const roles = new RoleBook(db).all();
      const titles = ['role', 'title', 'second_factor', 'grants'] as const;
      const text = table(
        titles.map((title) => ({ title: say(language, `cli.role.col.${title}`) })),
        roles.map(({ name, grants, secondFactor }) => [
          name,
          roleWords(language, name),
          secondFactor ? '✓' : '–',
          String(Object.keys(grants).length),
        ]),
      );
      return { exit: exitCodes.done, json: { roles }, text };
    }),
  );
}

function showCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.role.show')).argument(
    '<ROLE>',
    say(language, 'cli.role.operand'),
  );
  return run(command, async ([name = ''], options) =>
    reading(cli, options, ({ db }) => {
      const role = new RoleBook(db).role(name);
      if (role === null) throw new AccessError('access.role_unknown', { found: name }, { field: 'ROLE' });
      const text = [
        `${name}  ${roleWords(language, name)}`,
        ...grantWords(role.grants).map((one) => `  ${one}`),
      ];
      return { exit: exitCodes.done, json: role, text: text.join('\n') };
    }),
  );
}

function addCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'add', say(language, 'cli.role.add')))
    .argument('<ROLE>', say(language, 'cli.role.operand'))
    .addOption(
      new Option('--grant <GRANT>', say(language, 'cli.role.grant')).argParser(oneMore).makeOptionMandatory(),
    )
    .addOption(new Option('--second-factor', say(language, 'cli.role.second_factor')));
  return run<AddOptions>(command, async ([role = ''], options) => {
    const read = new OptionReader(language, 'role add');
    const grants = Object.fromEntries(
      options.grant.map((text) => {
        const [permission = '', extent, more] = text.split('=');
        if (extent === undefined || more !== undefined)
          throw wrongValue(read.given('--grant', text), 'PERMISSION=own|units|all');
        return [permission, extent];
      }),
    );
    const args = { role, grants, secondFactor: options.secondFactor === true };
    const answer = await order(cli, options, { order: 'defineRole', args });
    const proposal = said(answer, 'proposal');
    const text =
      proposal === null
        ? say(language, 'cli.role.done', { role })
        : say(language, 'cli.account.proposed', { proposal });
    return { exit: exitCodes.done, json: answer, text };
  });
}
