import { readFileSync } from 'node:fs';
import t from 'tap';
import { IsArray, IsObject, IsUnion, type TSchema } from 'typebox';
import { allowedNotation } from '../../src/config/allowed.ts';
import { editorSchema } from '../../src/config/json-schema.ts';
import { configSchema } from '../../src/config/schema.ts';

/** Every setting with its path, lists entered. */
function* settings(schema: TSchema, path: string): Generator<readonly [string, TSchema]> {
  if (!IsObject(schema)) {
    yield [path, schema];
    if (IsArray(schema)) yield* settings(schema.items, `${path}[]`);
    return;
  }
  for (const [name, inner] of Object.entries(schema.properties)) yield* settings(inner, `${path}/${name}`);
}

/** What an item of a list must say itself. */
const withoutDefault = /^\/(?:dock\/folders\[\]\/path|vault\/(?:mirror\/)?s3\/bandwidth\[\]\/\w+)$/;

t.test(
  'every setting says what it means, and all but what an item of a list must say have a default',
  async (t) => {
    for (const [path, schema] of settings(configSchema, '')) {
      // A list of plain values is described by itself.
      if (path.endsWith('[]')) continue;
      t.match(Reflect.get(schema, 'description'), /^.{15,}\.$/s, `${path} is described`);
      if (!withoutDefault.test(path)) t.ok('default' in schema, `${path} has a default`);
    }
  },
);

t.test('every number has its unit in name or description, and both bounds', async (t) => {
  for (const [path, schema] of settings(configSchema, '')) {
    const type: unknown = Reflect.get(schema, 'type');
    if ((type !== 'number' && type !== 'integer') || path === '/version') continue;
    t.match(allowedNotation(schema), /^[\d.]+ … \d+/, path);
    t.match(
      `${path} ${Reflect.get(schema, 'description')}`,
      /[sS]econds|Days|Hours|MiB|Minute|How many|years|TCP port/,
      path,
    );
  }
});

t.test('every kind of setting has a notation of what is allowed', async (t) => {
  for (const [path, schema] of settings(configSchema, '')) {
    t.notMatch(allowedNotation(schema), /undefined|\[object/, path);
    if (IsUnion(schema)) t.match(allowedNotation(schema), / \| null$/, path);
  }
});

t.test('the schema file for editors is what the program would write today', async (t) => {
  const file = new URL('../../ingest.config.schema.json', import.meta.url);
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
  t.strictSame(written, JSON.parse(JSON.stringify(editorSchema(configSchema))), 'otherwise: npm run schema');
});

t.test('an editor lets every setting with a default be left out', async (t) => {
  t.notOk('required' in editorSchema(configSchema));
  t.match(JSON.stringify(editorSchema(configSchema)), /"required":\["path"\]/);
});
