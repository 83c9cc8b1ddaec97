import { setTimeout as wait } from 'node:timers/promises';
import { Option } from 'commander';
import type { Config } from '../config.ts';
import { DocketError } from '../errors.ts';
import { placesIn } from '../station/data-folder.ts';
import { type Check, failed, failedBy, ok } from '../station/doctor/check.ts';
import { machineChecks } from '../station/doctor/machine.ts';
import { roomChecks } from '../station/doctor/rooms.ts';
import { viewingChecks } from '../station/doctor/viewing.ts';
import { mirrorPlace } from '../station/mirror/mirror-settings.ts';
import { mainPlace } from '../station/vault-place.ts';
import { say } from '../texts/say.ts';
import { printable } from '../texts/text.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { liveState } from './daemon.ts';
import { displayWidth } from './display-width.ts';
import { exitCodes } from './exit-codes.ts';
import { configFileFor, configFor, shipped } from './surroundings.ts';

interface DoctorOptions extends CommonOptions {
  readonly vault?: boolean;
}

/** A daemon that is busy still answers at once: its orders are read on the main thread. */
const answerSeconds = 5;

export const doctorCommand: CommandFile = {
  build(cli, run) {
    const vault = new Option('--vault', say(cli.language, 'cli.doctor.vault'));
    const command = leaf(cli, 'doctor', say(cli.language, 'cli.doctor')).addOption(vault);
    return run<DoctorOptions>(command, async (_operands, options) => {
      const checks = [...(await machineChecks(cli.language)), ...(await stationChecks(cli, options))];
      const sound = checks.every(({ state }) => state !== 'failed');
      const exit = sound ? exitCodes.done : exitCodes.refused;
      return { exit, json: { ok: sound, checks }, text: textOf(cli, checks) };
    });
  },
};

async function stationChecks(cli: Cli, options: DoctorOptions): Promise<readonly Check[]> {
  const { language } = cli;
  let config: Config;
  try {
    config = configFor(cli, options);
  } catch (error) {
    if (error instanceof DocketError) return [failedBy('config', error, language)];
    throw error;
  }
  const file = configFileFor(cli, options) ?? shipped;
  return [
    ok('config', say(language, 'doctor.config', { file })),
    ...(await roomChecks(language, config)),
    ...(await viewingChecks(language, config)),
    ...(options.vault === true ? await vaultTrials(cli, config) : []),
    await daemonCheck(cli, placesIn(config.dataFolder, config.vault.folder).socket),
  ];
}

async function vaultTrials({ language, env, note }: Cli, config: Config): Promise<readonly Check[]> {
  const places = placesIn(config.dataFolder, config.vault.folder);
  const mirror = mirrorPlace(config);
  const all = [mainPlace(config, places), mirror];
  const stores = all.filter((place) => place?.kind === 's3').filter((place) => place !== null);
  if (stores.length === 0) return [ok('store', say(language, 'cli.doctor.vault_local'))];
  const { storeChecks } = await import('../station/doctor/store.ts');
  const onStep = (done: number, of: number): void => note(say(language, 'cli.doctor.trying', { done, of }));
  const checks: Check[] = [];
  for (const place of stores) {
    const found = await storeChecks(language, place, place === mirror ? null : places, env, onStep);
    // `store` and `store.…` are of the vault itself.
    checks.push(...found.map((one) => (place === mirror ? { ...one, check: `mirror.${one.check}` } : one)));
  }
  return checks;
}

async function daemonCheck(cli: Cli, socket: string): Promise<Check> {
  const { language } = cli;
  try {
    const silent = wait(answerSeconds * 1_000, 'silent' as const, { ref: false });
    const answer = await Promise.race([liveState(cli, socket), silent]);
    if (answer !== 'silent')
      return ok('daemon', say(language, answer === null ? 'doctor.daemon.none' : 'doctor.daemon'));
  } catch (error) {
    if (error instanceof DocketError) return failedBy('daemon', error, language);
    throw error;
  }
  const says = say(language, 'doctor.daemon.hangs', { seconds: answerSeconds });
  return failed('daemon', says, say(language, 'doctor.daemon.next'));
}

function textOf({ language }: Cli, checks: readonly Check[]): string {
  const states = checks.map(({ state }) => say(language, `cli.doctor.${state}`));
  const width = Math.max(...states.map(displayWidth));
  const lines = checks.flatMap(({ says, next }, i) => {
    const state = states[i] ?? '';
    const indent = ' '.repeat(width + 2);
    const first = `${state}${' '.repeat(width - displayWidth(state))}  ${printable(says)}`;
    return next === null ? [first] : [first, `${indent}→ ${printable(next)}`];
  });
  return [...lines, '', summary({ language }, checks)].join('\n');
}

function summary({ language }: Pick<Cli, 'language'>, checks: readonly Check[]): string {
  const count = (state: Check['state']): number => checks.filter((one) => one.state === state).length;
  const [failures, warnings] = [count('failed'), count('warning')];
  if (failures > 0) return say(language, 'cli.doctor.sum_failed', { failed: failures });
  if (warnings > 0) return say(language, 'cli.doctor.sum_warned', { warnings });
  return say(language, 'cli.doctor.sum_ok');
}
