import Type from 'typebox';

/** `erasing` in the configuration. */
export const erasing = Type.Object(
  {
    units: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      description:
        "Codes of the units whose recorders may be erased after everything on them is stored; a recorder's unit is that of its holder by the registers. Empty: none.",
      default: [],
    }),
    models: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      description:
        'Ids of the device profiles whose recorders may be erased; both lists must name a recorder. Empty: none.',
      default: [],
    }),
    confirm: Type.Enum(['person', 'automatic'], {
      description:
        '"person": somebody confirms the list that was shown. "automatic": what is on the list goes as soon as everything on the recorder is stored.',
      default: 'person',
    }),
    folders: Type.Boolean({
      description:
        'Whether cards in plain folders (dock.folders) may be erased too; a recorder itself only where the daemon mounts it (dock.usb.mode: manage).',
      default: false,
    }),
  },
  { additionalProperties: false, description: 'What may be taken off recorders after it is stored.' },
);

/** `fullRecorder` in the configuration. */
export const fullRecorder = Type.Object(
  {
    freePercent: Type.Integer({
      description: 'How many percent of its card must be free: with less a recorder is nearly full.',
      minimum: 0,
      maximum: 100,
      default: 10,
    }),
    freeMebibytes: Type.Integer({
      description: 'The same in MiB; whichever is more counts.',
      minimum: 0,
      maximum: 10_000_000,
      default: 0,
    }),
    hoursBefore: Type.Integer({
      description:
        'How many hours before its next shift by the duty roster the alarm comes; where the roster names none, it comes at once.',
      minimum: 0,
      maximum: 8_760,
      default: 12,
    }),
  },
  { additionalProperties: false, description: 'When a recorder has too little room for the next shift.' },
);
