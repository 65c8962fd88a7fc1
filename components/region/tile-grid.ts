/** Classes that put a tile on the map: on every screen, or only where the map has room. Written out for Tailwind. */
type Place = { always: string; wide: string }

export const tileColumns: Place[] = [
  { always: 'col-start-1', wide: '@3xl:col-start-1' },
  { always: 'col-start-2', wide: '@3xl:col-start-2' },
  { always: 'col-start-3', wide: '@3xl:col-start-3' },
  { always: 'col-start-4', wide: '@3xl:col-start-4' },
  { always: 'col-start-5', wide: '@3xl:col-start-5' },
  { always: 'col-start-6', wide: '@3xl:col-start-6' },
  { always: 'col-start-7', wide: '@3xl:col-start-7' },
]

export const tileRows: Place[] = [
  { always: 'row-start-1', wide: '@3xl:row-start-1' },
  { always: 'row-start-2', wide: '@3xl:row-start-2' },
  { always: 'row-start-3', wide: '@3xl:row-start-3' },
  { always: 'row-start-4', wide: '@3xl:row-start-4' },
  { always: 'row-start-5', wide: '@3xl:row-start-5' },
  { always: 'row-start-6', wide: '@3xl:row-start-6' },
  { always: 'row-start-7', wide: '@3xl:row-start-7' },
]
