// Makes the guest's kernel and first file system out of Debian packages, once: node test/labs/usb/build-guest.ts

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Archive } from './archive.ts';
import { cacheFolder, LabError, needPrograms, run } from './host.ts';

export interface GuestImage {
  /** The kernel as ELF: the emulated processor would need 9 s to unpack Debian's own. */
  readonly kernel: string;
  readonly initramfs: string;
}

/** Everything that runs in the guest, but for Node and the checkout. The libraries are those of the same release. */
const packages = [
  ...['bash', 'busybox-static', 'e2fsprogs', 'kmod', 'mount', 'ntfs-3g', 'strace', 'udev', 'util-linux'],
  ...['libacl1', 'libatomic1', 'libblkid1', 'libc6', 'libcap2', 'libcom-err2', 'libcrypt1', 'libext2fs2'],
  ...[
    'libgcc-s1',
    'libkmod2',
    'liblzma5',
    'libmount1',
    'libntfs-3g89',
    'libpcre2-8-0',
    'libselinux1',
    'libsmartcols1',
  ],
  ...['libssl3', 'libstdc++6', 'libtinfo6', 'libudev1', 'libunwind8', 'libuuid1', 'libzstd1', 'zlib1g'],
];

/** With all that they depend on. */
const modules = [
  ...['virtio_pci', 'virtio_blk', 'virtio_net', 'virtio_rng', '9p', '9pnet_virtio', 'loop', 'crc32c_generic'],
  ...['xhci_pci', 'usb_storage', 'uas', 'sd_mod', 'sg', 'usbhid', 'hid_generic', 'cdc_ether', 'rndis_host'],
  ...['dummy_hcd', 'libcomposite', 'usb_f_mass_storage', 'usb_f_ss_lb'],
  ...['vfat', 'exfat', 'ext4', 'fuse'],
  ...['nls_ascii', 'nls_cp437', 'nls_cp850', 'nls_cp936', 'nls_iso8859-1', 'nls_utf8'],
];

/** Makes the guest where it is missing. Two callers at once wait for each other. */
export async function buildGuest(): Promise<GuestImage> {
  needPrograms();
  const folder = join(cacheFolder, `guest-${await fingerprint()}`);
  const image = { kernel: join(folder, 'vmlinux'), initramfs: join(folder, 'initramfs.cpio') };
  if (existsSync(folder)) return image;
  await mkdir(cacheFolder, { recursive: true });
  process.stderr.write('USB lab: making the guest, which takes about a minute and is done once …\n');
  // `flock` lets go when its holder dies, so that a killed build stops nobody.
  const again = [process.execPath, fileURLToPath(import.meta.url), '--locked'];
  await run('flock', [join(cacheFolder, 'guest.lock'), ...again]);
  if (!existsSync(folder)) throw new LabError(`building the guest left no ${folder}`);
  return image;
}

async function fingerprint(): Promise<string> {
  const sources = ['build-guest.ts', 'archive.ts', 'init.sh'].map((name) => new URL(name, import.meta.url));
  const hash = createHash('sha256').update(await readFile('/etc/os-release'));
  for (const source of sources) hash.update(await readFile(source));
  return hash.digest('hex').slice(0, 16);
}

async function buildHoldingTheLock(): Promise<void> {
  const folder = join(cacheFolder, `guest-${await fingerprint()}`);
  if (existsSync(folder)) return;
  // Half-made ones, and those of an earlier version of the lab.
  for (const name of await readdir(cacheFolder))
    if (/^(building|guest)-/.test(name)) await rm(join(cacheFolder, name), { recursive: true, force: true });
  const work = await mkdtemp(join(cacheFolder, 'building-'));
  try {
    await build(work, join(work, 'done'));
    await rename(join(work, 'done'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function build(work: string, into: string): Promise<void> {
  const downloads = join(work, 'downloads');
  await mkdir(downloads, { recursive: true });
  const kernelPackage = await download(downloads);
  const root = join(work, 'root');
  const unpacked = join(work, 'kernel');
  const debs = (await readdir(downloads)).filter((name) => name.endsWith('.deb'));
  for (const deb of debs)
    await run('dpkg-deb', [
      '--extract',
      join(downloads, deb),
      deb.startsWith(`${kernelPackage}_`) ? unpacked : root,
    ]);
  await slim(root);
  await linkBusybox(root);
  const [release] = await readdir(join(unpacked, 'lib/modules'));
  if (release === undefined) throw new LabError(`${kernelPackage} has no modules`);
  await copyModules(root, unpacked, release);
  await writeSettings(root);
  await mkdir(into);
  await writeFile(join(into, 'vmlinux'), await elfKernel(join(unpacked, 'boot', `vmlinuz-${release}`), work));
  const archive = new Archive();
  archive.addTree(root, '');
  await writeFile(join(into, 'initramfs.cpio'), archive.end());
  await writeFile(join(into, 'packages.txt'), `${debs.sort().join('\n')}\n`);
}

/** The stock kernel; the one for clouds has no USB. */
async function newestKernel(): Promise<string> {
  const depends = await run('apt-cache', ['depends', 'linux-image-amd64']);
  const name = /Depends: (linux-image-\d\S*-amd64)/.exec(depends)?.[1];
  if (name === undefined) throw new LabError(`apt-cache knows no kernel: ${JSON.stringify(depends)}`);
  return name;
}

/** Downloads all packages; the kernel's name. */
async function download(folder: string): Promise<string> {
  const fetch = async (): Promise<string> => {
    const kernel = await newestKernel();
    await run('apt-get', ['-qq', 'download', kernel, ...packages], folder);
    return kernel;
  };
  // A clean machine has no lists of packages, and old lists name versions that are gone from the mirror.
  return fetch().catch(async (first: unknown) => {
    await updateLists(first);
    return fetch();
  });
}

async function updateLists(why: unknown): Promise<void> {
  const update = ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'update'];
  const updating =
    process.getuid?.() === 0 ? run('apt-get', update) : run('sudo', ['-n', 'apt-get', ...update]);
  await updating.catch(() => {
    throw new LabError(`packages for the guest could not be downloaded: ${String(why)}`, { cause: why });
  });
}

/** Manuals, translations and the hardware database are most of what the packages bring. */
async function slim(root: string): Promise<void> {
  for (const folder of ['usr/share', 'lib/udev/hwdb.d', 'usr/lib/x86_64-linux-gnu/gconv', 'usr/lib/locale'])
    await rm(join(root, folder), { recursive: true, force: true });
}

/** Busybox fills in for every program that no real package brought. */
async function linkBusybox(root: string): Promise<void> {
  const busybox = join(root, 'bin/busybox');
  const names = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n');
  const folders = ['bin', 'sbin', 'usr/bin', 'usr/sbin'];
  for (const name of names) {
    if (!folders.some((folder) => existsSync(join(root, folder, name))))
      await symlink('/bin/busybox', join(root, 'bin', name));
  }
  await symlink('/bin/busybox', join(root, 'usr/bin/env'));
}

async function copyModules(root: string, unpacked: string, release: string): Promise<void> {
  const kmod = (name: string, args: readonly string[]): string => runKmod(root, name, args);
  kmod('depmod', ['-b', unpacked, release]);
  const lines = modules.flatMap((name) =>
    kmod('modprobe', ['-d', unpacked, '-S', release, '--show-depends', name]).split('\n'),
  );
  const paths = lines.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []);
  const order = ['modules.order', 'modules.builtin', 'modules.builtin.modinfo'];
  const files = [...paths, ...order.map((name) => join(unpacked, 'lib/modules', release, name))];
  for (const path of new Set(files)) {
    const copy = join(root, path.slice(unpacked.length));
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(path, copy);
  }
  kmod('depmod', ['-b', root, release]);
}

/** kmod out of the packages, with their libraries: one program with many names. */
function runKmod(root: string, name: string, args: readonly string[]): string {
  const libraries = `${join(root, 'usr/lib/x86_64-linux-gnu')}:${join(root, 'lib/x86_64-linux-gnu')}`;
  const env = { LD_LIBRARY_PATH: libraries };
  const outcome = spawnSync(join(root, 'bin/kmod'), args, { argv0: name, encoding: 'utf8', env });
  if (outcome.status !== 0) throw new LabError(`${name} ${args.join(' ')} failed: ${outcome.stderr}`);
  return outcome.stdout;
}

async function writeSettings(root: string): Promise<void> {
  for (const folder of [
    'etc',
    'proc',
    'sys',
    'dev',
    'run',
    'tmp',
    'root',
    'docket',
    'cards',
    'data',
    'media',
  ])
    await mkdir(join(root, folder), { recursive: true });
  await mkdir(join(root, 'usr/local/bin'), { recursive: true });
  const groups = ['root', 'tty', 'disk', 'lp', 'kmem', 'dialout', 'cdrom', 'tape', 'audio', 'video', 'input'];
  const group = groups.map((name, number) => `${name}:x:${number}:\n`).join('');
  await writeFile(join(root, 'etc/group'), group);
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  await writeFile(join(root, 'etc/hostname'), 'docket-lab\n');
  await writeFile(join(root, 'etc/hosts'), '127.0.0.1 localhost\n');
  await copyFile(new URL('init.sh', import.meta.url), join(root, 'init'));
  await chmod(join(root, 'init'), 0o755);
}

/** Cuts the ELF kernel out of Debian's compressed one, which QEMU then starts directly (PVH). */
async function elfKernel(compressed: string, work: string): Promise<Buffer> {
  const bytes = await readFile(compressed);
  const start = bytes.indexOf(Buffer.from('\xfd7zXZ\0', 'latin1'));
  if (start < 0) throw new LabError(`${compressed} is not compressed with xz`);
  const payload = join(work, 'vmlinux.xz');
  await writeFile(payload, bytes.subarray(start));
  await run('xz', ['--decompress', '--single-stream', payload]);
  const elf = await readFile(join(work, 'vmlinux'));
  if (!elf.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1')))
    throw new LabError(`${compressed} does not hold an ELF kernel`);
  return elf;
}

if (import.meta.main) {
  const asked = process.argv[2] === '--locked' ? buildHoldingTheLock() : buildGuest().then(console.log);
  await asked.catch((error: unknown) => {
    console.error(error instanceof LabError ? error.message : error);
    process.exitCode = 1;
  });
}
