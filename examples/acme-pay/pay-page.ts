// The page on which a payment is paid or declined: plain HTML and one style sheet, no script.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Delivery, Payment } from './payment.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const logo = read('logo.svg').trim();
const style = read('pay-page.css');

/** Lets in this page's own style and nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export function payPage(payment: Payment): string {
  const amount = money(payment);
  const body = payment.status === 'open' ? openBody(payment, amount) : settledBody(payment, amount);
  return document(`${amount} · Acme Pay`, `${body}${deliveriesBody(payment)}`);
}

export function notFoundPage(): string {
  return document(
    'Acme Pay',
    '<h1>There is no such payment</h1><p>Payments are kept in memory: after a restart, ask for a new link.</p>',
  );
}

function openBody({ id, order }: Payment, amount: string): string {
  return `
<p>Order ${escapeHtml(order)}</p>
<h1 class="amount">${amount}</h1>
<form method="post" action="/pay/${id}/pay"><button class="main">Pay ${amount}</button></form>
<form method="post" action="/pay/${id}/decline"><button>Decline</button></form>
<p class="hint">This is a pretended provider: no money moves.</p>`;
}

function settledBody({ status, order, reference }: Payment, amount: string): string {
  const isPaid = status === 'paid';
  const path = isPaid ? 'm6.5 12.5 3.8 3.8 7.4-8.4' : 'm8 8 8 8m0-8-8 8';
  return `
<svg class="mark ${status}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="12"/><path d="${path}"/></svg>
<h1>${isPaid ? 'Paid' : 'Declined'}</h1>
<p>${amount} for order ${escapeHtml(order)}<br>Reference ${reference}</p>
<p>${isPaid ? 'Thank you. You can go back to the chat.' : 'Nothing was paid. You can go back to the chat.'}</p>`;
}

/** Shows what customers never see: that callbacks get lost, come twice, and come late. */
function deliveriesBody({ id, status, deliveries }: Payment): string {
  if (status === 'open') return '';
  const lines = deliveries.map(deliveryLine).join('');
  return `
<section>
<h2>What the shop was told</h2>
<ol>${lines || '<li>The callback is on its way.</li>'}</ol>
<form method="post" action="/pay/${id}/callback"><button class="small">Send the callback again</button></form>
</section>`;
}

function deliveryLine({ at, attempt, status, ms }: Delivery): string {
  const [words, tone] = deliveryWords(status);
  const again = attempt > 1 ? `, try ${attempt}` : '';
  return `<li><time>${at.slice(11, 19)}</time> <span class="${tone}">${words}</span> <small>${ms} ms${again}</small></li>`;
}

function deliveryWords(status: number | undefined): [words: string, tone: string] {
  if (status === undefined) return ['nobody answered', 'bad'];
  if (status === 410) return ['410, taken before', 'calm'];
  if (status < 300) return [`${status}, taken`, 'good'];
  return [`${status}, not taken`, 'bad'];
}

function money({ amount, currency }: Payment): string {
  return escapeHtml(new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount));
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${style}</style></head>
<body><main><header>${logo}<b>Acme Pay</b><span>Test</span></header>${body}</main></body>
</html>`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
