import './look/frame.css';
import './look/parts.css';
import './look/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../texts/text.ts';
import { speak } from './data/ask-station.ts';
import { makeQueries } from './data/queries.ts';
import { themeOf } from './look/theme.ts';
import { Doors } from './shell/doors.tsx';
import { TypeContext } from './shell/type-size.ts';
import { ReadingContext } from './words/language.ts';
import { remember, remembered } from './words/remembered.ts';
import { greeting, nonce } from './words/station.ts';

const queries = makeQueries();

function standingLanguage(): Language {
  const kept = remembered('language');
  return kept === 'zh' || kept === 'en' ? kept : greeting.language;
}

/** Everything around the pages: language, type, and what was asked. */
export function Console() {
  const [language, setLanguage] = useState(standingLanguage);
  const [large, setLarge] = useState(() => remembered('type') === 'large');
  speak(language);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['type'] = large ? 'large' : 'usual';
  }, [large]);
  const reading = useMemo(() => ({ language, change: changing(setLanguage) }), [language]);
  const type = useMemo(() => ({ large, setLarge: sizing(setLarge) }), [large]);
  return (
    <ReadingContext value={reading}>
      <TypeContext value={type}>
        <ConfigProvider
          locale={language === 'zh' ? chinese : english}
          theme={themeOf(large)}
          csp={{ nonce }}
          button={{ autoInsertSpace: false }}
        >
          <QueryClientProvider client={queries}>
            <Doors />
          </QueryClientProvider>
        </ConfigProvider>
      </TypeContext>
    </ReadingContext>
  );
}

/** What the station says it says in the reader's language: it is asked anew. */
function changing(set: (language: Language) => void) {
  return (language: Language): void => {
    remember('language', language);
    set(language);
    speak(language);
    void queries.invalidateQueries();
  };
}

function sizing(set: (large: boolean) => void) {
  return (large: boolean): void => {
    remember('type', large ? 'large' : null);
    set(large);
  };
}
