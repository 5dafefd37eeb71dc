// The price of the app, typed in the major unit and kept in the minor one.
import { priceSchema } from '@bellwire/model/price.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { within } from '../settings-form/within.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { useBuilder } from './builder.ts';
import { partSurroundings } from './part-surroundings.ts';
import { fractionDigits } from './fraction-digits.ts';
import { priceFields } from './settings-fields.ts';
import { ShapedForm } from './shaped-form.tsx';

export function PriceForm() {
  const { app, complaints, change } = useBuilder();
  return (
    <ShapedForm
      fields={priceFields}
      schema={priceSchema}
      value={app.price}
      onChange={(price) => change([{ is: 'set-settings', set: { price } }])}
      surroundings={partSurroundings(app, change)}
      complaints={within(complaints, ['price'])}
      toForm={toForm}
      fromForm={fromForm}
    />
  );
}

function toForm({ amount, ...price }: JsonObject): JsonObject {
  if (typeof amount !== 'number') return price;
  const digits = fractionDigits(shownText(price.currency));
  return { ...price, amount: (amount / 10 ** digits).toFixed(digits) };
}

function fromForm({ is, amount, currency }: JsonObject): JsonObject {
  if (is === 'free' || is === undefined) return { is: 'free' };
  const code = shownText(currency).trim().toUpperCase();
  const minor = Math.round(Number(shownText(amount).replace(',', '.')) * 10 ** fractionDigits(code));
  return {
    is,
    currency: code,
    amount: Number.isFinite(minor) && shownText(amount) !== '' ? minor : (amount ?? null),
  };
}
