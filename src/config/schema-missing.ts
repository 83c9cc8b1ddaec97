import Type from 'typebox';

/** After how long the station says that something is missing. */
export const missing = Type.Object(
  {
    recorderDays: Type.Integer({
      description:
        'Days for which a recorder in use may not have been docked before an alarm says so; 0: it is not watched.',
      minimum: 0,
      maximum: 3_650,
      default: 14,
    }),
    caseDays: Type.Integer({
      description:
        'Days after the first moment of a case with a matter that must be recorded (else after it was entered) by which a recording must be filed under it; 0: not watched.',
      minimum: 0,
      maximum: 3_650,
      default: 7,
    }),
    evidenceDays: Type.Integer({
      description:
        'Days after it was taken in by which evidence must be filed under a case before an alarm says so; 0: not watched.',
      minimum: 0,
      maximum: 3_650,
      default: 7,
    }),
  },
  { additionalProperties: false, description: 'When something that ought to be there is missed.' },
);
