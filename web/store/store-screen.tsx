// The store: every app this workspace can install, found by words and category, which stay in the address.
import { Link, useSearch } from '@tanstack/react-router';
import { Search, Store } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { CardGrid, CardGridSkeleton } from '../ui/card-grid.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ListingCard } from './listing-card.tsx';
import { StoreSearch } from './store-search.tsx';
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
  return <Card>{isAsked ? <NothingFits /> : <EmptyStore />}</Card>;
}

function NothingFits() {
  return (
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
  );
}

function EmptyStore() {
  return (
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
  );
}
