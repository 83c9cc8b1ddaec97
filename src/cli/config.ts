import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigError, type ConfigFinding, loadConfig } from '../config.ts';
import { say, sayProblem } from '../texts/say.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Outcome,
  type Runner,
} from './command.ts';
import { configHistoryCommand } from './config-history.ts';
import { configProposeCommand } from './config-propose.ts';
import { errorDocument } from './error-document.ts';
import { exitCodes } from './exit-codes.ts';
import { configFileFor, shipped } from './surroundings.ts';

export const configCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'config', say(cli.language, 'cli.config'), [
      checkCommand(cli, run),
      configHistoryCommand(cli, run),
      configProposeCommand(cli, run),
    ]);
  },
};

function checkCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'check', say(language, 'cli.config.check')).argument(
    '[FILE]',
    say(language, 'cli.config.file'),
  );
  return run(command, async ([given], options) => check(cli, given, options));
}

function check(cli: Cli, given: string | undefined, options: CommonOptions): Outcome {
  const { language, env, workingFolder } = cli;
  const file = given === undefined ? (configFileFor(cli, options) ?? shipped) : resolve(workingFolder, given);
  try {
    loadConfig(file, { dataOverride: options.data, env, workingFolder });
  } catch (error) {
    if (error instanceof ConfigError && error.findings.length > 0) return wrong(cli, file, error);
    throw error;
  }
  const json = { file, ok: true, findings: [] };
  return { exit: exitCodes.done, json, text: say(language, 'cli.config.sound', { file }) };
}

function wrong({ language }: Cli, file: string, error: ConfigError): Outcome {
  const findings = error.findings.map((one) => shown(language, one));
  const lines = findings.map(({ message, next }) => `  ${message}\n    ${next}`);
  const heading = say(language, 'cli.config.wrong', { file, count: findings.length });
  return {
    exit: exitCodes.configuration,
    json: { ...errorDocument(error, language), file, ok: false, findings },
    text: [heading, ...lines].join('\n'),
  };
}

function shown(language: Cli['language'], { code, key, line, found, allowed, params }: ConfigFinding) {
  const { says, next } = sayProblem(language, code, params);
  return { code, key, line, found, allowed, message: says, next };
}
