// The control of a text: plain, with places to insert, or with the names an action knows.
import type { TextSetting } from '@bellwire/model/settings/setting.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { actionNames } from './action-names.ts';
import type { ControlProps } from './control.ts';
import { NameField } from './name-field.tsx';
import { ScriptControl } from './script-control.tsx';
import { shownText } from './shown-text.ts';
import { placesFor } from './surroundings.ts';
import { TemplateField } from './template-field.tsx';
import { UploadFile } from './upload-file.tsx';

export function TextControl(props: ControlProps<TextSetting>) {
  const { field, value, onChange, frame, scene } = props;
  if (field.syntax === 'javascript') return <ScriptControl {...props} />;
  const text = shownText(value ?? field.default);
  const given = {
    ...frame,
    value: text,
    onChange,
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  };
  if (field.names !== undefined) return <NameField {...given} names={actionNames(field.names, scene)} />;
  if (field.template === false) {
    return field.multiline ? <TextArea {...given} /> : <TextField {...given} />;
  }
  return (
    <>
      <TemplateField
        {...given}
        places={placesFor(field, scene.surroundings)}
        multiline={field.multiline === true || field.syntax === 'json'}
        mono={field.syntax !== undefined || field.isCalled === true}
        inserts={field.syntax === 'formula' ? 'path' : 'template'}
      />
      {field.isMedia === true ? <UploadFile label={field.label} onUploaded={onChange} /> : null}
    </>
  );
}
