// Invented sales, to show a table with.
export interface SampleSale {
  id: string;
  buyer: string;
  app: string;
  minor: number;
  currency: string;
  at: string;
  state: 'paid' | 'refunded' | 'waiting';
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export const sampleSales: readonly SampleSale[] = [
  {
    id: 's1',
    buyer: 'Lena Fischer',
    app: 'Acme Pay',
    minor: 129_00,
    currency: 'EUR',
    at: ago(3),
    state: 'paid',
  },
  {
    id: 's2',
    buyer: 'Tomás Rivera',
    app: 'Booking Desk',
    minor: 4_900,
    currency: 'USD',
    at: ago(95),
    state: 'waiting',
  },
  {
    id: 's3',
    buyer: 'Yuki Tanaka',
    app: 'Parcel Track',
    minor: 12_800,
    currency: 'JPY',
    at: ago(60 * 27),
    state: 'paid',
  },
  {
    id: 's4',
    buyer: 'Olu Adeyemi',
    app: 'Acme Pay',
    minor: 129_00,
    currency: 'EUR',
    at: ago(60 * 24 * 12),
    state: 'refunded',
  },
];
