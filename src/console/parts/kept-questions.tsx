import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { printable } from '../../texts/text.ts';
import { useAnswer, useDeed } from '../data/answers.ts';
import { linkState } from '../data/link-state.ts';
import { addressOf, usePlace } from '../shell/place.ts';
import { useWords } from '../words/language.ts';
import { Link } from './link.tsx';
import { ProblemNote } from './problem-note.tsx';

const mostNameLetters = 100;

interface KeptQuestionsProps {
  /** The page of the list; its address holds the question. */
  readonly page: string;
  readonly about: 'entries' | 'evidence';
  /** Keeps what the address asks, as the station understands it. */
  readonly keep: (name: string, search: URLSearchParams) => Promise<unknown>;
  /** The other way round. */
  readonly searchOf: (query: Readonly<Record<string, unknown>>) => string;
}

/** Questions that somebody asks again and again: the station keeps them, each account its own. */
export function KeptQuestions(props: KeptQuestionsProps) {
  const say = useWords(partTexts);
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
      content={<Questions {...props} />}
    >
      <Button icon={<StarOutlined />}>{say('questions')}</Button>
    </Popover>
  );
}

function Questions({ page, about, keep, searchOf }: KeptQuestionsProps) {
  const say = useWords(partTexts);
  const { search } = usePlace();
  const [name, setName] = useState('');
  const kept = useAnswer('questionList', { query: { about, limit: 100 } });
  const keeping = useMutation({ mutationFn: (called: string) => keep(called, search) });
  const forget = useDeed('questionForget', ['questionList']);
  const save = (): void => {
    const called = name.trim();
    if (called === '') return;
    keeping.mutate(called, { onSuccess: () => setName('') });
  };
  const failed = kept.error ?? keeping.error ?? forget.error;
  return (
    <section className="popped" aria-label={say('questions')}>
      {failed === null ? null : <ProblemNote error={failed} />}
      {kept.isPending && kept.error === null ? <Skeleton title={false} /> : null}
      {kept.data?.rows.length === 0 ? <p className="quiet">{say('question_none')}</p> : null}
      <ul>
        {kept.data?.rows.map((question) => (
          <li key={question.name}>
            <Link to={addressOf(page, null, searchOf(question.query))}>{printable(question.name)}</Link>
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
        loading={keeping.isPending}
        onChange={({ target }) => setName(target.value)}
        onSearch={save}
        style={{ marginTop: 8 }}
      />
    </section>
  );
}
