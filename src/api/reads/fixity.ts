import {
  type DamageFilter,
  damagePage,
  fixityStanding,
  mirrorStanding,
} from '../../station/catalogue/copies.ts';
import { placesIn, readStationFile } from '../../station/data-folder.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readFixity({ db, config }: ReadWorld, _args: Readonly<Record<string, never>>) {
  const { days, mebibytesPerSecond } = config.fixity;
  const overdue = Temporal.Now.instant().subtract({ hours: days * 24 });
  const vaults = fixityStanding(db, mainVault(config), overdue).map(({ ended, damaged, ...one }) => ({
    ...one,
    damaged: damaged.length,
  }));
  return { days, mebibytesPerSecond, vaults };
}

export function readDamages({ db, config }: ReadWorld, filter: DamageFilter) {
  return damagePage(db, mainVault(config), filter);
}

export function readMirror({ db }: ReadWorld, _args: Readonly<Record<string, never>>) {
  return mirrorStanding(db);
}

function mainVault(config: ReadWorld['config']): string {
  return readStationFile(placesIn(config.dataFolder, config.vault.folder)).vault;
}
