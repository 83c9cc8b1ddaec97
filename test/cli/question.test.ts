import { join } from 'node:path';
import t from 'tap';
import { record } from '../api/sample-request.ts';
import { agedStation } from '../support/aged-station.ts';
import { heardHere } from '../support/docket-here.ts';

const made = await agedStation(t, [{ content: 'a' }, { content: 'b', recorder: '3333333' }]);
const [a = '', b = ''] = made.evidence;
const config = join(made.places.folder, '..', 'config.yaml');
const docket = (...args: readonly string[]) =>
  heardHere([...args, '--config', config, '--data', made.places.folder, '--json']);

t.test('a question is kept, listed, asked and forgotten', async (t) => {
  t.match(await docket('question', 'save', '三队', 'evidence', 'recorder=3333333', 'sort=id'), { code: 0 });
  t.match(await docket('question', 'save', '入库', 'entries', 'type=recording.stored'), { code: 0 });
  t.match(await docket('question', 'list'), {
    code: 0,
    json: {
      questions: [
        { name: '三队', about: 'evidence' },
        { name: '入库', query: { type: 'recording.stored' } },
      ],
    },
  });
  t.match((await docket('question', 'run', '三队')).json, { evidence: [{ evidenceId: b }], next: null });
  const entries = await docket('question', 'run', '入库', '--limit', '1');
  t.equal((record(entries.json)['entries'] as unknown[]).length, 1);
  t.not(record(entries.json)['next'], null);
  t.match(await docket('question', 'remove', '三队'), { code: 0 });
  t.match(await docket('question', 'run', '三队'), {
    code: 2,
    json: { error: { code: 'access.question_unknown' } },
  });
});

t.test('what no list can be asked is not kept', async (t) => {
  for (const pairs of [['colour=red'], ['state=lost'], ['since=yesterday'], ['recorder'], ['sort=name']])
    t.match(await docket('question', 'save', 'x', 'evidence', ...pairs), { code: 2 }, pairs.join(' '));
  t.match(await docket('question', 'save', 'x', 'accounts'), { code: 2 });
  t.match((await docket('question', 'list')).json, { questions: [{ name: '入库' }] });
});

t.test('an item is kept longer, and not for less', async (t) => {
  const extend = (until: string) =>
    docket('retention', 'extend', a, '--until', until, '--reason', '行政复议');
  t.match(await extend('2040-01-01T00:00:00+08:00'), { code: 0, json: { evidence: a } });
  t.match(await extend('2030-01-01T00:00:00+08:00'), { json: { error: { code: 'retention.not_longer' } } });
  t.match(await extend('2040-01-01'), { code: 2 });
});

t.test('a docking that is not under way does not go first', async (t) => {
  t.match(await docket('docking', 'first', 'ST01-D000009'), {
    code: 2,
    json: { error: { code: 'station.docking_unknown' } },
  });
});
