import '../../look/desk.css';
import { PlusOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { printable } from '../../../texts/text.ts';
import type { FiltersOf, RowOf } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import type { PageProps } from '../../page-row.ts';
import { AccountText } from '../../parts/account-text.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { addressOf, go } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { DrawForm } from './draw-form.tsx';
import { ReviewFile } from './review-file.tsx';
import { Progress, SpanText } from './review-parts.tsx';

type ReviewRow = RowOf<'reviewList'>;

export default function ReviewsPage({ thing }: PageProps) {
  return thing === null ? <ReviewList /> : <ReviewFile review={thing} />;
}

function ReviewList() {
  const say = useWords(reviewsTexts);
  const name = useWords(pageNames);
  const may = useMay();
  const [drawing, setDrawing] = useState(false);
  const [drawn, setDrawn] = useState<string | null>(null);
  // Once the window is gone, and what was typed in it with it: before, leaving would ask whether to lose that.
  useEffect(() => {
    if (!drawing && drawn !== null) go(addressOf('reviews', drawn));
  }, [drawing, drawn]);
  const draw = (
    <WhyDisabled
      why={may('review.draw') ? null : say('may_not_draw')}
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setDrawing(true)}
    >
      {say('draw')}
    </WhyDisabled>
  );
  return (
    <>
      <ListPage
        list="reviewList"
        title={name('reviews')}
        help={say('help')}
        filters={[
          { kind: 'text', name: 'unit', title: say('unit') },
          { kind: 'text', name: 'reviewer', title: say('reviewer') },
        ]}
        asked={filtersIn}
        columns={useColumns()}
        keyOf={({ review }) => review}
        empty={{ says: say('empty'), next: say('empty_next') }}
        acts={draw}
        sort="id"
      />
      {drawing ? <DrawForm onDrawn={setDrawn} onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

function filtersIn(search: URLSearchParams): FiltersOf<'reviewList'> {
  const [unit, reviewer] = [search.get('unit'), search.get('reviewer')];
  return {
    ...(unit === null ? {} : { unit }),
    ...(reviewer === null ? {} : { reviewer }),
    ...(search.get('sort') === 'id' ? { sort: 'id' } : {}),
  };
}

function useColumns(): readonly Column<ReviewRow>[] {
  const say = useWords(reviewsTexts);
  return [
    {
      name: 'review',
      title: say('review'),
      cell: ({ review }) => (
        <Link to={addressOf('reviews', review)} className="mono nowrap">
          {review}
        </Link>
      ),
    },
    { name: 'progress', title: say('progress'), cell: (row) => <Progress {...row} /> },
    { name: 'span', title: say('span'), cell: (row) => <SpanText {...row} /> },
    { name: 'unit', title: say('unit'), cell: ({ unit }) => unit ?? say('all_units') },
    {
      name: 'cases',
      title: say('cases'),
      cell: ({ cases, population }) => say('of_population', { cases, population }),
    },
    {
      name: 'drawer',
      title: say('drawer'),
      cell: ({ drawer, people }) => <AccountText account={drawer} people={people} />,
    },
    { name: 'drawn', title: say('drawn'), cell: ({ drawn }) => <TimeText at={drawn} /> },
    {
      name: 'note',
      title: say('note'),
      kind: 'long',
      cell: ({ note }) => (note === null ? <span className="quiet">–</span> : printable(note)),
    },
  ];
}
