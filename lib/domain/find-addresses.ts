import type { Match } from './find-contacts'
import type { Folded } from './folded-text'

const areas =
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
const knownAreas = new Set(areas.split(' '))
const postcodes = /(?<![\p{L}\p{N}])([a-z]{1,2})\d{1,2}[a-z]?[ .-]{0,2}\d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/giu

/** Postcodes of the United Kingdom, whole ones, in large or in small letters and however they are parted. */
export function findPostcodes({ text }: Folded): Match[] {
  return Array.from(text.matchAll(postcodes)).flatMap(match => {
    const letters = match[0].replace(/\P{L}/gu, '')
    const even = letters === letters.toUpperCase() || letters === letters.toLowerCase()
    if (!even || !knownAreas.has((match[1] ?? '').toUpperCase())) return []
    return [{ kind: 'postcode', start: match.index, end: match.index + match[0].length }]
  })
}

const ways =
  'Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Terrace|Place|Gardens|Grove|Hill|Walk|Row|Square|Green|Park|Rise|Mews|Parade|Croft|View|Fold|Meadow|Bank|Buildings|House|Cottages|Quay|Wharf|Rd|St|Ave|Av|Ln|Dr|Cres|Ct|Cl|Tce|Gdns|Sq'
const rooms = '(?:(?:[Ff]lat|[Uu]nit|[Aa]partment|[Aa]pt|[Rr]oom|[Ss]uite) ?\\d{1,4}[A-Za-z]?,? )?'
const house = '\\d{1,4}[A-Za-z]?(?: ?[-/] ?\\d{1,4}[A-Za-z]?)?'
const capital = "\\p{Lu}[\\p{L}'.-]{0,30}"
const patterns = [
  new RegExp(`(?<![\\p{L}\\p{N}£$€.,])${rooms}${house},? (?:${capital} ){1,4}(?:${ways})(?![\\p{L}\\p{N}])`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}£$€.,])${house} (?!(?:on|of|the|in|a|an|per|and|or|to|by|this|that|our|new|main|more) )(?:[\\p{L}'-]{2,30} )(?:street|road|lane|avenue|crescent|terrace)(?=[.,;:!?)\\n]|$)`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${capital} ){1,3}(?:Cottage|House|Lodge|Farm|Villa|Bungalow), (?:${capital} ){1,3}(?:${ways})(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])P\.?O\.? ?Box \d{1,6}(?![\p{L}\p{N}])/giu,
]

/** Addresses of houses: a number and a street, a named house on a street, a box at the post. */
export function findHouses({ text }: Folded): Match[] {
  return patterns.flatMap(pattern =>
    Array.from(text.matchAll(pattern)).flatMap(match => {
      // "In 2020 Green Lane was closed" tells a year
      if (/^(?:19|20)\d\d (?!.*,)/u.test(match[0])) return []
      return [{ kind: 'address', start: match.index, end: match.index + match[0].length }]
    }),
  )
}
