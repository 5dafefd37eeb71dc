// The few icons of the chat, drawn as lines on a square of 16.
/** @jsxImportSource preact */

const lines = {
  send: 'M8 13.2V3M3.4 7.4L8 2.8l4.6 4.6',
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  down: 'M8 3v10M3.5 8.7L8 13.2l4.5-4.5',
  phone: 'M3.2 2.8h2.6l1.3 3.2-1.6 1.1a8 8 0 0 0 3.4 3.4l1.1-1.6 3.2 1.3v2.6A10.4 10.4 0 0 1 3.2 2.8z',
  clip: 'M12.6 7.4l-5 5a3 3 0 0 1-4.3-4.3l5.4-5.4a2 2 0 0 1 2.9 2.9L6.2 11a1 1 0 0 1-1.5-1.4l4.7-4.8',
  file: 'M4 1.8h5l3.5 3.5v8.9H4zM9 1.8v3.5h3.5',
  outside: 'M4.2 11.8l7.6-7.6M5.8 4.2h6v6',
};

export function Icon({ name, size = 16 }: { name: keyof typeof lines; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={lines[name]} />
    </svg>
  );
}
