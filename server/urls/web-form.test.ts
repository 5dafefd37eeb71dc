// Tests of reading a web form's answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from '@bellwire/model/app.ts';
import { askedBy, readForm } from './web-form.ts';

const app = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'survey',
  label: 'Survey',
  fields: [
    { name: 'stars', label: 'Stars', type: 'number' },
    { name: 'day', label: 'Day', type: 'date' },
    { name: 'size', label: 'Size', type: 'text' },
    { name: 'news', label: 'News', type: 'boolean' },
  ],
  sources: [
    {
      is: 'static',
      name: 'sizes',
      label: 'Sizes',
      options: [
        { label: 'Small', value: 's' },
        { label: 'Large', value: 'l' },
      ],
    },
  ],
});

const asked = askedBy(
  {
    title: 'How was it?',
    inputs: [
      { name: 'stars', type: 'number', title: 'Stars', required: true, saveTo: 'stars' },
      { name: 'day', type: 'string', title: 'Day', required: false, saveTo: 'day' },
      { name: 'size', type: 'select', title: 'Size', required: false, source: 'sizes', saveTo: 'size' },
      { name: 'news', type: 'checkbox', title: 'News', required: false, saveTo: 'news' },
    ],
  },
  app,
);

test('the texts of a form become the types of the fields they are saved to', () => {
  const read = readForm(
    asked,
    { stars: ' 4.5 ', day: '2026-03-01', size: 'l', news: 'true', other: 'x' },
    app,
  );
  assert.deepEqual(read, {
    ok: true,
    answers: { stars: 4.5, day: '2026-03-01', size: 'l', news: true },
    saved: { stars: 4.5, day: '2026-03-01', size: 'l', news: true },
  });
});

test('what is left out is empty, and a box that is not ticked says no', () => {
  const read = readForm(asked, { stars: 3, day: '', size: '' }, app);
  assert.deepEqual(read.ok && read.saved, { stars: 3, day: null, size: null, news: false });
});

test('each wrong answer has its own words', () => {
  const wrong = (given: Record<string, string>) => {
    const read = readForm(asked, given, app);
    return read.ok ? [] : [...read.faults];
  };
  assert.deepEqual(wrong({}), [['stars', 'Stars is missing. Fill it in.']]);
  assert.deepEqual(wrong({ stars: 'five', size: 'xl' }), [
    ['stars', 'Stars has to be a number, such as 12.5. Write digits only.'],
    ['size', 'Size has to be one of those in the list. Choose again.'],
  ]);
  assert.deepEqual(wrong({ stars: '1', day: 'soon' }), [
    ['day', 'Day must be a date like 2026-01-31, but is "soon".'],
  ]);
});
