import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nmeaTrack } from '../../scripts/lib/sample-nmea.ts';
import { putFile } from '../support/cards.ts';
import { recording } from '../viewing/samples.ts';

/** A card of the officer's recorder with one recording that plays, and a receiver's track beside it. */
export async function filmCard(folder: string, seconds: number): Promise<string> {
  const root = join(folder, 'card-film');
  const began = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').subtract({ hours: 1 });
  const stamp = began.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
  const stem = `DCIM/VIDEO/A11_1111111_222222_${stamp}_0001`;
  const ended = new Date(began.epochMilliseconds + seconds * 1_000);
  await putFile(root, `${stem}.mp4`, readFileSync(recording(folder, 'film.mp4', seconds)), ended);
  const track = nmeaTrack(began.toInstant(), seconds, { latitude: 31.2302, longitude: 121.47 });
  await putFile(root, `${stem}.nmea`, Buffer.from(track), ended);
  return root;
}
