import { resolve } from 'node:path';
import type { Command } from 'commander';
import { csvText } from '../station/sheets/sheet.ts';
import { templateWorkbook } from '../station/sheets/template-workbook.ts';
import { registers } from '../tagging/registers/all.ts';
import { registerNamed } from '../tagging/registers/enter.ts';
import { say } from '../texts/say.ts';
import type { Cli, CommonOptions, Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeNewFile } from './new-file.ts';
import { withRegister } from './register-operand.ts';

export function registerTemplateCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const command = withRegister(cli, 'template', say(language, 'cli.register.template')).argument(
    '<FILE>',
    say(language, 'cli.register.new_file'),
  );
  return run<CommonOptions>(command, async ([given = '', file = '']) => {
    const register = registers[registerNamed(given)];
    const path = resolve(workingFolder, file);
    const titles = register.fields.map(({ title }) => title[language]);
    const content = path.toLowerCase().endsWith('.csv')
      ? await csvText({ name: register.title[language], titles, rows: [] })
      : await templateWorkbook(register, language);
    await writeNewFile(path, content, 'FILE');
    const text = say(language, 'cli.register.written', { file: path });
    return { exit: exitCodes.done, json: { register: register.name, file: path, titles }, text };
  });
}
