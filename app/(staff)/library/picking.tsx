import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

const form = 'pick'

type PickBarProps = { collection?: string | undefined; gathers: boolean }

/** What can be done with the case studies that are selected on this page: each leads to an address that names them. */
export function PickBar({ collection, gathers }: PickBarProps) {
  return (
    <form
      id={form}
      method="get"
      action="/library/compare"
      aria-label="With what is selected"
      className="no-print bottom-0 z-1 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t-2 border-ink bg-paper py-3 sm:sticky"
    >
      {collection ? <input type="hidden" name="collection" value={collection} /> : null}
      <p className="font-semibold">With what is selected:</p>
      <Button variant="secondary">Compare</Button>
      <Button variant="secondary" formAction="/library/briefing">
        Make a briefing
      </Button>
      {gathers ? (
        <Button variant="secondary" formAction="/library/collections/add">
          Add to a collection
        </Button>
      ) : null}
    </form>
  )
}

/** The tick of one case study. */
export function Pick({ slug, title, className }: { slug: string; title: string; className?: string }) {
  return (
    <label className={classNames('no-print inline-flex min-h-control items-center gap-2 text-sm', className)}>
      <input type="checkbox" name="with" value={slug} form={form} className="tick" />
      <span>
        Select<span className="sr-only"> {title}</span>
      </span>
    </label>
  )
}
