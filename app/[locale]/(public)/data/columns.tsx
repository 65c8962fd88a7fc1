import { getTranslations } from 'next-intl/server'

import { Table } from '@/components/ui/table'
import { openColumns } from '@/lib/exchange/open-csv'

const rules = ['lists', 'formulas', 'blocks', 'encoding'] as const

/** The data dictionary: every column that the files have, from the list that writes them. */
export async function Columns() {
  const t = await getTranslations('data')
  return (
    <>
      <p className="mb-4 max-w-[66ch]">{t('dictionary.text')}</p>
      <Table caption={t('dictionary.caption')} captionHidden wide>
        <thead>
          <tr>
            <th scope="col">{t('dictionary.column')}</th>
            <th scope="col">{t('dictionary.json')}</th>
            <th scope="col">{t('dictionary.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {openColumns.map(({ name, json }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <code>{json}</code>
              </td>
              <td>{t(`columns.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ul className="prose mt-6">
        {rules.map(rule => (
          <li key={rule}>{t(`dictionary.${rule}`)}</li>
        ))}
      </ul>
    </>
  )
}
