import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, rowsOf } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

/** The one item of a new station. */
const only = `ST01-${Temporal.Now.zonedDateTimeISO('Asia/Shanghai').year}-0000001`;

t.test(
  'what the card’s marker file says becomes tags that say so, and what contradicts it is shown',
  async (t) => {
    const station = await testStation(t);
    const card = await makeCard(join(station.folder, 'card'), 'bound', {
      [gaName(1).replace('222222', '000000')]: 1_000,
    });
    const bind = (name: string): void =>
      writeFileSync(
        join(card.root, 'station_bind.ini'),
        `[binding]\r\nrecorder_serial=1234567\r\nuser_no=222222\r\nuser_name=${name}\r\ndept_code=U1\r\n`,
      );
    const item = async (): Promise<unknown> => (await docketHere(station, ['evidence', 'show', only])).json;
    const set = async (...args: string[]): Promise<void> => {
      t.equal((await docketHere(station, ['register', 'set', ...args])).code, 0, args.join(' '));
    };
    bind('张三');
    t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
    await docketHere(station, ['judge']);
    t.match(await item(), {
      tags: { length: 0 },
      marker: { officers: ['222222'], officerNames: ['张三'], units: ['U1'], certain: true },
    });
    t.notMatch(
      rowsOf<{ leaf: Buffer }>(station, 'SELECT leaf FROM ledger_entry')
        .map(({ leaf }) => leaf.toString())
        .join(),
      '张三',
      'the name stays out of the leaves',
    );
    await set('units', 'code=U1', 'name=执法一队');
    await set('officers', 'number=222222', 'name=张三', 'unit=U1');
    t.match(await item(), {
      tags: [
        { field: 'officer', value: '222222', source: 'marker', conflict: false },
        { field: 'unit', value: 'U1', source: 'marker' },
      ],
      marker: { contradictions: [] },
    });

    await set('officers', 'number=222222', 'name=李四');
    t.match(await item(), {
      tags: [{ field: 'officer', value: null, candidates: ['222222', '张三'], source: 'marker' }, {}],
      marker: { contradictions: [{ number: '222222', onCard: '张三', inRegister: '李四' }] },
    });
    const words = await heardHere(
      [...['evidence', 'show', only], ...['--config', station.config, '--data', station.data]],
      { language: 'zh' },
    );
    t.match(words.out, '222222 在卡上为 张三，在登记簿中为 李四');
    t.match((await docketHere(station, ['verify'])).json, { ok: true });
  },
);

t.test('a card whose marks disagree on whose it is tags nothing by its marker', async (t) => {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, 'card'), 'two', { [gaName(1, '7654321')]: 1_000 });
  writeFileSync(join(card.root, 'station_bind.ini'), '[binding]\nrecorder_serial=1234567\nuser_no=333333\n');
  await docketHere(station, ['register', 'set', 'officers', 'number=333333', 'name=李四']);
  await docketHere(station, ['ingest', card.root]);
  await docketHere(station, ['judge']);
  t.match(rowsOf(station, `SELECT source FROM view_tag WHERE field = 'officer'`), [{ source: 'file_name' }]);
  t.match(rowsOf(station, 'SELECT certain FROM view_mark'), [{ certain: 0 }]);
});
