// Lets TypeScript know what Vite understands (CSS imports, ?raw) and that a style may set custom properties.
/// <reference types="vite/client" />
import 'react';

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
