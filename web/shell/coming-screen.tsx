// Stands in for a place whose screen is not built yet.
import { useLocation } from '@tanstack/react-router';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';
import { places } from './places.ts';

export function ComingScreen() {
  const { pathname } = useLocation();
  const place = places.find((one) => one.to === pathname) ?? places[0];
  return (
    <Page title={place.label} about={place.about}>
      <Card>
        <EmptyState icon={<place.icon size={20} aria-hidden />} title="Nothing here yet" says={place.about} />
      </Card>
    </Page>
  );
}
