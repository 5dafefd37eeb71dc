// Everything one types into or chooses from, with its hint and its problem.
import { Hash, Search, ToggleLeft, Type } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Exhibit } from './exhibit.tsx';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }));
const FIELDS = [
  {
    value: 'order_id',
    label: 'order_id',
    about: 'Number of the order',
    icon: <Hash size={15} aria-hidden />,
  },
  { value: 'buyer_email', label: 'buyer_email', about: 'Who paid', icon: <Type size={15} aria-hidden /> },
  {
    value: 'is_test',
    label: 'is_test',
    about: 'Made in test mode',
    icon: <ToggleLeft size={15} aria-hidden />,
  },
];
const NOT_A_HOST = {
  says: 'This is not a host name.',
  expected: 'a name such as api.example.com',
  help: 'Leave away https:// and the path.',
};
const nothing = () => undefined;

export function FormExhibits() {
  return (
    <>
      <Exhibit name="Fields" look="grid">
        <TextFields />
        <ChoiceFields />
        <CopyField
          label="API key"
          secret
          value="bw_key_3uJd91nXq0"
          hint="Shown once; keep it where your server keeps its secrets."
        />
      </Exhibit>
      <Ticks />
      <Exhibit name="Problem" look="plain">
        <ProblemNote
          look="box"
          problem={{
            says: 'The connection of “Acme Pay” has expired.',
            help: 'Reconnect it; the 14 parked events then run by themselves, oldest first.',
          }}
          act={<Button>Reconnect</Button>}
        />
      </Exhibit>
    </>
  );
}

function TextFields() {
  const [name, setName] = useState('payment_paid');
  const [about, setAbout] = useState('Fires when the provider confirms a payment.');
  const [sought, setSought] = useState('');
  return (
    <>
      <TextField
        label="Trigger name"
        required
        mono
        value={name}
        onChange={setName}
        hint="Small letters, digits and _; flows refer to it."
      />
      <TextField
        label="Find"
        placeholder="Search by any item"
        icon={<Search size={15} aria-hidden />}
        value={sought}
        onChange={setSought}
      />
      <TextField label="Host" required value="htp:/api" onChange={nothing} problem={NOT_A_HOST} />
      <TextField label="Install id" required disabled value="ins_7Kq2" onChange={nothing} />
      <TextArea label="Description" value={about} onChange={setAbout} />
    </>
  );
}

function ChoiceFields() {
  const [minutes, setMinutes] = useState<number | null>(10);
  const [method, setMethod] = useState('POST');
  const [field, setField] = useState<string | null>('order_id');
  const create = (
    <Button look="quiet" size="small">
      Create a field here
    </Button>
  );
  return (
    <>
      <NumberField
        label="Expires after"
        required
        value={minutes}
        onChange={setMinutes}
        min={5}
        max={60}
        unit="minutes"
      />
      <Select label="Method" required choices={METHODS} value={method} onChange={setMethod} />
      <Combobox label="App field" choices={FIELDS} value={field} onChange={setField} footer={create} />
    </>
  );
}

function Ticks() {
  const [required, setRequired] = useState(true);
  const [on, setOn] = useState(true);
  return (
    <Exhibit name="Ticks and switches" look="grid">
      <Checkbox
        label="Required"
        about="The form is not sent without it."
        checked={required}
        onChange={setRequired}
      />
      <Checkbox label="All 12 events" checked={false} some onChange={nothing} />
      <Checkbox label="Cannot be changed" checked disabled onChange={nothing} />
      <Switch label="Subscription on" about="New events start the flow." checked={on} onChange={setOn} />
      <Switch label="Off" checked={false} onChange={nothing} />
    </Exhibit>
  );
}
