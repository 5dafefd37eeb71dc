// What a flow is given before it is played: one input for each place that it reads, by its type.
import { useMemo, useState } from 'react';
import type { Json } from '@bellwire/model/json.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { isValueType } from '../settings-form/is-value-type.ts';
import { shownText } from '../settings-form/shown-text.ts';
import type { Place, PlaceGroup } from '../settings-form/surroundings.ts';
import { readTyped } from '../subscriptions/read-typed.ts';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { placesRead } from './places-read.ts';
import type { Given } from './play-ground.ts';

export interface GivenFormProps {
  places: readonly PlaceGroup[];
  graph: FlowGraph;
  given: Given;
  onChange: (given: Given) => void;
}

export function GivenForm({ places, graph, given, onChange }: GivenFormProps) {
  const [all, setAll] = useState(false);
  const read = useMemo(() => placesRead(graph), [graph]);
  const shown = all ? places : onlyRead(places, read);
  const isMore = !all && count(shown) < count(places);
  return (
    <div className="play-given">
      {shown.map((group) => (
        <fieldset key={group.label}>
          <legend>{group.label}</legend>
          {group.places.map((place) => (
            <GivenInput
              key={place.path}
              place={place}
              value={given[place.path]}
              onChange={(value) => onChange({ ...given, [place.path]: value })}
            />
          ))}
        </fieldset>
      ))}
      {isMore ? (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          {shown.length === 0
            ? 'The flow reads nothing. Fill in something still'
            : 'Show all that can be given'}
        </Button>
      ) : null}
    </div>
  );
}

interface GivenInputProps {
  place: Place;
  value: Json | undefined;
  onChange: (value: Json) => void;
}

function GivenInput({ place: { path, label, type }, value, onChange }: GivenInputProps) {
  const known = type !== undefined && isValueType(type) ? type : 'text';
  if (known === 'boolean') return <Switch label={label} checked={value === true} onChange={onChange} />;
  const Input = known === 'json' ? TextArea : TextField;
  return (
    <Input
      label={label}
      required
      mono={known === 'json'}
      placeholder={type === 'tags' ? 'vip, berlin' : `{{${path}}}`}
      value={shownText(value)}
      onChange={(text) => onChange(text === '' ? null : readTyped(text, known))}
    />
  );
}

function onlyRead(places: readonly PlaceGroup[], read: ReadonlySet<string>): PlaceGroup[] {
  return places.flatMap((group) => {
    const kept = group.places.filter(({ path }) => read.has(path));
    return kept.length === 0 ? [] : [{ ...group, places: kept }];
  });
}

function count(places: readonly PlaceGroup[]): number {
  return places.reduce((sum, group) => sum + group.places.length, 0);
}
