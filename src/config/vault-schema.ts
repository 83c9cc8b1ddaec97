import Type from 'typebox';

const timeOfDay = '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$';
const section = { additionalProperties: false } as const;

const fileOrNull = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description, default: null });

const s3 = Type.Object(
  {
    endpoint: Type.Union([Type.String({ pattern: '^https?://' }), Type.Null()], {
      description: 'Where the store answers, as http(s)://HOST[:PORT]; null: AWS in that region.',
      default: null,
    }),
    region: Type.String({
      description: 'Region of the store, as it calls it.',
      minLength: 1,
      default: 'us-east-1',
    }),
    bucket: Type.String({
      description: 'Bucket with Object Lock; "docket init" makes it where there is none.',
      pattern: '^(?:|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$',
      default: '',
    }),
    prefix: Type.String({
      description:
        'Before every name in the bucket, ending with "/"; stations that share a bucket have one each.',
      pattern: '^(?:[A-Za-z0-9._-]{1,100}/){0,8}$',
      default: '',
    }),
    mode: Type.Enum(['COMPLIANCE', 'GOVERNANCE'], {
      description:
        '"COMPLIANCE": nobody can delete what is locked, the owner of the store included. "GOVERNANCE": whom the store has given that right can.',
      default: 'COMPLIANCE',
    }),
    pathStyle: Type.Boolean({
      description:
        "Whether the bucket stands in the path and not in the host's name, as most stores outside of AWS want it.",
      default: true,
    }),
    keyFile: fileOrNull(
      'File with the keys (aws_access_key_id = …, aws_secret_access_key = …), readable by the daemon alone; null: the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    ),
    caFile: fileOrNull('File with the certificates to trust (PEM); null: those of the system.'),
    partMebibytes: Type.Integer({
      description:
        'MiB of one part of an upload. So much times partsAtOnce is the most memory that uploads take.',
      minimum: 5,
      maximum: 512,
      default: 5,
    }),
    partsAtOnce: Type.Integer({
      description: 'How many parts are on their way at once, over all uploads.',
      minimum: 1,
      maximum: 64,
      default: 4,
    }),
    uploadsAtOnce: Type.Integer({
      description: 'How many originals go up at once.',
      minimum: 1,
      maximum: 32,
      default: 4,
    }),
    answerSeconds: Type.Integer({
      description: 'Seconds without a byte after which a request has failed. A busy store may take minutes.',
      minimum: 5,
      maximum: 3_600,
      default: 180,
    }),
    readBack: Type.Enum(['always', 'sample'], {
      description:
        '"always": each original is read back whole before it counts as stored. "sample": one in ten, and only while "docket doctor --vault" has proved of this very store, within 90 days, that it refuses what was corrupted on its way; else all.',
      default: 'always',
    }),
    bandwidth: Type.Array(
      Type.Object(
        {
          from: Type.String({ description: 'From this time of day on, HH:MM.', pattern: timeOfDay }),
          to: Type.String({
            description: 'Up to this one; past midnight where it is not later, all day where it is the same.',
            pattern: timeOfDay,
          }),
          mebibytesPerSecond: Type.Number({
            description: 'MiB a second that may go up, and as much that is read back.',
            minimum: 0.05,
            maximum: 100_000,
          }),
        },
        section,
      ),
      {
        description:
          "Hours on the station's clock in which the line to the store is not to be filled. Where several hold, the lowest does; outside of all there is no limit.",
        default: [],
      },
    ),
    logRetentionDays: Type.Integer({
      description: "Days for which the ledger's own objects are locked.",
      minimum: 1,
      maximum: 36_500,
      default: 3_650,
    }),
  },
  { ...section, description: 'The store of a vault of kind "s3". Keys never stand in this file.' },
);

const days = (description: string, least: number, preset: number) =>
  Type.Integer({ description, minimum: least, maximum: 36_500, default: preset });

/**
 * None of the regulations that are served names a number of days: ZZ-27 keeps recordings that are evidence with their
 * file, and all others "for the period set by rule"; QZ-21-2 and ZZ-25 have case files archived. So the defaults stand
 * on what those rules refer to.
 */
const retention = Type.Object(
  {
    // Six months at the most (184 days) is what the rule of 2016 on recording police enforcement asks as a minimum;
    // Administrative Penalty Law art. 36 pursues for five years what endangers life, health or finance, and
    // Administrative Litigation Law art. 46 lets an act be sued against for five. ZZ-18 to ZZ-20 record such acts throughout.
    importantDays: days(
      'Days for which an original that is marked important is locked after the day on which it was stored.',
      1,
      1_827,
    ),
    // The shortest period of a case file in an archive is ten years (QZ-21-2, ZZ-25, ZZ-27: it goes with its file).
    evidenceDays: days(
      'Days for which an original that belongs to a case is locked after the day on which it was stored, and again after the day on which each case of it was closed. While a case is open it is on hold.',
      1,
      3_653,
    ),
    // No lock can ever be shortened: what nobody has classified is locked for a short time and held besides.
    unclassifiedDays: days(
      'Days for which an original that nobody has classified is locked after the day on which it was stored; it is on hold besides until somebody has.',
      1,
      30,
    ),
  },
  {
    ...section,
    description:
      'For how long originals are locked, by their class; the longest wins. The days of ordinary ones are retentionDays. Shortening any of them never shortens what is locked already.',
  },
);

export const vault = Type.Object(
  {
    kind: Type.Enum(['local', 's3'], {
      description:
        '"local": originals are kept on a disk of this station. "s3": in a store with Object Lock; recordings are staged here and go up by themselves.',
      default: 'local',
    }),
    folder: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Folder of the vault, with "s3" the one in which recordings are staged. A relative path is taken from the folder of this file; null: "vault" in the data folder.',
      default: null,
    }),
    reserveMebibytes: Type.Integer({
      description: "MiB of that folder's disk that ingest leaves free, for the ledger and the system.",
      minimum: 1,
      maximum: 1_048_576,
      default: 1024,
    }),
    immutable: Type.Enum(['auto', 'off'], {
      description:
        '"auto": originals get the immutable flag of the file system where it has one and the daemon may set it. "off": read-only mode alone.',
      default: 'auto',
    }),
    designated: Type.Boolean({
      description:
        "Whether the unit has designated this vault as its server for recordings; where not, storing in it ends no limit that asks for the unit's server (QZ-21-1).",
      default: true,
    }),
    designatedBy: Type.String({
      description: "The unit's document that designates it, by its number. At most 200 characters.",
      maxLength: 200,
      default: '',
    }),
    retentionDays: Type.Integer({
      description:
        'Days for which an original that somebody has called ordinary is locked after the day on which it was stored. Shortening it never shortens what is locked already.',
      minimum: 1,
      maximum: 36_500,
      default: 186,
    }),
    retention,
    s3,
  },
  { ...section, description: 'Where originals are kept.' },
);
