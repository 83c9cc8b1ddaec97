import type { ProbedRecording, ProbedStream } from '../../custody/entry-kinds.ts';
import type { ProbeTags } from '../read-probe.ts';

/** What a recording was written with: ffprobe's words for it, and the texts that its writer has left. */
export interface WrittenWith {
  readonly words: string;
  /** Frames a second: on average, and as the stream counts them. */
  readonly rate: number | null;
  readonly baseRate: string | null;
  /** Null where the texts were erased. */
  readonly writer: string | null;
}

/** Pure. */
export function writtenWith(facts: ProbedRecording, tags: ProbeTags | null): WrittenWith {
  const video = facts.streams.find(({ kind }) => kind === 'video');
  const audio = facts.streams.find(({ kind }) => kind === 'audio');
  const container = facts.container?.split(',')[0] ?? '';
  const words = [container, video === undefined ? '' : videoWords(video), audioWords(audio)];
  return {
    words: words.filter((one) => one !== '').join('; '),
    rate: video?.frameRate == null ? null : ratio(video.frameRate),
    baseRate: video?.baseFrameRate ?? null,
    writer: tags === null ? null : writerOf(tags),
  };
}

const fileTexts = ['major_brand', 'encoder', 'software', 'make', 'model'];
const streamTexts = ['handler_name', 'encoder'];

function writerOf({ file, streams }: ProbeTags): string {
  const said = [
    ...fileTexts.map((key) => file[key]),
    ...streams.flatMap((one) => streamTexts.map((key) => one[key])),
  ];
  return said.filter((one) => one !== undefined).join(', ');
}

function videoWords({ codec, profile, width, height, pixelFormat }: ProbedStream): string {
  const size = `${width ?? '?'}x${height ?? '?'}`;
  return [codec ?? '?', profile ?? '', size, pixelFormat ?? ''].filter((one) => one !== '').join(' ');
}

function audioWords(audio: ProbedStream | undefined): string {
  if (audio === undefined) return '';
  const { codec, sampleRate, channels } = audio;
  return `${codec ?? '?'} ${sampleRate ?? '?'} Hz ${channels ?? '?'} ch`;
}

/** `30000/1001` as a number. */
export function ratio(text: string): number {
  const [over = 0, under = 1] = text.split('/').map(Number);
  return over / under;
}
