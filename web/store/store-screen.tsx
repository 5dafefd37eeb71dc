// The store: every app this workspace can install, found by words and category, which stay in the address.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Search, Store } from 'lucide-react';
import { useEffect, useState } from 'react';
import { appCategories } from '@bellwire/model/app.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { CardGrid, CardGridSkeleton } from '../ui/card-grid.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ListingCard } from './listing-card.tsx';
import './store.css';

export function StoreScreen() {
  const { search, category } = useSearch({ from: '/store' });
  const asked = { ...(search !== undefined && { search }), ...(category !== undefined && { category }) };
  const listings = useOperation('listListings', asked, { keepPrevious: true });
  return (
    <Page title="Store" about="Find a mini-app and add it to your bots.">
      <StoreSearch />
      {listings.data !== undefined ? (
        <Listings rows={listings.data.rows} isAsked={Object.keys(asked).length > 0} />
      ) : listings.error === null ? (
        <CardGridSkeleton />
      ) : (
        <QueryProblem error={listings.error} refetch={listings.refetch} />
      )}
    </Page>
  );
}

/** So that typing a word is one look-up, not one per letter. */
const PAUSE_MS = 200;
const EVERYTHING = 'everything';

function StoreSearch() {
  const { search = '', category } = useSearch({ from: '/store' });
  const navigate = useNavigate({ from: '/store' });
  const [words, setWords] = useState(search);
  useEffect(() => {
    if (words.trim() === search) return undefined;
    const timer = setTimeout(() => {
      const { search: _before, ...others } = { search, ...(category && { category }) };
      void navigate({
        search: words.trim() === '' ? others : { ...others, search: words.trim() },
        replace: true,
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, search, category, navigate]);
  return (
    <search className="store-search">
      <TextField
        label="Search"
        hideLabel
        required
        type="search"
        icon={<Search size={15} aria-hidden />}
        placeholder="Payments, booking, a service's name …"
        value={words}
        onChange={setWords}
      />
      <Select
        label="Category"
        hideLabel
        required
        value={category ?? EVERYTHING}
        choices={[
          { value: EVERYTHING, label: 'Every category' },
          ...appCategories.map((one) => ({ value: one, label: one.charAt(0).toUpperCase() + one.slice(1) })),
        ]}
        onChange={(next) => {
          const chosen = appCategories.find((one) => one === next);
          void navigate({
            search: { ...(search !== '' && { search }), ...(chosen && { category: chosen }) },
            replace: true,
          });
        }}
      />
    </search>
  );
}

function Listings({ rows, isAsked }: { rows: OutputOf<'listListings'>['rows']; isAsked: boolean }) {
  if (rows.length > 0) {
    return (
      <CardGrid label="Apps">
        {rows.map((listing) => (
          <Link
            key={listing.appId}
            to="/store/$appId"
            params={{ appId: listing.appId }}
            className="listing-link"
          >
            <ListingCard listing={listing} />
          </Link>
        ))}
      </CardGrid>
    );
  }
  return (
    <Card>
      {isAsked ? (
        <EmptyState
          icon={<Search size={20} aria-hidden />}
          title="Nothing fits"
          says="No app has these words or this category. Try fewer words."
          act={
            <ButtonLink to="/store" search={{}}>
              Show every app
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          icon={<Store size={20} aria-hidden />}
          title="The store is empty"
          says="Apps stand here once they are published: those of this workspace, and the public ones of this server."
          act={
            <ButtonLink to="/mini-apps" look="primary">
              Build the first one
            </ButtonLink>
          }
        />
      )}
    </Card>
  );
}
