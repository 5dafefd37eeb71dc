// A contact of whom nothing is known: for examples, and for playing a flow before anybody is there.
import type { ContactState } from '@bellwire/model/contact.ts';

export const sampleContact: ContactState = {
  id: '01958f3e-7c00-7000-8000-00000000c001',
  ns: 'f1u1',
  workspaceId: '01958f3e-7c00-7000-8000-00000000a001',
  botId: '01958f3e-7c00-7000-8000-00000000b001',
  name: null,
  email: null,
  phone: null,
  language: null,
  timeZone: null,
  fields: {},
  tags: [],
  pausedUntil: null,
  askingRunId: null,
  lastText: null,
  lastSeq: 0,
  order: null,
};
