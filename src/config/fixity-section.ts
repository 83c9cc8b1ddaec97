import Type from 'typebox';

/**
 * `fixity` in the configuration. 90 days: an original that is locked for the usual 186 days (`vault.retentionDays`) is
 * read back twice before its lock ends, and damage of one copy is found before the other one is old enough to follow.
 * 20 MiB/s: a fifth of what a slow disk reads, and yet 148 TiB in 90 days.
 */
export const fixity = Type.Object(
  {
    days: Type.Integer({
      description:
        'Days within which every original, and every copy in the mirror, is read back and compared; 0: none is.',
      minimum: 0,
      maximum: 3_650,
      default: 90,
    }),
    mebibytesPerSecond: Type.Integer({
      description:
        'MiB that are read back in a second at most, of each vault; while cards are read, none are.',
      minimum: 1,
      maximum: 10_000,
      default: 20,
    }),
  },
  {
    additionalProperties: false,
    description:
      'How originals are read back again and again, so that damage is found while there is a copy.',
  },
);
