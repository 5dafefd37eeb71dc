// Tests of telling what a file is by its first bytes.
import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { sniff } from './sniff.ts';

/** A container says at its ninth byte what is in it. */
const cases = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  [`RIFF\0\0\0\0WEBP`, 'image/webp'],
  [`RIFF\0\0\0\0WAVE`, 'audio/wav'],
  [`\0\0\0 ftypisom`, 'video/mp4'],
  [`\0\0\0 ftypM4A `, 'audio/mp4'],
  ['OggS\0\0', 'audio/ogg'],
  ['%PDF-1.7', 'application/pdf'],
  ['<svg xmlns="http', 'application/octet-stream'],
  [' GIF89a', 'application/octet-stream'],
  ['', 'application/octet-stream'],
] as const;

for (const [start, type] of cases) {
  test(`what begins with ${JSON.stringify(start)} is ${type}`, () => {
    equal(sniff(Buffer.from(start, 'latin1')).type, type);
  });
}
