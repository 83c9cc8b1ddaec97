import { type Command, Option } from 'commander';
import { isBusPath, isPortName, namedPorts } from '../dock/usb/ports.ts';
import { readUsb, type UsbDevice } from '../dock/usb/sysfs.ts';
import { plugOf } from '../dock/usb/volumes.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, type Given, OptionReader, wrongValue } from './values.ts';

interface LearnOptions extends CommonOptions {
  readonly from?: string;
  readonly count?: string;
  readonly seconds?: string;
}

const mostPorts = 100;
const lookMs = 250;

/** The numbers painted on the dock, and the places on the bus that they stand for. */
export const portsCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'ports', say(cli.language, 'cli.ports'), [
      listCommand(cli, run),
      nameCommand(cli, run),
      learnCommand(cli, run),
    ]);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'list', say(language, 'cli.ports.list')), (_operands, options) =>
    reading(cli, options, async ({ db }) => {
      const named = namedPorts(db);
      const devices = (await readUsb()) ?? [];
      const plugged = ({ path }: { path: string }): UsbDevice | null =>
        devices.find((device) => device.path === path) ?? null;
      const unnamed = devices.filter(
        ({ path, disks }) => disks.length > 0 && !named.some((one) => one.path === path),
      );
      const all = [...named, ...unnamed.map(({ path }) => ({ path, port: null }))];
      const ports = all.map((one) => ({ path: one.path, port: one.port, device: deviceJson(plugged(one)) }));
      const title = (name: 'port' | 'path' | 'device') => ({ title: say(language, `cli.ports.col.${name}`) });
      const rows = ports.map(({ path, port, device }) => [
        port ?? '–',
        path,
        device?.product ?? device?.usbId ?? '–',
      ]);
      const text =
        rows.length === 0
          ? say(language, 'cli.ports.none')
          : table([title('port'), title('path'), title('device')], rows);
      return { exit: exitCodes.done, json: { ports }, text };
    }),
  );
}

function deviceJson(device: UsbDevice | null) {
  if (device === null) return null;
  const { id, serial, product } = device;
  return { usbId: id, serial, product };
}

function nameCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'name', say(language, 'cli.ports.name'))
    .argument('<PATH>', say(language, 'cli.ports.path'))
    .argument('<PORT>', say(language, 'cli.ports.port'));
  return run<CommonOptions>(command, async ([path = '', port = ''], options) => {
    const read = new OptionReader(language, 'ports name');
    if (!isBusPath(path)) throw wrongValue(read.given('PATH', path), say(language, 'cli.allowed.bus_path'));
    if (!isPortName(port)) throw wrongValue(read.given('PORT', port), say(language, 'cli.allowed.port'));
    const answer = await order(cli, options, { order: 'namePort', args: { path, port } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.ports.named', { path, port }) };
  });
}

/** One recorder through the ports in order: whatever is plugged in next is at the next port. */
function learnCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'learn', say(language, 'cli.ports.learn'))
    .addOption(new Option('--from <N>', say(language, 'cli.ports.from')))
    .addOption(new Option('--count <N>', say(language, 'cli.ports.count')))
    .addOption(new Option('--seconds <N>', say(language, 'cli.ports.seconds')));
  return run<LearnOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'ports learn');
    const within =
      (most: number) =>
      (given: Given): number =>
        countOf(given, 1, most);
    const from = read.optional('--from', options.from, within(mostPorts)) ?? 1;
    const count = read.optional('--count', options.count, within(mostPorts)) ?? mostPorts;
    const seconds = read.optional('--seconds', options.seconds, within(3_600)) ?? 60;
    const learnt: { path: string; port: string }[] = [];
    const known = new Set((await busNow()).keys());
    for (let number = from; number < from + count; number++) {
      cli.note(say(language, 'cli.ports.plug', { port: number, seconds }));
      const path = await nextPlug(known, learnt, seconds);
      if (path === null) break;
      const args = { path, port: String(number) };
      await order(cli, options, { order: 'namePort', args });
      cli.note(say(language, 'cli.ports.named', args));
      learnt.push(args);
    }
    const text = say(language, 'cli.ports.learnt', { count: learnt.length });
    return { exit: exitCodes.done, json: { learnt }, text };
  });
}

/** Every plug on the bus with its place. */
async function busNow(): Promise<ReadonlyMap<string, string>> {
  return new Map(((await readUsb()) ?? []).map((device) => [plugOf(device), device.path]));
}

/** The place of the next device that is plugged in at a place not learnt yet; null where none comes in time. */
async function nextPlug(
  known: Set<string>,
  learnt: readonly { readonly path: string }[],
  seconds: number,
): Promise<string | null> {
  const late = Temporal.Now.instant().add({ seconds });
  while (Temporal.Instant.compare(Temporal.Now.instant(), late) < 0) {
    for (const [plug, path] of await busNow()) {
      if (known.has(plug)) continue;
      known.add(plug);
      if (!learnt.some((one) => one.path === path)) return path;
    }
    await new Promise((later) => setTimeout(later, lookMs));
  }
  return null;
}
