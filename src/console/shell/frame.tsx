import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { pageNames } from '../../texts/console/pages.ts';
import { shellTexts } from '../../texts/console/shell.ts';
import { printable } from '../../texts/text.ts';
import { useEvents } from '../data/events.ts';
import { patient } from '../data/patient.ts';
import { useSignOut, useWho } from '../data/session.ts';
import type { PageProps, PageRow } from '../page-row.ts';
import { pages } from '../pages.ts';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWords } from '../words/language.ts';
import { greeting } from '../words/station.ts';
import { IdleWarning } from './idle-warning.tsx';
import { leave } from './leaving.ts';
import { PageGuard } from './page-guard.tsx';
import { addressOf, usePlace } from './place.ts';
import { ReaderTools } from './reader-tools.tsx';

const loaded = new Map<string, ComponentType<PageProps>>(
  pages.map(({ name, load }) => [name, lazy(() => patient(load))]),
);

/** Menu, head and the page that the address names. */
export function Frame() {
  const say = useWords(shellTexts);
  const { permissions } = useWho();
  const open = pages.filter(({ needs }) => needs.some((one) => permissions.includes(one)));
  const { page, thing } = usePlace();
  const shown = page === '' ? open.find(({ icon }) => icon !== null) : open.find(({ name }) => name === page);
  useEvents(true);
  const main = useFocusOn(`${page}/${thing ?? ''}`);
  return (
    <div className="frame">
      <a className="skip" href="#page">
        {say('skip')}
      </a>
      <Menu rows={open.filter(({ icon }) => icon !== null)} current={shown?.name ?? null} />
      <Head />
      <main id="page" className="frame-page" ref={main} tabIndex={-1}>
        <Page row={shown ?? null} any={open.length > 0} thing={thing} />
      </main>
      <IdleWarning />
    </div>
  );
}

/** Somebody who hears pages must hear that another one has come; the first one is where they begin anyhow. */
function useFocusOn(place: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  return main;
}

function Menu({ rows, current }: { readonly rows: readonly PageRow[]; readonly current: string | null }) {
  const say = useWords(shellTexts);
  const name = useWords(pageNames);
  return (
    <nav className="frame-menu" aria-label={say('menu')}>
      <div className="brand">
        <b>Docket</b>
        <span>{say('product')}</span>
      </div>
      <ul>
        {rows.map(({ name: page, icon: Icon }) => (
          <li key={page}>
            <Link to={addressOf(page)} {...(page === current ? { 'aria-current': 'page' as const } : {})}>
              <span aria-hidden="true">{Icon === null ? null : <Icon />}</span>
              {name(page)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Head() {
  const say = useWords(shellTexts);
  const { account, name, person } = useWho();
  const signOut = useSignOut();
  return (
    <header className="frame-head">
      <span className="station">{greeting.station}</span>
      <ReaderTools />
      <span className="who" title={say('account', { account: name ?? account })}>
        <UserOutlined aria-hidden="true" /> {printable(person ?? name ?? account)}
      </span>
      <Button type="text" icon={<LogoutOutlined />} onClick={() => leave(() => void signOut())}>
        {say('sign_out')}
      </Button>
    </header>
  );
}

interface PageOf {
  readonly row: PageRow | null;
  readonly any: boolean;
  readonly thing: string | null;
}

function Page({ row, any, thing }: PageOf) {
  const say = useWords(shellTexts);
  const Shown = row === null ? undefined : loaded.get(row.name);
  if (Shown === undefined || row === null)
    return (
      <PageHead
        title={say(any ? 'no_page' : 'no_pages')}
        help={say(any ? 'no_page_next' : 'no_pages_next')}
      />
    );
  return (
    <PageGuard key={row.name} says={say('page_broken')} again={say('page_again')}>
      <Suspense fallback={<Skeleton paragraph={{ rows: 8 }} />}>
        <Shown key={thing ?? ''} thing={thing} />
      </Suspense>
    </PageGuard>
  );
}
