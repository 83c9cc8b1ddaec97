import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { itemTagTexts } from '../../../texts/console/item-tags.ts';
import { tagFieldTexts } from '../../../texts/tagging.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Item } from './item.ts';
import { useTagging } from './tagging.ts';
import type { TagDeed } from './tags.tsx';

interface UndoProps {
  readonly item: Item;
  readonly done: TagDeed;
  readonly onUndone: () => void;
}

/** What was just done, and the way back while it is what stands. */
export function Undo({ item, done, onUndone }: UndoProps) {
  const say = useWords(itemTagTexts);
  const name = useCode(tagFieldTexts);
  const { field, before, now } = done;
  const { change, busy, error } = useTagging(item.evidenceId, field);
  const undo = async (): Promise<void> => {
    if (await change(before, now)) onUndone();
  };
  return (
    <div className="done-line no-print">
      <span>{say('done', { field: name(field) })}</span>
      <Button
        size="small"
        icon={<UndoOutlined aria-hidden="true" />}
        loading={busy}
        onClick={() => void undo()}
      >
        {say('undo')}
      </Button>
      {error === null ? null : <ProblemNote error={error} />}
    </div>
  );
}
