// For tests of imports: a mini-app 1.0 whose auth request makes a token, and an OpenAPI document in YAML.
import type { Json } from '@bellwire/model/json.ts';

export function oneApp(origin: string): Json {
  return {
    name: 'Twilio-like',
    description: 'Sends texts.',
    auth: authBlock(origin),
    actions: [sendText(origin)],
    sources: [
      { name: 'regions', title: 'Regions', items: [{ label: 'Europe', value: 'eu' }] },
      { name: 'numbers', title: 'Numbers', request: { url: `${origin}/numbers`, mapping: numbers } },
      { name: 'broken', request: { url: `${origin}/broken` } },
    ],
    triggers: [{ name: 'received' }],
  };
}

const numbers = { path: '$.data', label: '$.name', value: '$.id' };

function authBlock(origin: string): Json {
  return {
    params: [
      { name: 'accountSid', title: 'Account SID' },
      { name: 'authToken', title: 'Auth token' },
    ],
    request: {
      url: `${origin}/token`,
      method: 'POST',
      headers: { Authorization: 'Basic [[accountSid]]:[[authToken]]' },
      mapping: { '$.data.token': 'session' },
    },
    connection: { headers: { Authorization: 'Bearer [[session]]' }, qs: { v: '2' } },
  };
}

function sendText(origin: string): Json {
  return {
    name: 'sendText',
    title: 'Send a text',
    forms: [
      { name: 'to', type: 'string', title: 'To', placeholder: '+49…' },
      { name: 'parts', type: 'number', title: 'Parts', default: 1 },
      { name: 'region', type: 'select', title: 'Region', source: 'regions', default: 'eu' },
    ],
    requests: [
      {
        url: `${origin}/accounts/[[accountSid]]/messages`,
        method: 'POST',
        body: { to: '[[to]]', parts: '[[parts]]', tags: ['a', '[[to]]'] },
        mapping: [{ path: '$.sid', name: 'sid' }],
      },
    ],
  };
}

export function parcelApi(server: string): string {
  return parcelText.replace('SERVER', server);
}

const parcelText = `openapi: 3.1.0
info:
  title: Parcel Post
servers:
  - url: SERVER/
security:
  - ApiKey: []
components:
  securitySchemes:
    ApiKey: { type: apiKey, in: header, name: X-Api-Key }
  schemas:
    Parcel:
      type: object
      properties:
        id: { type: string }
        state: { type: [string, "null"] }
    Address:
      type: object
      required: [city]
      properties:
        city: { type: string }
        zip: { type: string }
paths:
  /parcels/{parcelId}:
    parameters:
      - { name: parcelId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getParcel
      summary: Find a parcel
      parameters:
        - { name: verbose, in: query, schema: { type: boolean } }
      responses:
        "200":
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
  /parcels:
    post:
      operationId: createParcel
      summary: Send a parcel
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [weight, to]
              properties:
                weight: { type: number }
                to: { $ref: "#/components/schemas/Address" }
                labels: { type: array, items: { type: string } }
      responses:
        "201":
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
`;
