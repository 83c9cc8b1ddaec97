import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { deskTexts } from '../../texts/console/desk.ts';
import { printable } from '../../texts/text.ts';
import { useWords } from '../words/language.ts';
import { AskReason } from './ask-reason.tsx';
import type { Side } from './both-sides.tsx';
import { useDialogs } from './dialog-host.tsx';
import { WhyDisabled } from './why-disabled.tsx';

export type Deed = 'approve' | 'reject' | 'withdraw';

/** How something that was decided stands by now. */
export interface Decided {
  readonly state: ReactNode;
  readonly decider: string | null;
  readonly note: string | null;
}

interface DecisionProps {
  /** What keeps whoever looks from it; null: nothing. */
  readonly why: (deed: Deed) => string | null;
  /** Whoever made it may take it back. */
  readonly own: boolean;
  readonly small?: boolean;
  /** The deed as a verb where it is called otherwise here. */
  readonly verb?: (deed: Deed) => string;
  readonly asks: (deed: Deed) => string;
  readonly says: (deed: Deed) => string;
  readonly needsReason: (deed: Deed) => boolean;
  readonly decide: (decision: 'approve' | 'reject', note: string | null) => Promise<unknown>;
  readonly withdraw: (note: string | null) => Promise<unknown>;
  /** Asked where somebody else was quicker. */
  readonly stands: () => Promise<Decided | null>;
  readonly onClose?: () => void;
}

const icons = { withdraw: <UndoOutlined />, reject: <CloseOutlined />, approve: <CheckOutlined /> } as const;

/** Approving, rejecting, taking back: what whoever looks can do, and what keeps them from it. */
export function Decision({ why, own, small = false, ...deciding }: DecisionProps) {
  const desk = useWords(deskTexts);
  const open = useDialogs();
  const verb = deciding.verb ?? ((deed: Deed) => desk(deed));
  const deeds: readonly Deed[] = own ? ['withdraw', 'reject', 'approve'] : ['reject', 'approve'];
  return deeds.map((deed) => (
    <WhyDisabled
      key={deed}
      why={why(deed)}
      icon={small ? null : icons[deed]}
      {...(small ? { size: 'small' as const } : {})}
      {...(deed === 'approve' ? { type: 'primary' as const } : {})}
      onClick={() => open((close) => <Asked {...deciding} {...{ deed, close }} verb={verb(deed)} />)}
    >
      {verb(deed)}
    </WhyDisabled>
  ));
}

interface AskedProps extends Omit<DecisionProps, 'why' | 'own' | 'small' | 'verb'> {
  readonly deed: Deed;
  readonly verb: string;
  readonly close: () => void;
}

function Asked(props: AskedProps) {
  const { deed, verb, close, asks, says, needsReason, decide, withdraw, stands, onClose } = props;
  const desk = useWords(deskTexts);
  const end = (): void => {
    close();
    onClose?.();
  };
  const ask = async (): Promise<readonly Side[]> => {
    const found = await stands();
    if (found === null) return [];
    const { state, decider, note } = found;
    return [
      { title: desk('decision'), value: state },
      { title: desk('reason'), value: printable(note ?? '–') },
      ...(decider === null ? [] : [{ title: desk('by'), value: printable(decider) }]),
    ];
  };
  return (
    <AskReason
      asks={asks(deed)}
      says={says(deed)}
      deed={verb}
      needed={needsReason(deed)}
      stands={{ ask, mine: [{ title: desk('decision'), value: verb }] }}
      onConfirm={(note) => (deed === 'withdraw' ? withdraw(note) : decide(deed, note))}
      onClose={end}
    />
  );
}
