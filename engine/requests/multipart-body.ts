// The body of a form with files, as browsers write it (RFC 7578).

export interface Part {
  readonly name: string;
  readonly value: string;
  readonly fileName?: string | undefined;
  readonly contentType?: string | undefined;
}

/**
 * `key` makes the border between the parts: nobody who writes a value knows it before the request is built, so no value
 * can end its part and begin another.
 *
 * @example multipartBody([{ name: 'file', value: 'a,b', fileName: 'a.csv' }], callKey)
 */
export function multipartBody(parts: readonly Part[], key: string): { text: string; contentType: string } {
  const border = `bellwire-${key}`;
  const written = parts.map((part) => `--${border}\r\n${headOf(part)}\r\n\r\n${part.value}\r\n`);
  return {
    text: `${written.join('')}--${border}--\r\n`,
    contentType: `multipart/form-data; boundary=${border}`,
  };
}

function headOf({ name, fileName = '', contentType = '' }: Part): string {
  const file = fileName === '' ? '' : `; filename="${quoted(fileName)}"`;
  const type = oneLine(contentType) || (fileName === '' ? '' : 'application/octet-stream');
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}${type === '' ? '' : `\r\nContent-Type: ${type}`}`;
}

/** As browsers escape it: a quote or a line break would begin something else. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').trim();
}
