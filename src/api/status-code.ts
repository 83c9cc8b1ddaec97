import type { DocketError } from '../errors.ts';
import type { TextKey } from '../texts/catalogue.ts';
import type { ApiErrorCode } from './error.ts';

/** The statuses of problem documents: each has its title. */
export type ProblemStatus = TextKey extends infer K
  ? K extends `api.title.${infer S extends number}`
    ? S
    : never
  : never;

/** What an answer's status says of each of the interface's own problems. */
const ofApi: Readonly<Record<ApiErrorCode, ProblemStatus>> = {
  'api.value_wrong': 400,
  'api.attachment_kind': 422,
  'api.attachments_many': 429,
  'api.attachment_unknown': 422,
  'api.field_unknown': 400,
  'api.field_missing': 400,
  'api.text_unclean': 400,
  'api.body_malformed': 400,
  'api.body_too_large': 413,
  'api.body_type': 415,
  'api.request_malformed': 400,
  'api.route_unknown': 404,
  'api.console_missing': 404,
  'api.cursor_foreign': 400,
  'api.signed_out': 401,
  'api.pending': 403,
  'api.forbidden': 403,
  'api.csrf': 403,
  'api.refused': 401,
  'api.totp_needed': 401,
  'api.locked': 429,
  'api.too_many': 429,
  'api.range_wrong': 416,
  'api.busy': 503,
  'api.too_slow': 503,
  'api.row_gone': 404,
  'api.method_wrong': 405,
  'api.headers_large': 431,
  'api.request_slow': 408,
  'api.expectation': 417,
  'api.connections': 429,
  'api.port_unusable': 503,
  'api.tls_needed': 503,
  'api.proxy_wrong': 503,
  'api.host_unknown': 421,
  'api.internal': 500,
};

/** Files that are handed in. */
const ofHandIns: Readonly<Record<string, ProblemStatus>> = {
  'station.hand_ins_many': 429,
  'station.hand_in_no_room': 503,
  'station.hand_in_cut': 400,
};

const notThere: readonly string[] = [
  'station.evidence_unknown',
  'station.entry_unknown',
  'station.docking_unknown',
  'station.attachment_unknown',
  'deadlines.session_unknown',
  'deadlines.justification_unknown',
  'tagging.finding_unknown',
  'custody.alarm_unknown',
  'viewing.evidence_unknown',
  'viewing.none_stands',
  'retention.disposal_unknown',
  'retention.hold_unknown',
];

const gone: readonly string[] = [
  'deadlines.session_emptied',
  'retention.evidence_disposed',
  'viewing.original_gone',
];

/** What was asked for is known, and does not fit how things stand. */
const conflicts: readonly string[] = [
  'deadlines.justification_open',
  'deadlines.justification_decided',
  'deadlines.justification_own',
  'deadlines.nothing_to_justify',
  'deadlines.join_apart',
  'deadlines.join_justified',
  'deadlines.year_announced',
  'tagging.finding_settled',
  'tagging.row_referred',
  'tagging.tag_changed',
  'tagging.row_changed',
  'custody.alarm_unhandled',
  'custody.alarm_closed',
  'station.destination_exists',
  'station.folder_docked',
  'station.not_stored',
  'retention.disposal_open',
  'retention.disposal_decided',
  'retention.hold_lifted',
  'retention.still_locked',
  'retention.not_longer',
  'retention.not_disposable',
  'retention.nothing_expired',
  'erasing.intake_not_over',
  'erasing.list_changed',
  'erasing.not_all_stored',
  'erasing.nothing',
];

const ofAccess: Readonly<Record<string, ProblemStatus>> = {
  'access.busy': 503,
  'access.token_unknown': 404,
  'access.question_unknown': 404,
  'access.questions_full': 409,
  'access.proposal_unknown': 404,
  'access.request_unknown': 404,
  'access.review_unknown': 404,
  'access.name_taken': 409,
  'access.badge_taken': 409,
  'access.proposal_settled': 409,
  'access.request_settled': 409,
  'access.factor_standing': 409,
  'access.own_account': 403,
  'access.proposal_own': 403,
  'access.request_own': 403,
  'access.request_beyond': 403,
  'access.tag_loosens': 403,
  'access.may_not_watch': 403,
  'access.may_not_copy': 403,
  'access.no_footage': 403,
  'access.playback_closed': 403,
  'access.review_not_yours': 403,
  'access.token_beyond': 403,
  'access.password_locked': 429,
};

/** Not the fault of who asks: a disk, a key, a database, a store. */
const ours = /^(?:custody|vault|config|dock|intake)\.|^station\.(?:internal|file_damaged|in_use|newer)/;

/**
 * The status of an expected failure. Bad input is never a 5xx.
 * @param reading a row of a register is what was asked for, not what was sent
 */
export function statusOf({ code }: DocketError, reading: boolean): ProblemStatus {
  const named = (ofApi as Readonly<Record<string, ProblemStatus>>)[code];
  if (named !== undefined) return named;
  const ofFile = ofHandIns[code];
  if (ofFile !== undefined) return ofFile;
  if (notThere.includes(code) || (reading && code === 'tagging.row_unknown')) return 404;
  if (gone.includes(code)) return 410;
  if (conflicts.includes(code)) return 409;
  if (code === 'retention.disposal_own' || code === 'custody.os_user_unlinked') return 403;
  if (code.startsWith('access.')) return ofAccess[code] ?? 422;
  return ours.test(code) && code !== 'custody.proof_out_of_range' ? 503 : 422;
}
