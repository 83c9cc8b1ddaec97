import type { DocketError } from '../errors.ts';
import type { StationErrorCode } from '../station/error.ts';

/** What the command line ends with, for those who script it. `verify` has its own, from 10 on. */
export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  configuration: 3,
  notInitialised: 4,
  inUse: 5,
  refused: 6,
  someLeft: 7,
} as const;

const ofStation: Readonly<Record<StationErrorCode, number>> = {
  'station.not_initialised': exitCodes.notInitialised,
  'station.no_permission': exitCodes.refused,
  'station.file_damaged': exitCodes.refused,
  'station.newer': exitCodes.refused,
  'station.in_use': exitCodes.inUse,
  'station.code_differs': exitCodes.configuration,
  'station.folder_unwritable': exitCodes.refused,
  'station.folder_missing': exitCodes.usage,
  'station.folder_inside': exitCodes.refused,
  'station.mirror_foreign': exitCodes.refused,
  'station.folder_docked': exitCodes.refused,
  'station.second_same': exitCodes.usage,
  'station.hand_ins_many': exitCodes.refused,
  'station.hand_in_no_room': exitCodes.refused,
  'station.hand_in_cut': exitCodes.refused,
  'station.digest_differs': exitCodes.refused,
  'station.recorder_unknown': exitCodes.usage,
  'station.docking_unknown': exitCodes.usage,
  'station.evidence_unknown': exitCodes.usage,
  'station.entry_unknown': exitCodes.usage,
  'station.daemon_silent': exitCodes.refused,
  'station.destination_exists': exitCodes.refused,
  'station.object_unsound': exitCodes.refused,
  'station.attachment_unknown': exitCodes.usage,
  'station.not_stored': exitCodes.refused,
  'station.attachment_wrong': exitCodes.usage,
  'station.usage': exitCodes.usage,
  'station.value_wrong': exitCodes.usage,
  'station.internal': exitCodes.internal,
};

const retentionUsage = ['retention.case_unknown', 'retention.hold_unknown', 'retention.disposal_unknown'];

const refusedDeeds = [
  'deadlines.justification_open',
  'deadlines.justification_decided',
  'deadlines.justification_own',
  'deadlines.nothing_to_justify',
  'deadlines.join_apart',
  'deadlines.join_justified',
  'deadlines.year_announced',
  'tagging.finding_settled',
];

/** Refusals of the doors; every other code of theirs says that a value is wrong. */
const refusedByDoors = [
  'access.busy',
  'access.own_account',
  'access.order_unsigned',
  'access.signature_missing',
  'access.signature_refused',
  'access.signature_locked',
  'access.code_needed',
  'access.signature_pending',
  'access.not_allowed',
  'access.tag_loosens',
  'access.name_taken',
  'access.role_built_in',
  'access.badge_taken',
  'access.token_beyond',
  'access.proposal_kind',
  'access.proposal_settled',
  'access.proposal_own',
  'access.not_classified',
  'access.request_settled',
  'access.request_own',
  'access.request_emergency',
  'access.review_empty',
  'access.review_nobody',
];

const backupUsage = [
  'backup.key_unsaid',
  'backup.no_folder',
  'backup.folder_missing',
  'backup.unreadable',
  'backup.identity_unusable',
];

/** The exit code of an expected failure, by its room and code. */
export function exitCodeOf(error: DocketError): number {
  const code: string = error.code;
  if (isStationCode(code)) return ofStation[code];
  if (code === 'cli.checkpoint_none') return exitCodes.refused;
  if (code === 'backup.recipient_wrong' || code === 'backup.no_recipient') return exitCodes.configuration;
  if (backupUsage.includes(code) || retentionUsage.includes(code)) return exitCodes.usage;
  if (code.startsWith('cli.')) return exitCodes.usage;
  // Filters of a kept question.
  if (code === 'api.field_unknown' || code === 'api.value_wrong' || code === 'api.text_unclean')
    return exitCodes.usage;
  if (refusedDeeds.includes(code) || refusedByDoors.includes(code)) return exitCodes.refused;
  if (code.startsWith('access.')) return exitCodes.usage;
  if (code.startsWith('deadlines.policy_') && code !== 'deadlines.policy_unknown')
    return exitCodes.configuration;
  if (code === 'deadlines.day_wrong') return exitCodes.configuration;
  if (code.startsWith('deadlines.')) return exitCodes.usage;
  if (code === 'tagging.row_referred') return exitCodes.refused;
  if (code.startsWith('tagging.')) return exitCodes.usage;
  if (code === 'viewing.evidence_unknown' || code === 'viewing.none_stands') return exitCodes.usage;
  if (code.startsWith('tls.')) return exitCodes.refused;
  if (code.startsWith('config.') || code.startsWith('dock.profile')) return exitCodes.configuration;
  if (code === 'custody.os_user_unlinked') return exitCodes.refused;
  if (code === 'custody.alarm_unhandled') return exitCodes.usage;
  if (code === 'custody.alarm_unknown' || code === 'dock.card_unreadable') return exitCodes.usage;
  return exitCodes.refused;
}

function isStationCode(code: string): code is StationErrorCode {
  return code in ofStation;
}
