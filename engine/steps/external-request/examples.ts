// Examples of the step "External request".
import type { StepType } from '@bellwire/model/step-type.ts';

const pay = {
  method: 'POST',
  url: 'https://api.example.com/pay',
  body: 'json',
  json: '{"amount": {{app.amount}}, "note": "For {{app.name}}"}',
  mappings: [
    { path: '$.id', field: 'app.payment_id' },
    { path: '$.fee', field: 'app.fee', fallback: 0 },
  ],
  routes: [{ when: '4' }, { when: '404' }],
  retries: 2,
  pauseSeconds: 2,
};

const call = {
  key: '01958f3e-7c00-7000-8000-00a1b2c3d4e5',
  method: 'POST',
  url: 'https://api.example.com/pay?token=x',
  headers: [],
  body: '{}',
  timeoutMs: 15_000,
  afterMs: 0,
  basic: null,
};

const answered = (
  status: number,
  body: null | string | { id: number } = null,
  headers: Record<string, string> = {},
) => ({ is: 'answer', answer: { is: 'answer', status, headers, body, ms: 21 } }) as const;

export const requestExamples: StepType['examples'] = [
  {
    says: 'JSON takes values of any type, and no value can break out of its place',
    settings: pay,
    scope: { data: { app: { amount: 19.9, name: 'A "B"", "x": 1' } } },
    gives: {
      is: 'call',
      call: {
        key: '01958f3e-7c00-7000-8000-00a1b2c3d4e5',
        method: 'POST',
        url: 'https://api.example.com/pay',
        headers: [{ name: 'content-type', value: 'application/json' }],
        body: '{"amount": 19.9, "note": "For A \\"B\\"\\", \\"x\\": 1"}',
        timeoutMs: 15_000,
        afterMs: 0,
        basic: null,
      },
      state: { attempt: 1 },
    },
  },
  {
    says: 'parameters, a token and a form are encoded',
    settings: {
      method: 'POST',
      url: 'https://api.example.com/a?v=1#top',
      query: [{ name: 'q', value: 'a&b' }],
      auth: 'bearer',
      token: '{{auth.token}}',
      body: 'form',
      form: [{ name: 'to', value: 'ä b' }],
    },
    scope: { data: { auth: { token: 't1' } } },
    gives: {
      call: {
        url: 'https://api.example.com/a?v=1&q=a%26b',
        headers: [
          { name: 'content-type', value: 'application/x-www-form-urlencoded' },
          { name: 'authorization', value: 'Bearer t1' },
        ],
        body: 'to=%C3%A4%20b',
      },
    },
  },
  {
    says: 'user name and password are put together only when the request is sent',
    settings: {
      url: 'https://api.example.com',
      auth: 'basic',
      user: 'shop',
      password: '⟦secret:password:ab12⟧',
    },
    gives: { call: { headers: [], basic: { user: 'shop', password: '⟦secret:password:ab12⟧' } } },
  },
  {
    says: 'the answer goes into fields; where nothing is found, the fallback does',
    settings: pay,
    resume: { ...answered(200, { id: 7 }), state: { attempt: 1, call } },
    gives: {
      is: 'go',
      exit: 'next',
      set: [
        { to: 'app.payment_id', value: 7 },
        { to: 'app.fee', value: 0 },
      ],
      says: 'POST https://api.example.com/pay: 200 (21 ms).',
    },
  },
  {
    says: 'a text is read as the JSON it holds; without any, the field is emptied',
    settings: pay,
    resume: { ...answered(201, '{"fee": 3}'), state: { attempt: 1, call } },
    gives: {
      exit: 'next',
      set: [
        { to: 'app.payment_id', value: null },
        { to: 'app.fee', value: 3 },
      ],
    },
  },
  {
    says: 'a way for the exact status wins over one for its first digit',
    settings: pay,
    resume: { ...answered(404), state: { attempt: 1, call } },
    gives: { is: 'go', exit: 'status-404' },
  },
  {
    says: 'a way for the first digit takes the others',
    settings: pay,
    resume: { ...answered(422), state: { attempt: 1, call } },
    gives: { is: 'go', exit: 'status-4' },
  },
  {
    says: 'what is broken is tried again after a pause, with the very same request',
    settings: pay,
    scope: { random: 0 },
    resume: { ...answered(503), state: { attempt: 1, call } },
    gives: {
      is: 'call',
      call: { ...call, afterMs: 1000 },
      state: { attempt: 2, call },
      says: 'POST https://api.example.com/pay: 503 (21 ms). Tried again in 1.0 s.',
    },
  },
  {
    says: 'a longer Retry-After is obeyed, up to five minutes',
    settings: pay,
    resume: { ...answered(429, null, { 'retry-after': '3600' }), state: { attempt: 2, call } },
    gives: { is: 'call', call: { afterMs: 300_000 }, state: { attempt: 3 } },
  },
  {
    says: 'set to try for days, it lets go of the lane until the next try',
    settings: { ...pay, patience: 'days' },
    scope: { now: '2026-03-01T12:00:00.000Z', random: 0.5 },
    resume: { ...answered(503), state: { attempt: 6, call } },
    gives: {
      is: 'wait',
      until: '2026-03-01T13:00:00.000Z',
      state: { attempt: 7, call },
      says: 'POST https://api.example.com/pay: 503 (21 ms, try 6). Tried again at 2026-03-01T13:00:00.000Z.',
    },
  },
  {
    says: 'when that time has come, the very same request is sent again',
    settings: { ...pay, patience: 'days' },
    scope: { state: { attempt: 7, call } },
    resume: { is: 'time' },
    gives: { is: 'call', call, state: { attempt: 7, call } },
  },
  {
    says: 'after the last try it goes out by "failed"',
    settings: pay,
    resume: {
      is: 'answer',
      answer: { is: 'failed', reason: 'connect', says: 'Nobody answers at api.example.com.', ms: 5 },
      state: { attempt: 3, call },
    },
    gives: {
      is: 'go',
      exit: 'failed',
      says: 'POST https://api.example.com/pay: no answer: Nobody answers at api.example.com. (5 ms, try 3).',
    },
  },
  {
    says: 'what will not pass by itself is not tried again',
    settings: pay,
    resume: {
      is: 'answer',
      answer: { is: 'failed', reason: 'host-not-allowed', says: 'The app may not call it.', ms: 0 },
      state: { attempt: 1, call },
    },
    gives: { is: 'go', exit: 'failed' },
  },
  {
    says: 'wrong JSON is told before anything is sent',
    settings: { method: 'POST', url: 'https://api.example.com', body: 'json', json: '{"a": }' },
    gives: { is: 'go', exit: 'failed' },
  },
  {
    says: 'a header cannot bring another one along',
    settings: { url: 'https://api.example.com', headers: [{ name: 'x-name', value: '{{user.name}}' }] },
    scope: { data: { user: { name: 'a\r\nx-admin: 1' } } },
    gives: {
      is: 'go',
      exit: 'failed',
      says: 'The header "x-name" cannot be sent. A name has letters, digits and hyphens, a value is one line.',
    },
  },
  {
    says: 'only web addresses are called',
    settings: { url: 'file:///etc/passwd' },
    gives: {
      is: 'go',
      exit: 'failed',
      says: 'The URL cannot be read. Write it in full, such as https://api.example.com/orders.',
    },
  },
];
