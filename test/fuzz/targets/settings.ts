import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../src/config/check.ts';
import { DeviceProfile } from '../../../src/dock/profile.ts';
import { readShapedYaml } from '../../../src/shaped-yaml.ts';
import { type FuzzTarget, promised, textOf } from '../target.ts';

const defaults = readFileSync(fileURLToPath(new URL('../../../ingest.config.yaml', import.meta.url)));
const profile = readFileSync(fileURLToPath(new URL('../../../devices/marker-id-txt.yaml', import.meta.url)));

/** The two files that people write by hand: the configuration and a recorder's profile. */
export const settings: FuzzTarget = {
  name: 'settings',
  sources: ['/src/config/', '/src/shaped-yaml', '/src/shape.ts'],
  seeds: [defaults, profile, Buffer.from('version: 1\nhttp:\n  port: 8080\nvault:\n  kind: s3\n')],
  words: [
    'version: 2',
    '&a ',
    '*a',
    '<<: *a',
    '? ',
    '!!binary ',
    '- ',
    '{',
    '}',
    ': ',
    '\t',
    '~',
    '.nan',
    '0o17',
    '"\\x00"',
    '__proto__: 1',
    'constructor',
    '%YAML 1.1\n---\n',
    '...\n',
    '#',
  ],
  run(bytes) {
    const text = textOf(bytes);
    const { value, findings } = readConfig(text, 'x.yaml');
    promised(
      value === null ? findings.length > 0 : findings.length === 0,
      'a configuration is whole, or it is told what is wrong',
    );
    promised(
      findings.every(({ line }) => line >= 1 && line <= text.split(/\r\n|\n|\r/).length + 1),
      'a fault has a line of the file',
    );
    readShapedYaml(DeviceProfile, text);
  },
};
