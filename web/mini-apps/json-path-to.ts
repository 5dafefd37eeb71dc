// The JSONPath that leads to one place in a value.

/** @example jsonPathTo(['data', 0, 'pay-url']) // $.data[0]['pay-url'] */
export function jsonPathTo(path: readonly (string | number)[]): string {
  return `$${path.map(segment).join('')}`;
}

function segment(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `.${key}`;
  return `['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
}
