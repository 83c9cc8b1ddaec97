import Type from 'typebox';

const section = { additionalProperties: false } as const;

const dockFolder = Type.Object(
  {
    path: Type.String({
      description:
        'Folder to watch. A relative path is taken from the folder of this file; "~/" is the home folder.',
      minLength: 1,
    }),
    kind: Type.Enum(['cards', 'mounts'], {
      description:
        '"cards": every sub-folder is a card, however it got there. "mounts": only sub-folders on which a file system is mounted are cards.',
      default: 'cards',
    }),
  },
  section,
);

/** `dock` in the configuration. */
export const dock = Type.Object(
  {
    folders: Type.Array(dockFolder, {
      description: 'Folders under which cards appear. The sub-folder is called like the port.',
      default: [],
    }),
    scanMilliseconds: Type.Integer({
      description: 'Milliseconds between two scans of what is docked.',
      minimum: 50,
      maximum: 10_000,
      default: 250,
    }),
    rejoinSeconds: Type.Number({
      description: 'Seconds within which a recorder that comes back at the same port is the same docking.',
      minimum: 0,
      maximum: 60,
      default: 3,
    }),
    usb: Type.Object(
      {
        mode: Type.Enum(['observe', 'manage', 'off'], {
          description:
            '"observe": what something else mounts from the USB bus is a card. "manage": the daemon mounts recorders itself, read-only (root, or the right to mount). "off": only folders are watched.',
          default: 'observe',
        }),
        mountFolder: Type.String({
          description: 'Where "manage" mounts recorders: a folder for each place on the bus.',
          minLength: 1,
          default: '/run/docket',
        }),
      },
      { ...section, description: 'Recorders on the USB bus.' },
    ),
    layout: Type.Object(
      {
        ports: Type.Array(Type.String({ minLength: 1, maxLength: 16 }), {
          description:
            'Numbers as painted on the dock, row by row from the front; empty: the ports that were given numbers.',
          maxItems: 60,
          default: [],
        }),
        columns: Type.Union([Type.Integer({ minimum: 1, maximum: 10 }), Type.Null()], {
          description: 'Ports in a row; null: as many as suit the screen.',
          default: null,
        }),
      },
      { ...section, description: 'How the dock looks from the front, as its screen draws it.' },
    ),
    profileFolder: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Folder with device profiles of the unit itself, read beside those that come with the program; null: none.',
      default: null,
    }),
  },
  { ...section, description: 'Where recorders appear.' },
);
