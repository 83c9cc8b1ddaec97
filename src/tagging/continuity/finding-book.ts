import { machine } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { FindingCode, MadeFinding } from '../../custody/entry-kinds.ts';
import type { Found } from './stretch.ts';

/** A finding that stands: nobody and nothing has taken it away. */
export interface StandingFinding {
  readonly finding: string;
  readonly key: string;
  readonly code: FindingCode;
  readonly state: string;
  readonly at: string;
  readonly evidence: readonly string[];
  readonly said: string | null;
}

/** Of one kind and one docking so many are entered: a card that is made to give more floods nobody. */
export const mostOfAKind = 100;

interface Row {
  readonly finding: string;
  readonly state: string;
  readonly at: string;
  readonly made: string;
  readonly said: string | null;
}

/** Findings as the catalogue has them, and the entries that make and withdraw them. */
export class FindingBook {
  readonly #code: string;
  readonly #sql: ReturnType<typeof statements>;
  #last: number;

  constructor(db: Db, stationCode: string) {
    this.#code = stationCode;
    this.#sql = statements(db);
    this.#last = Number(/\d+$/.exec(this.#sql.last.get() ?? '')?.[0] ?? 0);
  }

  isMade(key: string): boolean {
    return this.#sql.byKey.get(key) !== undefined;
  }

  /** What stands about a recording as the last one that it is about. */
  endingAt(evidence: string): readonly StandingFinding[] {
    return this.#sql.about
      .all(evidence)
      .map(standing)
      .filter((one) => one.evidence.at(-1) === evidence);
  }

  /** What stands of one kind about a recorder. */
  ofRecorder(recorder: string, code: FindingCode): readonly StandingFinding[] {
    return this.#sql.ofRecorder.all(recorder, code).map(standing);
  }

  /** How many were made of one kind in one docking. */
  count(docking: string, code: FindingCode): number {
    return this.#sql.count.get(docking, code) ?? 0;
  }

  make({ said, ...found }: Found, recorder: string, docking: string): AnyDraft {
    this.#last += 1;
    const finding = `${this.#code}-F${String(this.#last).padStart(6, '0')}`;
    return {
      type: 'finding.made',
      actor: machine,
      subject: { kind: 'finding', id: finding },
      data: { finding, recorder, docking, ...found },
      personal: said === undefined ? {} : { said },
    };
  }

  withdraw(finding: string, because: 'arrived' | 'changed'): AnyDraft {
    return {
      type: 'finding.withdrawn',
      actor: machine,
      subject: { kind: 'finding', id: finding },
      data: { finding, because },
      personal: {},
    };
  }
}

function standing({ finding, state, at, made, said }: Row): StandingFinding {
  // The projector wrote it, as its entry had it.
  const { key, code, evidence } = JSON.parse(made) as MadeFinding;
  return { finding, state, at, said, key, code, evidence };
}

function statements(db: Db) {
  const columns = 'SELECT f.finding, f.state, f.at, f.made, f.said FROM';
  return {
    last: db.prepare<[], string>('SELECT finding FROM view_finding ORDER BY rowid DESC LIMIT 1').pluck(),
    byKey: db
      .prepare<[string], number>(`SELECT 1 FROM view_finding WHERE key = ? AND state <> 'withdrawn' LIMIT 1`)
      .pluck(),
    about: db.prepare<[string], Row>(
      `${columns} view_finding_evidence x JOIN view_finding f USING (finding)
       WHERE x.evidence = ? AND f.state <> 'withdrawn'`,
    ),
    ofRecorder: db.prepare<[string, FindingCode], Row>(
      `${columns} view_finding f WHERE f.recorder = ? AND f.code = ? AND f.state IN ('open', 'explained')`,
    ),
    count: db
      .prepare<[string, FindingCode], number>(
        'SELECT count(*) FROM view_finding WHERE docking = ? AND code = ?',
      )
      .pluck(),
  };
}
