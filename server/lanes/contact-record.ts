// What the story says of how an event came to its contact, or why it found none.
import type { GateRecord } from '@bellwire/model/decision.ts';
import { sayIdentities, type AnyIdentity } from '@bellwire/model/identity.ts';
import type { Found } from '../contacts/identity-finder.ts';

export function contactRecord(identities: readonly AnyIdentity[], found: Found): GateRecord {
  const by = sayIdentities(identities);
  if (found.is === 'found')
    return { gate: 'contact', verdict: 'pass', facts: { ns: found.contact.ns, by, how: found.how } };
  if (found.is === 'several') return { gate: 'contact', verdict: 'stop', facts: { by, count: found.count } };
  const [only] = identities;
  const facts = only?.kind === 'ns' ? { ns: only.value } : { by };
  return { gate: 'contact', verdict: 'stop', facts };
}
