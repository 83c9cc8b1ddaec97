import type { Db } from '../../custody/database.ts';
import {
  type Condition,
  seenCase,
  seenDisposal,
  seenDocking,
  seenEvidence,
  seenFinding,
  seenSession,
  type Visible,
} from './visible.ts';

export type ThingKind =
  | 'evidence'
  | 'session'
  | 'justification'
  | 'finding'
  | 'case'
  | 'docking'
  | 'disposal';

/** Whether somebody may see a thing. One that is not there is seen by nobody but who sees everything. */
export function maySee(db: Db, visible: Visible, kind: ThingKind, id: string): boolean {
  const condition = conditionOf(visible, kind);
  if (condition === null) return true;
  const { sql, parameters } = condition;
  const from = kind === 'case' ? caseRow : '(SELECT ? AS id) thing';
  return db.prepare(`SELECT 1 FROM ${from} WHERE ${sql}`).get(id, ...parameters) !== undefined;
}

/** A case without a row in the register has no handler. */
const caseRow = `(SELECT given.id, json_extract(r.fields, '$.handler') AS handler FROM (SELECT ? AS id) given
  LEFT JOIN view_register r ON r.register = 'cases' AND r.key = given.id) thing`;

function conditionOf(visible: Visible, kind: ThingKind): Condition | null {
  switch (kind) {
    case 'evidence':
      return seenEvidence(visible, 'thing.id');
    case 'session':
      return seenSession(visible, 'thing.id');
    case 'justification':
      return seenSession(
        visible,
        '(SELECT j.session FROM view_justification j WHERE j.justification = thing.id)',
      );
    case 'finding':
      return seenFinding(visible, 'thing.id');
    case 'docking':
      return seenDocking(visible, 'thing.id');
    case 'disposal':
      return seenDisposal(visible, 'thing.id');
    case 'case':
      return seenCase(visible, 'thing.id', 'thing.handler');
  }
}
