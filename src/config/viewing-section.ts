import Type from 'typebox';

/** `viewing` in the configuration. */
export const viewing = Type.Object(
  {
    make: Type.Enum(['all', 'asked'], {
      description:
        '"all": every recording gets a viewing copy by itself, while no card is read. "asked": only those that somebody wants to watch.',
      default: 'all',
    }),
    height: Type.Integer({
      description:
        'How many pixels the shorter side of a viewing copy has at most; what is smaller stays as it is.',
      minimum: 240,
      maximum: 2_160,
      default: 720,
    }),
    mark: Type.Enum(['burnt', 'laid_over'], {
      description:
        '"burnt": the words "viewing copy" and the evidence number are in the picture. "laid_over": the player shows them, and streams that browsers play are not transcoded.',
      default: 'burnt',
    }),
    font: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Font file with Chinese characters for the mark. A relative path is taken from the folder of this file; null: one that the system has.',
      default: null,
    }),
    atOnce: Type.Integer({
      description: 'How many viewing copies are made at once.',
      minimum: 1,
      maximum: 4,
      default: 1,
    }),
    storeMebibytes: Type.Integer({
      description:
        'Size of all viewing copies together, MiB. Beyond it the one that nobody has watched for longest is deleted; it can be made again.',
      minimum: 1,
      maximum: 1_000_000_000,
      default: 204_800,
    }),
  },
  { additionalProperties: false, description: 'Copies for watching in a browser; they are no evidence.' },
);
