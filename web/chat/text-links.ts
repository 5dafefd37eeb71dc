// Finds web addresses in a message's text, and tells which addresses a page may lead to at all.

export type TextPart = { readonly is: 'text' | 'link'; readonly text: string };

/** What a sentence may put behind an address without it being part of it. */
const TRAILING = /[.,;:!?'"…“”‘’»«]+$/;

export function textLinks(text: string): TextPart[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/i).flatMap((piece, index): TextPart[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ is: 'text', text: piece }];
    const address = withoutTrail(piece);
    const trail = piece.slice(address.length);
    if (!URL.canParse(address)) return [{ is: 'text', text: piece }];
    return [{ is: 'link', text: address }, ...(trail === '' ? [] : [{ is: 'text', text: trail } as const])];
  });
}

/** `(see https://example.com/a)` does not mean the bracket; `https://example.com/a_(b)` does. */
function withoutTrail(piece: string): string {
  const address = piece.replace(TRAILING, '');
  const isOpenedInside = address.split('(').length >= address.split(')').length;
  return address.endsWith(')') && !isOpenedInside ? withoutTrail(address.slice(0, -1)) : address;
}

/** An address to be opened from a message: never one that would run as a script. */
export function openableAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}
