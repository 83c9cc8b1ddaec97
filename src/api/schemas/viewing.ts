import Type from 'typebox';
import { copyStates, pictureNames } from '../../station/footage/shown-copy.ts';
import { closed, digest, orNull, size } from './common.ts';

const link = Type.String({ description: 'Relative to the station' });
const milliseconds = orNull(Type.Integer({ description: 'Milliseconds' }));

/** How the viewing copy of an item stands. */
export const ViewingCopy = Type.Object(
  {
    evidence: Type.String(),
    state: Type.Enum([...copyStates]),
    because: orNull(Type.String({ description: 'Why there is none, as a code' })),
    why: orNull(Type.String({ description: 'The same in words' })),
    percent: orNull(Type.Number({ description: 'How far its making is, from 0 to 100' })),
    copy: orNull(
      Type.Object(
        {
          how: Type.Enum(['transcoded', 'remuxed', 'sound', 'still']),
          mark: Type.Enum(['burnt', 'burnt_latin', 'laid_over', 'none']),
          type: Type.String({ description: 'Media type' }),
          durationMs: milliseconds,
          originalMs: milliseconds,
          width: orNull(Type.Integer({ description: 'Pixels' })),
          height: orNull(Type.Integer({ description: 'Pixels' })),
          bytes: size,
          sha256: digest,
          pictures: Type.Array(Type.Enum([...pictureNames])),
        },
        closed,
      ),
    ),
    links: orNull(
      Type.Object(
        {
          playback: link,
          media: link,
          file: link,
          poster: orNull(link),
          storyboard: orNull(link),
          storyboardTimes: orNull(link),
          waveform: orNull(link),
        },
        closed,
      ),
    ),
  },
  closed,
);

const seconds = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Seconds from the start' });

/** What a player comes to next. */
export const PlaybackWish = Type.Object({ fromSeconds: seconds, toSeconds: seconds }, closed);

/** What stands in the ledger as seen, and may be played. */
export const OpenPlayback = Type.Object(
  {
    fromSeconds: seconds,
    toSeconds: seconds,
    viewer: Type.String({ description: 'Whose eyes it is for: to be shown over the picture' }),
    at: Type.String({ description: 'By the clock of the station, RFC 3339' }),
  },
  closed,
);
