import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { putFile } from '../support/cards.ts';
import { runDocket } from '../support/run-docket.ts';
import type { SampleStation } from './sample-station.ts';

export interface SampleCard {
  readonly port: string;
  readonly recorder: string;
  readonly officer: string;
  /** How long ago each recording began. */
  readonly hoursAgo: readonly number[];
}

/** Puts a card into the dock, all at once, as a mount would. */
export async function dock({ folder }: SampleStation, card: SampleCard): Promise<void> {
  const { port, recorder, officer, hoursAgo } = card;
  const made = join(folder, `card-at-${port}`);
  const now = Temporal.Now.zonedDateTimeISO('Asia/Shanghai');
  mkdirSync(made, { recursive: true });
  for (const [i, hours] of hoursAgo.entries()) {
    const at = now.subtract({ hours, minutes: i });
    const stamp = at.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
    const path = `DCIM/VIDEO/A11_${recorder}_${officer}_${stamp}_000${i + 1}.mp4`;
    await putFile(made, path, 60_000 + i * 999, new Date(at.epochMilliseconds));
  }
  mkdirSync(join(folder, 'dock'), { recursive: true });
  renameSync(made, join(folder, 'dock', port));
}

/** A new PIN for an account, as the administrator gives it. */
export async function pinOf({ folder }: SampleStation, account: string): Promise<string> {
  const config = join(folder, 'config.yaml');
  const { json, stderr } = await runDocket(['account', 'pin', account, '--config', config, '--json']);
  const pin: unknown = Reflect.get(Object(json), 'pin');
  if (typeof pin !== 'string') throw new Error(stderr);
  return pin;
}
