import { nmeaTrack, type Position } from './sample-nmea.ts';

export type SampleContent =
  | {
      readonly is: 'video';
      readonly codec: 'h264' | 'h265';
      /** Written into the container, as a QuickTime `©xyz` atom. */
      readonly position: Position | null;
      /** Cut in the middle: the index at the end is gone, as after a battery that died while recording. */
      readonly cut: boolean;
    }
  | { readonly is: 'photo' }
  | { readonly is: 'sound' }
  | { readonly is: 'text'; readonly text: string };

export interface SampleFile {
  /** Relative to the card's root. */
  readonly path: string;
  readonly start: Temporal.ZonedDateTime;
  readonly seconds: number;
  readonly content: SampleContent;
}

export interface SampleCard {
  /** Folder name, which becomes the port. */
  readonly name: string;
  readonly files: readonly SampleFile[];
}

const segmentSeconds = 5;
const square = { latitude: 31.2304, longitude: 121.4737 };
const gate = { latitude: 39.9042, longitude: 116.4074 };

/** What the two sample cards hold, as recorded up to `now`: names carry local time of its zone, yesterday and today. */
export function sampleCards(now: Temporal.ZonedDateTime): readonly SampleCard[] {
  const second = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
  return [
    { name: '01', files: namedCard(second) },
    { name: '02', files: loggedCard(second) },
  ];
}

/** A recorder with names after GA/T 947: one recording in segments, of which the third is missing, and a marked one. */
function namedCard(now: Temporal.ZonedDateTime): readonly SampleFile[] {
  const evening = yesterday(now, '18:01:18');
  const name = (start: Temporal.ZonedDateTime, end: string): string =>
    `${folder(start)}/A11_2222222_222222_${stamp(start)}${end}`;
  const segments = [1, 2, 4].map((number): SampleFile => {
    const start = evening.add({ seconds: (number - 1) * segmentSeconds });
    return { ...video('h264', segmentSeconds), path: name(start, `_000${number}.mp4`), start };
  });
  const marked = now.subtract({ minutes: 95 });
  const track = nmeaTrack(evening.toInstant(), segmentSeconds, square);
  return [
    ...segments,
    {
      path: name(evening, '_0001.nmea'),
      start: evening,
      seconds: segmentSeconds,
      content: { is: 'text', text: track },
    },
    { ...video('h264', 4), path: name(marked, '_IMP.mp4'), start: marked },
  ];
}

/** A recorder that writes its number into a log: H.265, a position in the container, a file that broke off. */
function loggedCard(now: Temporal.ZonedDateTime): readonly SampleFile[] {
  const name = (start: Temporal.ZonedDateTime, end: string): string =>
    `${folder(start)}/DSJ_3333333_333333_${stamp(start)}${end}`;
  const at = (minutes: number): Temporal.ZonedDateTime => now.subtract({ minutes });
  const morning = yesterday(now, '09:12:40');
  const videos: readonly SampleFile[] = [
    { ...video('h265', 4), path: name(morning, '.mp4'), start: morning },
    { ...video('h265', 3, { position: gate }), path: name(at(70), '.mov'), start: at(70) },
    { ...video('h265', 4, { cut: true }), path: name(at(50), '.mp4'), start: at(50) },
  ];
  return [
    log(morning),
    ...videos,
    { path: name(at(45), '.jpg'), start: at(45), seconds: 0, content: { is: 'photo' } },
    { path: name(at(40), '.wav'), start: at(40), seconds: 3, content: { is: 'sound' } },
  ];
}

/** The last number counts: this recorder had another one before. */
function log(start: Temporal.ZonedDateTime): SampleFile {
  const moment = start.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  const text = `${moment} #ID:3000001\r\n${moment} #ID:3333333\r\n`;
  const path = `LOG/${start.toPlainDate().toString().replaceAll('-', '')}.txt`;
  return { path, start, seconds: 0, content: { is: 'text', text } };
}

function video(
  codec: 'h264' | 'h265',
  seconds: number,
  more: { position?: Position; cut?: boolean } = {},
): Pick<SampleFile, 'content' | 'seconds'> {
  return { seconds, content: { is: 'video', codec, position: null, cut: false, ...more } };
}

function yesterday(now: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime {
  return now.subtract({ days: 1 }).withPlainTime(time);
}

function folder(start: Temporal.ZonedDateTime): string {
  return `DCIM/VIDEO/${stamp(start).slice(0, 8)}`;
}

function stamp(start: Temporal.ZonedDateTime): string {
  return start.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/\D/g, '');
}
