import type { Db } from '../custody/database.ts';
import { alarmCounts, alarmWords, gravestAlarms } from '../station/catalogue/alarm-list.ts';
import { evidenceCounts } from '../station/catalogue/counts.ts';
import { newestEvidence } from '../station/catalogue/evidence-list.ts';
import type { Language } from '../texts/text.ts';
import type { Glance } from './draw-glance.ts';

const shownEvidence = 8;
const shownAlarms = 2;

/** Looks at the catalogue again only when something was committed since. */
export class StationGlance {
  readonly #db: Db;
  readonly #language: Language;
  #version: unknown = null;
  #seen: Glance | null = null;

  constructor(db: Db, language: Language) {
    this.#db = db;
    this.#language = language;
  }

  look(): Glance {
    const version = this.#db.pragma('data_version', { simple: true });
    if (this.#seen !== null && version === this.#version) return this.#seen;
    this.#version = version;
    const open = alarmCounts(this.#db);
    this.#seen = {
      counts: evidenceCounts(this.#db),
      evidence: newestEvidence(this.#db, shownEvidence),
      openAlarms: open.notice + open.warning + open.critical,
      alarms: gravestAlarms(this.#db, shownAlarms).map((one) => ({
        ...one,
        message: alarmWords(this.#language, one),
      })),
    };
    return this.#seen;
  }
}
