import { DesktopOutlined, UserOutlined } from '@ant-design/icons';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { useWords } from '../../words/language.ts';

interface ActorTextProps {
  readonly actor: { readonly kind: string; readonly id: string };
}

/** Who did it: a person by the account, or the station by itself. */
export function ActorText({ actor: { kind, id } }: ActorTextProps) {
  const say = useWords(ledgerPageTexts);
  if (kind === 'machine')
    return (
      <span className="quiet nowrap" title={printable(id)}>
        <DesktopOutlined aria-hidden="true" /> {say('machine')}
      </span>
    );
  return (
    <span className="nowrap">
      <UserOutlined aria-hidden="true" /> <span className="mono">{printable(id)}</span>
    </span>
  );
}
