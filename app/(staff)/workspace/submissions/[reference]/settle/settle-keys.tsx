/** The keys of the page, shown and hidden by `?` and by a click. */
export function SettleKeys({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const keys = [
    ['1', 'what the first coded'],
    ['2', 'what the second coded'],
    ['3', 'the words of both together'],
    ['0', 'drop it'],
    ['↓ ↑', 'the next one, the one before'],
    ['u', 'undo what was settled last'],
    ['?', 'show or hide these keys'],
  ]
  return (
    <details open={open} onToggle={event => onToggle(event.currentTarget.open)}>
      <summary className="inline-flex min-h-control items-center text-canal underline underline-offset-4">Keys</summary>
      <p className="text-sm text-muted">They work while the focus is on a difference, or on one of its buttons.</p>
      <dl className="mt-2 grid max-w-xl grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-edge px-1.5 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
