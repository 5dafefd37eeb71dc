// A search over a list: asks once the typing pauses, and keeps what was asked in the address.
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../ui/text-field.tsx';

const PAUSE_MS = 250;

export interface SearchBoxProps {
  /** What it searches: "Search events". */
  label: string;
  placeholder: string;
  value: string | undefined;
  onAsk: (words: string | undefined) => void;
}

export function SearchBox({ label, placeholder, value, onAsk }: SearchBoxProps) {
  const [text, setText] = useState(value ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (words: string) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onAsk(words.trim() === '' ? undefined : words.trim()), PAUSE_MS);
  };
  return (
    <TextField
      label={label}
      hideLabel
      type="search"
      placeholder={placeholder}
      icon={<Search size={15} aria-hidden />}
      value={text}
      maxLength={100}
      onChange={ask}
    />
  );
}
