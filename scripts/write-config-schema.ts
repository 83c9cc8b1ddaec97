// Writes ingest.config.schema.json, by which editors complete and check ingest.config.yaml: npm run schema
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editorSchema } from '../src/config/json-schema.ts';
import { configSchema } from '../src/config/schema.ts';

const file = fileURLToPath(new URL('../ingest.config.schema.json', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
writeFileSync(file, `${JSON.stringify(editorSchema(configSchema), null, 2)}\n`);
execFileSync(process.execPath, [biome, 'format', '--write', file], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
