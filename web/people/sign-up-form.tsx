// Asks for what an account and its first workspace need.
import { useState } from 'react';
import { problemAt } from '../server-state/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EntryForm } from './entry-form.tsx';
import { useEntry } from './use-entry.ts';

const EMPTY = { name: '', email: '', password: '', workspaceName: '' };

export function SignUpForm() {
  const entry = useEntry('signUp');
  const [given, setGiven] = useState(EMPTY);
  const wire = (key: keyof typeof EMPTY) => ({
    required: true,
    value: given[key],
    onChange: (value: string) => setGiven({ ...given, [key]: value }),
    ...problemAt(entry.error, key),
  });
  return (
    <EntryForm
      error={entry.error}
      shownBeside={Object.keys(EMPTY)}
      onSubmit={() => entry.mutate({ ...given, email: given.email.trim() })}
    >
      <TextField label="Your name" autoComplete="name" {...wire('name')} />
      <TextField label="E-mail" type="email" autoComplete="username" {...wire('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        {...wire('password')}
      />
      <TextField
        label="Workspace"
        autoComplete="organization"
        hint="The team or the shop that you work for."
        {...wire('workspaceName')}
      />
      <Button type="submit" look="primary" busy={entry.isPending}>
        Make the workspace
      </Button>
    </EntryForm>
  );
}
