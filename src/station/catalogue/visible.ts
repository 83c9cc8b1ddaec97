/** Whose things somebody may see. A plain value: it crosses to the threads that read. */
export interface Visible {
  readonly all: boolean;
  /** Codes of units, those below them among them. */
  readonly units: readonly string[];
  /** The number whose own things are meant; null: nobody's. */
  readonly officer: string | null;
}

export const everything: Visible = { all: true, units: [], officer: null };

/** A condition of a query with its parameters, in the order of its `?`. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Of one recording, by a column that holds its id. Null: everything is seen. */
export function seenEvidence(visible: Visible, column: string): Condition | null {
  if (visible.all) return null;
  return {
    sql: `EXISTS (SELECT 1 FROM view_owner seen WHERE seen.evidence = ${column}
      AND (seen.officer = ? OR seen.unit IN (SELECT value FROM json_each(?))))`,
    parameters: parametersOf(visible),
  };
}

/** Of a course of enforcement: whoever may see something of it. */
export function seenSession(visible: Visible, column: string): Condition | null {
  return seenThrough(visible, 'view_session_item part', 'session', column);
}

export function seenFinding(visible: Visible, column: string): Condition | null {
  return seenThrough(visible, 'view_finding_evidence part', 'finding', column);
}

/** Of a docking: what it has brought in, or the recorder that somebody holds. */
export function seenDocking(visible: Visible, column: string): Condition | null {
  const brought = seenThrough(visible, 'view_evidence part', 'docking', column);
  if (brought === null) return null;
  const holder = `json_extract(r.fields, '$.holder')`;
  if (visible.units.length === 0)
    return {
      sql: `(${brought.sql} OR ${column} IN (SELECT d.docking FROM view_register r CROSS JOIN view_docking d
        ON d.recorder = r.key WHERE r.register = 'recorders' AND ${holder} = ?))`,
      parameters: [...brought.parameters, visible.officer ?? ''],
    };
  const held = `EXISTS (SELECT 1 FROM view_docking d JOIN view_register r ON r.register = 'recorders' AND r.key = d.recorder
    WHERE d.docking = ${column} AND (${holder} = ? OR ${unitOf(holder)}))`;
  const perhaps = perhapsSeen(visible, 'docking', column);
  return {
    sql: `(${held} OR (${perhaps.sql} AND ${brought.sql}))`,
    parameters: [...parametersOf(visible), ...perhaps.parameters, ...brought.parameters],
  };
}

/** Of a request: what concerns a recording that may be seen. */
export function seenRequest(visible: Visible, column: string): Condition | null {
  return seenThrough(visible, 'view_request_evidence part', 'request', column);
}

/** Of a disposal: whoever may see all of it, since it is decided as a whole. */
export function seenDisposal(visible: Visible, column: string): Condition | null {
  const seen = seenEvidence(visible, 'part.evidence');
  if (seen === null) return null;
  return {
    sql: `(EXISTS (SELECT 1 FROM view_disposal given WHERE given.disposal = ${column})
      AND NOT EXISTS (SELECT 1 FROM view_disposal_item part WHERE part.disposal = ${column} AND NOT ${seen.sql}))`,
    parameters: seen.parameters,
  };
}

/** Of a hold: of an item that may be seen, or of a case that may be. */
export function seenHold(visible: Visible): Condition | null {
  const [item, filed] = [
    seenEvidence(visible, 'view_hold.about'),
    seenCase(
      visible,
      'view_hold.about',
      `(SELECT json_extract(r.fields, '$.handler') FROM view_register r
        WHERE r.register = 'cases' AND r.key = view_hold.about)`,
    ),
  ];
  if (item === null || filed === null) return null;
  return {
    sql: `((of = 'evidence' AND ${item.sql}) OR (of = 'case' AND ${filed.sql}))`,
    parameters: [...item.parameters, ...filed.parameters],
  };
}

/** Of a case: its handler, and whoever may see a recording that is filed under it. */
export function seenCase(visible: Visible, key: string, handler: string): Condition | null {
  const filed = seenThrough(visible, filedUnderCases, 'value', key);
  if (filed === null) return null;
  if (visible.units.length === 0)
    return {
      sql: `(${handler} = ? OR ${filed.sql})`,
      parameters: [visible.officer ?? '', ...filed.parameters],
    };
  const perhaps = perhapsSeen(visible, 'case', key);
  return {
    sql: `(${handler} = ? OR ${unitOf(handler)} OR (${perhaps.sql} AND ${filed.sql}))`,
    parameters: [...parametersOf(visible), ...perhaps.parameters, ...filed.parameters],
  };
}

/**
 * Whether somebody may see a thing through any of its recordings, as it once was: what is not theirs is passed over without
 * looking at each recording. Who sees by units and by a number of their own is asked of each.
 */
function perhapsSeen({ units, officer }: Visible, of: 'case' | 'docking', column: string): Condition {
  if (officer !== null) return { sql: '1', parameters: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM work_of_unit known WHERE known.of = '${of}' AND known.thing = ${column}
      AND known.unit IN (SELECT value FROM json_each(?)))`,
    parameters: [JSON.stringify(units)],
  };
}

const filedUnderCases = `(SELECT value, evidence FROM view_filed WHERE field = 'case') part`;

/**
 * By the recordings that a thing has: of one officer they are few, so that the things they belong to are listed; of units
 * they are many, so that each thing is asked.
 */
function seenThrough(visible: Visible, parts: string, thing: string, column: string): Condition | null {
  if (visible.all) return null;
  if (visible.units.length === 0)
    return {
      sql: `${column} IN (SELECT part.${thing} FROM view_owner seen CROSS JOIN ${parts}
        ON part.evidence = seen.evidence WHERE seen.officer = ?)`,
      parameters: [visible.officer ?? ''],
    };
  const seen = seenEvidence(visible, 'part.evidence');
  if (seen === null) return null;
  return {
    sql: `EXISTS (SELECT 1 FROM ${parts} WHERE part.${thing} = ${column} AND ${seen.sql})`,
    parameters: seen.parameters,
  };
}

function unitOf(officer: string): string {
  return `EXISTS (SELECT 1 FROM view_register o WHERE o.register = 'officers' AND o.key = ${officer}
    AND json_extract(o.fields, '$.unit') IN (SELECT value FROM json_each(?)))`;
}

/** No officer is called by the empty text. */
function parametersOf({ officer, units }: Visible): readonly string[] {
  return [officer ?? '', JSON.stringify(units)];
}

/**
 * Of a row of a register: what belongs to nobody is for all; officers, their recorders, duties and cases by whose they are;
 * a party by its cases.
 */
export function seenRow(visible: Visible, register: string): Condition | null {
  const field = (name: string): string => `json_extract(row.fields, '$.${name}')`;
  const ofOfficer = (officer: string): Condition | null =>
    visible.all ? null : { sql: `(${officer} = ? OR ${unitOf(officer)})`, parameters: parametersOf(visible) };
  switch (register) {
    case 'officers':
      return ofOfficer('row.key');
    case 'recorders':
      return ofOfficer(field('holder'));
    case 'rosters':
      return ofOfficer(field('officer'));
    case 'cases':
      return seenCase(visible, 'row.key', field('handler'));
    case 'parties': {
      const seen = seenCase(visible, 'filed.key', `json_extract(filed.fields, '$.handler')`);
      if (seen === null) return null;
      const ofOne = visible.units.length === 0;
      return {
        sql: ofOne
          ? `row.key IN (SELECT json_extract(filed.fields, '$.party') FROM view_register filed
            WHERE filed.register = 'cases' AND ${seen.sql})`
          : // With the column's own affinity SQLite does not look a party up by the index, and reads every case for each.
            `EXISTS (SELECT 1 FROM view_register filed INDEXED BY view_register_case_party
            WHERE filed.register = 'cases' AND json_extract(filed.fields, '$.party') = +row.key AND ${seen.sql})`,
        parameters: seen.parameters,
      };
    }
    default:
      return null;
  }
}
