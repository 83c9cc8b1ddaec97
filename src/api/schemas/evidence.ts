import Type from 'typebox';
import { retentionClasses } from '../../custody/entry-kinds.ts';
import { evidenceStates } from '../../station/catalogue/evidence-list.ts';
import { tagFields, tagSources } from '../../tagging/tags.ts';
import { closed, digest, moment, orNull, size } from './common.ts';
import { Entry } from './entry.ts';
import { Finding } from './finding.ts';
import { Verdict } from './verdict.ts';

const listed = {
  evidenceId: Type.String(),
  recorder: Type.String(),
  assigned: Type.Boolean({ description: 'Whether the recorder is registered now' }),
  docking: Type.String(),
  way: Type.String({ description: 'Over the dock, or by which other way it came' }),
  path: Type.String(),
  pathBase64: Type.Optional(Type.String({ description: 'Where the name is no UTF-8' })),
  bytes: size,
  sha256: digest,
  modified: moment,
  named: Type.Object(
    {
      device: orNull(Type.String()),
      officer: orNull(Type.String()),
      start: orNull(Type.String({ description: 'Local, without a zone, as the name has it' })),
      segment: orNull(Type.Integer()),
      important: Type.Boolean(),
    },
    closed,
  ),
  resumed: Type.Boolean(),
  state: Type.Enum([...evidenceStates]),
  securedAt: moment,
  storedAt: orNull(moment),
};

const marks = Type.Object(
  {
    officer: orNull(Type.String()),
    case: orNull(Type.String()),
    classification: orNull(Type.String()),
    class: Type.Enum([...retentionClasses], { description: 'By which rule it is kept (QZ-22)' }),
    lockedUntil: orNull(moment),
    held: Type.Boolean({ description: 'Whether a legal hold stands on it' }),
    verdict: orNull(Type.String({ description: 'The worst of its course of enforcement' })),
    findings: Type.Integer({ description: 'How many are open' }),
  },
  closed,
);

export const ListedEvidence = Type.Object({ ...listed, marks }, closed);

const said = Type.Object(
  {
    field: Type.Enum([...tagFields]),
    source: Type.Enum([...tagSources]),
    values: Type.Array(Type.String()),
    actor: Type.Optional(Type.String()),
    at: Type.Optional(moment),
  },
  closed,
);

const tag = Type.Object(
  {
    field: Type.Enum([...tagFields]),
    value: orNull(Type.String()),
    source: Type.Enum([...tagSources]),
    candidates: Type.Array(Type.String()),
    conflict: Type.Boolean(),
    said: Type.Array(said),
  },
  closed,
);

const copy = Type.Object(
  {
    vault: Type.String(),
    role: Type.Enum(['main', 'mirror']),
    sha256: digest,
    object: Type.String({ description: 'Relative to its vault' }),
    location: orNull(Type.String({ description: 'Where its vault is, and the object below it' })),
    retainUntil: moment,
    since: moment,
    checkedAt: orNull(Type.String({ description: 'When it was last read back whole; RFC 3339' })),
    damage: orNull(Type.Enum(['altered', 'missing', 'unreadable'])),
  },
  closed,
);

/** How its viewing copy stands, as the ledger says; how it can be watched is asked for at its own path. */
const viewing = Type.Object(
  {
    state: Type.Enum(['none', 'waiting', 'made', 'failed', 'removed']),
    at: Type.Optional(moment),
    said: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'As the entry has it' })),
    tail: Type.Optional(orNull(Type.String({ description: 'The last that ffmpeg said' }))),
  },
  closed,
);

export const Evidence = Type.Object(
  {
    ...listed,
    digests: Type.Object({ sha256: digest, blake3: digest, sm3: orNull(digest) }, closed),
    original: orNull(
      Type.Object({
        vault: Type.String(),
        object: Type.String(),
        objectPath: Type.String(),
        retainUntil: moment,
        immutable: Type.Boolean(),
        readBack: Type.Boolean({ description: 'Whether it was read back from there and was equal' }),
        storedAt: moment,
      }),
    ),
    copies: Type.Array(copy),
    retention: Type.Record(Type.String(), Type.Unknown(), {
      description: 'Its class, how long it is kept, what holds it',
    }),
    sidecars: Type.Array(
      Type.Object(
        {
          path: Type.String(),
          pathBase64: Type.Optional(Type.String()),
          bytes: size,
          sha256: digest,
          modified: moment,
          objectPath: orNull(Type.String()),
        },
        closed,
      ),
    ),
    handedIn: orNull(Type.Record(Type.String(), Type.Unknown())),
    session: orNull(Type.String()),
    verdicts: Type.Array(Verdict),
    marker: orNull(Type.Record(Type.String(), Type.Unknown())),
    tags: Type.Array(tag),
    location: Type.Record(Type.String(), Type.Unknown()),
    findings: Type.Array(Finding),
    viewing,
    history: Type.Array(Entry),
  },
  closed,
);
