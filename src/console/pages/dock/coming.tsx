import { VerticalAlignTopOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { asked } from '../../data/ask-station.ts';
import { useSending } from '../../data/use-sending.ts';
import { useWords } from '../../words/language.ts';
import { Trouble } from './trouble.tsx';
import { type DockedRecorder, useDock } from './use-dock.ts';
import { Waiting } from './waiting.tsx';

/** Recorders of whoever is signed in that are still being taken in: each may go before the others. */
export function Coming({ officer }: { readonly officer: string | null }) {
  const { data } = useDock();
  const own = (data?.ports ?? []).flatMap(({ port, docked }) =>
    docked !== null && officer !== null && docked.officer === officer && docked.phase === 'copying'
      ? [{ port, docked }]
      : [],
  );
  return own.map(({ port, docked }) => <ComingIn key={docked.docking} port={port} of={docked} />);
}

function ComingIn({ port, of }: { readonly port: string; readonly of: DockedRecorder }) {
  const say = useWords(dockSheetTexts);
  const [first, setFirst] = useState<boolean | null>(null);
  const { busy, error, send } = useSending(
    async () => setFirst((await asked('dockingFirst', { params: { docking: of.docking } })).first),
    () => undefined,
  );
  return (
    <section className="coming">
      <span>{say('coming', { port, ...of.files })}</span>
      {first === null ? (
        <Waiting why={null} busy={busy} onClick={() => void send()}>
          <VerticalAlignTopOutlined aria-hidden="true" /> {say('go_first')}
        </Waiting>
      ) : (
        <b role="status">{say(first ? 'goes_first' : 'all_begun')}</b>
      )}
      {error === null ? null : <Trouble error={error} />}
    </section>
  );
}
