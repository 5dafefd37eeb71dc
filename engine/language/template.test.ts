// What templates give, that data is never read as template, and that none grows into a bomb.
import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import * as fc from 'fast-check';
import { fill, referencesIn } from './fill.ts';
import { LimitError } from './limit.ts';
import type { Scope } from './scope.ts';
import { compileTemplate, escapeTemplate, references, render } from './template.ts';

const EVIL = '{{age}} ${age} <% age %> {% age %} \\{{age}}';

const data: JsonObject = {
  name: 'Ann',
  age: 41,
  none: null,
  order: {
    total: 12.5,
    'unit price': 3,
    'pay-link': 'p',
    items: [
      { sku: 'a', price: 5 },
      { sku: 'b', price: 20 },
    ],
  },
  payload: '{"id":7}',
  evil: EVIL,
};

const RENDERED: [string, Json][] = [
  ['Hi {{name}}!', 'Hi Ann!'],
  ['{{age}}', 41],
  [
    '{{ order.items }}',
    [
      { sku: 'a', price: 5 },
      { sku: 'b', price: 20 },
    ],
  ],
  ['{{order.items[1].sku}}{{order["unit price"]}}{{order.pay-link}}', 'b3p'],
  ["{{order['unit price']}}", 3],
  ['[{{none}}|{{nowhere.at.all}}]', '[|]'],
  ['{{nowhere}}', null],
  [
    'x={{order}}',
    'x={"total":12.5,"unit price":3,"pay-link":"p","items":[{"sku":"a","price":5},{"sku":"b","price":20}]}',
  ],
  ['{{order:$.items[0].price}}', 5],
  ['{{order:$.items[?@.price > 10].sku | join: "/"}}', 'b'],
  ['{{order:$..sku}}', ['a', 'b']],
  ['{{order:$.items[?@.sku == "}}" || @.sku == "a"].price | first}}', 5],
  ['{{payload:$.id}}', 7],
  ['{{name | upper | replace: "N", "M"}}', 'AMM'],
  ['{{nick | default: name}}', 'Ann'],
  ['{{ "left}}right" }}', 'left}}right'],
  ['{{"a\\"\\u0041\\n"}}', 'a"A\n'],
  ['{{-1.5 | abs}}', 1.5],
  ['{{true}} {{false}}{{null}}', 'true false'],
  ['{"a":{"b":{{age}}}}', '{"a":{"b":41}}'],
  ['\\{{name}}', '{{name}}'],
  ['\\\\{{name}}', '\\Ann'],
  ['\\{{{name}}', '{{{name}}'],
  ['no \\ placeholder }}', 'no \\ placeholder }}'],
  ['', ''],
];

const REFUSED: [string, number, RegExp][] = [
  ['Hi {{name', 3, /no closing }}/],
  ['{{}}', 2, /field name/],
  ['{{name age}}', 7, /}} or \| is expected, but there is "a"/],
  ['{{name | shout}}', 9, /no function "shout"/],
  ['{{name | up}}', 9, /did you mean "upper"/],
  ['{{name | replace}}', 9, /replace takes \(text, find, with\?\), but got 1/],
  ['{{name.}}', 7, /After the dot/],
  ['{{name[x]}}', 7, /Brackets hold/],
  ['{{name | default: "x}}', 18, /no closing "/],
  ['{{order:$.items[}}', 16, /JSONPath does not parse/],
  ['{{name || age}}', 8, /name of a function/],
];

describe('a template', () => {
  for (const [text, gives] of RENDERED) {
    test(`${text} gives ${JSON.stringify(gives)}`, () => deepEqual(rendered(text), gives));
  }

  for (const [text, at, words] of REFUSED) {
    test(`${text} is refused with its place`, () => {
      const compiled = compileTemplate(text);
      ok(!compiled.ok);
      equal(compiled.problems[0]?.at, at);
      match(compiled.problems[0]?.says ?? '', words);
    });
  }

  test('tells all its problems at once', () => {
    const compiled = compileTemplate('{{a.}} fine {{name}} {{b | nope}}');
    deepEqual(compiled.ok ? [] : compiled.problems.map(({ at }) => at), [4, 27]);
  });

  test('names the paths it reads once each, arguments included', () => {
    const compiled = compileTemplate(
      '{{order["items"][0].sku}} {{a | default: b.c}} {{a}} {{order["unit price"]}}',
    );
    deepEqual(compiled.ok && references(compiled.template), [
      'order.items[0].sku',
      'a',
      'b.c',
      'order["unit price"]',
    ]);
  });
});

describe('rendering', () => {
  test('never reads a value as template', () => {
    equal(rendered('{{evil}}'), EVIL);
    equal(rendered('<{{evil}}>'), `<${EVIL}>`);
    deepEqual(fill({ a: ['{{evil}}', '{{evil | upper | lower}}'] }, scope), {
      a: [EVIL, EVIL.toLowerCase()],
    });
  });

  test('gives nothing for what is no own property', () => {
    const reach = ['constructor', '__proto__', '__proto__.polluted', 'name.length', 'order.items.length'];
    reach.push('toString', 'order.hasOwnProperty', 'order.constructor.name', 'name[0]', 'order["__proto__"]');
    for (const path of reach) equal(rendered(`{{${path}}}`), null, path);
    const own: JsonObject = { ['__proto__']: { x: 1 }, constructor: { x: 2 } };
    equal(rendered('{{__proto__.x}}{{constructor.x}}', { ...scope, data: own }), '');
  });
});

describe('a rendered template', () => {
  test('notes what was missing or refused, but not where a default stands', () => {
    const notes: string[] = [];
    rendered('{{gone}} {{name | round}} {{nick | default: "x"}} {{away | upper}} {{none}}', scope, notes);
    deepEqual(notes, [
      '"gone" has no value',
      'round: "value" must be a number like 12.5, but is "Ann"',
      '"away" has no value',
    ]);
  });

  test('writes dates by the zone of the scope and numbers by its language', () => {
    const berlin = { ...scope, zone: 'Europe/Berlin', locale: 'de' };
    equal(rendered('{{"2026-05-01T22:30:00Z" | date: "d. MMMM yyyy HH:mm"}}', berlin), '2. Mai 2026 00:30');
    equal(rendered('{{1234.5 | money: "EUR"}}', berlin), '1.234,50\u00a0€');
    const odd = { ...scope, zone: 'Mars/Base', locale: 'no such tag' };
    equal(rendered('{{"2026-07-01T22:30:00Z" | date: "d MMM HH:mm"}}', odd), '1 Jul 22:30');
    equal(rendered('{{1234.5 | number}}', odd), '1,234.5');
  });
});

describe('a bomb', () => {
  test('that would work without end is stopped', () => {
    const large = {
      ...scope,
      data: { big: 'x '.repeat(120_000), list: Array.from({ length: 30_000 }, () => 1) },
    };
    const bombs = [
      '{{big | slug | size}}',
      '{{list | sum}}',
      '{{list:$..* | size}}',
      '{{big | contains: "xx"}}',
    ];
    for (const bomb of bombs) throws(() => rendered(bomb.repeat(5_000), large), LimitError, bomb);
    throws(
      () =>
        fill(
          Array.from({ length: 5_000 }, () => '{{big | slug | size}}'),
          large,
        ),
      LimitError,
    );
    equal(rendered('{{big | slug | size}}', large), 239_999);
  });

  test('of a text too long to look for is not looked for', () => {
    const notes: string[] = [];
    const large = { ...scope, data: { big: 'a'.repeat(200_000), mark: `${'a'.repeat(60_000)}b` } };
    equal(rendered('{{big | contains: mark}}', large, notes), null);
    match(notes[0] ?? '', /"part" must be text of at most 1000 characters/);
  });

  test('that would grow without end is stopped', () => {
    const large = { ...scope, data: { big: 'x'.repeat(100_000), deep: nested(5_000) } };
    throws(() => rendered('{{big}}{{big}}{{big}}', large), LimitError);
    throws(() => rendered('{{big | replace: "x", big}}', large), LimitError);
    throws(() => rendered('a{{deep}}', large), LimitError);
  });
});

describe('escaping', () => {
  test('gives an escaped text back exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', 'a', '|', '"') }), (text) => {
        equal(rendered(escapeTemplate(text)), text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('compiling', () => {
  test('answers any text, and the answer can be rendered', () => {
    const pieces = [...`{{ }} \\ | : $ .. [ ] ? @ " ' ( ) , a 1 default .`.split(' '), ' '];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const compiled = compileTemplate(parts.join(''));
        if (compiled.ok) render(compiled.template, scope);
        else
          ok(
            compiled.problems.every(({ at, says }) => at >= 0 && at <= parts.join('').length && says !== ''),
          );
      }),
      { numRuns: 3_000 },
    );
  });

  test('takes linear time for the worst texts', () => {
    const worst = ['\\', '{{', '{{"', '{{a|', '{{a[', '{{a:$', '{{a:$[', '"', '{{a."', '\\{{'];
    for (const piece of worst) compileTemplate(piece.repeat(250_000 / piece.length));
  });
});

describe('filling settings', () => {
  test('renders every text, keeps types and leaves the rest', () => {
    const settings = {
      url: 'https://x.test/{{name}}',
      body: { age: '{{age}}', list: ['{{none}}', 1, true, null] },
    };
    deepEqual(fill(settings, scope), {
      url: 'https://x.test/Ann',
      body: { age: 41, list: [null, 1, true, null] },
    });
    deepEqual(referencesIn(settings), ['name', 'age', 'none']);
  });

  test('drops keys that reach a prototype and refuses endless depth', () => {
    const settings: Json = { ['__proto__']: { polluted: '{{name}}' }, a: 1 };
    equal(JSON.stringify(fill(settings, scope)), '{"a":1}');
    equal(Reflect.get({}, 'polluted'), undefined);
    throws(() => fill(nested(5_000), scope), LimitError);
  });

  test('leaves a text that does not compile as it is, with a note', () => {
    const notes: string[] = [];
    equal(fill('{{name', scope, notes), '{{name');
    match(notes[0] ?? '', /no closing/);
  });
});

const scope: Scope = { data, now: '2026-03-01T23:30:00.000Z', zone: 'UTC', locale: 'en', random: () => 0.5 };

function rendered(text: string, within: Scope = scope, notes?: string[]): Json {
  const compiled = compileTemplate(text);
  ok(compiled.ok, JSON.stringify(compiled));
  return render(compiled.template, within, notes);
}

function nested(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
