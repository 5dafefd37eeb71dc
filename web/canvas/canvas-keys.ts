// Names a pressed key the way commands are bound to it: "mod+shift+z".
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** "mod" is Ctrl or Cmd. Shift is only named with letters: on some keyboards "/" or "+" needs it. */
export function keysOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string {
  const name = key.toLowerCase();
  const shift = shiftKey && (/^[a-z]$/.test(name) || name.length > 1);
  return [ctrlKey || metaKey ? 'mod' : [], altKey ? 'alt' : [], shift ? 'shift' : [], name].flat().join('+');
}
