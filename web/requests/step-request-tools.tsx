// What helps to write the request of a step; what is clicked in an answer becomes one of the step's mappings.
import type { JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { MapValue } from './map-value.tsx';
import { withRequest } from './request-in-form.ts';
import { RequestTools } from './request-tools.tsx';

export interface StepRequestToolsProps {
  fields: SettingFields;
  values: JsonObject;
  onChange: (values: JsonObject) => void;
  surroundings: Surroundings;
}

export function StepRequestTools({ fields, values, onChange, surroundings }: StepRequestToolsProps) {
  const mappings = Array.isArray(values.mappings) ? values.mappings : [];
  return (
    <RequestTools
      values={values}
      onRequest={(request) => onChange(withRequest(values, request))}
      places={surroundings.places}
      {...(fields.mappings?.kind === 'list' && {
        picked: (picked) => (
          <MapValue
            key={picked.path}
            picked={picked}
            surroundings={surroundings}
            onMap={(mapping) => onChange({ ...values, mappings: [...mappings, mapping] })}
          />
        ),
      })}
    />
  );
}
