import t from 'tap';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test('places on the bus get the numbers painted on the dock, the newest word counts', async (t) => {
  const station = await testStation(t);
  const run = (...args: string[]) => docketHere(station, ['ports', ...args]);
  t.match((await run('list')).json, { ports: [] });
  for (const [path, port] of [
    ['1-4.2', '10'],
    ['1-4.1', '9'],
    ['1-4.3', '9'],
  ])
    t.match(await run('name', path ?? '', port ?? ''), { code: 0, json: { path, port } });
  t.match((await run('list')).json, {
    ports: [
      { path: '1-4.3', port: '9', device: null },
      { path: '1-4.2', port: '10', device: null },
    ],
  });
});

t.test('what is no place on a bus, and no number for a dock, is refused by name', async (t) => {
  const station = await testStation(t);
  const run = (...args: string[]) => docketHere(station, ['ports', ...args]);
  for (const path of ['usb1', '1-4/2', '../1-4', '1-4.2.3.4.5.6.7.8', ''])
    t.match(await run('name', path, '7'), { code: 2, json: { error: { field: 'PATH' } } }, path);
  for (const port of ['', '../7', 'x'.repeat(17), '7\n', '-'])
    t.match(await run('name', '1-4.2', port), { code: 2 }, JSON.stringify(port));
});

t.test('learning ends when nobody plugs anything in', async (t) => {
  const station = await testStation(t);
  const learnt = await docketHere(station, ['ports', 'learn', '--count', '3', '--seconds', '1']);
  t.match(learnt, { code: 0, json: { learnt: [] } });
  t.match(await docketHere(station, ['ports', 'learn', '--count', '0']), { code: 2 });
});
