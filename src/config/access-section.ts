import Type from 'typebox';

/** Who may come in, for how long, and what the unit has ordered about watching. */
export const access = Type.Object(
  {
    shortestPassword: Type.Integer({
      description: 'How many characters a password has at least.',
      minimum: 8,
      maximum: 64,
      default: 12,
    }),
    failures: Type.Integer({
      description: 'How many failed sign-ins lock an account for the address they came from.',
      minimum: 3,
      maximum: 100,
      default: 5,
    }),
    lockMinutes: Type.Integer({
      description: 'Minutes for which it is locked then.',
      minimum: 1,
      maximum: 1_440,
      default: 15,
    }),
    idleMinutes: Type.Integer({
      description: 'Minutes without a call after which somebody is signed out.',
      minimum: 1,
      maximum: 1_440,
      default: 30,
    }),
    absoluteHours: Type.Integer({
      description: 'Hours after which everybody signs in again.',
      minimum: 1,
      maximum: 24,
      default: 12,
    }),
    kioskIdleSeconds: Type.Integer({
      description: 'Seconds without a call after which the next person at the kiosk finds nobody signed in.',
      minimum: 10,
      maximum: 3_600,
      default: 60,
    }),
    kioskMinutes: Type.Integer({
      description: 'Minutes after which a PIN or badge is asked for again.',
      minimum: 1,
      maximum: 60,
      default: 10,
    }),
    officersWatchOwn: Type.Boolean({
      description:
        'Whether the unit has ordered in writing that officers may watch their own recordings without a request (ZZ-28, HY-13).',
      default: false,
    }),
    requestDays: Type.Integer({
      description: 'Days for which a request to watch, copy or give out may run at most.',
      minimum: 1,
      maximum: 366,
      default: 30,
    }),
    emergencyHours: Type.Integer({
      description: 'Hours for which footage may be watched in an emergency, before anybody has approved it.',
      minimum: 1,
      maximum: 168,
      default: 24,
    }),
    doorSocket: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description:
        'Socket at which other users of this machine give orders by command, each signed by an account (docket … --as ACCOUNT). Its folder says who may reach it. null: none.',
      default: null,
    }),
    tokenDays: Type.Integer({
      description: 'Days after which a token for programs expires at the latest.',
      minimum: 1,
      maximum: 730,
      default: 365,
    }),
    proposalDays: Type.Integer({
      description: 'Days within which a second person must confirm what needs two.',
      minimum: 1,
      maximum: 90,
      default: 7,
    }),
  },
  { additionalProperties: false, description: 'Accounts, signing in, and approvals.' },
);
