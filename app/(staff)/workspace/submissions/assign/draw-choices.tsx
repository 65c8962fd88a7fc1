import { Button } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import type { DrawPersonView } from '@/lib/data/assigning'

type Props = {
  path: string
  people: DrawPersonView[]
  chosen: { share: string; seed: string; people: string[] }
  errors: { share?: string[]; seed?: string[]; people?: string[] }
}

/** What a lead decides before a draw. A form that only leads to an address: nothing is assigned by it. */
export function DrawChoices({ path, people, chosen, errors }: Props) {
  return (
    <form action={path} aria-label="Draw" noValidate className="flex flex-col gap-6">
      <Field
        name="share"
        label="Share to be coded by two, in per cent"
        hint="0 to 100. They are drawn by chance, and given to two people of different teams."
        inputMode="numeric"
        width="number"
        defaultValue={chosen.share}
        error={errors.share?.[0]}
      />
      <Field
        name="seed"
        label="Seed"
        hint="The same seed over the same submissions draws the same. Note it in your methods."
        width="medium"
        defaultValue={chosen.seed}
        maxLength={100}
        autoComplete="off"
        error={errors.seed?.[0]}
      />
      <Checkboxes
        name="people"
        label="Who takes part"
        hint="Whoever has the least open gets the next. A lead who codes one of two cannot settle it."
        columns={2}
        defaultValue={chosen.people}
        error={errors.people?.[0]}
        choices={people.map(({ id, name, team, lead, open }) => ({
          value: id,
          label: `${name} (${team}${lead ? ', lead' : ''})`,
          hint: `${open} open`,
        }))}
      />
      <div>
        <Button variant="secondary">Show what this would do</Button>
      </div>
    </form>
  )
}
