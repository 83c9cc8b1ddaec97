import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { cardInFolder } from '../../src/dock/card.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { placesIn } from '../../src/station/data-folder.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { initStation } from '../../src/station/init.ts';
import { openStation, type Station } from '../../src/station.ts';
import { putFile } from '../support/cards.ts';
import { unlock } from '../support/local-vault.ts';
import { type Running, startDocket } from '../support/run-docket.ts';
import { keptStation } from './kept-station.ts';
import { newcomer, type Sittings, sampleAccounts } from './sample-accounts.ts';
import { sampleBusiness } from './sample-business.ts';
import { sampleLists, sampleRecordings } from './sample-facts.ts';
import { filmCard } from './sample-film.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;

/** The real daemon over a station at which recorders were docked, with an account a role, each of them signed in. */
export interface SampleStation {
  readonly url: string;
  readonly folder: string;
  readonly sittings: Sittings;
  /** The password of a clerk who has not been here yet. */
  readonly newcomer: string;
  readonly daemon: Running;
  /** Stops the daemon and starts it again where it listened before. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

/** What another than the usual station is to have. */
export interface SampleWish {
  /** A recording of so many seconds with a track, of the officer, which is the first item; ffmpeg makes it. */
  readonly filmSeconds?: number;
  /** Returns, reasons, requests, cases in every state, a review. */
  readonly business?: true;
}

export async function sampleStation(wish: SampleWish = {}): Promise<SampleStation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docket-console-')));
  const accounts = await keptStation(wish, folder, () => filledStation(folder, wish));
  // Where it was copied from it had another folder.
  writeConfig(folder, 0);
  let daemon = startDocket(daemonArguments(folder));
  const url = await urlOf(daemon);
  // The second daemon must be where the browser looks for it.
  writeConfig(folder, Number(new URL(url).port));
  const stop = async (): Promise<void> => {
    daemon.signal('SIGTERM');
    await daemon.ended;
  };
  return {
    ...{ url, folder, ...accounts },
    get daemon() {
      return daemon;
    },
    async restart(meanwhile) {
      await stop();
      await meanwhile();
      daemon = startDocket(daemonArguments(folder));
      await urlOf(daemon);
    },
    async end() {
      await stop();
      unlock(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const daemonArguments = (folder: string) => ['serve', '--config', join(folder, 'config.yaml'), '--json'];

async function urlOf(daemon: Running): Promise<string> {
  let said = '';
  daemon.child.stderr?.on('data', (text: string) => {
    said += text;
  });
  await daemon.heard(/http ready|http unavailable/);
  const url = /"url":"([^"]+)"/.exec(said)?.[1];
  if (url === undefined) throw new Error(`the daemon serves nothing: ${said}`);
  return url;
}

function writeConfig(folder: string, port: number): string {
  const file = join(folder, 'config.yaml');
  const written = {
    version: 1,
    dataFolder: join(folder, 'data'),
    station: { name: '样例市综合行政执法局 第一采集站', language: 'zh', unit: 'U0' },
    vault: { reserveMebibytes: 1, immutable: 'off', designatedBy: '样执〔2026〕1号' },
    intake: { settleSeconds: 0, workers: 1 },
    dock: { folders: [{ path: join(folder, 'dock'), kind: 'cards' }] },
    http: { port, requestsPerMinute: 100_000 },
  };
  writeFileSync(file, JSON.stringify(written));
  return file;
}

async function filledStation(
  folder: string,
  wish: SampleWish,
): Promise<Pick<SampleStation, 'sittings' | 'newcomer'>> {
  const config = loadConfig(writeConfig(folder, 0), { env: {} });
  await initStation(placesIn(config.dataFolder, null), config, clerk, systemClock);
  const log = () => undefined;
  const station = await openStation(config, {
    actor: { kind: 'machine', id: 'daemon' },
    version: 'test',
    log,
  });
  try {
    await fill(station, folder, wish);
    const accounts = { sittings: await sampleAccounts(station), newcomer: await newcomer(station) };
    if (wish.business === true) await sampleBusiness(station, folder);
    return accounts;
  } finally {
    await station.close();
  }
}

async function fill(station: Station, folder: string, { filmSeconds }: SampleWish): Promise<void> {
  const dockings = new Dockings(
    station,
    () => undefined,
    () => undefined,
  );
  const by = { actor: clerk, language: 'zh', onProgress: () => undefined } as const;
  for (const [register, lines] of Object.entries(sampleLists)) {
    const file = join(folder, `${register}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const args = { register, file, dryRun: false, goodRows: false };
    await carryOut(station, dockings, { order: 'importRegister', args }, by);
  }
  if (filmSeconds !== undefined) {
    const root = await filmCard(folder, filmSeconds);
    await dockings.ingest(cardInFolder(basename(root), root), null, () => undefined);
  }
  for (const [recorder, files] of Object.entries(
    sampleRecordings(Temporal.Now.zonedDateTimeISO('Asia/Shanghai')),
  )) {
    const root = join(folder, `card-${recorder}`);
    for (const { path, bytes, at } of files) await putFile(root, path, bytes, new Date(at.epochMilliseconds));
    await dockings.ingest(cardInFolder(basename(root), root), null, () => undefined);
  }
  await carryOut(station, dockings, { order: 'judge', args: {} }, by);
  const ids = station.db
    .prepare<[], string>('SELECT evidence FROM view_evidence ORDER BY evidence')
    .pluck()
    .all();
  const tag = async (
    field: 'case' | 'importance' | 'classification',
    value: string,
    ...evidence: string[]
  ) => {
    await carryOut(station, dockings, { order: 'tag', args: { evidence, field, value } }, by);
  };
  if (filmSeconds !== undefined) {
    const session = station.db
      .prepare<[string | undefined], string>('SELECT session FROM view_session_item WHERE evidence = ?')
      .pluck()
      .get(ids[0]);
    const at = Temporal.Now.instant().subtract({ minutes: 20 }).toString();
    const args = { session: session ?? '', at, note: null };
    await carryOut(station, dockings, { order: 'returned', args }, by);
  }
  await tag('case', '样执罚〔2026〕001号', ...ids.slice(0, 4));
  await tag('case', '样执罚〔2026〕002号', ...ids.slice(6, 9));
  await tag('importance', 'important', ...ids.slice(9, 11));
  await tag('classification', 'personal_privacy', ...ids.slice(6, 7));
}
