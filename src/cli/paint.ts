/** What a part of the picture means; colours follow from it. */
export type Tone = 'safe' | 'hold' | 'attention' | 'trouble' | 'quiet' | 'strong';

/** Colours a text. Neither changes how many cells it takes. */
export interface Paint {
  tone(tone: Tone, text: string): string;
  /** A label that must be seen from across the room. Two cells wider than its text. */
  badge(tone: Tone, text: string): string;
}

export const plainPaint: Paint = {
  tone: (_tone, text) => text,
  badge: (_tone, text) => `[${text}]`,
};

const foreground: Readonly<Record<Tone, string>> = {
  safe: '32',
  hold: '33',
  attention: '36',
  trouble: '31',
  quiet: '2',
  strong: '1',
};

/** Black or white on a full background: the sixteen colours that every terminal has. */
const background: Readonly<Record<Tone, string>> = {
  safe: '1;30;42',
  hold: '1;30;43',
  attention: '1;30;46',
  trouble: '1;37;41',
  quiet: '7',
  strong: '7',
};

export const colourPaint: Paint = {
  tone: (tone, text) => `\u001b[${foreground[tone]}m${text}\u001b[0m`,
  badge: (tone, text) => `\u001b[${background[tone]}m ${text} \u001b[0m`,
};

/** Colours where the terminal takes them and nobody has asked for none (no-color.org). */
export function paintFor(env: Readonly<Record<string, string | undefined>>): Paint {
  return env['NO_COLOR'] || env['TERM'] === 'dumb' ? plainPaint : colourPaint;
}
