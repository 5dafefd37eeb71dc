// How the launcher and the frame stand on a page of another site. The values are those of design/tokens.css.

export const widgetStyle = `
:host { all: initial; color-scheme: light dark; --accent: var(--bellwire-accent, light-dark(#0c6b6a, #55c2b7)); }
:host([data-theme=light]) { color-scheme: light; }
:host([data-theme=dark]) { color-scheme: dark; }
.launcher {
  all: unset; box-sizing: border-box; position: fixed; z-index: 2147483000; bottom: 20px; right: 20px;
  display: grid; place-items: center; width: 56px; height: 56px; border-radius: 50%; cursor: pointer;
  background: var(--accent); color: var(--bellwire-on-accent, light-dark(#fff, #06211f));
  box-shadow: 0 2px 6px light-dark(#3b342730, #0008), 0 10px 28px light-dark(#3b342740, #000a);
  transition: transform 90ms cubic-bezier(.2, 0, 0, 1);
}
:host([data-side=left]) .launcher { right: auto; left: 20px; }
.launcher:hover { transform: scale(1.05); }
.launcher:active { transform: scale(.97); }
.launcher:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.down, :host(.open) .speak { display: none; }
:host(.open) .down { display: block; }
.badge {
  position: absolute; top: -2px; right: -2px; min-width: 20px; height: 20px; box-sizing: border-box; padding: 0 5px;
  border-radius: 10px; background: #ae2a20; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center;
}
.panel {
  position: fixed; z-index: 2147483000; bottom: 92px; right: 20px; width: 392px; height: min(660px, calc(100dvh - 112px));
  overflow: hidden; border-radius: 14px; background: light-dark(#fffefc, #1d1b18);
  box-shadow: 0 0 0 1px light-dark(#24211c14, #efebe31f), 0 2px 6px light-dark(#3b342719, #0008), 0 18px 48px light-dark(#3b342733, #000a);
  animation: rise 140ms cubic-bezier(.2, 0, 0, 1);
}
:host([data-side=left]) .panel { right: auto; left: 20px; }
.panel[hidden], .badge[hidden] { display: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
@media (max-width: 480px) {
  .panel, :host([data-side=left]) .panel { inset: 0; width: auto; height: 100dvh; border-radius: 0; }
  :host(.open) .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } .launcher { transition: none; } }
@media print { .panel, .launcher { display: none; } }
`;
