// A value to be taken elsewhere: an address, a key. Secrets stay hidden until asked for.
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from './copy-button.tsx';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { IconButton } from './icon-button.tsx';

export function CopyField(props: FieldProps & { value: string; secret?: boolean }) {
  const { field, rest } = splitField(props);
  const { value, secret = false } = rest;
  const [hidden, setHidden] = useState(secret);
  return (
    <Field {...field} required>
      {(wiring) => (
        <div className="input" data-mono>
          <input
            {...wiring}
            readOnly
            type={hidden ? 'password' : 'text'}
            value={value}
            onFocus={(event) => event.target.select()}
          />
          {secret ? (
            <IconButton
              size="small"
              label={hidden ? `Show ${field.label}` : `Hide ${field.label}`}
              icon={hidden ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
              onClick={() => setHidden(!hidden)}
            />
          ) : null}
          <CopyButton text={value} what={field.label} />
        </div>
      )}
    </Field>
  );
}
