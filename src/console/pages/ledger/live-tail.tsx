import { PauseCircleOutlined, PlayCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { useLiveEvent } from '../../data/events.ts';
import { usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';

/** A burst of entries asks for the list once. */
const gatherMs = 700;

/** The list grows while entries are written, until somebody wants to read in peace. */
export function LiveTail() {
  const say = useWords(ledgerPageTexts);
  const { search } = usePlace();
  const [paused, setPaused] = useState(false);
  const [missed, setMissed] = useState(0);
  const lookAgain = useLookAgain();
  useLiveEvent(
    'entry',
    useCallback(() => {
      if (paused) setMissed((count) => count + 1);
      else lookAgain();
    }, [paused, lookAgain]),
  );
  const turn = (): void => {
    setPaused(!paused);
    setMissed(0);
    if (paused) lookAgain();
  };
  if (search.get('sort') === 'seq') return <p className="tail quiet">{say('live_older')}</p>;
  return (
    <div className="tail">
      <span className={paused ? 'quiet' : 'going'}>
        {paused ? <PauseCircleOutlined aria-hidden="true" /> : <SyncOutlined aria-hidden="true" />}{' '}
        {paused ? say('paused', { count: missed }) : say('live')}
      </span>
      <Button size="small" icon={paused ? <PlayCircleOutlined /> : <PauseCircleOutlined />} onClick={turn}>
        {say(paused ? 'resume' : 'pause')}
      </Button>
    </div>
  );
}

function useLookAgain(): () => void {
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  return useCallback(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      for (const name of ['entryList', 'checkpoint']) void queries.invalidateQueries({ queryKey: [name] });
    }, gatherMs);
  }, [queries]);
}
