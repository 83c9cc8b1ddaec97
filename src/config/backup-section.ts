import Type from 'typebox';

/** `backup` in the configuration. */
export const backup = Type.Object(
  {
    folder: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Folder that backups of the ledger, the key and this file go to, on another disk; it is never created. A relative path is taken from the folder of this file; null: none are made.',
      default: null,
    }),
    at: Type.String({
      description: 'Time of day of the daily backup, HH:MM; one that was missed is made up for.',
      pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$',
      default: '02:30',
    }),
    keep: Type.Integer({
      description:
        'How many backups are kept in that folder. An older one goes only after a newer one was proved.',
      minimum: 1,
      maximum: 3_650,
      default: 7,
    }),
    recipient: Type.Union([Type.String({ pattern: '^age1[0-9a-z]{8,}$' }), Type.Null()], {
      description:
        'Public key (age1...) that backups are encrypted to; docket backup --make-key makes one. Without it no backup is made.',
      default: null,
    }),
  },
  { additionalProperties: false, description: 'Copies of what cannot be had back from the vault.' },
);
