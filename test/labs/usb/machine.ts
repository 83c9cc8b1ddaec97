import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGuest, type GuestImage } from './build-guest.ts';
import { cardsFolder, LabError, run, surroundings } from './host.ts';
import { projectArchive } from './project.ts';
import { Qmp } from './qmp.ts';

export interface BootOptions {
  /** A folder of this machine that the guest's `/data` begins with. */
  readonly data?: string;
  readonly memoryMebibytes?: number;
  /** Seconds that the kernel lets a plugged disk settle before it looks at it; a stock kernel takes 1. */
  readonly storageDelaySeconds?: number;
  /** More folders of this machine for the guest, read-only, by 9p mount tag. */
  readonly share?: Readonly<Record<string, string>>;
}

const root = { driver: 'qemu-xhci', id: 'xhci', p2: 12, p3: 12 };

/** One running QEMU with its folder. It dies with the process that started it, however that one ends. */
export class Machine {
  readonly folder: string;
  readonly qmp: Qmp;
  /** Where the agent is reached on this machine. */
  readonly port: number;
  readonly #process: ChildProcess;

  private constructor(folder: string, qmp: Qmp, port: number, child: ChildProcess) {
    this.folder = folder;
    this.qmp = qmp;
    this.port = port;
    this.#process = child;
  }

  static async start(options: BootOptions): Promise<Machine> {
    const image = await buildGuest();
    await mkdir(cardsFolder, { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'docket-lab-'));
    await makeDataDisk(join(folder, 'data.img'), options.data);
    const initramfs = join(folder, 'initramfs.cpio');
    await copyFile(image.initramfs, initramfs);
    await appendFile(initramfs, await projectArchive());
    // `setpriv` has the kernel kill QEMU when the test's process dies, even by SIGKILL.
    const args = [
      '--pdeathsig',
      'KILL',
      'qemu-system-x86_64',
      ...qemuArguments({ ...image, initramfs }, folder, options),
    ];
    const child = spawn('setpriv', args, { env: surroundings, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
    child.on('error', (error) => {
      complaints += String(error);
    });
    try {
      const qmp = await Qmp.connect(join(folder, 'qmp.sock'), ended);
      // QEMU has it in the guest's memory by now; a test that is killed leaves no 200 MB behind.
      await rm(initramfs);
      return new Machine(folder, qmp, await forwardedPort(qmp), child);
    } catch (error) {
      child.kill('SIGKILL');
      throw new LabError(`QEMU did not start: ${complaints.trim()}`, { cause: error });
    }
  }

  get ended(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** What the guest's kernel and first process said. */
  console(): string {
    const log = join(this.folder, 'console.log');
    return existsSync(log) ? readFileSync(log, 'latin1') : '';
  }

  /** Ends it as a power cut does: nothing in the guest hears of it. Files on a data disk stay as they are. */
  async cutPower(): Promise<void> {
    const exit = new Promise((resolve) => this.#process.once('exit', resolve));
    if (!this.ended) {
      this.#process.kill('SIGKILL');
      await exit;
    }
    this.qmp.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** An empty ext4 disk for the guest's `/data`, where chattr and O_DIRECT work as on a station's own disk. */
async function makeDataDisk(path: string, begin: string | undefined): Promise<void> {
  await writeFile(path, '', { flag: 'wx' });
  await truncate(path, 4 * 1024 ** 3);
  const filled = begin === undefined ? [] : ['-d', begin];
  await run('mke2fs', ['-q', '-F', '-t', 'ext4', '-E', 'root_owner=0:0', ...filled, path]);
}

/** QEMU takes any free port by itself, so that two guests never want the same one. */
async function forwardedPort(qmp: Qmp): Promise<number> {
  const table = await qmp.execute('human-monitor-command', { 'command-line': 'info usernet' });
  const port = /HOST_FORWARD\]\s+\S+\s+127\.0\.0\.1\s+(\d+)/.exec(String(table))?.[1];
  if (port === undefined) throw new LabError(`QEMU forwards no port to the agent: ${String(table)}`);
  return Number(port);
}

function qemuArguments(image: GuestImage, folder: string, options: BootOptions): readonly string[] {
  const { memoryMebibytes = 1536, storageDelaySeconds = 0, share = {} } = options;
  const kernelLine =
    'console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off nokaslr random.trust_cpu=on rdinit=/init net.ifnames=0 ' +
    // As a rule of udev's sets it where systemd runs: a card taken out of its reader is noticed within 2 s.
    'block.events_dfl_poll_msecs=2000 ' +
    `usb-storage.delay_use=${storageDelaySeconds}`;
  const shared = { ...share, cards: cardsFolder };
  return [
    ...['-accel', 'tcg,thread=multi', '-cpu', 'Nehalem', '-smp', '2', '-m', String(memoryMebibytes)],
    ...['-M', 'q35', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...['-kernel', image.kernel, '-initrd', image.initramfs, '-append', kernelLine],
    ...['-chardev', `file,id=console,path=${folder}/console.log`, '-serial', 'chardev:console'],
    ...['-qmp', `unix:${folder}/qmp.sock,server=on,wait=off`, '-device', 'virtio-rng-pci'],
    ...['-netdev', 'user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:0-:8099'],
    ...['-device', 'virtio-net-pci,netdev=net,romfile=', '-device', JSON.stringify(root)],
    ...Object.entries(shared).flatMap(([tag, path]) => [
      '-virtfs',
      `local,path=${path.replaceAll(',', ',,')},mount_tag=${tag},security_model=none,readonly=on`,
    ]),
    ...[
      '-blockdev',
      JSON.stringify(dataNode(join(folder, 'data.img'))),
      '-device',
      'virtio-blk-pci,drive=data',
    ],
  ];
}

/** This machine's own disk need not flush for it: nothing in the lab outlives a power cut. */
function dataNode(filename: string): object {
  const cache = { 'no-flush': true };
  return { driver: 'raw', 'node-name': 'data', cache, file: { driver: 'file', filename, cache } };
}
