import { machine } from '../../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../../src/custody/entry.ts';
import type { MadeDocking } from './made-docking.ts';
import {
  accountId,
  alarmId,
  caseNumber,
  digestOf,
  findingId,
  firstOfficerAccount,
  justificationId,
  type MadePlan,
  requestId,
  reviewId,
} from './made-plan.ts';
import { clerk } from './made-world.ts';

const head = { kind: 'person', id: 'os:head' } as const;

const unless = (still: boolean, drafts: readonly AnyDraft[]): readonly AnyDraft[] => (still ? [] : drafts);

/** What people and the watch over the station do beside a docking: in the last hundredth it is still open. */
export function deskDrafts(plan: MadePlan, place: number, docking: MadeDocking): readonly AnyDraft[] {
  const open = place >= plan.dockings * 0.99;
  return [
    ...findingDrafts(place, docking, open),
    ...(place % 3 === 0 ? alarmDrafts(place / 3, open) : []),
    ...(place % 3 === 1 ? justificationDrafts((place - 1) / 3, docking, open) : []),
    ...(place % 3 === 2 ? requestDrafts((place - 2) / 3, docking, open) : []),
    ...(place % 50 === 0 ? reviewDrafts(plan, place) : []),
  ];
}

function findingDrafts(
  place: number,
  { docking, recorder, evidence }: MadeDocking,
  open: boolean,
): readonly AnyDraft[] {
  const [about] = evidence;
  if (about === undefined) return [];
  const finding = findingId(place + 1);
  const subject = { kind: 'finding', id: finding } as const;
  return [
    {
      ...{ type: 'finding.made', actor: machine, subject },
      data: {
        ...{ finding, code: 'edited', key: `edited|${about}|edited_program`, recorder, docking },
        ...{ evidence: [about], count: 1, wording: 'edited_program' },
        facts: { program: 'JianYing', others: 3, alike: 0 },
      },
      personal: { said: '剪映' },
    },
    ...unless(open || place % 10 === 0, [
      {
        ...{ type: 'finding.dismissed', actor: clerk, subject, data: { finding } },
        personal: { reason: '本单位设备使用该程序写入' },
      },
    ]),
  ];
}

function alarmDrafts(number: number, open: boolean): readonly AnyDraft[] {
  const alarm = alarmId(number + 1);
  const subject = { kind: 'alarm', id: alarm } as const;
  const port = String(1 + (number % 30)).padStart(2, '0');
  const key = `card_refused:/media/docket/bench-${number}`;
  return [
    {
      ...{ type: 'alarm.raised', actor: machine, subject },
      data: { alarm, code: 'card_refused', key, severity: number % 7 === 0 ? 'critical' : 'warning' },
      personal: { params: `{"port":"${port}","root":"/media/docket/${port}"}` },
    },
    ...unless(open, [
      {
        ...{ type: 'alarm.acknowledged.2', actor: clerk, subject, data: { alarm } },
        personal: { note: '已看到' },
      } as const,
      {
        ...{ type: 'alarm.closed', actor: clerk, subject, data: { alarm, because: 'person' } },
        personal: { note: '已重新接入' },
      },
    ]),
  ];
}

function justificationDrafts(number: number, { sessions }: MadeDocking, open: boolean): readonly AnyDraft[] {
  const [session] = sessions;
  if (session === undefined) return [];
  const justification = justificationId(number + 1);
  const subject = { kind: 'justification', id: justification } as const;
  return [
    {
      ...{ type: 'justification.submitted', actor: clerk, subject },
      data: { justification, session, category: 'continuous_duty' },
      personal: { text: '连续执勤，未能及时返回' },
    },
    ...unless(open, [
      {
        ...{ type: 'justification.decided', actor: head, subject },
        data: { justification, session, decision: number % 4 === 0 ? 'rejected' : 'approved' },
        personal: { note: '情况属实' },
      },
    ]),
  ];
}

function requestDrafts(
  number: number,
  { evidence, officer }: MadeDocking,
  open: boolean,
): readonly AnyDraft[] {
  const request = requestId(number + 1);
  const subject = { kind: 'request', id: request } as const;
  const account = accountId(firstOfficerAccount + officer);
  return [
    {
      ...{ type: 'request.submitted', actor: { kind: 'person', id: account }, subject },
      data: {
        ...{ request, kind: 'view', evidence: evidence.slice(0, 3), for: account, emergency: false },
        until: open ? '2030-01-01T00:00:00Z' : '2024-01-01T00:00:00Z',
      },
      personal: { why: `核对第${number}号现场情况` },
    },
    ...unless(open, [
      {
        ...{ type: 'request.decided', actor: head, subject },
        data: { request, decision: number % 5 === 0 ? 'rejected' : 'withdrawn' },
        personal: { note: '材料不齐' },
      },
    ]),
  ];
}

function reviewDrafts(plan: MadePlan, place: number): readonly AnyDraft[] {
  const review = reviewId(place / 50 + 1);
  const subject = { kind: 'review', id: review } as const;
  const number = caseNumber(place + 1);
  const reviewer = accountId(firstOfficerAccount);
  return [
    {
      ...{ type: 'review.drawn', actor: clerk, subject },
      data: {
        ...{
          review,
          from: '2026-01-01',
          to: '2026-06-30',
          unit: null,
          seed: digestOf(plan, `seed ${place}`),
        },
        ...{ population: 12, populationSha256: digestOf(plan, `population ${place}`) },
        drawn: [{ case: number, reviewer }],
      },
      personal: { note: '互评' },
    },
    {
      ...{ type: 'review.entered', actor: { kind: 'person', id: reviewer }, subject },
      data: { review, case: number, grade: 'fair' },
      personal: { found: '中断未说明', mend: '补充书面说明' },
    },
  ];
}

/** Entries that make the rest: people signing in and out, and looking at what came in. */
export function restDrafts(number: number, { evidence, officer }: MadeDocking): readonly AnyDraft[] {
  const account = accountId(firstOfficerAccount + officer);
  const actor = { kind: 'person', id: account } as const;
  const subject = { kind: 'account', id: account } as const;
  const credential = String(number).padStart(32, '0');
  const address = `192.0.2.${number % 250}`;
  const about = evidence[number % evidence.length];
  switch (number % 3) {
    case 0:
      return [
        {
          ...{ type: 'account.signed_in', actor, subject, data: { account, credential, by: 'password' } },
          personal: { address },
        },
      ];
    case 1:
      return about === undefined
        ? []
        : [
            {
              ...{ type: 'evidence.viewed', actor, subject: { kind: 'evidence', id: about } },
              data: { evidence: about, request: null, from: 0, to: 30 + (number % 300) },
              personal: { address },
            },
          ];
    default:
      return [
        {
          ...{ type: 'account.signed_out', actor, subject, personal: {} },
          data: { account, credential, because: 'person' },
        },
      ];
  }
}
