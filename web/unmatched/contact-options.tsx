// The contacts that one can choose: those who fit, those who are searched for, and a new one.
import { Search } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Unmatched } from './unmatched.ts';

/** Stands for a contact that is still to be made. */
export const NEW = 'new';

const MOST_FOUND = 6;

interface ContactOptionsProps {
  group: Unmatched;
  chosen: string | undefined;
  onChoose: (contact: string) => void;
}

interface Option {
  readonly id: string;
  readonly label: string;
  readonly about: string;
}

export function ContactOptions({ group, chosen, onChoose }: ContactOptionsProps) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const found = useOperation(
    'listContacts',
    { search, limit: MOST_FOUND },
    { enabled: search !== '', keepPrevious: true },
  );
  const fitting = group.candidates.map(({ contactId, name, ns, botName, by }) => ({
    id: contactId,
    label: name ?? ns,
    about: `has the ${by} · ${botName}`,
  }));
  const others = (search === '' ? [] : (found.data?.rows ?? []))
    .filter(({ id }) => fitting.every((option) => option.id !== id))
    .map(({ id, name, ns, email, phone, botName }) => ({
      id,
      label: name ?? ns,
      about: [email ?? phone ?? ns, botName].join(' · '),
    }));
  const isNobody = search !== '' && found.data !== undefined && fitting.length + others.length === 0;
  return (
    <>
      <TextField
        label="Search contacts"
        placeholder="A name, an e-mail, a phone, an id…"
        icon={<Search size={15} aria-hidden />}
        value={words}
        onChange={setWords}
        {...(isNobody && { hint: 'Nobody fits. Try another word, or make a new contact.' })}
      />
      <Options
        options={[...fitting, ...others, { id: NEW, label: 'A new contact', about: sayKept(group) }]}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  );
}

function sayKept({ identities }: Unmatched): string {
  const kept = identities.filter(({ kind }) => kind === 'email' || kind === 'phone');
  return kept.length === 0
    ? 'with nothing but the name you give it'
    : `with ${kept.map(({ value }) => value).join(' and ')}`;
}

interface OptionsProps extends Pick<ContactOptionsProps, 'chosen' | 'onChoose'> {
  options: readonly Option[];
}

function Options({ options, chosen, onChoose }: OptionsProps) {
  const name = useId();
  return (
    <fieldset className="contact-options">
      <legend className="unseen">Contact</legend>
      {options.map(({ id, label, about }) => (
        <label key={id} className="contact-option">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            {label}
            <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
