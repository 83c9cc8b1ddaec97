/** Keeping an item longer than its class says. */
export interface ExtendingKinds {
  /** A person wants it kept until that moment at least. Nothing shortens it again. */
  'retention.extended': { data: { evidence: string; until: string }; personal: { reason: string } };
}
