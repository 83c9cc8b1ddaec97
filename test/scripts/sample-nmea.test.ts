import t from 'tap';
import { nmeaTrack } from '../../scripts/lib/sample-nmea.ts';

const start = Temporal.Instant.from('2026-09-02T10:01:58Z');

t.test('a track has the sentences of a receiver, second by second in UTC', async (t) => {
  const lines = nmeaTrack(start, 3, { latitude: 48.1173, longitude: 11.516667 }).split('\r\n');
  t.equal(lines.length, 7, 'two a second, and the end');
  t.match(lines[0], /^\$GPRMC,100158\.00,A,4807\.0380,N,01131\.0000,E,2\.4,045\.0,020926,,,A\*[0-9A-F]{2}$/);
  t.match(lines[4], /^\$GPRMC,100200\.00,/);
});

t.test('every sentence carries the checksum of what stands between $ and *', async (t) => {
  for (const line of nmeaTrack(start, 5, { latitude: 31.2304, longitude: 121.4737 }).trim().split('\r\n')) {
    const [, body = '', sum = ''] = /^\$(.*)\*(..)$/.exec(line) ?? [];
    let found = 0;
    for (const byte of Buffer.from(body, 'latin1')) found ^= byte;
    t.equal(Number.parseInt(sum, 16), found, line);
  }
});
