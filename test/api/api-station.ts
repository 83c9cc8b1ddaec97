import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import type { Doors } from '../../src/access/doors.ts';
import type { ApiRoom } from '../../src/api/api-room.ts';
import { buildApi } from '../../src/api/build-api.ts';
import { readHere } from '../../src/api/reading/read-here.ts';
import { readSourceOf, roomOf } from '../../src/api/room-of.ts';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { openReading } from '../../src/custody/database.ts';
import { cardInFolder } from '../../src/dock/card.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { placesIn } from '../../src/station/data-folder.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { initStation } from '../../src/station/init.ts';
import { openStation, type Station } from '../../src/station.ts';
import { type Content, makeCard } from '../support/cards.ts';
import { unlock } from '../support/local-vault.ts';
import { almighty, FakeDoors, somebody } from './fake-doors.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;

/** Two units below one; 张三 and 李四 in the first, 王五 in the second; a party whose number names a person. */
const lists = {
  units: ['code,name,parent', 'U0,样例执法局,', 'U1,执法一队,U0', 'U2,执法二队,U0'],
  officers: ['number,name,unit', '222222,张三,U1', '333333,李四,U1', '444444,王五,U2'],
  recorders: [
    'number,kind,holder,state',
    '1111111,recorder,222222,在用',
    '2222222,recorder,333333,在用',
    '3333333,recorder,444444,在用',
  ],
  parties: ['code,name,note', 'P1,赵六,身份证 330802199001011234', 'P2,钱七,'],
  cases: [
    'number,title,party,handler',
    'C1,占道经营,P1,222222',
    'C2,无证经营,P2,444444',
    'C3,违规存放,P2,333333',
  ],
} as const;

/** Who may ask, by their token. */
export const people = {
  officer: somebody('officer', { officer: '222222' }),
  colleague: somebody('officer', { officer: '333333' }),
  head: somebody('department_head', { officer: '333333', units: ['U1'] }),
  otherHead: somebody('department_head', { officer: '444444', units: ['U2'] }),
  clerk: somebody('clerk'),
  auditor: somebody('auditor'),
  administrator: somebody('administrator'),
  almighty: almighty(),
} as const;
export type Person = keyof typeof people;

/** A real station with what four cards brought, and the interface over it. */
export interface ApiStation {
  readonly station: Station;
  readonly app: FastifyInstance;
  readonly room: ApiRoom;
  /** Of 张三, 李四 (both U1), 王五 (U2) and nobody. */
  readonly evidence: {
    readonly own: string;
    readonly sameUnit: string;
    readonly otherUnit: string;
    readonly nobody: string;
  };
  ask(
    who: Person | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What another than the usual station is to be. */
export interface ApiStationWish {
  /** What 张三 has recorded. */
  readonly film?: Content;
  /** Whether the unit lets officers watch their own. */
  readonly officersWatchOwn?: boolean;
  /** Whoever is let in by the station's own doors, not by a name. */
  readonly ownDoors?: boolean;
}

export async function apiStation(t: Test, wish: ApiStationWish = {}): Promise<ApiStation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docket-api-')));
  const config = configIn(folder, wish.officersWatchOwn ?? false);
  await initStation(placesIn(config.dataFolder, null), config, clerk, systemClock);
  const logged: unknown[] = [];
  const log = (message: string, facts: unknown) => logged.push({ message, facts });
  const station = await openStation(config, {
    actor: { kind: 'machine', id: 'daemon' },
    version: 'test',
    log,
  });
  const dockings = new Dockings(
    station,
    () => undefined,
    (error) => log('fatal', { error: String(error) }),
  );
  const by = { actor: clerk, language: 'en', onProgress: () => undefined } as const;
  for (const [register, lines] of Object.entries(lists)) {
    const file = join(folder, `${register}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const args = { register, file, dryRun: false, goodRows: false };
    await carryOut(station, dockings, { order: 'importRegister', args }, by);
  }
  await takeInCards(folder, dockings, wish.film ?? usualBytes);
  await carryOut(station, dockings, { order: 'judge', args: {} }, by);
  const doors = wish.ownDoors === true ? station.access.doors : new FakeDoors(people);
  const { app, room, db, close } = await served(station, dockings, doors);
  t.teardown(async () => {
    await close();
    await station.close();
    unlock(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const [own = '', sameUnit = '', otherUnit = '', nobody = ''] = db
    .prepare<[], string>('SELECT evidence FROM view_evidence ORDER BY evidence')
    .pluck()
    .all();
  const evidence = { own, sameUnit, otherUnit, nobody };
  return {
    ...{ station, app, room, evidence },
    async ask(...asked) {
      const answer = await askOf(app, ...asked);
      // The next question sees what has followed from this one.
      await station.following.idle();
      return answer;
    },
  };
}

/** The interface over a station that is open; whoever asks is known by these doors. */
export async function served(station: Station, dockings: Dockings, doors: Doors = new FakeDoors(people)) {
  const source = readSourceOf(station);
  const db = openReading(source.database);
  const room = roomOf(station, dockings, {
    ...{ doors, reader: readHere({ ...source, db }), version: '0.0.0-test' },
  });
  const app = await buildApi(room, {
    perMinute: 1_000_000,
    fewerWhereAsked: false,
    trustProxy: false,
    tls: null,
  });
  const close = async (): Promise<void> => {
    await app.close();
    db.close();
  };
  return { app, room, db, close };
}

/** As somebody who has signed in with a password, which acts of two persons ask for. */
export async function inPerson(
  app: FastifyInstance,
  who: Person,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
): Promise<Answered> {
  return await send(app, { cookie: `docket=${who}`, 'x-csrf-token': 'the-csrf-token' }, method, url, body);
}

function configIn(folder: string, officersWatchOwn: boolean) {
  const file = join(folder, 'config.yaml');
  const written = {
    version: 1,
    station: { language: 'en', unit: 'U0' },
    vault: { reserveMebibytes: 1, immutable: 'off' },
    intake: { settleSeconds: 0, workers: 1 },
    access: { officersWatchOwn },
  };
  writeFileSync(file, JSON.stringify(written));
  return loadConfig(file, { dataOverride: join(folder, 'data'), env: {} });
}

const usualBytes = 2_000;

async function takeInCards(folder: string, dockings: Dockings, film: Content): Promise<void> {
  const cards = [
    ['1111111', '222222'],
    ['2222222', '333333'],
    ['3333333', '444444'],
    ['4444444', '000000'],
  ] as const;
  for (const [recorder, officer] of cards) {
    const root = join(folder, `card-${recorder}`);
    const name = `DCIM/VIDEO/A11_${recorder}_${officer}_20260902080001_0001.mp4`;
    await makeCard(root, recorder, { [name]: officer === '222222' ? film : usualBytes });
    await dockings.ingest(cardInFolder(basename(root), root), null, () => undefined);
  }
}

export async function askOf(
  app: FastifyInstance,
  who: Person | null,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
): Promise<Answered> {
  return await send(app, who === null ? {} : { authorization: `Bearer ${who}` }, method, url, body);
}

async function send(
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
): Promise<Answered> {
  const answer = await app.inject({
    ...{ method, url },
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const type = String(answer.headers['content-type'] ?? '');
  const isJson = /^application\/(?:problem\+)?json;/.test(type);
  const json: unknown = isJson && answer.body !== '' ? JSON.parse(answer.body) : null;
  return { status: answer.statusCode, json, text: answer.body, headers: answer.headers };
}
