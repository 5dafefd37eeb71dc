// Answer types: a picture, a sound, a film, or any file, kept as the address at which it can be read.
import { isMediaAddress } from '@bellwire/model/content/is-media-address.ts';
import type { Media } from '@bellwire/model/media.ts';
import type { AnswerType } from './answer-type.ts';

const ADDRESS = 'https://shop.example/media/a/cup.jpg';

/** An address in the web is taken too: not every channel can send files. */
function fileAnswer(kind: Media['kind'], label: string, noun: string): AnswerType {
  return {
    name: kind,
    label,
    expects: `Please send ${noun}, or the address of one.`,
    read: (text, { file }) => {
      if (file !== undefined) return kind === 'file' || file.kind === kind ? file.address : undefined;
      const address = text.trim();
      return /^https?:/i.test(address) && isMediaAddress(address) ? address : undefined;
    },
    hint: () => ({ is: 'file', accept: kind }),
    examples: [
      { text: 'cup.jpg', asked: { file: { kind, address: ADDRESS } }, gives: ADDRESS },
      { text: ADDRESS, gives: ADDRESS },
      {
        text: 'cup.jpg',
        asked: { file: { kind: kind === 'image' ? 'audio' : 'image', address: ADDRESS } },
        gives: kind === 'file' ? ADDRESS : undefined,
      },
      { text: 'here it is', gives: undefined },
      { text: `/media/${'a'.repeat(43)}`, gives: undefined },
    ],
  };
}

export const imageAnswer = fileAnswer('image', 'Picture', 'a picture');
export const audioAnswer = fileAnswer('audio', 'Sound', 'a sound');
export const videoAnswer = fileAnswer('video', 'Film', 'a film');
export const anyFileAnswer = fileAnswer('file', 'Any file', 'a file');
