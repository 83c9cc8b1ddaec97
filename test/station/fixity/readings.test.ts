import t from 'tap';
import { Readings } from '../../../src/station/fixity/readings.ts';

t.test('how far an item is read back is told while it is read, and not afterwards', async (t) => {
  const readings = new Readings();
  const reading = readings.begin(['E1', 'E2'], 100);
  reading.onRead(30);
  reading.onRead(40);
  t.same(readings.of('E1'), { readBytes: 70, bytes: 100 });
  t.same(readings.of('E2'), { readBytes: 70, bytes: 100 });
  t.equal(readings.of('E3'), null);
  reading.onRead(200);
  t.same(readings.of('E1'), { readBytes: 100, bytes: 100 }, 'what is wrong is read twice');
  reading.end();
  t.equal(readings.of('E1'), null);
});

t.test('of two who ask for the same item the second’s is told, to its end', async (t) => {
  const readings = new Readings();
  const [first, second] = [readings.begin(['E1'], 100), readings.begin(['E1'], 200)];
  first.end();
  second.onRead(50);
  t.same(readings.of('E1'), { readBytes: 50, bytes: 200 });
  second.end();
  t.equal(readings.of('E1'), null);
});
