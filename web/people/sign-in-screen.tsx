// What somebody sees who is not signed in: the way in, and the way to a first workspace.
import { useState } from 'react';
import { LogoMark } from '../design/logo-mark.tsx';
import { Button } from '../ui/button.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import './sign-in.css';

export function SignInScreen() {
  const [isNew, setIsNew] = useState(false);
  return (
    <main className="sign-in">
      <section className="sign-in-sheet">
        <header className="sign-in-head">
          <LogoMark size={40} />
          <h1>{isNew ? 'Make your workspace' : 'Sign in to Bellwire'}</h1>
          <p>
            {isNew
              ? 'Something happens, your app fires a trigger, and your chatbot acts for exactly the right contact.'
              : 'Your bots, your mini-apps, and what became of every event.'}
          </p>
        </header>
        {isNew ? <SignUpForm /> : <SignInForm />}
        <p className="sign-in-other">
          {isNew ? 'Already have an account?' : 'New here?'}{' '}
          <Button look="quiet" size="small" onClick={() => setIsNew(!isNew)}>
            {isNew ? 'Sign in' : 'Make an account'}
          </Button>
        </p>
      </section>
    </main>
  );
}
