import type { TSchema } from 'typebox';
import { Problem } from '../problem.ts';
import { Account, ListedRequest, RequestDetail, Role, Token } from '../schemas/access.ts';
import { Alarm } from '../schemas/alarm.ts';
import { Case, ListedCase, Party } from '../schemas/case.ts';
import { Docking, DockingDetail, LiveDocking, Recorder } from '../schemas/docking.ts';
import { Entry } from '../schemas/entry.ts';
import { Evidence, ListedEvidence } from '../schemas/evidence.ts';
import { Finding } from '../schemas/finding.ts';
import { Row, RowDetail } from '../schemas/register.ts';
import { Justification, ListedSession, Session } from '../schemas/session.ts';
import { SignIn } from '../schemas/sign-in.ts';
import { StationStatus } from '../schemas/station.ts';
import { Verdict } from '../schemas/verdict.ts';
import { ViewingCopy } from '../schemas/viewing.ts';

/** Shapes that the description and the client call by a name. */
export const namedSchemas: Readonly<Record<string, TSchema>> = {
  ...{ Account, Alarm, Case, Docking, DockingDetail, Entry, Evidence, Finding, Justification },
  ...{ ListedCase, ListedEvidence, ListedRequest, ListedSession, LiveDocking, Party, Problem, Recorder },
  ...{ RequestDetail, Role, Row, RowDetail, Session, SignIn, StationStatus, Token, Verdict, ViewingCopy },
};

const names = new Map(Object.entries(namedSchemas).map(([name, schema]) => [JSON.stringify(schema), name]));

/** A schema as JSON has it, with a reference wherever a named one stands in it. Pure. */
export function described(schema: object): unknown {
  const name = names.get(JSON.stringify(schema));
  return name === undefined ? within(schema) : { $ref: `#/components/schemas/${name}` };
}

/** The named ones themselves. */
export function components(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(namedSchemas).map(([name, schema]) => [name, within(schema)]));
}

function within(value: unknown): unknown {
  // What TypeBox keeps beside a schema for itself falls away.
  const json: unknown = JSON.parse(JSON.stringify(value));
  return inside(json);
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deeper);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deeper(one)]));
}

function deeper(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? described(value)
    : inside(value);
}
