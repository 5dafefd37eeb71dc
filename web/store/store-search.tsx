// The words and the category the store is searched by, kept in the address.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { appCategories } from '@bellwire/model/app.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

/** So that typing a word is one look-up, not one per letter. */
const PAUSE_MS = 200;
const EVERYTHING = 'everything';

interface Asked {
  search?: string;
  category?: (typeof appCategories)[number];
}

export function StoreSearch() {
  const { search, category } = useSearch({ from: '/store' });
  const navigate = useNavigate({ from: '/store' });
  const ask = (next: Asked) => void navigate({ search: next, replace: true });
  return (
    <search className="store-search">
      <Words
        kept={search ?? ''}
        onWords={(words) => ask({ ...(words !== '' && { search: words }), ...(category && { category }) })}
      />
      <Select
        label="Category"
        hideLabel
        required
        value={category ?? EVERYTHING}
        choices={choices}
        onChange={(next) => {
          const chosen = appCategories.find((one) => one === next);
          ask({ ...(search !== undefined && { search }), ...(chosen && { category: chosen }) });
        }}
      />
    </search>
  );
}

const choices = [
  { value: EVERYTHING, label: 'Every category' },
  ...appCategories.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
];

function Words({ kept, onWords }: { kept: string; onWords: (words: string) => void }) {
  const [words, setWords] = useState(kept);
  useEffect(() => {
    if (words.trim() === kept) return undefined;
    const timer = setTimeout(() => onWords(words.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, kept, onWords]);
  return (
    <TextField
      label="Search"
      hideLabel
      required
      type="search"
      icon={<Search size={15} aria-hidden />}
      placeholder="Payments, booking, a service's name …"
      value={words}
      onChange={setWords}
    />
  );
}
