import { setImmediate as pause } from 'node:timers/promises';
import type { FixReader } from './fix.ts';
import type { SourcedFixes } from './located.ts';
import { NmeaReader } from './nmea-fixes.ts';

/** A day of ten sentences a second; a hostile sidecar may be larger. */
export const mostSidecarBytes = 64 * 1_048_576;
/** Parsed in one go; between two of them everything else that the process does has its turn. */
const pieceBytes = 65_536;
const headBytes = 512;

/**
 * Reads what a sidecar says of positions: GPX where it is XML, else NMEA 0183, by what it holds and not by its name. Null
 * for one that is no text (a still, a sound). @param bytes at most `mostSidecarBytes`
 */
export async function readSidecar(bytes: AsyncIterable<Uint8Array>): Promise<SourcedFixes | null> {
  let sidecar: { readonly source: 'gpx' | 'nmea'; readonly reader: FixReader } | null = null;
  let decoder: TextDecoder | null = null;
  let read = 0;
  for await (const piece of inPieces(bytes)) {
    decoder ??= decoderFor(piece);
    if (decoder === null) return null;
    const text = decoder.decode(piece, { stream: true });
    sidecar ??= await sidecarOf(text);
    read += piece.length;
    if (!sidecar.reader.write(text)) break;
  }
  if (sidecar === null) return null;
  const { source, reader } = sidecar;
  const found = reader.end();
  return { ...found, source, whole: found.whole && read < mostSidecarBytes };
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const large of bytes) {
    for (let at = 0; at < large.length; at += pieceBytes) {
      yield large.subarray(at, at + pieceBytes);
      await pause();
    }
  }
}

/** Null for what is no text. Positions are ASCII in whatever encoding the rest is. */
function decoderFor(first: Uint8Array): TextDecoder | null {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  return first.subarray(0, headBytes).includes(0) ? null : new TextDecoder('utf-8');
}

async function sidecarOf(text: string): Promise<{ source: 'gpx' | 'nmea'; reader: FixReader }> {
  if (!/^\s*</.test(text)) return { source: 'nmea', reader: new NmeaReader() };
  // Loaded where it is needed: every command of the command line starts without it.
  const { GpxReader } = await import('./gpx-fixes.ts');
  return { source: 'gpx', reader: new GpxReader() };
}
