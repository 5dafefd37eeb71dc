// A payment as the provider keeps it, and the reading of the request that asks for one.
import { randomBytes } from 'node:crypto';

export interface Payment {
  /** Unguessable: whoever knows it can open the pay page. */
  readonly id: string;
  /** In major units: 12.5 is twelve and a half euros. */
  readonly amount: number;
  readonly currency: string;
  /** The shop's own name for what is paid. */
  readonly order: string;
  /** Our name for the payment, such as `AP-7F3K92`. */
  readonly reference: string;
  readonly callbackUrl: string;
  status: 'open' | 'paid' | 'declined';
  /** Every call at the callback address, failed ones included, oldest first. */
  readonly deliveries: Delivery[];
}

export interface Delivery {
  readonly at: string;
  /** Counts from 1 within one callback; another callback of the same payment begins anew. */
  readonly attempt: number;
  /** Undefined where nobody answered. */
  readonly status: number | undefined;
  readonly ms: number;
}

export type ReadPayment =
  | { readonly ok: true; readonly payment: Payment }
  | { readonly ok: false; readonly says: string };

/** @param text The body of `POST /payments`: `amount`, `currency`, `order`, `callback_url`. */
export function readPayment(text: string): ReadPayment {
  const { amount, currency, order, callback_url: callbackUrl } = readObject(text);
  if (typeof amount !== 'number' || !(amount > 0))
    return refuse('"amount" must be a number above 0, such as 12.5.');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return refuse('"currency" must be three capital letters, such as EUR.');
  if (typeof order !== 'string' || order === '')
    return refuse('"order" must be a text: your own name for what is paid.');
  if (typeof callbackUrl !== 'string' || !/^https?:$/.test(URL.parse(callbackUrl)?.protocol ?? '')) {
    return refuse('"callback_url" must be an address that starts with http:// or https://.');
  }
  const id = `pay_${randomBytes(12).toString('base64url')}`;
  const reference = `AP-${randomBytes(4).toString('hex').toUpperCase()}`;
  return {
    ok: true,
    payment: { id, amount, currency, order, reference, callbackUrl, status: 'open', deliveries: [] },
  };
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function refuse(says: string): ReadPayment {
  return { ok: false, says };
}
