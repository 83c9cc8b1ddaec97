import type { LedgerAhead } from '../station/ledger-ahead.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { spanWords } from '../texts/units.ts';

/** That the ledger runs ahead of this machine's clock, by how much, and since which entry. */
export function aheadWords(language: Language, ahead: LedgerAhead): string {
  return say(language, 'doctor.ledger_time.ahead', { ...ahead, length: spanWords(ahead.seconds) });
}
