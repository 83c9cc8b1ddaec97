import Type, { type Static } from 'typebox';
import { startSources } from '../custody/entry-kinds.ts';

/** What a name's parts may be called. `stamp` is YYYYMMDDhhmmss, `date` YYYYMMDD, `time` hhmmss; no zone in any. */
export const nameGroups = [
  'device',
  'officer',
  'date',
  'time',
  'stamp',
  'segment',
  'important',
  'prefix',
] as const;
export type NameGroup = (typeof nameGroups)[number];

/** What a mark may say. */
export const markSays = ['officer', 'officer_name', 'unit', 'unit_name'] as const;
export type MarkSays = (typeof markSays)[number];

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1, maxLength: 400 });
const bothLanguages = Type.Object({ en: text, zh: text }, closed);
const pattern = Type.String({ minLength: 1, maxLength: 300 });
/** A file or folder on the card: parts joined by `/`, `*` for any characters within a part. */
const part = '[^/*]*(?:\\*[^/*]*){0,3}';
const parts = `(?!.*(?:^|/)\\.{0,2}(?:/|$))${part}(?:/${part})*`;
const cardPath = Type.String({ pattern: `^${parts}$`, maxLength: 200, description: 'DCIM | DCIM/*/x.txt' });
/** `.` is the whole card. */
const cardFolder = Type.String({
  pattern: `^(?:\\.|${parts})$`,
  maxLength: 200,
  description: '. | DCIM | DCIM/*',
});
const nameOnCard = Type.String({ pattern: `^(?!$)${part}$`, maxLength: 200, description: 'x.txt | *.THM' });
const extensions = Type.Array(Type.String({ pattern: '^[a-z0-9]{1,8}$', description: 'mp4 | jpg' }), {
  uniqueItems: true,
});
const usbHex = Type.String({ pattern: '^[0-9a-f]{4}$', description: "'4255' | '00ff'" });

/** How to know a card. Markers, folders, names and recordings must all hold; USB and label must, where they are known. */
const Know = Type.Object(
  {
    usb: Type.Optional(
      Type.Array(
        Type.Object(
          {
            vid: usbHex,
            pid: Type.Optional(usbHex),
            /** Matched to the whole product string. */
            product: Type.Optional(pattern),
            /** `vendor_start`: under this id there is no card yet, until the vendor's login switches the device. */
            shows: Type.Enum(['mass_storage', 'vendor_start']),
          },
          closed,
        ),
        { minItems: 1 },
      ),
    ),
    /** Matched to the whole label. */
    volumeLabel: Type.Optional(pattern),
    /** Each must be there as an ordinary file, with a line that `content` matches whole. */
    markers: Type.Optional(
      Type.Array(Type.Object({ path: cardPath, content: Type.Optional(pattern) }, closed), { minItems: 1 }),
    ),
    folders: Type.Optional(Type.Array(cardPath, { minItems: 1 })),
    /** One of these must match the whole stem of at least one media file in the profile's places. */
    fileNames: Type.Optional(Type.Array(pattern, { minItems: 1 })),
    /** At least one media file must lie in the profile's places. */
    recordings: Type.Optional(Type.Literal(true)),
  },
  { ...closed, minProperties: 1 },
);

const Identity = Type.Object(
  {
    /** Files whose whole content is the device number. */
    wholeFiles: Type.Array(cardPath),
    /** Keys in sections of INI files. */
    iniKeys: Type.Array(Type.Object({ path: cardPath, section: text, key: text }, closed)),
    /** Log files; in the newest one that has such a line, the last line that `line` matches whole gives `device`. */
    newestLogs: Type.Array(Type.Object({ path: cardPath, line: pattern }, closed)),
    /** Whether every unit of the model has a USB serial of its own. */
    serialUnique: Type.Boolean(),
  },
  closed,
);

const Mark = Type.Object(
  { path: cardPath, section: text, key: text, says: Type.Enum([...markSays]) },
  closed,
);

const Example = Type.Object(
  {
    path: text,
    /** What the name says; a part left out is one that the name does not say. Absent: the name says nothing. */
    facts: Type.Optional(
      Type.Object(
        {
          device: Type.Optional(text),
          officer: Type.Optional(text),
          start: Type.Optional(text),
          segment: Type.Optional(Type.Integer()),
          important: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** One recorder model, one file in `devices/`. */
export const DeviceProfile = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 60, description: 'generic-dcim' }),
    name: bothLanguages,
    vendor: Type.Optional(text),
    /**
     * Which wins where several match: a model over a marker, a marker over what is taken in by hand only, that over a generic
     * profile. A docked card never matches one of `by_hand`.
     */
    breadth: Type.Enum(['model', 'marker', 'by_hand', 'generic']),
    know: Know,
    recordings: Type.Object(
      {
        /** Folders, with everything below them; `.` for the whole card. */
        under: Type.Array(cardFolder, { minItems: 1 }),
        video: extensions,
        audio: extensions,
        image: extensions,
      },
      closed,
    ),
    /** Regular expressions for the whole stem of a recording's name, tried in order. */
    names: Type.Array(pattern),
    /** Folders in which the recorder keeps what the officer marked as important. */
    importantFolders: Type.Array(cardPath),
    sidecars: extensions,
    /** Names of files or folders, anywhere on the card, that are never recordings. */
    ignore: Type.Array(nameOnCard),
    identity: Identity,
    /** What INI files say beside the recorder's number: who carries it, of which unit. Kept, and believed after the roster. */
    marks: Type.Optional(Type.Array(Mark)),
    /** A number of zeros only is what the factory set, not an identity. */
    zeroMeans: Type.Enum(['factory_default']),
    /** The zone in which the recorder's clock runs: an IANA name, or `unknown`. */
    clock: Type.Object(
      {
        zone: text,
        /** Which source of a recording's start is believed first; absent: name, container, sidecar, file. */
        starts: Type.Optional(Type.Array(Type.Enum([...startSources]), { minItems: 1, uniqueItems: true })),
      },
      closed,
    ),
    /**
     * What this model's encoder and muxer write into the container, as patterns for the whole of such a text (encoder,
     * software, handler). A recording in which another program's name stands, and none of these, is told. Absent: unknown.
     */
    encoderMarks: Type.Optional(Type.Array(pattern, { minItems: 1 })),
    quirks: Type.Array(bothLanguages),
    examples: Type.Array(Example, { minItems: 1 }),
  },
  closed,
);
export type DeviceProfile = Static<typeof DeviceProfile>;

/** Every media extension of the profile, in lower case. */
export function mediaExtensions(profile: DeviceProfile): readonly string[] {
  const { video, audio, image } = profile.recordings;
  return [...video, ...audio, ...image];
}
