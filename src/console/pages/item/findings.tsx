import { CheckCircleOutlined, FileDoneOutlined, StopOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { findingCodeTexts, itemTagTexts } from '../../../texts/console/item-tags.ts';
import { printable } from '../../../texts/text.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { AttachedFiles, attachedIn } from '../../parts/attached-files.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useCode, useWords } from '../../words/language.ts';
import { FindingForm } from './finding-form.tsx';
import type { Finding, Item } from './item.ts';
import { Section } from './section.tsx';

const looks = {
  open: { tone: 'warn', icon: <WarningFilled />, word: 'finding_open' },
  explained: { tone: 'info', icon: <FileDoneOutlined />, word: 'finding_explained' },
  dismissed: { tone: 'quiet', icon: <StopOutlined />, word: 'finding_dismissed' },
  withdrawn: { tone: 'quiet', icon: <CheckCircleOutlined />, word: 'finding_withdrawn' },
} as const;

/** What does not fit with it, by what, and what was said to it. */
export function Findings({ item }: { readonly item: Item }) {
  const say = useWords(itemTagTexts);
  return (
    <Section title={say('findings')}>
      {item.findings.length === 0 ? (
        <p className="quiet">
          <CheckCircleOutlined aria-hidden="true" /> {say('findings_none')}
        </p>
      ) : null}
      <ul className="findings">
        {item.findings.map((one) => (
          <Found key={one.finding} found={one} />
        ))}
      </ul>
    </Section>
  );
}

type Answering = 'explain' | 'dismiss';

function Found({ found }: { readonly found: Finding }) {
  const say = useWords(itemTagTexts);
  const code = useCode(findingCodeTexts);
  const may = useMay();
  const [answering, setAnswering] = useState<Answering | null>(null);
  const { tone, icon, word } = looks[found.state];
  const open = found.state === 'open' && answering === null;
  return (
    <li className="finding">
      <div className="finding-head">
        <h3>{code(found.code)}</h3>
        <StateChip tone={tone} icon={icon}>
          {say(word)}
        </StateChip>
        <span className="quiet">
          <TimeText at={found.madeAt} />
        </span>
        <span className="acts no-print">
          {open && may('finding.explain') ? (
            <Button size="small" onClick={() => setAnswering('explain')}>
              {say('explain')}
            </Button>
          ) : null}
          {open && may('finding.dismiss') ? (
            <Button size="small" onClick={() => setAnswering('dismiss')}>
              {say('dismiss')}
            </Button>
          ) : null}
        </span>
      </div>
      <p className="wraps">{printable(found.words ?? found.said ?? '')}</p>
      <Settled found={found} />
      {answering === null ? null : (
        <FindingForm finding={found.finding} kind={answering} onClose={() => setAnswering(null)} />
      )}
    </li>
  );
}

function Settled({ found: { finding, statement, reason, settler } }: { readonly found: Finding }) {
  const say = useWords(itemTagTexts);
  const why = statement?.why ?? reason;
  if (why === null) return null;
  const who = statement?.who ?? settler ?? '–';
  return (
    <div className="answered wraps">
      {say('settled_by', { who: printable(who), why: printable(why) })}
      <AttachedFiles
        files={attachedIn(statement?.attachments ?? [])}
        ask={(sha256) => askStation('findingAttachment', { params: { finding, sha256 } })}
      />
    </div>
  );
}
