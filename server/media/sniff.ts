// Tells what a file is by its first bytes, whatever its name says: only what is known to be harmless is ever shown in place.
import type { Media } from '@bellwire/model/media.ts';

export interface Sniffed {
  readonly type: string;
  readonly kind: Media['kind'];
}

/** What is not in the list is a file to be saved: HTML and SVG, which can hold scripts, among it. */
const unknownFile: Sniffed = { type: 'application/octet-stream', kind: 'file' };

/** @example sniff(Buffer.from('GIF89a')) // { type: 'image/gif', kind: 'image' } */
export function sniff(bytes: Uint8Array): Sniffed {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = signatures.find(({ marks }) => marks.every(([at, text]) => start.startsWith(text, at)));
  return found === undefined ? unknownFile : { type: found.type, kind: found.kind };
}

/** @example kindOfType('image/gif') // 'image' */
export function kindOfType(type: string): Sniffed['kind'] {
  return signatures.find((one) => one.type === type)?.kind ?? unknownFile.kind;
}

interface Signature extends Sniffed {
  /** What stands where in the file. */
  readonly marks: readonly (readonly [at: number, text: string])[];
}

const mp4Brands = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash', 'qt  '];
/** MPEG audio without a tag begins with its first frame. */
const mp3Frames = ['\xff\xfb', '\xff\xfa', '\xff\xf3', '\xff\xf2', '\xff\xe3', '\xff\xe2'];

const signatures: readonly Signature[] = [
  { marks: [[0, '\x89PNG\r\n\x1a\n']], type: 'image/png', kind: 'image' },
  { marks: [[0, '\xff\xd8\xff']], type: 'image/jpeg', kind: 'image' },
  { marks: [[0, 'GIF87a']], type: 'image/gif', kind: 'image' },
  { marks: [[0, 'GIF89a']], type: 'image/gif', kind: 'image' },
  { marks: inside('RIFF', 'WEBP'), type: 'image/webp', kind: 'image' },
  { marks: ofBrand('avif'), type: 'image/avif', kind: 'image' },
  { marks: [[0, 'ID3']], type: 'audio/mpeg', kind: 'audio' },
  ...mp3Frames.map((frame) => ({ marks: [[0, frame]], type: 'audio/mpeg', kind: 'audio' }) as const),
  { marks: inside('RIFF', 'WAVE'), type: 'audio/wav', kind: 'audio' },
  { marks: [[0, 'OggS']], type: 'audio/ogg', kind: 'audio' },
  { marks: ofBrand('M4A '), type: 'audio/mp4', kind: 'audio' },
  ...mp4Brands.map((brand) => ({ marks: ofBrand(brand), type: 'video/mp4', kind: 'video' }) as const),
  { marks: [[0, '\x1aE\xdf\xa3']], type: 'video/webm', kind: 'video' },
  { marks: [[0, '%PDF-']], type: 'application/pdf', kind: 'file' },
];

function inside(container: string, content: string): Signature['marks'] {
  return [
    [0, container],
    [8, content],
  ];
}

/** Of the family of MP4: its length stands before. */
function ofBrand(brand: string): Signature['marks'] {
  return [
    [4, 'ftyp'],
    [8, brand],
  ];
}
