import type { WorkChange } from '../custody/ledger.ts';
import type { SourceFacts } from './copying/copy-job.ts';

/** A copy under way that is worth resuming: its staged file and the digest at each piece. */
export const journal = {
  begun(recording: string, recorder: string, path: Buffer, expected: SourceFacts, at: string): WorkChange {
    return {
      sql: `INSERT INTO work_copy (recording, recorder, path_base64, bytes, modified_ns, begun)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      params: [recording, recorder, path.toString('base64'), expected.bytes, expected.modifiedNs, at],
    };
  },

  piece(recording: string, piece: number, blake3: string): WorkChange {
    return {
      sql: `INSERT INTO work_piece (recording, piece, blake3) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET blake3 = excluded.blake3`,
      params: [recording, piece, blake3],
    };
  },

  /** The copy is whole, or void: nothing is left to resume. */
  over(recording: string): readonly WorkChange[] {
    return [
      { sql: 'DELETE FROM work_piece WHERE recording = ?', params: [recording] },
      { sql: 'DELETE FROM work_copy WHERE recording = ?', params: [recording] },
    ];
  },
} as const;
