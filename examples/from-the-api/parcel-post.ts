// A small mini-app and the flows of a bot that uses it, as plain data: what the API takes.

const parcel = { name: 'parcel', label: 'Parcel', field: 'parcel', example: 'P-7' };
const step = { name: 'step', label: 'Step', field: 'step', example: 2 };
const place = { name: 'place', label: 'Place', field: 'place', example: 'at the door' };

const triggers = [
  { name: 'sent', label: 'Parcel sent', items: [parcel] },
  {
    name: 'moved',
    label: 'Parcel moved',
    items: [parcel, step, place],
    entity: { name: 'parcel', key: 'parcel', order: 'step', rule: 'newest-wins' },
  },
  { name: 'delivered', label: 'Parcel delivered', items: [parcel, place] },
];

/** Its action makes a link for the courier; when the courier calls it, the app fires "delivered". */
export const parcelPost = (name: string) => ({
  format: 'bellwire.app/1',
  name,
  label: 'Parcel Post',
  scopes: [{ scope: 'triggers:fire', reason: 'Tells your bots where a parcel is.' }],
  fields: [
    { name: 'parcel', label: 'Parcel', type: 'text' },
    { name: 'step', label: 'Step', type: 'number' },
    { name: 'place', label: 'Place', type: 'text' },
    { name: 'link', label: 'Link for the courier', type: 'text' },
  ],
  actions: [
    {
      name: 'track',
      label: 'Track a parcel',
      inputs: [{ name: 'parcel', type: 'string', title: 'Parcel', saveTo: 'parcel' }],
      outputs: [{ name: 'link', label: 'Link for the courier', field: 'link' }],
      flow: 'track',
    },
  ],
  triggers,
  oneTimeUrls: [
    {
      name: 'handed-over',
      label: 'Handed over',
      methods: ['POST'],
      mappings: [{ path: '$.place', field: 'place' }],
      flow: 'arrived',
    },
  ],
  flows: [
    appFlow('track', { type: 'create-one-time-url', settings: { url: 'handed-over', field: 'app.link' } }),
    appFlow('arrived', { type: 'fire-trigger', settings: { trigger: 'delivered' } }),
  ],
});

/** Keeps the link, so that the courier (here: the script) can be given it. */
export const onSent = (installId: string) => ({
  start: 'track',
  steps: [
    {
      id: 'track',
      type: 'app-action',
      settings: {
        action: `${installId}/track`,
        inputs: [{ input: 'parcel', value: '{{trigger.parcel}}' }],
        outputs: [{ output: 'link', field: 'user.courier_link' }],
      },
      exits: { next: 'tell' },
    },
    { id: 'tell', ...message('Your parcel {{trigger.parcel}} is on its way.') },
  ],
});

export const onMoved = {
  start: 'tell',
  steps: [{ id: 'tell', ...message('Your parcel {{trigger.parcel}} is {{trigger.place}}.') }],
};

export const onDelivered = {
  start: 'tell',
  steps: [{ id: 'tell', ...message('Your parcel {{trigger.parcel}} has arrived {{trigger.place}}.') }],
};

function appFlow(name: string, step: { type: string; settings: Record<string, string> }) {
  return { name, label: name, start: 'only', steps: [{ id: 'only', ...step, exits: {} }] };
}

function message(text: string) {
  return { type: 'send-message', settings: { kind: 'text', text }, exits: {} };
}
