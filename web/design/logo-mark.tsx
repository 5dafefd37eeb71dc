// The mark: one wire that rises into a bell and goes on, with the clapper as its dot.
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M4 22h2.6c2.9 0 3.5-3.2 3.8-6.8C10.8 10.3 12.6 7.4 16 7.4s5.2 2.9 5.6 7.8c.3 3.6.9 6.8 3.8 6.8H28"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="24.4" r="2.3" fill="var(--on-accent)" />
    </svg>
  );
}
