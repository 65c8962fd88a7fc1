import { getTranslations } from 'next-intl/server'

import { RegionTable } from '@/components/region/region-table'
import { RegionTiles } from '@/components/region/region-tiles'
import type { CallView } from '@/lib/data/calls'
import type { HeardView } from '@/lib/data/heard'
import { SideSection } from './side-section'

/** Where examples have come from, as tiles and as a table. `open` while more can come. */
export async function RegionSoFar({ call, heard, open }: { call: CallView; heard: HeardView; open: boolean }) {
  const t = await getTranslations('call')
  const most = Math.max(1, ...Object.values(heard.places))
  const places = call.places.map(place => {
    const count = heard.places[place.key] ?? 0
    return {
      ...place,
      value: String(count),
      spoken: t('region.spoken', { count }),
      share: count / most,
    }
  })
  return (
    <SideSection title={t('region.title')} id="the-region" wide>
      {heard.submissions > 0 ? (
        <p className="mb-6 text-lg">
          {t.rich('region.heard', { count: heard.submissions, strong: words => <strong>{words}</strong> })}
        </p>
      ) : (
        <p className="mb-6 text-lg">{open ? t('region.none') : t('region.noneClosed')}</p>
      )}
      <RegionTiles label={t('region.label')} othersLabel={t('region.others')} places={places} />
      {heard.submissions > 0 ? <p className="mt-4 max-w-[66ch] text-sm text-muted">{t('region.note')}</p> : null}
      <RegionTable
        summary={t('region.table')}
        caption={t('region.label')}
        columns={{ place: t('region.place'), value: t('region.examples') }}
        places={places}
      />
    </SideSection>
  )
}
