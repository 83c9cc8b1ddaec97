import Type, { type Static } from 'typebox';
import { access } from './access-section.ts';
import { backup } from './backup-section.ts';
import { dock } from './dock-section.ts';
import { erasing, fullRecorder } from './erasing-section.ts';
import { fixity } from './fixity-section.ts';
import { http } from './http-section.ts';
import { missing } from './schema-missing.ts';
import { vault } from './vault-schema.ts';
import { viewing } from './viewing-section.ts';

/** The newest `version` of the configuration file that this program reads. */
export const knownConfigVersion = 1;

const section = { additionalProperties: false } as const;

const station = Type.Object(
  {
    code: Type.String({
      description:
        'Code of this station, unique in the unit; it becomes part of the name of the ledger. 1-32 letters, digits, ".", "_" or "-".',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$',
      examples: ['ST01', 'dock-2.3'],
      default: 'ST01',
    }),
    name: Type.String({
      description: 'Name of the station as shown on screens. At most 100 characters.',
      maxLength: 100,
      default: '',
    }),
    unit: Type.String({
      description: 'Name of the unit the station belongs to. At most 100 characters.',
      maxLength: 100,
      default: '',
    }),
    zone: Type.String({
      description:
        'Time zone of the station, an IANA name. Names on recorders carry local time without a zone; it is read in this one.',
      format: 'time-zone',
      default: 'Asia/Shanghai',
    }),
    language: Type.Enum(['zh', 'en'], {
      description: 'Language of the daemon where no terminal says otherwise.',
      default: 'zh',
    }),
  },
  { ...section, description: 'Who this station is.' },
);

const deadlines = Type.Object(
  {
    policy: Type.String({
      description: 'The regulation by which recordings are judged (docket deadline --help).',
      minLength: 1,
      default: 'quzhou-2022',
    }),
    policyFolder: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description: 'Folder with regulations of the unit itself, one YAML file each; null: none.',
      default: null,
    }),
    dockingIsReturn: Type.Boolean({
      description: 'Whether the unit has ordered in writing that docking a recorder counts as the return.',
      default: false,
    }),
    openDays: Type.Enum(['calendar', 'working'], {
      description: 'Which days a clause means that says "days" without more (HY-11).',
      default: 'calendar',
    }),
    endOfDay: Type.Union([Type.String({ pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' }), Type.Null()], {
      description: 'When the last day of a limit ends: the close of business hours as HH:MM; null: 24:00.',
      default: null,
    }),
    sessions: Type.Enum(['joined', 'single'], {
      description:
        '"joined": the recordings of one course of enforcement are judged together, by the end of the last. "single": each by itself, where the unit has ordered so.',
      default: 'joined',
    }),
    sessionGapMinutes: Type.Integer({
      description:
        'Minutes between the end of one recording of a recorder and the start of the next, up to which both are one course of enforcement.',
      minimum: 0,
      maximum: 1_440,
      default: 30,
    }),
    clockToleranceSeconds: Type.Integer({
      description: "Seconds by which a recorder's clock may be off before its verdicts are doubtful.",
      minimum: 1,
      maximum: 86_400,
      default: 300,
    }),
    calendar: Type.Object(
      {
        restDays: Type.Array(Type.String(), { description: 'Own rest days, ISO dates.', default: [] }),
        workDays: Type.Array(Type.String(), {
          description: 'Own working days on weekends or holidays, ISO dates.',
          default: [],
        }),
        years: Type.Array(Type.Integer({ minimum: 1949, maximum: 9999 }), {
          description: 'Years whose announced arrangement is entered here completely.',
          default: [],
        }),
      },
      { ...section, description: 'Days that differ from what the program knows.' },
    ),
  },
  { ...section, description: 'What counts as in time.' },
);

const continuity = Type.Object(
  {
    gapSeconds: Type.Integer({
      description:
        "Seconds between two recordings of one session that are no interruption, beyond the recorder's own habit.",
      minimum: 1,
      maximum: 3_600,
      default: 10,
    }),
    overlapSeconds: Type.Integer({
      description:
        'Seconds that a recorder keeps from before its key was pressed: so far two recordings may overlap.',
      minimum: 1,
      maximum: 3_600,
      default: 60,
    }),
  },
  { ...section, description: 'What counts as footage that does not fit together.' },
);

const intake = Type.Object(
  {
    sm3: Type.Boolean({
      description: 'Whether SM3 is computed beside SHA-256 for every original.',
      default: false,
    }),
    settleSeconds: Type.Number({
      description:
        'Seconds for which size and time of a file must stand still before it is read: the recorder may still be writing.',
      minimum: 0,
      maximum: 300,
      default: 2,
    }),
    redock: Type.Enum(['fast', 'full'], {
      description:
        'How a recording that was ingested before is known again. "fast": path, size, time and digests of both ends. "full": it is read whole.',
      default: 'fast',
    }),
    unregistered: Type.Enum(['accept', 'refuse'], {
      description: 'What happens to a recorder that is not registered at this station.',
      default: 'accept',
    }),
    stallSeconds: Type.Number({
      description:
        'Seconds without a single byte after which a card is given up on until it is docked again.',
      minimum: 1,
      maximum: 3600,
      default: 30,
    }),
    changeAttempts: Type.Integer({
      description:
        'How many times a recording that changes while it is read is read again before it is deferred.',
      minimum: 1,
      maximum: 100,
      default: 3,
    }),
    retryFullSeconds: Type.Number({
      description: 'Seconds between two attempts while the vault is full.',
      minimum: 1,
      maximum: 3600,
      default: 30,
    }),
    workers: Type.Integer({
      description: 'How many threads compute digests; 0: as many as the machine has cores.',
      minimum: 0,
      maximum: 256,
      default: 0,
    }),
  },
  { ...section, description: 'How recordings are brought in.' },
);

const ledger = Type.Object(
  {
    checkpointMinutes: Type.Integer({
      description: 'Minutes between two signed checkpoints while entries are appended.',
      minimum: 1,
      maximum: 1440,
      default: 60,
    }),
  },
  { ...section, description: 'The record of everything that happened.' },
);

const log = Type.Object(
  {
    level: Type.Enum(['trace', 'debug', 'info', 'warn', 'error'], {
      description: "The least important level that goes into the daemon's log.",
      default: 'info',
    }),
  },
  { ...section, description: "The daemon's own log; it is no evidence." },
);

/** The shape of `ingest.config.yaml`. Every setting has its unit in its name or its description. */
export const configSchema = Type.Object(
  {
    version: Type.Literal(knownConfigVersion, {
      description: 'Version of this file format.',
      default: knownConfigVersion,
    }),
    dataFolder: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Data folder: ledger, journal, keys, socket. A relative path is taken from the folder of this file. --data and the variable DOCKET_DATA come first; null: $XDG_DATA_HOME/docket or ~/.local/share/docket.',
      default: null,
    }),
    station,
    dock,
    intake,
    deadlines,
    missing,
    continuity,
    vault,
    fixity,
    erasing,
    fullRecorder,
    viewing,
    ledger,
    backup,
    access,
    http,
    log,
  },
  { ...section, title: 'Docket: ingest.config.yaml' },
);

/** The file's content with every default filled in; paths as they are written. */
export type ConfigFile = Static<typeof configSchema>;
