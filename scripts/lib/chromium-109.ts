import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A build of Chromium 109 without a window, which this package carries within it. */
const carrier = '@sparticuz/chromium@109.0.6';

/** Brings it into a folder, once; npm checks what it was sent. Returns the program. */
export function chromium109(cache: string): string {
  const program = join(cache, 'chromium-109');
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bringing-'));
  try {
    execFileSync('npm', ['pack', carrier, '--silent', '--pack-destination', folder], { stdio: 'ignore' });
    execFileSync('sh', ['-c', 'tar xzf *.tgz package/bin/chromium.br'], { cwd: folder });
    const unpacked = join(folder, 'chromium');
    const content = brotliDecompressSync(readFileSync(join(folder, 'package/bin/chromium.br')));
    writeFileSync(unpacked, content, { mode: 0o755 });
    renameSync(unpacked, program);
    return program;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
