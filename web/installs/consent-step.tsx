// First step: what the app may do, as sentences to agree to.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ConsentList } from '../store/consent-list.tsx';
import { priceWords } from '../store/price-words.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';

export function ConsentStep({ listing, onNext }: { listing: OutputOf<'getListing'>; onNext: () => void }) {
  const { appId, label, publisher, price } = listing;
  return (
    <Card title={`What ${label} may do here`} about={`Made by ${publisher} · ${priceWords(price)}`}>
      <ConsentList scopes={listing.scopes} hosts={listing.hosts} />
      <p className="install-note">
        Nothing else. A later version that asks for more waits until you agree to it.
      </p>
      <div className="install-acts">
        <ButtonLink to="/store/$appId" params={{ appId }}>
          Not now
        </ButtonLink>
        <Button look="primary" onClick={onNext}>
          I agree
        </Button>
      </div>
    </Card>
  );
}
