// What an app may do, as sentences: each with its reason, and the hosts it talks to.
import { Check, Globe } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import './store.css';

export function ConsentList({ scopes, hosts }: Pick<OutputOf<'getListing'>, 'scopes' | 'hosts'>) {
  if (scopes.length === 0 && hosts.length === 0)
    return <p>Nothing in your workspace, and it calls nobody.</p>;
  return (
    <ul className="consent-list">
      {scopes.map(({ scope, may, reason }) => (
        <li key={scope}>
          <Check size={15} aria-hidden />
          <span>
            May {may}. <small>{reason}</small>
          </span>
        </li>
      ))}
      {hosts.map((host) => (
        <li key={host}>
          <Globe size={15} aria-hidden />
          <span>
            May call <code>{host}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
