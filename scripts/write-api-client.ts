// Writes the typed client of the HTTP interface from its description: npm run client
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientSource } from '../src/api/openapi/client-source.ts';
import { describeApi } from '../src/api/openapi/describe-api.ts';
import { allRoutes } from '../src/api/routes.ts';

const file = fileURLToPath(new URL('../src/api/client/operations.ts', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
writeFileSync(file, `${clientSource(describeApi(allRoutes(), ''))}\n`);
execFileSync(process.execPath, [biome, 'check', '--write', file], { stdio: ['ignore', 'ignore', 'inherit'] });
