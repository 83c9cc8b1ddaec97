import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { linkState } from '../../data/link-state.ts';
import { Link } from '../../parts/link.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addressOf, usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { entriesAsked, searchOf } from './filters.ts';

const mostNameLetters = 100;

/** Questions that somebody asks again and again: the station keeps them, each account its own. */
export function KeptQuestions() {
  const say = useWords(ledgerPageTexts);
  const asked = usePlace().search.toString();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is asked
  useEffect(() => setOpen(false), [asked]);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      open={open}
      onOpenChange={(next) => setOpen(next || linkState().expired)}
      content={<Questions />}
    >
      <Button icon={<StarOutlined />}>{say('questions')}</Button>
    </Popover>
  );
}

function Questions() {
  const say = useWords(ledgerPageTexts);
  const { search } = usePlace();
  const [name, setName] = useState('');
  const kept = useAnswer('questionList', { query: { about: 'entries', limit: 100 } });
  const keep = useDeed('questionKeepEntries', ['questionList']);
  const forget = useDeed('questionForget', ['questionList']);
  const save = (): void => {
    const called = name.trim();
    if (called === '') return;
    keep.mutate(
      { params: { name: called }, body: { query: entriesAsked(search) } },
      { onSuccess: () => setName('') },
    );
  };
  const failed = kept.error ?? keep.error ?? forget.error;
  return (
    <section className="popped" aria-label={say('questions')}>
      {failed === null ? null : <ProblemNote error={failed} />}
      {kept.isPending && kept.error === null ? <Skeleton title={false} /> : null}
      {kept.data?.rows.length === 0 ? <p className="quiet">{say('question_none')}</p> : null}
      <ul>
        {kept.data?.rows.map((question) => (
          <li key={question.name}>
            <Link to={addressOf('ledger', null, searchOf(question.query))}>{printable(question.name)}</Link>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={say('question_remove', { name: question.name })}
              onClick={() => forget.mutate({ params: { name: question.name } })}
            />
          </li>
        ))}
      </ul>
      <Input.Search
        value={name}
        maxLength={mostNameLetters}
        aria-label={say('question_name')}
        placeholder={say('question_name')}
        enterButton={say('question_save')}
        loading={keep.isPending}
        onChange={({ target }) => setName(target.value)}
        onSearch={save}
        style={{ marginTop: 8 }}
      />
    </section>
  );
}
