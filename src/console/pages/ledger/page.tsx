import './ledger.css';
import type { PageProps } from '../../page-row.ts';
import { EntryFile } from './entry-file.tsx';
import { LedgerList } from './ledger-list.tsx';

export default function LedgerPage({ thing }: PageProps) {
  return thing === null ? <LedgerList /> : <EntryFile place={thing} />;
}
