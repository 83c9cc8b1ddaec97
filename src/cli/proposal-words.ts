import type { AccountDeed } from '../access/accounts/deeds.ts';
import type { RoleDeed } from '../access/accounts/role-deeds.ts';
import type { ConfigProposal } from '../access/configuration/config-book.ts';
import type { SettingChange } from '../access/configuration/settings.ts';
import { unreachable } from '../errors.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { roleWords, wordsOfCode } from './access-words.ts';

/** What was proposed, in words; of a kind that this version does not know, as it stands. */
export function proposedWords(language: Language, kind: string, content: string): string {
  // The desk wrote it, in the shape of its kind.
  if (kind === 'account') return accountDeedWords(language, JSON.parse(content) as AccountDeed);
  if (kind === 'role') return roleDeedWords(language, JSON.parse(content) as RoleDeed);
  if (kind === 'config') return changeWords((JSON.parse(content) as ConfigProposal).changes);
  return content;
}

/** `vault.retentionDays: 186 -> 366; …` */
export function changeWords(changes: readonly SettingChange[]): string {
  return changes.map(({ key, before, after }) => `${key}: ${before ?? '–'} -> ${after ?? '–'}`).join('; ');
}

function accountDeedWords(language: Language, deed: AccountDeed): string {
  switch (deed.deed) {
    case 'add':
      return [say(language, 'cli.proposal.add', { name: deed.name }), ...factWords(language, deed)].join(
        '; ',
      );
    case 'change': {
      const facts = factWords(language, deed);
      return [say(language, 'cli.proposal.change', { account: deed.account }), ...facts].join('; ');
    }
    case 'reset':
      return say(language, deed.secondFactor ? 'cli.proposal.reset_both' : 'cli.proposal.reset', {
        account: deed.account,
      });
    default:
      return unreachable(deed);
  }
}

/** What is said of an account; a field that is left out stays as it is. */
function factWords(
  language: Language,
  deed: Extract<AccountDeed, { deed: 'add' | 'change' }>,
): readonly string[] {
  const listed = (some: readonly string[]): string => (some.length === 0 ? '–' : some.join(', '));
  const { person, roles, units, officer } = deed;
  const state = 'state' in deed ? deed.state : undefined;
  const name = deed.deed === 'change' ? deed.name : undefined;
  return [
    name === undefined ? null : say(language, 'cli.proposal.fact.name', { name }),
    person === undefined ? null : say(language, 'cli.proposal.fact.person', { person: person ?? '–' }),
    roles === undefined
      ? null
      : say(language, 'cli.proposal.fact.roles', {
          roles: listed(roles.map((one) => roleWords(language, one))),
        }),
    units === undefined ? null : say(language, 'cli.proposal.fact.units', { units: listed(units) }),
    officer === undefined ? null : say(language, 'cli.proposal.fact.officer', { officer: officer ?? '–' }),
    state === undefined
      ? null
      : say(language, 'cli.proposal.fact.state', { state: wordsOfCode(language, 'state', state) }),
  ].filter((one) => one !== null);
}

function roleDeedWords(language: Language, { role, grants }: RoleDeed): string {
  return say(language, 'cli.proposal.role', {
    role: roleWords(language, role),
    grants: Object.entries(grants)
      .map(([permission, extent]) => `${permission}=${extent}`)
      .join(', '),
  });
}
