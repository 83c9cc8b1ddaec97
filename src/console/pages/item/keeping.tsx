import { PauseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { hindranceTexts } from '../../../texts/retention.ts';
import { printable } from '../../../texts/text.ts';
import { useDeed } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import { Field } from './finding-form.tsx';
import { type Hold, type Item, isDisposed, keepingOf, touched } from './item.ts';
import { Section } from './section.tsx';

/** What keeps it beyond its date, and the deed of holding it. */
export function Keeping({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const word = useCode(hindranceTexts);
  const { language } = useLanguage();
  const may = useMay();
  const [asked, setAsked] = useState<'hold' | Hold | null>(null);
  const { because, holds } = keepingOf(item);
  const others = because.filter((one) => one !== 'person').map(word);
  const why = isDisposed(item) ? say('verify_waits_gone') : may('evidence.hold') ? null : say('hold_may_not');
  return (
    <Section
      title={say('keeping')}
      acts={
        <WhyDisabled
          size="small"
          icon={<PauseCircleOutlined aria-hidden="true" />}
          why={why}
          onClick={() => setAsked('hold')}
        >
          {say('hold')}
        </WhyDisabled>
      }
    >
      {holds.length === 0 ? <p className="quiet">{say('no_hold')}</p> : null}
      <ul>
        {holds.map((one) => (
          <li key={one.hold} className="hold">
            <Placed hold={one} />
            {may('evidence.loosen') ? (
              <Button size="small" className="no-print" onClick={() => setAsked(one)}>
                {say('lift')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {others.length === 0 || isDisposed(item) ? null : (
        <p className="quiet">
          {say('held_because', { because: others.join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {asked === null ? null : (
        <HoldDeed evidence={item.evidenceId} hold={asked} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}

function Placed({ hold: { of, about, placer, placed, reason } }: { readonly hold: Hold }) {
  const say = useWords(itemTexts);
  return (
    <div>
      <p className="wraps">
        <b>{printable(reason ?? '–')}</b>
      </p>
      <p className="quiet">
        {of === 'case' ? <span>{say('hold_of_case', { case: about })} · </span> : null}
        {placer} <TimeText at={placed} />
      </p>
    </div>
  );
}

interface HoldDeedProps {
  readonly evidence: string;
  readonly hold: 'hold' | Hold;
  readonly onClose: () => void;
}

function HoldDeed({ evidence, hold, onClose }: HoldDeedProps) {
  const say = useWords(itemTexts);
  const [reason, setReason] = useState('');
  const place = useDeed('holdPlace', touched);
  const lift = useDeed('holdLift', touched);
  const placing = hold === 'hold';
  const confirm = async (): Promise<void> => {
    const body = { reason: reason.trim() };
    if (placing) await place.mutateAsync({ body: { of: 'evidence', about: evidence, ...body } });
    else await lift.mutateAsync({ params: { hold: hold.hold }, body });
  };
  return (
    <Confirm
      asks={say(placing ? 'hold_asks' : 'lift_asks')}
      deed={say(placing ? 'hold' : 'lift')}
      onConfirm={confirm}
      onClose={onClose}
      says={
        <>
          <p>{say(placing ? 'hold_says' : 'lift_says')}</p>
          <Field name={say('reason')} value={reason} onChange={setReason} long />
        </>
      }
    />
  );
}
