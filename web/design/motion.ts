// How long movements made by script take: nothing for those who asked for no motion (the style sheets say it for the rest).
export function moveMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120;
}
