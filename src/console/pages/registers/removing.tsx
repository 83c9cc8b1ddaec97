import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { useDeed } from '../../data/answers.ts';
import { AskReason } from '../../parts/ask-reason.tsx';
import { useWords } from '../../words/language.ts';
import { nameOf, type Register } from './shapes.ts';

interface RemovingProps {
  readonly register: Register;
  readonly row: string;
  readonly version: number | null;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Takes a row away, with a reason. */
export function Removing({ register, row, version, onClose, onGone }: RemovingProps) {
  const say = useWords(registersPageTexts);
  const remove = useDeed('registerRemove', ['registerRows']);
  const params = { register: nameOf(register), key: row };
  return (
    <AskReason
      asks={say('remove_asks', { key: printable(row) })}
      says={say('remove_says')}
      deed={say('remove')}
      needed
      onConfirm={async (note) => {
        await remove.mutateAsync({
          params,
          query: { cause: note ?? '', ...(version === null ? {} : { version }) },
        });
        onGone();
      }}
      onClose={onClose}
    />
  );
}
