import type { PlugOptions } from './bus.ts';
import type { CardImage } from './cards.ts';
import type { Lab, Recorder } from './lab.ts';

/** Plugs in a card so slow that a recording of some MiB takes long enough to be met in its middle on any machine. */
export async function plugSlow(
  lab: Lab,
  card: CardImage,
  options: PlugOptions,
  kibibytesPerSecond: number,
): Promise<Recorder> {
  const recorder = await lab.plug(card, options);
  await lab.guest.throttle(recorder.plugged, kibibytesPerSecond * 1024);
  return recorder;
}

/** Waits until the daemon has read a part of a recorder's recordings, and not all. */
export async function isHalfway(lab: Lab, { path }: Recorder): Promise<void> {
  await lab.station.until(`${path} is in the middle of a file`, async () => {
    const { dockings } = await lab.station.status();
    return dockings.some(
      ({ port, phase, bytes }) =>
        port === path && phase === 'copying' && bytes.done > 0 && bytes.done < bytes.total,
    );
  });
}

export async function readingHalfway(lab: Lab, card: CardImage, options: PlugOptions): Promise<Recorder> {
  const recorder = await plugSlow(lab, card, options, 512);
  await isHalfway(lab, recorder);
  return recorder;
}
