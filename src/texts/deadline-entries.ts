import type { EntryType } from '../custody/entry-kinds.ts';
import type { Text } from './text.ts';

/** Entries of sessions, verdicts and reasons. */
export const deadlineEntryTexts = {
  'session.formed': {
    en: '{count} recording(s) belong to session {session}: {why}',
    zh: '{count} 个记录归入记录组 {session}：{why}',
  },
  'session.emptied': {
    en: 'session {session} has gone into {into}',
    zh: '记录组 {session} 并入 {into}',
  },
  'session.returned': {
    en: 'the officer returned to the unit at {returned} ({why}): {note}',
    zh: '返回单位时间 {returned}（{why}）：{note}',
  },
  'session.return_taken_back': {
    en: 'the duty roster names no return any more',
    zh: '勤务安排不再给出返回时间',
  },
  'policy.adopted': {
    en: 'what begins from now on is judged by {policy} (SHA-256 {digest})',
    zh: '此后按 {policy} 判定（SHA-256 {digest}）',
  },
  'calendar.adopted': {
    en: 'the working days have changed (SHA-256 {digest}): everything is judged again',
    zh: '工作日安排有变（SHA-256 {digest}）：全部重新判定',
  },
  'calendar.imported': {
    en: 'working days were imported from {file} (SHA-256 {sha256})',
    zh: '自 {file} 导入工作日安排（SHA-256 {sha256}）',
  },
  'verdict.given': {
    en: 'by {clause}: {why}; due {due}, at the latest {lastDue}; stored {stored}',
    zh: '依据 {clause} 判定：{why}；期限 {due}，最迟 {lastDue}；入库 {stored}',
  },
  'justification.submitted': {
    en: 'justification {justification} ({why}) was submitted: {text}',
    zh: '提交特殊情况说明 {justification}（{why}）：{text}',
  },
  'justification.decided': {
    en: 'justification {justification} was {why}: {note}',
    zh: '特殊情况说明 {justification} {why}：{note}',
  },
  'attachment.secured': {
    en: 'attachment {name} ({size}, SHA-256 {sha256}) is on the station, verified, and waits to be stored',
    zh: '附件 {name}（{size}，SHA-256 {sha256}）已在采集站暂存校验，等待入库',
  },
  'attachment.stored': {
    en: 'attachment {name} of justification {justification} ({size}, SHA-256 {sha256}) put write-once into vault {vault}',
    zh: '特殊情况说明 {justification} 的附件 {name}（{size}，SHA-256 {sha256}）一次写入存证库 {vault}',
  },
} as const satisfies Partial<Record<EntryType, Text>>;
