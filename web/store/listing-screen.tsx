// The page of one app: all a workspace should know before it installs it.
import { Link, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ConsentList } from './consent-list.tsx';
import { priceWords } from './price-words.ts';
import './store.css';

type Listing = OutputOf<'getListing'>;

export function ListingScreen() {
  const { appId } = useParams({ from: '/store/$appId' });
  const listing = useOperation('getListing', { appId });
  if (listing.data !== undefined) return <ListingPage listing={listing.data} />;
  return (
    <Page title={listing.error === null ? <Skeleton width="180px" /> : 'Store'}>
      {listing.error === null ? (
        <Skeleton width="100%" />
      ) : (
        <QueryProblem error={listing.error} refetch={listing.refetch} />
      )}
    </Page>
  );
}

function ListingPage({ listing }: { listing: Listing }) {
  const { appId, label, description, logo, about, installedHere } = listing;
  return (
    <Page
      crumbs={[
        <Link key="store" to="/store">
          Store
        </Link>,
      ]}
      title={
        <span className="listing-title">
          <LogoTile name={label} size={40} {...(logo === null ? {} : { picture: logo })} />
          {label}
        </span>
      }
      mark={installedHere ? <Badge tone="ok">installed</Badge> : null}
      about={description}
      acts={
        <ButtonLink to="/store/$appId/install" params={{ appId }} look="primary">
          {installedHere ? 'Install once more' : 'Install'}
        </ButtonLink>
      }
    >
      <div className="listing">
        <div className="listing-main">
          {about === '' ? null : (
            <Card title="What it does">
              <p className="listing-about">{about}</p>
            </Card>
          )}
          <Triggers triggers={listing.triggers} />
          <Actions actions={listing.actions} />
        </div>
        <Facts listing={listing} />
      </div>
    </Page>
  );
}

function Triggers({ triggers }: Pick<Listing, 'triggers'>) {
  if (triggers.length === 0) return null;
  return (
    <Card title="Tells your bots" about="Each event starts the flows you subscribe to it.">
      <ul className="listing-parts">
        {triggers.map(({ name, label, about, sample }) => (
          <li key={name}>
            <strong>{label}</strong>
            {about === '' ? null : <p>{about}</p>}
            <CodeBlock label="For example" value={sample} maxHeight={200} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Actions({ actions }: Pick<Listing, 'actions'>) {
  if (actions.length === 0) return null;
  return (
    <Card title="Does for your bots" about="To be put into a flow.">
      <ul className="listing-parts">
        {actions.map(({ name, label, about }) => (
          <li key={name}>
            <strong>{label}</strong>
            {about === '' ? null : <p>{about}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Facts({ listing }: { listing: Listing }) {
  const { price, publisher, version, installs, category, docsUrl, versions } = listing;
  return (
    <aside className="listing-facts" aria-label="Facts">
      <Card>
        <KeyValue
          facts={[
            ['Price', priceWords(price)],
            ['By', publisher],
            [
              'Category',
              <span key="category" className="listing-card-category">
                {category}
              </span>,
            ],
            ['Version', version],
            ['Installs', installs],
          ]}
        />
        {docsUrl === null ? null : (
          <a className="listing-docs" href={docsUrl} target="_blank" rel="noreferrer noopener">
            <ExternalLink size={14} aria-hidden /> Documentation
          </a>
        )}
      </Card>
      <Card title="It may">
        <ConsentList scopes={listing.scopes} hosts={listing.hosts} />
      </Card>
      <Card title="Versions">
        <ol className="listing-versions">
          {versions.slice(0, 5).map(({ number, changelog, publishedAt }) => (
            <li key={number}>
              <strong>{number}</strong> <RelativeTime at={publishedAt} />
              {changelog === '' ? null : <p>{changelog}</p>}
            </li>
          ))}
        </ol>
      </Card>
    </aside>
  );
}
