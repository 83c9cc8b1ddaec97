import fc from 'fast-check';
import t from 'tap';
import {
  looksLikePosition,
  positionText,
  readPosition,
  turnedRound,
} from '../../../src/tagging/location/coordinates.ts';
import { gcj02Of } from '../../../src/tagging/location/gcj02.ts';
import { metersBetween } from '../../../src/tagging/location/position.ts';

t.test('longitude first, in degrees; what is none says why', async (t) => {
  const square = { longitude: 118.8735, latitude: 28.9412 };
  for (const written of [
    '118.8735,28.9412',
    ' 118.8735 28.9412 ',
    '118.8735，28.9412',
    '+118.8735 , 28.9412',
  ])
    t.strictSame(readPosition(written), square, written);
  t.equal(readPosition('28.9412,118.8735'), 'swapped');
  t.equal(readPosition('39.9,116.4'), 'swapped');
  t.equal(readPosition('0,0'), 'nowhere');
  t.equal(readPosition('0.0005,-0.0002'), 'nowhere');
  t.equal(readPosition('181,28'), 'off_earth');
  t.equal(readPosition('20,-95.5'), 'off_earth');
  t.strictSame(readPosition('2.3522,48.8566'), { longitude: 2.3522, latitude: 48.8566 }, 'Paris is a place');
  for (const written of [
    '118.8735',
    '118.8735,28.9412,60',
    '118.8735,',
    'E118.8,N28.9',
    '1e2,28',
    '0x10,28',
    '',
  ])
    t.equal(readPosition(written), 'malformed', written);
  t.equal(turnedRound('28.9412, 118.8735'), '118.8735,28.9412');
  t.equal(turnedRound('gcj02:28.9412 118.8735'), 'gcj02:118.8735,28.9412');
});

t.test('a position off a Chinese map is turned into WGS-84', async (t) => {
  const square = { longitude: 118.8735, latitude: 28.9412 };
  for (const prefix of ['gcj02:', 'GCJ-02：', ' gcj02: ']) {
    const read = readPosition(prefix + positionText(gcj02Of(square)));
    t.ok(typeof read !== 'string' && metersBetween(read, square) < 0.5, prefix);
  }
});

t.test('a name is told from numbers', async (t) => {
  for (const written of [
    '118.87,28.94',
    '28.94 , 118.87',
    '0,0',
    '东经118.87，北纬28.94',
    'gcj02:x',
    '118°52′,28°56′',
  ])
    t.ok(looksLikePosition(written), written);
  for (const written of ['衢州市柯城区某广场', 'No. 5, Main Street', '318国道', '12', 'A.B.'])
    t.notOk(looksLikePosition(written), written);
});

t.test('whatever is written, a position that is taken reads back as itself', async (t) => {
  const pair = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  const stable = fc.property(pair, ([longitude, latitude]) => {
    const once = readPosition(positionText({ longitude, latitude }));
    return typeof once === 'string' || positionText(once) === positionText({ longitude, latitude });
  });
  t.doesNotThrow(() => fc.assert(stable));
  t.doesNotThrow(() => fc.assert(fc.property(fc.string(), (text) => readPosition(text) !== null)));
});
