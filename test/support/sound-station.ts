import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { runCli } from '../../src/cli/run.ts';
import { cardPath } from '../../src/custody/card-path.ts';
import { originalObject } from '../../src/vault/local/layout.ts';
import { sha256Of, type TestCard, type TestRecording } from './cards.ts';
import type { TestStation } from './stations.ts';

/** A docket command in this process: as `scripts/docket`, without waiting for a new Node each time. */
export async function docketHere(
  station: TestStation,
  args: readonly string[],
): Promise<{ code: number; json: unknown; text: string }> {
  let out = '';
  const code = await runCli(
    [...args, '--config', station.config, '--data', station.data, '--json'],
    {
      language: 'en',
      env: {},
      workingFolder: station.folder,
      drawable: false,
      secret: async () => '',
      note: () => undefined,
    },
    {
      out: (text) => {
        out += text;
      },
      err: () => undefined,
    },
  );
  return { code, json: JSON.parse(out), text: out };
}

/**
 * What must hold whenever a story is over: each recording of the cards is stored exactly once with its very bytes, or
 * is still whole on the card and reported as left there; staging holds nothing that the journal does not name; the
 * station proves sound. Returns what does not hold.
 */
export async function soundStation(
  station: TestStation,
  cards: readonly TestCard[],
): Promise<readonly string[]> {
  const complaints: string[] = [];
  const db = new Database(join(station.data, 'station.db'), { readonly: true });
  try {
    for (const card of cards) {
      for (const recording of card.recordings) {
        const complaint = recordingComplaint(station, db, card, recording);
        if (complaint !== null) complaints.push(`${recording.path.toString('latin1')}: ${complaint}`);
      }
    }
    complaints.push(...stagingComplaints(station, db));
  } finally {
    db.close();
  }
  const verified = await docketHere(station, ['verify', '--vault', 'full']);
  if (verified.code !== 0) complaints.push(`verify: ${verified.code} ${verified.text}`);
  return complaints;
}

function recordingComplaint(
  station: TestStation,
  db: Database.Database,
  { root }: TestCard,
  { path, sha256 }: TestRecording,
): string | null {
  const found = db
    .prepare<[string], { stored: string | null; path: string }>(
      'SELECT recorder, stored, path FROM view_evidence WHERE sha256 = ?',
    )
    .all(sha256);
  if (found.some(({ stored }) => stored !== null)) return objectComplaint(station, sha256);
  const onCard = Buffer.concat([Buffer.from(`${root}/`), path]);
  if (!existsSync(onCard)) return found.length > 0 ? 'secured, not stored, gone' : 'lost';
  if (sha256Of(readFileSync(onCard)) !== sha256) return 'neither stored nor whole on the card';
  if (found.length > 0) return null;
  const known = cardPath(path);
  const left = db
    .prepare<[string, string | null], number>(
      'SELECT count(*) FROM view_left WHERE path = ? AND path_base64 IS ?',
    )
    .pluck()
    .get(known.path, known.pathBase64 ?? null);
  return left === 0 ? 'on the card, and nobody says so' : null;
}

function objectComplaint({ vault }: TestStation, sha256: string): string | null {
  const object = join(vault, originalObject(sha256));
  if (!existsSync(object)) return 'called stored, no object stands';
  const holds = sha256Of(readFileSync(object));
  return holds === sha256 ? null : `its object holds other bytes: ${holds}`;
}

function stagingComplaints({ vault }: TestStation, db: Database.Database): readonly string[] {
  const named = new Set(
    db
      .prepare<[], string>(
        'SELECT recording FROM work_copy UNION SELECT recording FROM view_evidence WHERE stored IS NULL',
      )
      .pluck()
      .all(),
  );
  return readdirSync(join(vault, 'staging'))
    .filter((name) => !named.has(name))
    .map((name) => `staging holds ${name}, which nothing names`);
}

/** Whether each recording is stored, and once for each recorder that had it. */
export function storedTimes(station: TestStation, sha256: string): number {
  return rowsOf<{ evidence: string }>(
    station,
    'SELECT evidence FROM view_evidence WHERE stored IS NOT NULL AND sha256 = ?',
    sha256,
  ).length;
}

/** Rows of the catalogue. */
export function rowsOf<T>(station: TestStation, sql: string, ...params: readonly unknown[]): readonly T[] {
  const db = new Database(join(station.data, 'station.db'), { readonly: true });
  try {
    return db.prepare<unknown[], T>(sql).all(...params);
  } finally {
    db.close();
  }
}

export function openAlarms(station: TestStation): readonly string[] {
  return rowsOf<{ code: string }>(
    station,
    `SELECT code FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state = 'raised' ORDER BY raised`,
  ).map(({ code }) => code);
}
