/**
 * What somebody may do, in the field's words: the thing, a dot, the deed. Roles are sets of these and nothing else; no
 * code asks for a role. `see` is reading; nothing that is only seen is changed by seeing it, but for the entry that says so.
 */
export const permissions = [
  /** Facts of evidence items: tags, times, verdicts, custody history; never the footage itself. */
  'evidence.see',
  'evidence.tag',
  /** Saying less of what keeps a recording: not important any more, out of its case, another officer's. */
  'evidence.loosen',
  /** Playing footage. Alone it opens nothing: ZZ-28 and HY-13 ask for an approved request, or the policy on own recordings. */
  'evidence.watch',
  /** Taking a copy away, with an approved request. */
  'evidence.copy',
  /** Giving copies to review bodies and courts, with an approved request (HY-12: the legal section alone). */
  'evidence.give_out',
  /** Bringing in what did not come over the dock. */
  'evidence.bring_in',
  /** Keeping a recording whatever its dates say (a legal hold); letting go of it again is `evidence.loosen`. */
  'evidence.hold',
  'session.see',
  /** Saying when one, or somebody of one's units, was back. */
  'session.return',
  /** Splitting and joining, correcting a recorder's clock. */
  'session.amend',
  'justification.see',
  'justification.submit',
  'justification.decide',
  'finding.see',
  'finding.explain',
  'finding.dismiss',
  'case.see',
  'case.export',
  'register.see',
  'register.edit',
  /** Taking originals away whose time is over: proposed by one, decided by another. */
  'disposal.see',
  'disposal.propose',
  'disposal.decide',
  'request.see',
  'request.submit',
  'request.decide',
  'review.see',
  'review.draw',
  /** Entering what the review of a case that one was assigned to has found. */
  'review.enter',
  'report.see',
  'ledger.see',
  'ledger.export',
  /** Names, parties and the like whole; without it they are masked. */
  'personal.see',
  'docking.see',
  /** Pausing, resuming, cancelling, putting a recording first. */
  'docking.control',
  'recorder.manage',
  /** Emptying docked recorders of what is stored. */
  'erasing.see',
  'erasing.order',
  /** Whether what is stored is still what it was, and in how many places it lies. */
  'fixity.see',
  'fixity.check',
  'alarm.see',
  'alarm.handle',
  'station.see',
  'backup.make',
  'config.see',
  'config.change',
  'account.see',
  'account.manage',
  'role.see',
  'role.manage',
  'token.see',
  'token.manage',
  /** What needs two persons: retention, erasing, policies, accounts of auditors. */
  'proposal.see',
  'proposal.make',
  'proposal.confirm',
] as const;

export type Permission = (typeof permissions)[number];

export function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name);
}
