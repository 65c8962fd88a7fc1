/** The first thing the keyboard reaches: past the navigation to `main`. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#main"
      className="sr-only bg-focus font-semibold text-focus-edge focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:px-4 focus:py-3"
    >
      {children}
    </a>
  )
}
