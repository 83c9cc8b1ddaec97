import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run console` puts the console. */
const folder = fileURLToPath(new URL('../../../dist/console/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** A part of the console, and how it can be sent. */
export interface Asset {
  readonly type: string;
  readonly path: string;
  /** Of the plain bytes; each way of sending them has its own. */
  readonly tag: string;
  /** The compressed forms that stand beside it. */
  readonly forms: readonly ('br' | 'gz')[];
}

export interface BuiltConsole {
  /** With holes for the nonce and for what the station says of itself. */
  readonly page: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

let standing: BuiltConsole | null = null;

/**
 * The console as it was built; null where it was not. Files are listed once: what is asked for is looked up in the list,
 * and no name from an address ever reaches the disk.
 */
export function builtConsole(): BuiltConsole | null {
  standing ??= listed();
  return standing;
}

function listed(): BuiltConsole | null {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const names = readdirSync(join(folder, 'assets'));
  const assets = names.flatMap((name): [string, Asset][] => {
    const type = types[name.slice(name.lastIndexOf('.') + 1)];
    return type === undefined ? [] : [[name, assetOf(name, type, names)]];
  });
  return { page: readFileSync(page, 'utf8'), assets: new Map(assets) };
}

function assetOf(name: string, type: string, names: readonly string[]): Asset {
  const path = join(folder, 'assets', name);
  return {
    type,
    path,
    tag: createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 27),
    forms: (['br', 'gz'] as const).filter((form) => names.includes(`${name}.${form}`)),
  };
}
