// Writes the published JSON Schema of apps, `docs/schema/app.schema.json`, from the model and the list of step types.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import { appSchemaText } from '@bellwire/model/app-schema.ts';

const file = fileURLToPath(new URL('../docs/schema/app.schema.json', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, appSchemaText(stepTypes));
