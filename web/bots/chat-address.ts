// Where a bot's web chat is found, and what a site embeds.

export function chatPath(publicId: string): string {
  return `/chat/${publicId}`;
}

/** One line for any page of a site; `origin` is the server's own address. */
export function embedSnippet(origin: string, publicId: string): string {
  return `<script src="${origin}/widget.js" data-bot="${publicId}" async></script>`;
}
