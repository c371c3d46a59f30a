export function BrandMark() {
  return (
    <svg class="brand-mark" viewBox="0 0 32 16" aria-hidden="true">
      <path d="M1 11h8l6-6h16" fill="none" stroke="var(--line)" stroke-width="4" stroke-linecap="round" />
      <circle cx="12.5" cy="8" r="4.5" fill="var(--base)" stroke="var(--core)" stroke-width="2.6" />
    </svg>
  );
}
