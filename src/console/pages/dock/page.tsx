import '../../look/parts.css';
import './dock.css';
import { IconProvider } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../texts/text.ts';
import { speak } from '../../data/ask-station.ts';
import { makeQueries } from '../../data/queries.ts';
import { TypeContext } from '../../shell/type-size.ts';
import { ReadingContext } from '../../words/language.ts';
import { remember, remembered } from '../../words/remembered.ts';
import { greeting, nonce } from '../../words/station.ts';
import { Kiosk } from './kiosk.tsx';

const queries = makeQueries();

/** The screen at the dock: everything around it is left out, so that it is there at once. */
export default function DockPage() {
  const [language, setLanguage] = useState<Language>(() => {
    const kept = remembered('language');
    return kept === 'zh' || kept === 'en' ? kept : greeting.language;
  });
  const [large, setLarge] = useState(() => remembered('type') === 'large');
  speak(language);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['type'] = large ? 'large' : 'usual';
  }, [large]);
  const type = useMemo(() => ({ large, setLarge: sizing(setLarge) }), [large]);
  const reading = useMemo(() => ({ language, change: changing(setLanguage) }), [language]);
  return (
    <ReadingContext value={reading}>
      <IconProvider value={{ csp: { nonce } }}>
        <QueryClientProvider client={queries}>
          <TypeContext value={type}>
            <Kiosk />
          </TypeContext>
        </QueryClientProvider>
      </IconProvider>
    </ReadingContext>
  );
}

function sizing(set: (large: boolean) => void) {
  return (large: boolean): void => {
    remember('type', large ? 'large' : null);
    set(large);
  };
}

function changing(set: (language: Language) => void) {
  return (language: Language): void => {
    remember('language', language);
    speak(language);
    set(language);
  };
}
