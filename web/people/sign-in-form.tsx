// Asks for the e-mail address and the password.
import { useState } from 'react';
import { problemAt } from '../server-state/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EntryForm } from './entry-form.tsx';
import { useEntry } from './use-entry.ts';

export function SignInForm() {
  const entry = useEntry('signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <EntryForm
      error={entry.error}
      shownBeside={['email', 'password']}
      onSubmit={() => entry.mutate({ email: email.trim(), password })}
    >
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={setEmail}
        {...problemAt(entry.error, 'email')}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
        {...problemAt(entry.error, 'password')}
      />
      <Button type="submit" look="primary" busy={entry.isPending}>
        Sign in
      </Button>
    </EntryForm>
  );
}
