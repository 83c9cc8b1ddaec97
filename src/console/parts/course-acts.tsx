import { CommentOutlined, EnterOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Answer } from '../../api/client/client.ts';
import { courseTexts } from '../../texts/console/attach.ts';
import { categoryTexts } from '../../texts/deadlines.ts';
import { useDeed } from '../data/answers.ts';
import { askStation } from '../data/ask-station.ts';
import { useMay } from '../data/session.ts';
import { useLanguage, useWords } from '../words/language.ts';
import { momentAt } from '../words/moments.ts';
import { greeting } from '../words/station.ts';
import { Attaching, type Sent } from './attaching.tsx';
import { Confirm } from './confirm.tsx';

type Judged = Pick<
  Answer<'evidenceItem'>['verdicts'][number],
  'session' | 'verdict' | 'justification' | 'returned'
>;

const categories = ['fault', 'distance', 'continuous_duty', 'network', 'other'] as const;
type Category = (typeof categories)[number];
const mostLetters = 4_000;

/** The operations whose answers are another after either of them. */
const stale = [
  ...['evidenceItem', 'evidenceStory', 'evidenceList', 'evidenceLimits'],
  ...['reportPunctuality', 'reportSupervision', 'sessionList', 'session', 'justificationList'],
] as const satisfies readonly string[];

/** What is to be done about a course: its return is entered where it is not known, its lateness explained. */
export function CourseActs({ of }: { readonly of: Judged }) {
  const say = useWords(courseTexts);
  const may = useMay();
  const [open, setOpen] = useState<'return' | 'explain' | null>(null);
  const close = (): void => setOpen(null);
  const lacksReturn = of.returned === null && may('session.return');
  const late = ['late', 'overdue'].includes(of.verdict) && may('justification.submit');
  if (late && of.justification === 'submitted') return <span className="quiet">{say('waits')}</span>;
  return (
    <span className="course-acts no-print">
      {lacksReturn ? (
        <Button
          size="small"
          type={of.verdict === 'undetermined' ? 'primary' : 'default'}
          icon={<EnterOutlined aria-hidden="true" />}
          onClick={() => setOpen('return')}
        >
          {say('return')}
        </Button>
      ) : null}
      {late && of.justification !== 'approved' ? (
        <Button size="small" icon={<CommentOutlined aria-hidden="true" />} onClick={() => setOpen('explain')}>
          {say('explain')}
        </Button>
      ) : null}
      {open === 'return' ? <Return session={of.session} onClose={close} /> : null}
      {open === 'explain' ? <Explain session={of.session} onClose={close} /> : null}
    </span>
  );
}

interface FormProps {
  readonly session: string;
  readonly onClose: () => void;
}

function Return({ session, onClose }: FormProps) {
  const say = useWords(courseTexts);
  const id = useId();
  const [local, setLocal] = useState('');
  const [note, setNote] = useState('');
  const { mutateAsync } = useDeed('sessionReturn', stale);
  const body = () => ({ at: momentAt(local, greeting.zone), note: note.trim() === '' ? null : note.trim() });
  return (
    <Confirm
      asks={say('return_asks', { session })}
      says={say('return_says')}
      deed={say('return')}
      why={local === '' ? say('needs_time') : null}
      onConfirm={() => mutateAsync({ params: { session }, body: body() })}
      onClose={onClose}
    >
      <div>
        <label htmlFor={id}>{say('back_at')}</label>
        <Input
          id={id}
          type="datetime-local"
          value={local}
          onChange={({ target }) => setLocal(target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}-note`}>{say('why_so_late')}</label>
        <Input
          id={`${id}-note`}
          value={note}
          maxLength={mostLetters}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </Confirm>
  );
}

function Explain({ session, onClose }: FormProps) {
  const say = useWords(courseTexts);
  const { language } = useLanguage();
  const id = useId();
  const [category, setCategory] = useState<Category | null>(null);
  const [text, setText] = useState('');
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const { mutateAsync } = useDeed('justificationSubmit', stale);
  const said = text.trim();
  const submit = async (): Promise<void> => {
    const attach = sent.map(({ attachment }) => attachment);
    await mutateAsync({ params: { session }, body: { category: category ?? 'other', text: said, attach } });
  };
  return (
    <Confirm
      asks={say('explain_asks', { session })}
      says={say('explain_says')}
      deed={say('explain')}
      why={category === null || said === '' ? say('needs_words') : null}
      onConfirm={submit}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend>{say('category')}</legend>
        {categories.map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={category === one} onChange={() => setCategory(one)} />
            {categoryTexts[one][language]}
          </label>
        ))}
      </fieldset>
      <div>
        <label htmlFor={`${id}-text`}>{say('words')}</label>
        <Input.TextArea
          id={`${id}-text`}
          value={text}
          rows={3}
          maxLength={mostLetters}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Attaching
        sent={sent}
        onChange={setSent}
        send={(body, name) => askStation('sessionAttach', { params: { session }, query: { name }, body })}
      />
    </Confirm>
  );
}
