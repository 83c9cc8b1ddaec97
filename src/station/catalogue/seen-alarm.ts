import {
  type Condition,
  seenCase,
  seenDocking,
  seenEvidence,
  seenRow,
  seenSession,
  type Visible,
} from './visible.ts';

/**
 * Of an alarm: whoever may see what it is about, by what it says: its item, course of enforcement, docking, case, officer, or
 * recorder by its holder. What it says nothing of, such as a full disk, is nobody's unit's. Null: everything is seen.
 */
export function seenAlarm(visible: Visible, params: string): Condition | null {
  if (visible.all) return null;
  const said = (name: string): string => `json_extract(${params}, '$.${name}')`;
  const row = (register: string, name: string): Condition | null => {
    const seen = seenRow(visible, register);
    if (seen === null) return null;
    return {
      sql: `EXISTS (SELECT 1 FROM view_register row
        WHERE row.register = '${register}' AND row.key = ${said(name)} AND ${seen.sql})`,
      parameters: seen.parameters,
    };
  };
  const handler = `(SELECT json_extract(c.fields, '$.handler') FROM view_register c
    WHERE c.register = 'cases' AND c.key = ${said('case')})`;
  const ways = [
    seenEvidence(visible, said('evidence')),
    seenSession(visible, said('session')),
    seenDocking(visible, said('docking')),
    seenCase(visible, said('case'), handler),
    row('officers', 'officer'),
    row('recorders', 'recorder'),
  ].filter((one) => one !== null);
  return {
    sql: `(${ways.map(({ sql }) => sql).join(' OR ')})`,
    parameters: ways.flatMap(({ parameters }) => parameters),
  };
}
