// Tells what can be the address of a picture, sound, film or file: one of the open web, or of what was uploaded here. Without zod, which the chat page has no room for.

/** Where uploads are served: the rest of such an address is unguessable. */
const MEDIA_PATH = '/media/';

export const MOST_ADDRESS_CHARACTERS = 2000;

/** @example isMediaAddress('https://shop.example/cup.jpg') // true */
export function isMediaAddress(address: string): boolean {
  if (address.length > MOST_ADDRESS_CHARACTERS) return false;
  if (address.startsWith(MEDIA_PATH)) return UPLOADED.test(address);
  return ['https:', 'http:'].includes(URL.parse(address)?.protocol ?? '');
}

const UPLOADED = /^\/media\/[\w-]{20,100}(\/[^/\\?#]{1,200})?$/;
