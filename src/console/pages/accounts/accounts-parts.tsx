import { accountsTexts } from '../../../texts/console/accounts.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { useMay } from '../../data/session.ts';
import { Link } from '../../parts/link.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';

const parts = ['accounts', 'proposals', 'tokens', 'roles'] as const;
export type AccountsPart = (typeof parts)[number];
const needs = {
  accounts: 'account.see',
  proposals: 'proposal.see',
  tokens: 'token.see',
  roles: 'role.see',
} as const;

export function partsOpen(may: ReturnType<typeof useMay>): readonly AccountsPart[] {
  return parts.filter((part) => may(needs[part]));
}

/** Between the parts of the page, and to the table of who may do what. */
export function AccountsParts({ at }: { readonly at: AccountsPart }) {
  const say = useWords(accountsTexts);
  const name = useWords(pageNames);
  const open = partsOpen(useMay());
  return (
    <div className="parts-line">
      <nav className="switch" aria-label={`${name('accounts')} · ${say('parts')}`}>
        {open.map((part) => (
          <Link
            key={part}
            to={addressOf('accounts', part)}
            {...(part === at ? { 'aria-current': 'true' as const } : {})}
          >
            {say(part)}
          </Link>
        ))}
      </nav>
      <a href="/docs/who-may" target="_blank" rel="noreferrer">
        {say('who_may')}
      </a>
    </div>
  );
}
