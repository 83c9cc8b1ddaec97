/** Sounds are made, not played: nothing is loaded for them. */
let context: AudioContext | null = null;

/** Whether the browser lets this page sound; it does once somebody has touched it. */
export function soundReady(): boolean {
  return context?.state === 'running';
}

/** To be called from a touch or a key: browsers keep silent before. */
export async function wakeSound(): Promise<boolean> {
  try {
    context ??= new AudioContext();
    if (context.state !== 'running') await context.resume();
  } catch {
    // A machine without sound.
  }
  return soundReady();
}

export type Chime = 'critical' | 'warning' | 'done';

/** Hertz of each tone, one after the other; a critical one is heard across a hall. */
const tones: Readonly<Record<Chime, readonly number[]>> = {
  critical: [880, 622, 880, 622, 880, 622],
  warning: [784, 587],
  done: [523, 784],
};
const toneSeconds = 0.22;

export function chime(which: Chime): void {
  if (context === null || !soundReady()) return;
  const volume = which === 'critical' ? 0.5 : 0.25;
  for (const [at, hertz] of tones[which].entries()) tone(context, hertz, at * toneSeconds, volume);
}

function tone(sound: AudioContext, hertz: number, after: number, volume: number): void {
  const [oscillator, gain] = [sound.createOscillator(), sound.createGain()];
  const begin = sound.currentTime + after;
  oscillator.frequency.value = hertz;
  oscillator.type = 'triangle';
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(volume, begin + 0.02);
  gain.gain.linearRampToValueAtTime(0, begin + toneSeconds - 0.02);
  oscillator.connect(gain).connect(sound.destination);
  oscillator.start(begin);
  oscillator.stop(begin + toneSeconds);
}
