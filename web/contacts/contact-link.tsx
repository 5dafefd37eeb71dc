// A contact by its name, leading to its page; its public id where it told no name.
import { Link } from '@tanstack/react-router';

export interface ContactNames {
  /** Null where there is no such contact. */
  id: string | null;
  ns: string | null;
  name: string | null;
}

export function ContactLink({ id, ns, name }: ContactNames) {
  const shown = name ?? ns ?? 'nobody';
  if (id === null) return <span>{shown}</span>;
  return (
    <Link to="/contacts/$contactId" params={{ contactId: id }}>
      {shown}
    </Link>
  );
}
