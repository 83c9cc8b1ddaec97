import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../../src/config.ts';
import { machine } from '../../../../src/custody/alarms.ts';
import { publishLog } from '../../../../src/custody/publish-log.ts';
import { calendarInForce } from '../../../../src/deadlines/calendar-in-force.ts';
import { deskSettingsOf } from '../../../../src/deadlines/desk-settings.ts';
import { Measures } from '../../../../src/deadlines/measures.ts';
import { adoption, policyVersions } from '../../../../src/deadlines/policy-version.ts';
import { placesIn } from '../../../../src/station/data-folder.ts';
import { initStation } from '../../../../src/station/init.ts';
import { deskDrafts, restDrafts } from './made-desk.ts';
import { madeDocking } from './made-docking.ts';
import { MadeLedger } from './made-ledger.ts';
import { makeLogFolder } from './made-log.ts';
import { takeUpNumbers } from './made-numbers.ts';
import { type MadePlan, type MadeWish, planOf, stationCode } from './made-plan.ts';
import { clerk, worldDrafts } from './made-world.ts';

/** A made-up station in a folder. */
export interface MadeStation {
  readonly plan: MadePlan;
  readonly folder: string;
  /** Its configuration; the address is any free port of the loopback. */
  readonly config: string;
  readonly data: string;
  /** Where simulated recorders are docked. */
  readonly ports: string;
}

export function stationIn(folder: string, plan: MadePlan): MadeStation {
  const [config, data, ports] = [join(folder, 'config.yaml'), join(folder, 'data'), join(folder, 'ports')];
  return { plan, folder, config, data, ports };
}

const unlimited = 1_000_000;

function writeConfig({ config, ports, data }: MadeStation): void {
  mkdirSync(ports, { recursive: true });
  const lines = {
    version: 1,
    station: { code: stationCode, unit: '样例执法局', language: 'en' },
    dock: { folders: [{ path: ports, kind: 'cards' }], usb: { mode: 'off' } },
    vault: { immutable: 'off', designated: true, designatedBy: '样例〔2024〕1号', reserveMebibytes: 1 },
    deadlines: { dockingIsReturn: true },
    // One item in twenty is filed nowhere: a station that had stood so long would not call for them all at once.
    missing: { evidenceDays: 0, caseDays: 0, recorderDays: 0 },
    http: { port: 0, requestsPerMinute: unlimited },
  };
  writeFileSync(config, `${JSON.stringify(lines, null, 2)}\n`);
  mkdirSync(data, { recursive: true });
}

/**
 * Takes up the station that stands in a folder, or makes it: by `docket init`'s own code, then entry by entry through the
 * ledger's writer with all projections and the index of words. Left out: the originals themselves (so `docket verify` is to
 * be told `--vault none`), viewing copies, and what machines would find out once more; their cursors stand at the end.
 * Error: `RangeError` where another wish was made there.
 */
export async function madeStation(
  folder: string,
  wish: MadeWish,
  say: (line: string) => void,
): Promise<MadeStation> {
  const plan = planOf(wish);
  const station = stationIn(folder, plan);
  const marker = join(folder, 'made.json');
  const wanted = JSON.stringify(wish);
  if (existsSync(marker)) {
    const found = readFileSync(marker, 'utf8').trim();
    if (found !== wanted)
      throw new RangeError(`${folder} holds ${found}, not ${wanted}: choose --data FOLDER`);
    writeConfig(station);
    takeUpNumbers(placesIn(station.data, null).database, say);
    say(`${folder}: the station that was made before is taken`);
    return station;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeConfig(station);
  await fill(station, say);
  writeFileSync(marker, `${wanted}\n`);
  return station;
}

async function fill(station: MadeStation, say: (line: string) => void): Promise<void> {
  const { plan } = station;
  const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
  const places = placesIn(config.dataFolder, null);
  const first = Temporal.Instant.fromEpochMilliseconds(plan.fromMs);
  await initStation(places, config, clerk, { now: () => first, monotonicMs: () => 0 });
  const ledger = new MadeLedger(places);
  const settings = deskSettingsOf(config);
  const adopted = adoption(ledger.db, await settings.content(), machine);
  const { digest, years, calendar } = calendarInForce(ledger.db, settings.ownDays);
  ledger.append(first, [
    ...(adopted === null ? [] : [adopted]),
    {
      ...{ type: 'calendar.adopted', actor: machine, subject: { kind: 'calendar', id: stationCode } },
      ...{ data: { digest, years }, personal: {} },
    },
  ]);
  for (const draft of worldDrafts(plan)) ledger.append(first.add({ hours: 1 }), [draft]);
  ledger.flush();
  const measures = new Measures(policyVersions(ledger.db), calendar, settings.designation);
  fillDockings(plan, ledger, measures, say);
  ledger.flush();
  setCursors(ledger);
  say('publishing the log into the vault');
  await publishLog(ledger.asLedger(), ledger.db, makeLogFolder(places.vault));
  ledger.close();
}

function fillDockings(
  plan: MadePlan,
  ledger: MadeLedger,
  measures: Measures,
  say: (line: string) => void,
): void {
  const began = performance.now();
  for (let place = 0, rest = 0; place < plan.dockings; place++) {
    const docking = madeDocking(plan, place, measures);
    for (const { at, drafts } of docking.appends) ledger.append(at, drafts);
    const [last] = docking.appends.slice(-1);
    if (last === undefined) continue;
    ledger.append(last.at.add({ seconds: 60 }), deskDrafts(plan, place, docking));
    // Spread over all dockings, so that exactly as many entries stand at the end as are wanted.
    const due = Math.floor((plan.entries * (place + 1)) / plan.dockings);
    for (; ledger.size < due; rest++) ledger.append(last.at.add({ seconds: 90 }), restDrafts(rest, docking));
    if ((place + 1) % 2_500 !== 0) continue;
    const seconds = (performance.now() - began) / 1_000;
    say(`${ledger.size} entries, ${Math.round(ledger.size / seconds)}/s`);
  }
}

/** Up to here everything was timed, tagged, judged, looked at and indexed: the daemon has nothing to do over again. */
function setCursors({ db, size }: MadeLedger): void {
  const set = db.prepare(
    'INSERT INTO work_cursor (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const items = Number(db.prepare('SELECT max(rowid) FROM view_evidence').pluck().get() ?? 0);
  db.transaction(() => {
    for (const name of ['judged', 'located', 'viewing', 'viewing_gone', 'continuity', 'cards'])
      set.run(name, size - 1);
    for (const name of ['searched', 'numbered', 'retention']) set.run(name, size);
    set.run('tagged', items);
  })();
}
