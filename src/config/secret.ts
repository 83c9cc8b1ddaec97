import { isMap, isScalar, type Pair } from 'yaml';

const secretWord =
  /pass(word|wd|phrase|code)?$|secret|token|credential|private[-_]?key|api[-_]?key|access[-_]?key|口令|密码|密钥/i;

/** Whether a setting of this name would hold a secret: the file is copied, mailed and kept in backups. */
export function looksSecret(name: string): boolean {
  return secretWord.test(name);
}

/** Secret-looking keys inside a section that is not known itself, with their paths below it. */
export function* secretsWithin(node: unknown): Generator<{ path: string; key: Pair['key'] }> {
  if (!isMap(node)) return;
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    if (looksSecret(name)) yield { path: name, key: pair.key };
    else
      for (const inner of secretsWithin(pair.value)) yield { path: `${name}.${inner.path}`, key: inner.key };
  }
}
