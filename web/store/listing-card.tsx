// One app as the store shows it among others.
import { Download } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge } from '../ui/badge.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { priceWords } from './price-words.ts';
import './store.css';

type Listing = Pick<
  OutputOf<'listListings'>['rows'][number],
  'label' | 'description' | 'logo' | 'category' | 'price' | 'publisher' | 'installs' | 'installedHere'
>;

export function ListingCard({ listing }: { listing: Listing }) {
  const { label, description, logo, category, price, publisher, installs, installedHere } = listing;
  return (
    <div className="listing-card">
      <header>
        <LogoTile name={label} size={40} {...(logo === null ? {} : { picture: logo })} />
        <div>
          <h2>{label}</h2>
          <small>{publisher}</small>
        </div>
        {installedHere ? <Badge tone="ok">installed</Badge> : null}
      </header>
      <p>{description === '' ? 'It says nothing of itself yet.' : description}</p>
      <footer>
        <span>{priceWords(price)}</span>
        <span className="listing-card-category">{category}</span>
        <span className="listing-card-installs" title={`${installs} installs`}>
          <Download size={13} aria-hidden /> {installs}
          <span className="unseen"> installs</span>
        </span>
      </footer>
    </div>
  );
}
