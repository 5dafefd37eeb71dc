// Settings: what the store shows, the price, what the app may do, and whom it tells of an install.
import { appSchema } from '@bellwire/model/app.ts';
import { settingsSchema } from '@bellwire/model/changes/app-change.ts';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { ListingCard } from '../store/listing-card.tsx';
import { Card } from '../ui/card.tsx';
import { useBuilder } from './builder.ts';
import { partSurroundings } from './part-surroundings.ts';
import { PriceForm } from './price-form.tsx';
import { RequestForm } from './request-form.tsx';
import { listingFields, powerFields, receiptFields } from './settings-fields.ts';
import { ShapedForm } from './shaped-form.tsx';

export function SettingsSection() {
  const { app, view } = useBuilder();
  return (
    <div className="builder-split">
      <div className="builder-sheets">
        <Card title="In the store" about="What people see before they install it.">
          <SettingsSheet fields={listingFields} />
        </Card>
        <Card title="Price">
          <PriceForm />
        </Card>
        <Card title="Powers" about="The app gets no more than what stands here.">
          <SettingsSheet fields={powerFields} toForm={hostsToForm} fromForm={hostsFromForm} />
        </Card>
        <TellingSheets />
      </div>
      <aside className="builder-preview" aria-label="As the store shows it">
        <h3>Preview</h3>
        <ListingCard
          listing={{
            ...app,
            logo: app.logo ?? null,
            publisher: 'You',
            installs: view.installs,
            installedHere: false,
          }}
        />
      </aside>
    </div>
  );
}

/** When the app's own server is told of what. */
function TellingSheets() {
  return (
    <>
      <Card
        title="When it is installed"
        about="Tells your server of each install, with its key and all auth inputs."
      >
        <RequestForm setting="subscribe" />
      </Card>
      <Card title="When it is uninstalled">
        <RequestForm setting="unsubscribe" />
      </Card>
      <Card title="When an event is settled">
        <SettingsSheet fields={receiptFields} />
      </Card>
    </>
  );
}

interface SettingsSheetProps {
  fields: SettingFields;
  toForm?: (values: JsonObject) => JsonObject;
  fromForm?: (values: JsonObject) => JsonObject;
}

/** One sheet of settings: only the keys of its fields are looked at and changed. */
function SettingsSheet({ fields, ...between }: SettingsSheetProps) {
  const { app, complaints, change } = useBuilder();
  const keys = Object.keys(fields);
  const own = Object.fromEntries(Object.entries(app).filter(([key]) => keys.includes(key)));
  return (
    <ShapedForm
      fields={fields}
      schema={settingsSchema}
      value={settingsSchema.parse(own)}
      onChange={(set) => change([{ is: 'set-settings', set: withAbsent(keys, set) }])}
      surroundings={partSurroundings(app, change)}
      complaints={complaints}
      {...between}
    />
  );
}

type Settings = ReturnType<typeof settingsSchema.parse>;

/** What was emptied is taken away: null where the setting may be absent, else its empty value. */
function withAbsent(keys: readonly string[], set: Settings): Settings {
  const emptied = keys.filter((key) => !Object.hasOwn(set, key));
  const defaults = new Map<string, unknown>(
    Object.entries(appSchema.parse({ format: 'bellwire.app/1', name: 'a', label: 'a' })),
  );
  const absent = Object.fromEntries(emptied.map((key) => [key, defaults.get(key) ?? null]));
  return settingsSchema.parse({ ...set, ...absent });
}

function hostsToForm({ hosts, ...others }: JsonObject): JsonObject {
  return { ...others, hosts: Array.isArray(hosts) ? hosts.map((host) => ({ host })) : [] };
}

function hostsFromForm({ hosts, ...others }: JsonObject): JsonObject {
  if (!Array.isArray(hosts)) return others;
  return { ...others, hosts: hosts.map((entry) => (isJsonObject(entry) ? (entry.host ?? '') : '')) };
}
