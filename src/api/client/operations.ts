// Written by scripts/write-api-client.ts from the description of the interface: npm run client
export type Account = {
  readonly account: string;
  readonly name: string | null;
  readonly person: string | null;
  readonly officer: string | null;
  readonly roles: readonly string[];
  readonly units: readonly string[];
  readonly state: string;
  readonly added: string;
  readonly changed: string;
};

export type Alarm = {
  readonly alarm: string;
  readonly code: string;
  readonly severity: 'notice' | 'warning' | 'critical';
  readonly state: 'raised' | 'acknowledged' | 'handled' | 'closed';
  readonly words: string;
  readonly params: { readonly [key: string]: string | number };
  readonly raised: string;
  readonly acknowledged: string | null;
  readonly acknowledger: string | null;
  readonly note: string | null;
  readonly handled: string | null;
  readonly handler: string | null;
  readonly deed: string | null;
  readonly closed: string | null;
  readonly closer: string | null;
  readonly because: string | null;
  readonly closing: string | null;
};

export type Case = {
  readonly number: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly party: { readonly number: string; readonly name: string | null } | null;
  readonly handler: { readonly number: string; readonly name: string | null } | null;
  readonly unit: { readonly number: string; readonly name: string | null } | null;
  readonly matter: { readonly number: string; readonly name: string | null; readonly whole: boolean } | null;
  readonly moments: { readonly [key: string]: string | null };
  readonly state: 'open' | 'closed' | 'archived';
  readonly recordings: number;
  readonly candidates: number;
  readonly sessions: number;
  readonly bytes: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly missing: boolean;
  readonly limits: readonly {
    readonly clause: string;
    readonly deed: string;
    readonly what: { readonly zh: string; readonly en: string };
    readonly policy: string;
    readonly met: string | null;
    readonly verdict: string;
    readonly start: string | null;
    readonly due: string | null;
    readonly countedDays: readonly string[];
    readonly nearlyDue: boolean;
    readonly provisional: boolean;
  }[];
  readonly courses: readonly {
    readonly session: string | null;
    readonly returned: string | null;
    readonly verdicts: readonly Verdict[];
    readonly recordings: readonly (readonly {
      readonly evidenceId: string;
      readonly candidate: boolean;
      readonly path: string;
    }[])[];
  }[];
};

export type Docking = {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly assigned: boolean;
  readonly started: string;
  readonly completed: string | null;
  readonly ended: string | null;
  readonly because: string | null;
  readonly refused: string | null;
  readonly handedIn: { readonly [key: string]: unknown } | null;
  readonly summary: {
    readonly stored: number;
    readonly secured: number;
    readonly alreadyStored: number;
    readonly failed: number;
    readonly deferred: number;
    readonly ignored: number;
    readonly bytes: number;
  };
};

export type DockingDetail = {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly assigned: boolean;
  readonly started: string;
  readonly completed: string | null;
  readonly ended: string | null;
  readonly because: string | null;
  readonly refused: string | null;
  readonly handedIn: { readonly [key: string]: unknown } | null;
  readonly summary: {
    readonly stored: number;
    readonly secured: number;
    readonly alreadyStored: number;
    readonly failed: number;
    readonly deferred: number;
    readonly ignored: number;
    readonly bytes: number;
  };
  readonly left: readonly {
    readonly path: string;
    readonly pathBase64?: string;
    readonly recorder: string;
    readonly bytes: number;
    readonly state: 'failed' | 'deferred';
    readonly reason: string;
    readonly offset: number | null;
    readonly errno: string | null;
    readonly evidenceId: string | null;
  }[];
};

export type Entry = {
  readonly v?: number;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: { readonly [key: string]: unknown };
  readonly commit: { readonly [key: string]: string };
  readonly personal: { readonly [key: string]: string };
  readonly words?: string;
};

export type Evidence = {
  readonly evidenceId: string;
  readonly recorder: string;
  readonly assigned: boolean;
  readonly docking: string;
  readonly way: string;
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly modified: string;
  readonly named: {
    readonly device: string | null;
    readonly officer: string | null;
    readonly start: string | null;
    readonly segment: number | null;
    readonly important: boolean;
  };
  readonly resumed: boolean;
  readonly state: 'stored' | 'secured' | 'disposed';
  readonly securedAt: string;
  readonly storedAt: string | null;
  readonly digests: { readonly sha256: string; readonly blake3: string; readonly sm3: string | null };
  readonly original: {
    readonly vault: string;
    readonly object: string;
    readonly objectPath: string;
    readonly retainUntil: string;
    readonly immutable: boolean;
    readonly readBack: boolean;
    readonly storedAt: string;
  } | null;
  readonly copies: readonly {
    readonly vault: string;
    readonly role: 'main' | 'mirror';
    readonly sha256: string;
    readonly object: string;
    readonly location: string | null;
    readonly retainUntil: string;
    readonly since: string;
    readonly checkedAt: string | null;
    readonly damage: 'altered' | 'missing' | 'unreadable' | null;
  }[];
  readonly retention: { readonly [key: string]: unknown };
  readonly sidecars: readonly {
    readonly path: string;
    readonly pathBase64?: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly modified: string;
    readonly objectPath: string | null;
  }[];
  readonly handedIn: { readonly [key: string]: unknown } | null;
  readonly session: string | null;
  readonly verdicts: readonly Verdict[];
  readonly marker: { readonly [key: string]: unknown } | null;
  readonly tags: readonly {
    readonly field:
      | 'officer'
      | 'unit'
      | 'case'
      | 'party'
      | 'handler'
      | 'location'
      | 'matter'
      | 'title'
      | 'importance'
      | 'classification'
      | 'note';
    readonly value: string | null;
    readonly source: 'person' | 'gps' | 'roster' | 'marker' | 'file_name' | 'register';
    readonly candidates: readonly string[];
    readonly conflict: boolean;
    readonly said: readonly {
      readonly field:
        | 'officer'
        | 'unit'
        | 'case'
        | 'party'
        | 'handler'
        | 'location'
        | 'matter'
        | 'title'
        | 'importance'
        | 'classification'
        | 'note';
      readonly source: 'person' | 'gps' | 'roster' | 'marker' | 'file_name' | 'register';
      readonly values: readonly string[];
      readonly actor?: string;
      readonly at?: string;
    }[];
  }[];
  readonly location: { readonly [key: string]: unknown };
  readonly findings: readonly Finding[];
  readonly viewing: {
    readonly state: 'none' | 'waiting' | 'made' | 'failed' | 'removed';
    readonly at?: string;
    readonly said?: { readonly [key: string]: unknown };
    readonly tail?: string | null;
  };
  readonly history: readonly Entry[];
};

export type Finding = {
  readonly finding: string;
  readonly code: string;
  readonly state: 'open' | 'explained' | 'dismissed' | 'withdrawn';
  readonly said: string | null;
  readonly madeAt: string;
  readonly settledAt: string | null;
  readonly settler: string | null;
  readonly because: string | null;
  readonly statement: {
    readonly who: string | null;
    readonly when: string;
    readonly why: string | null;
    readonly signedBy: string | null;
    readonly text: string | null;
    readonly attachments: readonly unknown[];
  } | null;
  readonly reason: string | null;
  readonly words?: string;
};

export type Justification = {
  readonly justification: string;
  readonly session: string;
  readonly category: string;
  readonly text: string | null;
  readonly state: string;
  readonly submitter: string;
  readonly submitted: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
  readonly people: { readonly [key: string]: string };
  readonly attachments: readonly {
    readonly name: string | null;
    readonly sha256: string;
    readonly bytes: number;
    readonly object: string;
  }[];
};

export type ListedCase = {
  readonly number: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly party: { readonly number: string; readonly name: string | null } | null;
  readonly handler: { readonly number: string; readonly name: string | null } | null;
  readonly unit: { readonly number: string; readonly name: string | null } | null;
  readonly matter: { readonly number: string; readonly name: string | null; readonly whole: boolean } | null;
  readonly moments: { readonly [key: string]: string | null };
  readonly state: 'open' | 'closed' | 'archived';
  readonly recordings: number;
  readonly candidates: number;
  readonly sessions: number;
  readonly bytes: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly missing: boolean;
  readonly limits: readonly {
    readonly clause: string;
    readonly deed: string;
    readonly what: { readonly zh: string; readonly en: string };
    readonly policy: string;
    readonly met: string | null;
    readonly verdict: string;
    readonly start: string | null;
    readonly due: string | null;
    readonly countedDays: readonly string[];
    readonly nearlyDue: boolean;
    readonly provisional: boolean;
  }[];
};

export type ListedEvidence = {
  readonly evidenceId: string;
  readonly recorder: string;
  readonly assigned: boolean;
  readonly docking: string;
  readonly way: string;
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly modified: string;
  readonly named: {
    readonly device: string | null;
    readonly officer: string | null;
    readonly start: string | null;
    readonly segment: number | null;
    readonly important: boolean;
  };
  readonly resumed: boolean;
  readonly state: 'stored' | 'secured' | 'disposed';
  readonly securedAt: string;
  readonly storedAt: string | null;
  readonly marks: {
    readonly officer: string | null;
    readonly case: string | null;
    readonly classification: string | null;
    readonly class: 'evidence' | 'important' | 'ordinary' | 'unclassified';
    readonly lockedUntil: string | null;
    readonly held: boolean;
    readonly verdict: string | null;
    readonly findings: number;
  };
};

export type ListedRequest = {
  readonly request: string;
  readonly kind: 'view' | 'copy' | 'give_out' | 'lift';
  readonly for: string;
  readonly submitter: string;
  readonly why: string | null;
  readonly recipient: string | null;
  readonly until: string;
  readonly emergency: boolean;
  readonly items: number;
  readonly state: 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
  readonly submitted: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
  readonly people: { readonly [key: string]: string };
};

export type ListedSession = {
  readonly session: string;
  readonly recorder: string;
  readonly officers: readonly string[];
  readonly items: number;
  readonly start: string | null;
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string;
  readonly stored: string | null;
  readonly doubtful: boolean;
  readonly fixed: boolean;
  readonly verdicts: readonly Verdict[];
};

export type LiveDocking = {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly phase: string;
  readonly files: { readonly total: number; readonly done: number };
  readonly bytes: { readonly total: number; readonly done: number };
  readonly bytesPerSecond: number;
  readonly secondsLeft: number | null;
  readonly current: string | null;
  readonly failed: number;
  readonly deferred: number;
  readonly safeToTake: boolean;
};

export type Party = {
  readonly code: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly cases: readonly ListedCase[];
  readonly recordings: readonly {
    readonly evidenceId: string;
    readonly candidate: boolean;
    readonly path: string;
  }[];
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly field: string | null;
  readonly next: string;
};

export type Recorder = {
  readonly recorder: string;
  readonly profile: string | null;
  readonly holder: string | null;
  readonly state: string | null;
  readonly registered: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
};

export type RequestDetail = {
  readonly request: string;
  readonly kind: 'view' | 'copy' | 'give_out' | 'lift';
  readonly for: string;
  readonly submitter: string;
  readonly why: string | null;
  readonly recipient: string | null;
  readonly until: string;
  readonly emergency: boolean;
  readonly items: number;
  readonly state: 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
  readonly submitted: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
  readonly people: { readonly [key: string]: string };
  readonly evidence: readonly string[];
};

export type Role = {
  readonly name: string;
  readonly grants: { readonly [key: string]: 'own' | 'units' | 'all' };
  readonly secondFactor: boolean;
};

export type Row = {
  readonly key: string;
  readonly values: { readonly [key: string]: string };
  readonly entered: string;
  readonly changed: string;
};

export type RowDetail = {
  readonly register: string;
  readonly key: string;
  readonly values: { readonly [key: string]: string };
  readonly entered: string;
  readonly changed: string;
  readonly history: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: { readonly kind: string; readonly id: string };
    readonly event: 'entered' | 'changed' | 'removed' | 'registered';
    readonly import: string | null;
    readonly values: { readonly [key: string]: string };
    readonly changes: readonly {
      readonly field: string;
      readonly from: string | null;
      readonly to: string | null;
    }[];
    readonly cause: string | null;
  }[];
};

export type Session = {
  readonly session: string;
  readonly recorder: string;
  readonly officers: readonly string[];
  readonly items: number;
  readonly start: string | null;
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string;
  readonly stored: string | null;
  readonly doubtful: boolean;
  readonly fixed: boolean;
  readonly verdicts: readonly Verdict[];
  readonly recordings: readonly {
    readonly evidenceId: string;
    readonly start: string | null;
    readonly startSource: string | null;
    readonly durationMs: number | null;
    readonly ended: string | null;
    readonly endSource: string | null;
    readonly offsetSeconds: number | null;
    readonly doubtful: boolean;
    readonly claims: unknown;
    readonly docked: string | null;
    readonly secured: string;
    readonly stored: string | null;
  }[];
  readonly history: readonly Entry[];
};

export type SignIn = {
  readonly account: string;
  readonly name: string | null;
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly officer: string | null;
  readonly by: string;
  readonly pending: string | null;
  readonly csrf: string | null;
  readonly ends: string | null;
  readonly idles: string | null;
  readonly idlesIn: number | null;
};

export type StationStatus = {
  readonly station: { readonly code: string; readonly name: string; readonly unit: string };
  readonly data: string;
  readonly daemon: { readonly running: boolean };
  readonly dockings: readonly LiveDocking[];
  readonly lastDockings: readonly Docking[];
  readonly counts: { readonly [key: string]: number };
  readonly verdicts: { readonly [key: string]: number };
  readonly alarms: { readonly [key: string]: number };
  readonly vault: {
    readonly address: string;
    readonly folder: string;
    readonly reserveBytes: number;
    readonly freeBytes: number | null;
    readonly totalBytes: number | null;
    readonly problem: string | null;
  };
  readonly uploads: { readonly [key: string]: unknown } | null;
  readonly viewing: { readonly [key: string]: unknown };
  readonly backup: { readonly [key: string]: unknown } | null;
  readonly ledger: {
    readonly origin: string;
    readonly size: number;
    readonly checkpoint: number | null;
    readonly ahead: { readonly seconds: number; readonly since: number; readonly until: string } | null;
  };
};

export type Token = {
  readonly token: string;
  readonly account: string;
  readonly label: string | null;
  readonly permissions: readonly string[];
  readonly made: string;
  readonly expires: string;
  readonly revoked: string | null;
};

export type Verdict = {
  readonly session: string;
  readonly rule: number;
  readonly policy: string;
  readonly digest: string;
  readonly clause: string;
  readonly verdict: string;
  readonly justification: string;
  readonly doubtful: boolean;
  readonly provisional: boolean;
  readonly bySystem: boolean;
  readonly assumptions: readonly string[];
  readonly start: string | null;
  readonly due: string | null;
  readonly countedDays: readonly string[];
  readonly lastDue: string | null;
  readonly lastCountedDays: readonly string[];
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string | null;
  readonly stored: string | null;
  readonly next: string | null;
};

export type ViewingCopy = {
  readonly evidence: string;
  readonly state: 'none' | 'waiting' | 'made' | 'failed' | 'removed' | 'gone';
  readonly because: string | null;
  readonly why: string | null;
  readonly percent: number | null;
  readonly copy: {
    readonly how: 'transcoded' | 'remuxed' | 'sound' | 'still';
    readonly mark: 'burnt' | 'burnt_latin' | 'laid_over' | 'none';
    readonly type: string;
    readonly durationMs: number | null;
    readonly originalMs: number | null;
    readonly width: number | null;
    readonly height: number | null;
    readonly bytes: number;
    readonly sha256: string;
    readonly pictures: readonly ('poster.jpg' | 'storyboard.jpg' | 'storyboard.vtt' | 'waveform.svg')[];
  } | null;
  readonly links: {
    readonly playback: string;
    readonly media: string;
    readonly file: string;
    readonly poster: string | null;
    readonly storyboard: string | null;
    readonly storyboardTimes: string | null;
    readonly waveform: string | null;
  } | null;
};

export interface Operations {
  /** The badge of an account for the kiosk, or none */
  accountBadge: {
    asks: { params: { account: string }; body: { readonly badge: string | null } };
    answers: { readonly [key: string]: unknown };
  };
  /** Adds or changes an account, or gives it a new one-time password, shown once */
  accountDeed: {
    asks: {
      body:
        | {
            readonly deed: 'add';
            readonly name: string;
            readonly person: string | null;
            readonly roles: readonly string[];
            readonly units: readonly string[];
            readonly officer: string | null;
          }
        | {
            readonly deed: 'change';
            readonly account: string;
            readonly name?: string;
            readonly person?: string | null;
            readonly roles?: readonly string[];
            readonly units?: readonly string[];
            readonly officer?: string | null;
            readonly state?: 'active' | 'disabled';
          }
        | { readonly deed: 'reset'; readonly account: string; readonly secondFactor: boolean };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** Accounts by their ids */
  accountList: {
    asks: {
      query?: {
        state?: 'active' | 'disabled';
        role?: string;
        unit?: string;
        officer?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Account[]; readonly next: string | null };
  };
  /** A new PIN for the kiosk, shown once, or none */
  accountPin: {
    asks: { params: { account: string }; body: { readonly deed: 'set' | 'removed' } };
    answers: { readonly [key: string]: unknown };
  };
  /** Ends a lock that failures have brought */
  accountUnlock: { asks: { params: { account: string } }; answers: { readonly [key: string]: unknown } };
  /** Changes one’s own password; every other sign-in of the account ends */
  changePassword: { asks: { body: { readonly present: string; readonly next: string } }; answers: undefined };
  /** The second person confirms or rejects what was proposed */
  proposalDecide: {
    asks: {
      params: { proposal: string };
      body: { readonly decision: 'confirmed' | 'rejected'; readonly note: string | null };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** What needs a second person, by its number; open ones, unless all are asked for */
  proposalList: {
    asks: {
      query?: {
        all?: boolean;
        kind?: string;
        proposer?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly { readonly [key: string]: unknown }[]; readonly next: string | null };
  };
  /** Whoever proposed it takes it back */
  proposalWithdraw: {
    asks: { params: { proposal: string }; body: { readonly note: string | null } };
    answers: { readonly [key: string]: unknown };
  };
  /** Defines a role of the same permissions, or takes one away */
  roleDefine: {
    asks: {
      body: {
        readonly role: string;
        readonly grants: { readonly [key: string]: string };
        readonly secondFactor: boolean;
      };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** The built-in roles, and those that the unit has defined itself, with what they grant */
  roleList: {
    asks: { query?: { custom?: boolean; sort?: 'name' | '-name'; limit?: number; cursor?: string } };
    answers: { readonly rows: readonly Role[]; readonly next: string | null };
  };
  /** Signs in at the kiosk with a badge */
  signInBadge: { asks: { body: { readonly badge: string } }; answers: SignIn };
  /** Signs in at the kiosk for a short while: an officer’s own tagging and justifying */
  signInPin: { asks: { body: { readonly account: string; readonly pin: string } }; answers: SignIn };
  /** Signs in with account and password, and the second factor where the role asks for one */
  signIn: {
    asks: { body: { readonly account: string; readonly password: string; readonly totp?: string | null } };
    answers: SignIn;
  };
  /** Ends the sign-in */
  signOut: { asks: Record<string, never>; answers: undefined };
  /** Who is signed in, what they may, and the token that changes need */
  signedIn: { asks: Record<string, never>; answers: SignIn };
  /** Tokens of programs; their secrets are nowhere */
  tokenList: {
    asks: {
      query?: { account?: string; valid?: boolean; sort?: 'id' | '-id'; limit?: number; cursor?: string };
    };
    answers: { readonly rows: readonly Token[]; readonly next: string | null };
  };
  /** A token for a program, with scope and expiry; its secret is shown once */
  tokenMake: {
    asks: {
      body: {
        readonly account: string;
        readonly permissions: readonly string[];
        readonly days: number;
        readonly label: string;
      };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** Ends a token at once */
  tokenRevoke: { asks: { params: { token: string } }; answers: { readonly [key: string]: unknown } };
  /** A new secret for an authenticator; it counts once a code of it was seen */
  totpBegin: { asks: Record<string, never>; answers: { readonly secret: string; readonly uri: string } };
  /** Shows a code of the authenticator; the recovery codes are told once */
  totpConfirm: {
    asks: { body: { readonly code: string } };
    answers: { readonly recovery: readonly string[] };
  };
  /** Who may call what, as a page made from the table of routes */
  whoMay: { asks: Record<string, never>; answers: Response };
  /** Somebody has seen the alarm */
  alarmAcknowledge: {
    asks: { params: { alarm: string }; body: { readonly note: string | null } };
    answers: Alarm;
  };
  /** Ends the alarm; one that nobody has handled needs a note that says why */
  alarmClose: { asks: { params: { alarm: string }; body: { readonly note: string | null } }; answers: Alarm };
  /** What was done about the alarm; may be said again as more is done */
  alarmHandle: { asks: { params: { alarm: string }; body: { readonly text: string } }; answers: Alarm };
  /** Alarms in the order in which they were raised; those that are not closed, unless a state or all is asked for */
  alarmList: {
    asks: {
      query?: {
        state?: 'raised' | 'acknowledged' | 'handled' | 'closed';
        severity?: 'notice' | 'warning' | 'critical';
        code?: string;
        all?: boolean;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Alarm[]; readonly next: string | null };
  };
  /** One alarm with what has become of it */
  alarm: { asks: { params: { alarm: string } }; answers: Alarm };
  /** Every backup that was made, and which were removed to make room */
  backupList: {
    asks: { query?: { standing?: boolean; sort?: 'made' | '-made'; limit?: number; cursor?: string } };
    answers: {
      readonly rows: readonly {
        readonly file: string;
        readonly made: string;
        readonly size: number;
        readonly bytes: number;
        readonly folder: string | null;
        readonly removed: string | null;
      }[];
      readonly next: string | null;
    };
  };
  /** Makes a backup now, into the folder that the configuration names */
  backupMake: {
    asks: Record<string, never>;
    answers: {
      readonly path: string;
      readonly made: string;
      readonly bytes: number;
      readonly sha256: string;
    };
  };
  /** Reads the announced arrangement of a year from an iCalendar file; deadlines are judged again by it */
  calendarImport: {
    asks: { params: { year: number }; query?: { correct?: boolean }; body: Blob };
    answers: {
      readonly year: number;
      readonly announced: boolean;
      readonly restDays: readonly string[];
      readonly workDays: readonly string[];
      readonly workingDays: number;
    };
  };
  /** A year’s rest days and worked weekends, as the deadlines count them */
  calendarYear: {
    asks: { params: { year: number } };
    answers: {
      readonly year: number;
      readonly announced: boolean;
      readonly restDays: readonly string[];
      readonly workDays: readonly string[];
      readonly workingDays: number;
    };
  };
  /** The electronic ledger (执法电子台账, QZ-21-0) of a case, a party or everything; that it leaves is an entry */
  caseLedger: {
    asks: { query: { of: 'case' | 'party' | 'all'; key?: string; format?: 'json' | 'csv' | 'xlsx' } };
    answers: Response;
  };
  /** Cases with what is filed under them and their limits, by their numbers */
  caseList: {
    asks: {
      query?: {
        handler?: string;
        party?: string;
        unit?: string;
        state?: 'open' | 'closed' | 'archived';
        sort?: 'number' | '-number';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly ListedCase[]; readonly next: string | null };
  };
  /** A case file: the written particulars and the recordings together (QZ-21-0, ZZ-25) */
  case: { asks: { params: { number: string } }; answers: Case };
  /** The newest signed head of the ledger, for everybody to keep (c2sp.org/tlog-checkpoint) */
  checkpoint: { asks: Record<string, never>; answers: Response };
  /** What the station runs with: every setting, those too that stand in no file */
  config: { asks: Record<string, never>; answers: { readonly [key: string]: unknown } };
  /** By which configurations the station has acted, who changed what, and what waits for a second person */
  configHistory: {
    asks: {
      query?: {
        since?: string;
        until?: string;
        sort?: 'adopted' | '-adopted';
        limit?: number;
        cursor?: string;
      };
    };
    answers: {
      readonly rows: readonly {
        readonly seq: number;
        readonly adopted: string;
        readonly digest: string;
        readonly before: string | null;
        readonly because: 'first' | 'alone' | 'confirmed' | 'plain';
        readonly proposal: string | null;
        readonly startedBy: string | null;
        readonly fileOwner: string | null;
        readonly fileWritten: string | null;
        readonly file: string | null;
        readonly sensitive: readonly string[];
        readonly waiting: readonly string[];
        readonly changes:
          | readonly { readonly key: string; readonly before: string | null; readonly after: string | null }[]
          | null;
      }[];
      readonly next: string | null;
    };
  };
  /** Asks a second person to confirm what the station found changed in its file and does not act by */
  configPropose: { asks: Record<string, never>; answers: { readonly [key: string]: unknown } };
  /** Proves that an older checkpoint is the beginning of a newer one (RFC 6962) */
  consistency: {
    asks: { query: { from: number; to?: number } };
    answers: {
      readonly from: number;
      readonly to: number;
      readonly proof: readonly string[];
      readonly checkpoint: string;
    };
  };
  /** A part of the console; its name changes with its contents */
  consoleAsset: { asks: { params: { file: string } }; answers: Response };
  /** The console’s page; which of its screens it shows stands in its address */
  consoleDock: { asks: Record<string, never>; answers: Response };
  /** The console’s page; which of its screens it shows stands in its address */
  consoleHome: { asks: Record<string, never>; answers: Response };
  /** The console’s page; which of its screens it shows stands in its address */
  consolePage: { asks: { params: { page: string } }; answers: Response };
  /** The console’s page; which of its screens it shows stands in its address */
  consoleThing: { asks: { params: { page: string; thing: string } }; answers: Response };
  /** That something happens at the dock, while it happens, for everybody who stands before it; what it is says GET /api/v1/dock */
  dockEvents: { asks: Record<string, never>; answers: Response };
  /** What whoever is signed in has brought of late, by courses of enforcement, with the cases it may belong to */
  dockOwn: {
    asks: Record<string, never>;
    answers: {
      readonly sessions: readonly {
        readonly session: string;
        readonly recorder: string;
        readonly items: number;
        readonly bytes: number;
        readonly start: string | null;
        readonly ended: string | null;
        readonly returned: string | null;
        readonly docked: string | null;
        readonly stored: string | null;
        readonly verdict: string | null;
        readonly due: string | null;
        readonly clause: string | null;
        readonly justification: string | null;
        readonly case: string | null;
        readonly confirmed: boolean;
        readonly suggested: readonly string[];
      }[];
      readonly cases: readonly { readonly number: string; readonly title: string | null }[];
    };
  };
  /** What stands at the dock, port by port, for everybody who stands before it: numbers and states, no names and no files */
  dock: {
    asks: Record<string, never>;
    answers: {
      readonly ports: readonly {
        readonly port: string;
        readonly docked: {
          readonly docking: string;
          readonly recorder: string | null;
          readonly officer: string | null;
          readonly phase: string;
          readonly files: { readonly total: number; readonly done: number };
          readonly bytes: { readonly total: number; readonly done: number };
          readonly bytesPerSecond: number;
          readonly secondsLeft: number | null;
          readonly failed: number;
          readonly deferred: number;
          readonly safeToTake: boolean;
          readonly erased: { readonly gone: number; readonly kept: number } | null;
          readonly erasing: { readonly total: number; readonly done: number } | null;
          readonly refused: string | null;
          readonly heldBy: string | null;
          readonly left: readonly { readonly reason: string; readonly count: number }[];
          readonly verdict: string | null;
          readonly due: string | null;
          readonly space: { readonly bytes: number; readonly free: number } | null;
        } | null;
        readonly last: {
          readonly docking: string;
          readonly recorder: string | null;
          readonly ended: string;
          readonly early: boolean;
        } | null;
      }[];
      readonly columns: number | null;
      readonly alarms: {
        readonly critical: number;
        readonly warning: number;
        readonly gravest: readonly {
          readonly alarm: string;
          readonly code: string;
          readonly severity: string;
          readonly port: string | null;
        }[];
      };
    };
  };
  /** Copies that turned out damaged, and how that ended: repaired from where, and where the damaged one is kept */
  damageList: {
    asks: { query?: { open?: boolean; sort?: 'since' | '-since'; limit?: number; cursor?: string } };
    answers: {
      readonly rows: readonly {
        readonly vault: string;
        readonly role: 'main' | 'mirror';
        readonly sha256: string;
        readonly object: string;
        readonly kind: string;
        readonly since: string;
        readonly ended: string | null;
        readonly because: 'repaired' | 'sound' | null;
        readonly kept: string | null;
        readonly evidence: string | null;
      }[];
      readonly next: string | null;
    };
  };
  /** The second person approves, which takes the originals away at once, or rejects */
  disposalDecide: {
    asks: {
      params: { disposal: string };
      body: { readonly decision: 'approved' | 'rejected'; readonly note: string | null };
    };
    answers: {
      readonly disposal: string;
      readonly state: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
      readonly reason: string | null;
      readonly proposer: string;
      readonly proposed: string;
      readonly decider: string | null;
      readonly decided: string | null;
      readonly note: string | null;
      readonly finished: string | null;
      readonly items: number;
      readonly disposed: number;
      readonly refused: number;
      readonly because: readonly string[];
      readonly evidence: readonly {
        readonly evidence: string;
        readonly state: 'listed' | 'begun' | 'disposed' | 'refused';
        readonly because: string | null;
        readonly at: string;
        readonly sha256: string;
        readonly bytes: number;
      }[];
    };
  };
  /** Proposals to dispose of originals whose time is over, and what became of them */
  disposalList: {
    asks: {
      query?: {
        state?: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
        sort?: 'proposed' | '-proposed';
        limit?: number;
        cursor?: string;
      };
    };
    answers: {
      readonly rows: readonly {
        readonly disposal: string;
        readonly state: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
        readonly reason: string | null;
        readonly proposer: string;
        readonly proposed: string;
        readonly decider: string | null;
        readonly decided: string | null;
        readonly note: string | null;
        readonly finished: string | null;
        readonly items: number;
        readonly disposed: number;
        readonly refused: number;
        readonly because: readonly string[];
      }[];
      readonly next: string | null;
    };
  };
  /** Proposes that originals be disposed of; without items: whatever is past its lock and held by nothing */
  disposalPropose: {
    asks: { body: { readonly evidence: readonly string[] | null; readonly reason: string } };
    answers: { readonly [key: string]: unknown };
  };
  /** Whoever proposed a disposal takes the proposal back */
  disposalWithdraw: {
    asks: { params: { disposal: string }; body: { readonly note: string | null } };
    answers: { readonly [key: string]: unknown };
  };
  /** A disposal with its items: what is gone, and what was kept and why */
  disposal: {
    asks: { params: { disposal: string } };
    answers: {
      readonly disposal: string;
      readonly state: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
      readonly reason: string | null;
      readonly proposer: string;
      readonly proposed: string;
      readonly decider: string | null;
      readonly decided: string | null;
      readonly note: string | null;
      readonly finished: string | null;
      readonly items: number;
      readonly disposed: number;
      readonly refused: number;
      readonly because: readonly string[];
      readonly evidence: readonly {
        readonly evidence: string;
        readonly state: 'listed' | 'begun' | 'disposed' | 'refused';
        readonly because: string | null;
        readonly at: string;
        readonly sha256: string;
        readonly bytes: number;
      }[];
    };
  };
  /** Items whose originals are gone, by whose proposal and whose approval */
  disposedList: {
    asks: { query?: { disposal?: string; sort?: 'id' | '-id'; limit?: number; cursor?: string } };
    answers: {
      readonly rows: readonly {
        readonly evidence: string;
        readonly disposal: string;
        readonly at: string;
        readonly reason: string | null;
        readonly proposer: string;
        readonly decider: string | null;
        readonly sha256: string;
        readonly bytes: number;
      }[];
      readonly next: string | null;
    };
  };
  /** By how much the recorder’s clock was ahead at this docking; its recordings are timed again */
  dockingClock: {
    asks: {
      params: { docking: string };
      body: { readonly offsetSeconds: number; readonly note: string | null };
    };
    answers: { readonly docking: string; readonly offsetSeconds: number; readonly timed: number };
  };
  /** Pauses, resumes or gives up a docking that is under way */
  dockingControl: {
    asks: { params: { docking: string }; body: { readonly deed: 'pause' | 'resume' | 'cancel' } };
    answers: { readonly docking: string };
  };
  /** Has a docked recorder taken in before the others, which go on once it is gone through */
  dockingFirst: {
    asks: { params: { docking: string } };
    answers: { readonly docking: string; readonly first: boolean };
  };
  /** What was taken off the recorder in a docking, and of each file that stayed why */
  dockingErasings: {
    asks: { params: { docking: string } };
    answers: { readonly docking: string; readonly erasings: readonly unknown[] };
  };
  /** Dockings in the order in which they began */
  dockingList: {
    asks: {
      query?: {
        recorder?: string;
        port?: string;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Docking[]; readonly next: string | null };
  };
  /** What is being taken in at this moment, at which port and how far */
  dockingLive: { asks: Record<string, never>; answers: { readonly dockings: readonly LiveDocking[] } };
  /** One docking, with what it could not bring in */
  docking: { asks: { params: { docking: string } }; answers: DockingDetail };
  /** What the doctor finds on this station and its machine, with what to do */
  doctor: {
    asks: Record<string, never>;
    answers: {
      readonly ok: boolean;
      readonly checks: readonly {
        readonly check: string;
        readonly state: 'ok' | 'warning' | 'failed' | 'unknown';
        readonly says: string;
        readonly next: string | null;
      }[];
    };
  };
  /** Entries as a file with the signed checkpoint; as JSON Lines each with its leaf and proof. It is an entry itself */
  entryExport: {
    asks: {
      query?: {
        type?: string;
        actor?: string;
        subject?: string;
        recorder?: string;
        officer?: string;
        case?: string;
        evidence?: string;
        address?: string;
        result?:
          | 'approved'
          | 'confirmed'
          | 'rejected'
          | 'withdrawn'
          | 'refused'
          | 'failed'
          | 'expired'
          | 'cancelled'
          | 'interrupted';
        text?: string;
        since?: string;
        until?: string;
        format?: 'jsonl' | 'csv' | 'xlsx';
      };
    };
    answers: Response;
  };
  /** Entries of the ledger in its order */
  entryList: {
    asks: {
      query?: {
        type?: string;
        actor?: string;
        subject?: string;
        recorder?: string;
        officer?: string;
        case?: string;
        evidence?: string;
        address?: string;
        result?:
          | 'approved'
          | 'confirmed'
          | 'rejected'
          | 'withdrawn'
          | 'refused'
          | 'failed'
          | 'expired'
          | 'cancelled'
          | 'interrupted';
        text?: string;
        since?: string;
        until?: string;
        sort?: 'seq' | '-seq';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Entry[]; readonly next: string | null };
  };
  /** An entry with all that it takes to prove it to an outsider (RFC 6962, c2sp.org/tlog-proof) */
  entryProof: {
    asks: { params: { seq: number } };
    answers: {
      readonly leaf: { readonly [key: string]: unknown };
      readonly text: string;
      readonly hash: string;
      readonly personal: readonly {
        readonly field: string;
        readonly value: string;
        readonly salt: string;
        readonly opens: boolean;
      }[];
      readonly inclusion: {
        readonly index: number;
        readonly size: number;
        readonly holds: boolean;
        readonly proof: string;
      } | null;
    };
  };
  /** One entry of the ledger */
  entry: { asks: { params: { seq: number } }; answers: Entry };
  /** What may go from a docked recorder, and what stays and why; that this list was shown is an entry */
  erasable: {
    asks: { params: { docking: string } };
    answers: {
      readonly docking: string;
      readonly recorder: string;
      readonly list: string;
      readonly bytes: number;
      readonly files: readonly unknown[];
      readonly staying: readonly unknown[];
    };
  };
  /** Takes the files of the list that was shown off the recorder; each is read once more on both sides before it goes */
  erase: {
    asks: { params: { docking: string }; body: { readonly list: string } };
    answers: {
      readonly docking: string;
      readonly erasing: string;
      readonly because: string;
      readonly gone: number;
      readonly kept: number;
      readonly unknown: number;
    };
  };
  /** What was taken off recorders, and by whose word */
  erasingList: {
    asks: { query?: { docking?: string; sort?: 'id' | '-id'; limit?: number; cursor?: string } };
    answers: {
      readonly rows: readonly {
        readonly erasing: string;
        readonly recorder: string;
        readonly source: 'confirmed' | 'policy';
        readonly confirmer: string | null;
        readonly begun: string;
        readonly finished: string | null;
        readonly because: string | null;
        readonly files: number;
        readonly gone: number;
        readonly goneBytes: number;
        readonly goneSince: number;
      }[];
      readonly next: string | null;
    };
  };
  /** What happens while it happens: progress of dockings, alarms, verdicts, new entries of the ledger; as far as the caller may see them */
  events: { asks: Record<string, never>; answers: Response };
  /** The original with its sidecars, every entry about it and their proofs as one tar, to give to a review body or a court; it ends early where something is not what the ledger says */
  evidenceExport: { asks: { params: { evidence: string } }; answers: Response };
  /** Everything that the station knows of one evidence item */
  evidenceItem: { asks: { params: { evidence: string } }; answers: Evidence };
  /** The clauses by which an item is judged, as they were in force, and the rest days between its moments */
  evidenceLimits: {
    asks: { params: { evidence: string } };
    answers: {
      readonly rules: readonly {
        readonly rule: number;
        readonly clause: string;
        readonly regulation: string | null;
        readonly document: string | null;
        readonly what: string | null;
        readonly limit: string | null;
        readonly clock: string | null;
        readonly extension: {
          readonly clause: string;
          readonly needs: string;
          readonly limit: string;
        } | null;
        readonly assumptions: readonly string[];
      }[];
      readonly restDays: readonly string[];
    };
  };
  /** Evidence items in the order in which they came in */
  evidenceList: {
    asks: {
      query?: {
        docking?: string;
        recorder?: string;
        officer?: string;
        case?: string;
        state?: 'stored' | 'secured' | 'disposed';
        class?: 'evidence' | 'important' | 'ordinary' | 'unclassified';
        unassigned?: boolean;
        singleCopy?: boolean;
        withoutCase?: boolean;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly ListedEvidence[]; readonly next: string | null };
  };
  /** Takes the original away; that it leaves is an entry before its first byte does, and it ends early where it is not what the ledger says */
  evidenceOriginal: { asks: { params: { evidence: string } }; answers: Response };
  /** The custody history of one item as a story, from the card to today */
  evidenceStory: {
    asks: { params: { evidence: string } };
    answers: { readonly evidence: string; readonly story: readonly Entry[] };
  };
  /** What a person says of a recording; what machines say stays beside it. What keeps it less, or gives it to another officer, needs evidence.loosen */
  evidenceTag: {
    asks: {
      params: {
        evidence: string;
        field:
          | 'officer'
          | 'unit'
          | 'case'
          | 'party'
          | 'handler'
          | 'location'
          | 'matter'
          | 'title'
          | 'importance'
          | 'classification'
          | 'note';
      };
      body: { readonly value: string; readonly standing?: string | null };
    };
    answers: Evidence;
  };
  /** Takes away what a person has said of a recording; it stays in the ledger. What keeps it less, or gives it to another officer, needs evidence.loosen */
  evidenceUntag: {
    asks: {
      params: {
        evidence: string;
        field:
          | 'officer'
          | 'unit'
          | 'case'
          | 'party'
          | 'handler'
          | 'location'
          | 'matter'
          | 'title'
          | 'importance'
          | 'classification'
          | 'note';
      };
      query?: { standing?: string };
    };
    answers: Evidence;
  };
  /** Where a recording was made: the points that were kept of its track, and the places around */
  evidenceTrack: {
    asks: { params: { evidence: string } };
    answers: {
      readonly points: readonly {
        readonly longitude: number;
        readonly latitude: number;
        readonly at: string | null;
        readonly fixes: number;
      }[];
      readonly places: readonly {
        readonly name: string;
        readonly points: readonly { readonly longitude: number; readonly latitude: number }[];
        readonly radiusMeters: number | null;
      }[];
    };
  };
  /** Reads every copy of the original and of its sidecars back now, and compares them with their digests */
  evidenceVerify: {
    asks: { params: { evidence: string } };
    answers: {
      readonly checked: number;
      readonly bytes: number;
      readonly sound: number;
      readonly damaged: readonly unknown[];
      readonly unreached: number;
      readonly copies: readonly {
        readonly vault: string;
        readonly sha256: string;
        readonly blake3: string;
        readonly bytes: number;
        readonly outcome: 'sound' | 'repaired' | 'damaged';
        readonly found: string | null;
      }[];
    };
  };
  /** How far the reading back of its copies is that somebody has asked for; null where none is under way */
  evidenceVerifying: {
    asks: { params: { evidence: string } };
    answers: { readonly reading: { readonly readBytes: number; readonly bytes: number } | null };
  };
  /** Sends a file that a statement on a finding will name within the hour; nothing keeps it before that */
  findingAttach: {
    asks: { params: { finding: string }; query: { name: string }; body: Blob };
    answers: {
      readonly attachment: string;
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
    };
  };
  /** A file attached to the statement; that it leaves is an entry before its first byte does */
  findingAttachment: { asks: { params: { finding: string; sha256: string } }; answers: Response };
  /** Somebody has looked, and there is nothing in it */
  findingDismiss: {
    asks: { params: { finding: string }; body: { readonly reason: string } };
    answers: Finding;
  };
  /** The written statement on an interruption (ZZ-23) */
  findingExplain: {
    asks: {
      params: { finding: string };
      body: {
        readonly who: string;
        readonly when: string;
        readonly why: string;
        readonly signedBy: string;
        readonly text: string | null;
        readonly attach?: readonly string[];
      };
    };
    answers: Finding;
  };
  /** What does not fit together, in the order in which it was found; open ones, unless all are asked for */
  findingList: {
    asks: {
      query?: {
        all?: boolean;
        code?:
          | 'segments_missing'
          | 'gap'
          | 'overlap'
          | 'edited'
          | 'size_unfit'
          | 'time_unfit'
          | 'streams_apart'
          | 'container_longer'
          | 'truncated'
          | 'settings_differ'
          | 'gone_from_card';
        recorder?: string;
        evidence?: string;
        session?: string;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Finding[]; readonly next: string | null };
  };
  /** One finding with what was said to it, and its history */
  finding: { asks: { params: { finding: string } }; answers: Finding };
  /** Reads copies back now: of these items, of everything, or of what is due; what is damaged is repaired where another copy is sound */
  fixityCheck: {
    asks: { body: { readonly wish: readonly string[] | 'all' | 'due' } };
    answers: {
      readonly checked: number;
      readonly bytes: number;
      readonly sound: number;
      readonly damaged: readonly unknown[];
      readonly unreached: number;
      readonly copies: readonly {
        readonly vault: string;
        readonly sha256: string;
        readonly blake3: string;
        readonly bytes: number;
        readonly outcome: 'sound' | 'repaired' | 'damaged';
        readonly found: string | null;
      }[];
    };
  };
  /** How far the checks of each vault are: what is read back when, what is overdue, what is damaged */
  fixityState: {
    asks: Record<string, never>;
    answers: {
      readonly days: number;
      readonly mebibytesPerSecond: number;
      readonly vaults: readonly {
        readonly vault: string;
        readonly role: 'main' | 'mirror';
        readonly held: number;
        readonly heldBytes: number;
        readonly allSince: string | null;
        readonly overdue: number;
        readonly today: {
          readonly from: string;
          readonly checked: number;
          readonly bytes: number;
          readonly damaged: number;
        } | null;
        readonly damaged: number;
      }[];
    };
  };
  /** Takes one file in that did not come over the dock: by which way, from whom, and why */
  handIn: {
    asks: {
      query: {
        name: string;
        way: 'reader' | 'camera' | 'surveillance' | 'other';
        by: string;
        why: string;
        seal?: string;
        secondPerson?: string;
        recorder?: string;
        sha256?: string;
      };
      body: Blob;
    };
    answers: {
      readonly docking: string;
      readonly recorder: string | null;
      readonly way: string;
      readonly refused: string | null;
      readonly summary: { readonly [key: string]: number };
      readonly recordings: readonly unknown[];
    };
  };
  /** Whether the process answers at all */
  health: { asks: Record<string, never>; answers: { readonly alive: true } };
  /** Lifts a hold; others that stand on the same thing go on standing */
  holdLift: {
    asks: { params: { hold: string }; body: { readonly reason: string } };
    answers: { readonly done: boolean };
  };
  /** Holds on items and on cases (ZZ-30); those that stand, unless all are asked for */
  holdList: {
    asks: {
      query?: { all?: boolean; about?: string; sort?: 'placed' | '-placed'; limit?: number; cursor?: string };
    };
    answers: {
      readonly rows: readonly {
        readonly hold: string;
        readonly of: 'evidence' | 'case';
        readonly about: string;
        readonly reason: string | null;
        readonly placer: string;
        readonly placed: string;
        readonly lifter: string | null;
        readonly lifted: string | null;
        readonly liftReason: string | null;
        readonly items: number;
        readonly outside: number;
      }[];
      readonly next: string | null;
    };
  };
  /** Holds an item, or whatever is filed under a case now or later, until the hold is lifted */
  holdPlace: {
    asks: { body: { readonly of: 'evidence' | 'case'; readonly about: string; readonly reason: string } };
    answers: { readonly done: boolean };
  };
  /** Lists that were read into registers, in the order in which they were begun */
  importList: {
    asks: {
      query?: {
        register?:
          | 'units'
          | 'officers'
          | 'recorders'
          | 'parties'
          | 'cases'
          | 'places'
          | 'matters'
          | 'rosters';
        sort?: 'begun' | '-begun';
        limit?: number;
        cursor?: string;
      };
    };
    answers: {
      readonly rows: readonly {
        readonly import: string;
        readonly register: string;
        readonly file: string | null;
        readonly sha256: string;
        readonly rows: number;
        readonly refused: number;
        readonly begun: string;
        readonly finished: string | null;
      }[];
      readonly next: string | null;
    };
  };
  /** A file attached to the statement; that it leaves is an entry before its first byte does */
  justificationAttachment: { asks: { params: { justification: string; sha256: string } }; answers: Response };
  /** Approves or rejects a reason; nobody decides on their own */
  justificationDecide: {
    asks: {
      params: { justification: string };
      body: { readonly decision: 'approved' | 'rejected'; readonly note: string | null };
    };
    answers: { readonly justification: string; readonly state: string };
  };
  /** Written reasons for being late, in the order in which they were submitted */
  justificationList: {
    asks: {
      query?: {
        session?: string;
        since?: string;
        until?: string;
        state?: 'submitted' | 'approved' | 'rejected' | 'withdrawn';
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Justification[]; readonly next: string | null };
  };
  /** The written reason for being late (特殊情况说明) */
  justificationSubmit: {
    asks: {
      params: { session: string };
      body: {
        readonly category: 'fault' | 'distance' | 'continuous_duty' | 'network' | 'other';
        readonly text: string;
        readonly attach?: readonly string[];
      };
    };
    answers: {
      readonly justification: string;
      readonly session: string;
      readonly state: string;
      readonly attachments: readonly unknown[];
    };
  };
  /** Whoever gave a reason takes it back */
  justificationWithdraw: {
    asks: { params: { justification: string }; body: { readonly note: string | null } };
    answers: { readonly justification: string; readonly state: string };
  };
  /** The public key of the station, with which checkpoints are checked */
  ledgerKey: { asks: Record<string, never>; answers: Response };
  /** Figures for Prometheus: intake, queues, vault, verdicts, ledger, disk, event loop */
  metrics: { asks: Record<string, never>; answers: Response };
  /** The second vault: what it has, since when it is away, and how much lies in one place alone */
  mirrorState: {
    asks: Record<string, never>;
    answers: {
      readonly mirror: {
        readonly vault: string;
        readonly kind: 'local' | 's3';
        readonly place: string | null;
      } | null;
      readonly awaySince: string | null;
      readonly copies: number;
      readonly bytes: number;
      readonly single: { readonly count: number; readonly bytes: number; readonly oldest: string | null };
    };
  };
  /** This description */
  openapi: { asks: Record<string, never>; answers: undefined };
  /** A party with all of its cases, and every recording of it */
  party: { asks: { params: { code: string } }; answers: Party };
  /** The regulations by which deadlines are counted (时限规则), clause by clause */
  policies: {
    asks: Record<string, never>;
    answers: { readonly policy: string; readonly policies: readonly unknown[] };
  };
  /** Which number is painted on the dock at which place of the bus */
  portList: {
    asks: { query?: { port?: string; sort?: 'port' | '-port'; limit?: number; cursor?: string } };
    answers: {
      readonly rows: readonly { readonly path: string; readonly port: string; readonly named: string }[];
      readonly next: string | null;
    };
  };
  /** Gives a place of the bus the number that is painted on the dock */
  portName: {
    asks: { body: { readonly path: string; readonly port: string } };
    answers: { readonly path: string; readonly port: string };
  };
  /** Asks a kept question: sends on (303) to its list, which answers as far as the caller may see */
  questionAnswer: { asks: { params: { name: string } }; answers: undefined };
  /** Forgets a question that the caller has kept */
  questionForget: { asks: { params: { name: string } }; answers: undefined };
  /** A question that the caller has kept, with the address at which its answer is */
  question: {
    asks: { params: { name: string } };
    answers: {
      readonly name: string;
      readonly about: 'entries' | 'evidence';
      readonly query: { readonly [key: string]: unknown };
      readonly address: string;
      readonly saved: string;
    };
  };
  /** Keeps a question to the list of entries under a name, in place of an earlier one */
  questionKeepEntries: {
    asks: {
      params: { name: string };
      body: {
        readonly query: {
          readonly type?: string;
          readonly actor?: string;
          readonly subject?: string;
          readonly recorder?: string;
          readonly officer?: string;
          readonly case?: string;
          readonly evidence?: string;
          readonly address?: string;
          readonly result?:
            | 'approved'
            | 'confirmed'
            | 'rejected'
            | 'withdrawn'
            | 'refused'
            | 'failed'
            | 'expired'
            | 'cancelled'
            | 'interrupted';
          readonly text?: string;
          readonly since?: string;
          readonly until?: string;
          readonly sort?: 'seq' | '-seq';
        };
      };
    };
    answers: undefined;
  };
  /** Keeps a question to the list of evidence items under a name, in place of an earlier one */
  questionKeepEvidence: {
    asks: {
      params: { name: string };
      body: {
        readonly query: {
          readonly docking?: string;
          readonly recorder?: string;
          readonly officer?: string;
          readonly case?: string;
          readonly state?: 'stored' | 'secured' | 'disposed';
          readonly class?: 'evidence' | 'important' | 'ordinary' | 'unclassified';
          readonly unassigned?: boolean;
          readonly singleCopy?: boolean;
          readonly withoutCase?: boolean;
          readonly since?: string;
          readonly until?: string;
          readonly sort?: 'id' | '-id';
        };
      };
    };
    answers: undefined;
  };
  /** Questions that the caller has kept, by their names */
  questionList: {
    asks: {
      query?: { about?: 'entries' | 'evidence'; sort?: 'name' | '-name'; limit?: number; cursor?: string };
    };
    answers: {
      readonly rows: readonly {
        readonly name: string;
        readonly about: 'entries' | 'evidence';
        readonly query: { readonly [key: string]: unknown };
        readonly address: string;
        readonly saved: string;
      }[];
      readonly next: string | null;
    };
  };
  /** Whether the station can answer questions: its catalogue can be read */
  ready: { asks: Record<string, never>; answers: { readonly ready: true } };
  /** Every recorder that is registered or was ever docked, by its number */
  recorderList: {
    asks: {
      query?: {
        profile?: string;
        state?: string;
        holder?: string;
        registered?: boolean;
        sort?: 'recorder' | '-recorder';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly Recorder[]; readonly next: string | null };
  };
  /** Registers a recorder: its model and who holds it */
  recorderRegister: {
    asks: {
      params: { recorder: string };
      body: { readonly profile: string | null; readonly holder: string | null };
    };
    answers: { readonly recorder: string; readonly profile: string | null; readonly registered: boolean };
  };
  /** Enters a row, or changes the fields that are given; an empty value takes a field away */
  registerEnter: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
      };
      body: {
        readonly values: { readonly [key: string]: string };
        readonly standing?: { readonly [key: string]: string };
      };
    };
    answers: { readonly key: string; readonly values: { readonly [key: string]: string } };
  };
  /** Reads a list (CSV or workbook) into a register; a dry run tells what it would do */
  registerImport: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
      };
      query: { file: string; dryRun?: boolean; goodRows?: boolean };
      body: Blob;
    };
    answers: {
      readonly files: readonly {
        readonly register: string;
        readonly file: string;
        readonly sheet: string | null;
        readonly others: readonly string[];
        readonly import: string | null;
        readonly rows: number;
        readonly added: number;
        readonly changed: number;
        readonly unchanged: number;
        readonly errors: readonly {
          readonly line: number;
          readonly column: string;
          readonly problem: string;
          readonly found: string;
          readonly allowed: string;
        }[];
        readonly faults: number;
      }[];
    };
  };
  /** The registers with their fields, in the language asked for */
  registerNames: {
    asks: {
      query?: {
        register?:
          | 'units'
          | 'officers'
          | 'recorders'
          | 'parties'
          | 'cases'
          | 'places'
          | 'matters'
          | 'rosters';
        sort?: 'register' | '-register';
        limit?: number;
        cursor?: string;
      };
    };
    answers: {
      readonly rows: readonly {
        readonly register: string;
        readonly title: string;
        readonly key: readonly string[];
        readonly fields: readonly {
          readonly name: string;
          readonly title: string;
          readonly kind: string;
          readonly required: boolean;
          readonly refers:
            | 'units'
            | 'officers'
            | 'recorders'
            | 'parties'
            | 'cases'
            | 'places'
            | 'matters'
            | 'rosters'
            | null;
          readonly values: readonly { readonly value: string; readonly title: string }[] | null;
        }[];
      }[];
      readonly next: string | null;
    };
  };
  /** An empty list for a register, to be filled in and imported, in the language asked for */
  registerTemplate: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
      };
      query?: { format?: 'csv' | 'xlsx' };
    };
    answers: Response;
  };
  /** Takes a row away; what it held stays in the ledger */
  registerRemove: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
        key: string;
      };
      query: { cause: string };
    };
    answers: { readonly register: string; readonly key: string; readonly removed: boolean };
  };
  /** One row of a register with every value that it ever had */
  registerRow: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
        key: string;
      };
    };
    answers: RowDetail;
  };
  /** Rows of a register by their keys: units, officers, recorders, parties, cases, places, matters, rosters */
  registerRows: {
    asks: {
      params: {
        register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'places' | 'matters' | 'rosters';
      };
      query?: { begins?: string; sort?: 'key' | '-key'; limit?: number; cursor?: string };
    };
    answers: { readonly rows: readonly Row[]; readonly next: string | null };
  };
  /** Who was late: every verdict whose limit ends in the time, and counts */
  reportPunctuality: {
    asks: {
      query?: {
        by?: 'officer' | 'recorder' | 'unit' | 'week' | 'rule';
        format?: 'json' | 'csv' | 'xlsx';
        since?: string;
        until?: string;
      };
    };
    answers: Response;
  };
  /** The report for supervision (ZZ-30): what was due and what became of it, requests and fixity, with series for a chart */
  reportSupervision: {
    asks: {
      query?: {
        by?: 'unit' | 'officer' | 'week' | 'month' | 'policy';
        format?: 'json' | 'csv' | 'xlsx';
        since?: string;
        until?: string;
      };
    };
    answers: Response;
  };
  /** Approves or rejects a request; nobody decides on their own */
  requestDecide: {
    asks: {
      params: { request: string };
      body: { readonly decision: 'approved' | 'rejected'; readonly note: string | null };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** Requests to watch, copy, give out or lift a classification (ZZ-28, HY-12, HY-13, QZ-22) */
  requestList: {
    asks: {
      query?: {
        state?: 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
        of?: string;
        evidence?: string;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly ListedRequest[]; readonly next: string | null };
  };
  /** Asks to watch, copy, give out or lift a classification: who, what, why, until when */
  requestSubmit: {
    asks: {
      body: {
        readonly kind: 'view' | 'copy' | 'give_out' | 'lift';
        readonly evidence: readonly string[];
        readonly for: string | null;
        readonly until: string;
        readonly why: string;
        readonly recipient: string | null;
        readonly emergency: boolean;
      };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** Whoever asked takes the request back */
  requestWithdraw: {
    asks: { params: { request: string }; body: { readonly note: string | null } };
    answers: { readonly [key: string]: unknown };
  };
  /** One request with the recordings that it is about */
  request: { asks: { params: { request: string } }; answers: RequestDetail };
  /** Keeps an item until a moment at least, whatever its class says; nothing shortens that again */
  retentionExtend: {
    asks: { params: { evidence: string }; body: { readonly until: string; readonly reason: string } };
    answers: { readonly done: boolean };
  };
  /** Draws cases for mutual review by a seed that everybody can check */
  reviewDraw: {
    asks: {
      body: {
        readonly from: string;
        readonly to: string;
        readonly unit: string | null;
        readonly count: number;
        readonly reviewers: readonly string[];
        readonly seed: string | null;
        readonly note: string | null;
      };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** Draws of cases for mutual review (HY-16) in the order in which they were made */
  reviewList: {
    asks: {
      query?: { unit?: string; reviewer?: string; sort?: 'id' | '-id'; limit?: number; cursor?: string };
    };
    answers: {
      readonly rows: readonly {
        readonly review: string;
        readonly from: string;
        readonly to: string;
        readonly unit: string | null;
        readonly seed: string;
        readonly population: number;
        readonly populationSha256: string;
        readonly note: string | null;
        readonly drawer: string;
        readonly drawn: string;
        readonly cases: number;
        readonly reviewed: number;
        readonly people: { readonly [key: string]: string };
      }[];
      readonly next: string | null;
    };
  };
  /** What the review of a case has found */
  reviewEnter: {
    asks: {
      params: { review: string };
      body: {
        readonly case: string;
        readonly grade: 'good' | 'fair' | 'poor';
        readonly found: string;
        readonly mend: string | null;
      };
    };
    answers: { readonly [key: string]: unknown };
  };
  /** The review ledger (评查台账, HY-16) as a file; that it leaves is an entry */
  reviewLedger: {
    asks: { params: { review: string }; query?: { format?: 'json' | 'csv' | 'xlsx' } };
    answers: Response;
  };
  /** One draw with its review ledger (评查台账) */
  review: {
    asks: { params: { review: string } };
    answers: {
      readonly review: string;
      readonly from: string;
      readonly to: string;
      readonly unit: string | null;
      readonly seed: string;
      readonly population: number;
      readonly populationSha256: string;
      readonly note: string | null;
      readonly drawer: string;
      readonly drawn: string;
      readonly cases: number;
      readonly reviewed: number;
      readonly people: { readonly [key: string]: string };
      readonly lines: readonly {
        readonly review: string;
        readonly case: string;
        readonly title: string | null;
        readonly handler: string | null;
        readonly unit: string | null;
        readonly reviewer: string;
        readonly reviewerName: string | null;
        readonly grade: 'good' | 'fair' | 'poor' | null;
        readonly found: string | null;
        readonly mend: string | null;
        readonly enterer: string | null;
        readonly entered: string | null;
      }[];
    };
  };
  /** Under which case a course of enforcement belongs: said of each of its recordings that the caller may see */
  sessionCase: {
    asks: { params: { session: string }; body: { readonly case: string } };
    answers: { readonly session: string; readonly case: string; readonly tagged: number };
  };
  /** Sends a file that a statement on lateness will name within the hour; nothing keeps it before that */
  sessionAttach: {
    asks: { params: { session: string }; query: { name: string }; body: Blob };
    answers: {
      readonly attachment: string;
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
    };
  };
  /** Makes one course of enforcement of several */
  sessionJoin: {
    asks: { body: { readonly sessions: readonly string[] } };
    answers: { readonly session: string };
  };
  /** Courses of enforcement with their verdicts, in the order in which they came in */
  sessionList: {
    asks: {
      query?: {
        verdict?: 'undetermined' | 'pending' | 'due_soon' | 'on_time' | 'excused' | 'late' | 'overdue';
        recorder?: string;
        officer?: string;
        since?: string;
        until?: string;
        sort?: 'id' | '-id';
        limit?: number;
        cursor?: string;
      };
    };
    answers: { readonly rows: readonly ListedSession[]; readonly next: string | null };
  };
  /** When the officer was back; the verdicts follow from it */
  sessionReturn: {
    asks: { params: { session: string }; body: { readonly at: string; readonly note: string | null } };
    answers: Session;
  };
  /** Takes recordings out of their course of enforcement into one of their own */
  sessionSplit: {
    asks: { body: { readonly evidence: readonly string[] } };
    answers: { readonly session: string };
  };
  /** One course of enforcement: its recordings, its verdicts, its history */
  session: { asks: { params: { session: string } }; answers: Session };
  /** How the station stands: what is under way, counts, alarms, vault, backup, ledger */
  stationStatus: { asks: Record<string, never>; answers: StationStatus };
  /** Has a viewing copy made before all that wait, and says how it stands; a long one is still being made then */
  viewingAsk: { asks: { params: { evidence: string } }; answers: ViewingCopy };
  /** How the viewing copy of an item stands, for whoever may watch it (ZZ-28, HY-13); it is never evidence */
  viewingState: { asks: { params: { evidence: string } }; answers: ViewingCopy };
  /** Takes the viewing copy away; that it leaves is an entry before its first byte does */
  viewingFile: { asks: { params: { evidence: string } }; answers: Response };
  /** The bytes of the viewing copy, with Range and If-Range, for whoever has an open playback of it */
  viewingMedia: { asks: { params: { evidence: string } }; answers: Response };
  /** Poster, storyboard (with its times) or waveform of the viewing copy, for whoever has an open playback of it */
  viewingPicture: {
    asks: {
      params: {
        evidence: string;
        picture: 'poster.jpg' | 'storyboard.jpg' | 'storyboard.vtt' | 'waveform.svg';
      };
    };
    answers: Response;
  };
  /** Opens the seconds that a player comes to next: they are an entry of the ledger, in whole pieces of 30 s, before anything of them is shown */
  viewingPlayback: {
    asks: {
      params: { evidence: string };
      body: { readonly fromSeconds: number; readonly toSeconds: number };
    };
    answers: {
      readonly fromSeconds: number;
      readonly toSeconds: number;
      readonly viewer: string;
      readonly at: string;
    };
  };
  /** The page on which a viewing copy is watched; it holds nothing of the recording, and asks for it as whoever is signed in */
  watchPage: { asks: { params: { evidence: string } }; answers: Response };
  /** A part of the page on which viewing copies are watched: player.js */
  watchPlayer: { asks: Record<string, never>; answers: Response };
  /** A part of the page on which viewing copies are watched: player.css */
  watchStyle: { asks: Record<string, never>; answers: Response };
}

export const operations = {
  accountBadge: { method: 'PUT', path: '/api/v1/accounts/{account}/badge', file: false },
  accountDeed: { method: 'POST', path: '/api/v1/accounts', file: false },
  accountList: { method: 'GET', path: '/api/v1/accounts', file: false },
  accountPin: { method: 'POST', path: '/api/v1/accounts/{account}/pin', file: false },
  accountUnlock: { method: 'POST', path: '/api/v1/accounts/{account}/unlocking', file: false },
  changePassword: { method: 'POST', path: '/api/v1/session/password', file: false },
  proposalDecide: { method: 'POST', path: '/api/v1/proposals/{proposal}/decision', file: false },
  proposalList: { method: 'GET', path: '/api/v1/proposals', file: false },
  proposalWithdraw: { method: 'POST', path: '/api/v1/proposals/{proposal}/withdrawal', file: false },
  roleDefine: { method: 'POST', path: '/api/v1/roles', file: false },
  roleList: { method: 'GET', path: '/api/v1/roles', file: false },
  signInBadge: { method: 'POST', path: '/api/v1/session/badge', file: false },
  signInPin: { method: 'POST', path: '/api/v1/session/pin', file: false },
  signIn: { method: 'POST', path: '/api/v1/session', file: false },
  signOut: { method: 'DELETE', path: '/api/v1/session', file: false },
  signedIn: { method: 'GET', path: '/api/v1/session', file: false },
  tokenList: { method: 'GET', path: '/api/v1/tokens', file: false },
  tokenMake: { method: 'POST', path: '/api/v1/tokens', file: false },
  tokenRevoke: { method: 'DELETE', path: '/api/v1/tokens/{token}', file: false },
  totpBegin: { method: 'POST', path: '/api/v1/session/totp', file: false },
  totpConfirm: { method: 'POST', path: '/api/v1/session/totp/confirmation', file: false },
  whoMay: { method: 'GET', path: '/docs/who-may', file: true },
  alarmAcknowledge: { method: 'POST', path: '/api/v1/alarms/{alarm}/acknowledgement', file: false },
  alarmClose: { method: 'POST', path: '/api/v1/alarms/{alarm}/closing', file: false },
  alarmHandle: { method: 'POST', path: '/api/v1/alarms/{alarm}/handling', file: false },
  alarmList: { method: 'GET', path: '/api/v1/alarms', file: false },
  alarm: { method: 'GET', path: '/api/v1/alarms/{alarm}', file: false },
  backupList: { method: 'GET', path: '/api/v1/backups', file: false },
  backupMake: { method: 'POST', path: '/api/v1/backups', file: false },
  calendarImport: { method: 'POST', path: '/api/v1/calendar/{year}/import', file: false },
  calendarYear: { method: 'GET', path: '/api/v1/calendar/{year}', file: false },
  caseLedger: { method: 'GET', path: '/api/v1/case-ledger', file: true },
  caseList: { method: 'GET', path: '/api/v1/cases', file: false },
  case: { method: 'GET', path: '/api/v1/cases/{number}', file: false },
  checkpoint: { method: 'GET', path: '/api/v1/ledger/checkpoint', file: true },
  config: { method: 'GET', path: '/api/v1/config', file: false },
  configHistory: { method: 'GET', path: '/api/v1/config/history', file: false },
  configPropose: { method: 'POST', path: '/api/v1/config/proposals', file: false },
  consistency: { method: 'GET', path: '/api/v1/ledger/consistency', file: false },
  consoleAsset: { method: 'GET', path: '/assets/{file}', file: true },
  consoleDock: { method: 'GET', path: '/dock', file: true },
  consoleHome: { method: 'GET', path: '/', file: true },
  consolePage: { method: 'GET', path: '/console/{page}', file: true },
  consoleThing: { method: 'GET', path: '/console/{page}/{thing}', file: true },
  dockEvents: { method: 'GET', path: '/api/v1/dock/events', file: true },
  dockOwn: { method: 'GET', path: '/api/v1/dock/own', file: false },
  dock: { method: 'GET', path: '/api/v1/dock', file: false },
  damageList: { method: 'GET', path: '/api/v1/fixity/damages', file: false },
  disposalDecide: { method: 'POST', path: '/api/v1/disposals/{disposal}/decision', file: false },
  disposalList: { method: 'GET', path: '/api/v1/disposals', file: false },
  disposalPropose: { method: 'POST', path: '/api/v1/disposals', file: false },
  disposalWithdraw: { method: 'POST', path: '/api/v1/disposals/{disposal}/withdrawal', file: false },
  disposal: { method: 'GET', path: '/api/v1/disposals/{disposal}', file: false },
  disposedList: { method: 'GET', path: '/api/v1/disposed', file: false },
  dockingClock: { method: 'POST', path: '/api/v1/dockings/{docking}/clock', file: false },
  dockingControl: { method: 'POST', path: '/api/v1/dockings/{docking}/control', file: false },
  dockingFirst: { method: 'POST', path: '/api/v1/dockings/{docking}/first', file: false },
  dockingErasings: { method: 'GET', path: '/api/v1/dockings/{docking}/erasings', file: false },
  dockingList: { method: 'GET', path: '/api/v1/dockings', file: false },
  dockingLive: { method: 'GET', path: '/api/v1/dockings/live', file: false },
  docking: { method: 'GET', path: '/api/v1/dockings/{docking}', file: false },
  doctor: { method: 'GET', path: '/api/v1/doctor', file: false },
  entryExport: { method: 'GET', path: '/api/v1/ledger/export', file: true },
  entryList: { method: 'GET', path: '/api/v1/ledger/entries', file: false },
  entryProof: { method: 'GET', path: '/api/v1/ledger/entries/{seq}/proof', file: false },
  entry: { method: 'GET', path: '/api/v1/ledger/entries/{seq}', file: false },
  erasable: { method: 'POST', path: '/api/v1/dockings/{docking}/erasable', file: false },
  erase: { method: 'POST', path: '/api/v1/dockings/{docking}/erasing', file: false },
  erasingList: { method: 'GET', path: '/api/v1/erasings', file: false },
  events: { method: 'GET', path: '/api/v1/events', file: true },
  evidenceExport: { method: 'GET', path: '/api/v1/evidence/{evidence}/export', file: true },
  evidenceItem: { method: 'GET', path: '/api/v1/evidence/{evidence}', file: false },
  evidenceLimits: { method: 'GET', path: '/api/v1/evidence/{evidence}/limits', file: false },
  evidenceList: { method: 'GET', path: '/api/v1/evidence', file: false },
  evidenceOriginal: { method: 'GET', path: '/api/v1/evidence/{evidence}/original', file: true },
  evidenceStory: { method: 'GET', path: '/api/v1/evidence/{evidence}/story', file: false },
  evidenceTag: { method: 'PUT', path: '/api/v1/evidence/{evidence}/tags/{field}', file: false },
  evidenceUntag: { method: 'DELETE', path: '/api/v1/evidence/{evidence}/tags/{field}', file: false },
  evidenceTrack: { method: 'GET', path: '/api/v1/evidence/{evidence}/track', file: false },
  evidenceVerify: { method: 'POST', path: '/api/v1/evidence/{evidence}/verification', file: false },
  evidenceVerifying: { method: 'GET', path: '/api/v1/evidence/{evidence}/verification', file: false },
  findingAttach: { method: 'POST', path: '/api/v1/findings/{finding}/attachments', file: false },
  findingAttachment: { method: 'GET', path: '/api/v1/findings/{finding}/attachments/{sha256}', file: true },
  findingDismiss: { method: 'POST', path: '/api/v1/findings/{finding}/dismissal', file: false },
  findingExplain: { method: 'POST', path: '/api/v1/findings/{finding}/explanation', file: false },
  findingList: { method: 'GET', path: '/api/v1/findings', file: false },
  finding: { method: 'GET', path: '/api/v1/findings/{finding}', file: false },
  fixityCheck: { method: 'POST', path: '/api/v1/fixity/checks', file: false },
  fixityState: { method: 'GET', path: '/api/v1/fixity', file: false },
  handIn: { method: 'POST', path: '/api/v1/hand-ins', file: false },
  health: { method: 'GET', path: '/healthz', file: false },
  holdLift: { method: 'POST', path: '/api/v1/holds/{hold}/lifting', file: false },
  holdList: { method: 'GET', path: '/api/v1/holds', file: false },
  holdPlace: { method: 'POST', path: '/api/v1/holds', file: false },
  importList: { method: 'GET', path: '/api/v1/imports', file: false },
  justificationAttachment: {
    method: 'GET',
    path: '/api/v1/justifications/{justification}/attachments/{sha256}',
    file: true,
  },
  justificationDecide: {
    method: 'POST',
    path: '/api/v1/justifications/{justification}/decision',
    file: false,
  },
  justificationList: { method: 'GET', path: '/api/v1/justifications', file: false },
  justificationSubmit: { method: 'POST', path: '/api/v1/sessions/{session}/justifications', file: false },
  justificationWithdraw: {
    method: 'POST',
    path: '/api/v1/justifications/{justification}/withdrawal',
    file: false,
  },
  ledgerKey: { method: 'GET', path: '/api/v1/ledger/key', file: true },
  metrics: { method: 'GET', path: '/metrics', file: true },
  mirrorState: { method: 'GET', path: '/api/v1/mirror', file: false },
  openapi: { method: 'GET', path: '/openapi.json', file: false },
  party: { method: 'GET', path: '/api/v1/parties/{code}', file: false },
  policies: { method: 'GET', path: '/api/v1/policies', file: false },
  portList: { method: 'GET', path: '/api/v1/ports', file: false },
  portName: { method: 'PUT', path: '/api/v1/ports', file: false },
  questionAnswer: { method: 'GET', path: '/api/v1/questions/{name}/answer', file: false },
  questionForget: { method: 'DELETE', path: '/api/v1/questions/{name}', file: false },
  question: { method: 'GET', path: '/api/v1/questions/{name}', file: false },
  questionKeepEntries: { method: 'PUT', path: '/api/v1/questions/{name}/entries', file: false },
  questionKeepEvidence: { method: 'PUT', path: '/api/v1/questions/{name}/evidence', file: false },
  questionList: { method: 'GET', path: '/api/v1/questions', file: false },
  ready: { method: 'GET', path: '/readyz', file: false },
  recorderList: { method: 'GET', path: '/api/v1/recorders', file: false },
  recorderRegister: { method: 'PUT', path: '/api/v1/recorders/{recorder}', file: false },
  registerEnter: { method: 'PUT', path: '/api/v1/registers/{register}/rows', file: false },
  registerImport: { method: 'POST', path: '/api/v1/registers/{register}/imports', file: false },
  registerNames: { method: 'GET', path: '/api/v1/registers', file: false },
  registerTemplate: { method: 'GET', path: '/api/v1/registers/{register}/template', file: true },
  registerRemove: { method: 'DELETE', path: '/api/v1/registers/{register}/rows/{key}', file: false },
  registerRow: { method: 'GET', path: '/api/v1/registers/{register}/rows/{key}', file: false },
  registerRows: { method: 'GET', path: '/api/v1/registers/{register}', file: false },
  reportPunctuality: { method: 'GET', path: '/api/v1/reports/punctuality', file: true },
  reportSupervision: { method: 'GET', path: '/api/v1/reports/supervision', file: true },
  requestDecide: { method: 'POST', path: '/api/v1/requests/{request}/decision', file: false },
  requestList: { method: 'GET', path: '/api/v1/requests', file: false },
  requestSubmit: { method: 'POST', path: '/api/v1/requests', file: false },
  requestWithdraw: { method: 'POST', path: '/api/v1/requests/{request}/withdrawal', file: false },
  request: { method: 'GET', path: '/api/v1/requests/{request}', file: false },
  retentionExtend: { method: 'POST', path: '/api/v1/evidence/{evidence}/retention', file: false },
  reviewDraw: { method: 'POST', path: '/api/v1/reviews', file: false },
  reviewList: { method: 'GET', path: '/api/v1/reviews', file: false },
  reviewEnter: { method: 'POST', path: '/api/v1/reviews/{review}/findings', file: false },
  reviewLedger: { method: 'GET', path: '/api/v1/reviews/{review}/ledger', file: true },
  review: { method: 'GET', path: '/api/v1/reviews/{review}', file: false },
  sessionCase: { method: 'PUT', path: '/api/v1/sessions/{session}/case', file: false },
  sessionAttach: { method: 'POST', path: '/api/v1/sessions/{session}/attachments', file: false },
  sessionJoin: { method: 'POST', path: '/api/v1/sessions/join', file: false },
  sessionList: { method: 'GET', path: '/api/v1/sessions', file: false },
  sessionReturn: { method: 'POST', path: '/api/v1/sessions/{session}/return', file: false },
  sessionSplit: { method: 'POST', path: '/api/v1/sessions/split', file: false },
  session: { method: 'GET', path: '/api/v1/sessions/{session}', file: false },
  stationStatus: { method: 'GET', path: '/api/v1/station', file: false },
  viewingAsk: { method: 'POST', path: '/api/v1/evidence/{evidence}/viewing', file: false },
  viewingState: { method: 'GET', path: '/api/v1/evidence/{evidence}/viewing', file: false },
  viewingFile: { method: 'GET', path: '/api/v1/evidence/{evidence}/viewing/file', file: true },
  viewingMedia: { method: 'GET', path: '/api/v1/evidence/{evidence}/viewing/media', file: true },
  viewingPicture: {
    method: 'GET',
    path: '/api/v1/evidence/{evidence}/viewing/pictures/{picture}',
    file: true,
  },
  viewingPlayback: { method: 'POST', path: '/api/v1/evidence/{evidence}/viewing/playback', file: false },
  watchPage: { method: 'GET', path: '/watch/{evidence}', file: true },
  watchPlayer: { method: 'GET', path: '/watch/player.js', file: true },
  watchStyle: { method: 'GET', path: '/watch/player.css', file: true },
} as const;
