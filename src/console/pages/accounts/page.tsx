import '../../look/desk.css';
import './accounts.css';
import type { ComponentType } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { shellTexts } from '../../../texts/console/shell.ts';
import { useMay } from '../../data/session.ts';
import type { PageProps } from '../../page-row.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/language.ts';
import { AccountList } from './account-list.tsx';
import { type AccountsPart, partsOpen } from './accounts-parts.tsx';
import { ProposalList } from './proposal-list.tsx';
import { RoleList } from './role-list.tsx';
import { TokenList } from './token-list.tsx';

const shown: Readonly<Record<AccountsPart, ComponentType>> = {
  accounts: AccountList,
  proposals: ProposalList,
  tokens: TokenList,
  roles: RoleList,
};

/** Who may sign in, and what they may do then. */
export default function AccountsPage({ thing }: PageProps) {
  const shell = useWords(shellTexts);
  const name = useWords(pageNames);
  const open = partsOpen(useMay());
  const part = thing === null ? open[0] : open.find((one) => one === thing);
  if (part === undefined) return <PageHead title={name('accounts')} help={shell('no_page')} />;
  const Shown = shown[part];
  return <Shown />;
}
