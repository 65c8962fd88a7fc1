import type { ReportFacts } from '@/prisma/seed/report-facts'
import { chart, numbers, paragraph, quotes, type DraftSection } from './report-sections'

const [wolverhampton, bvsc, coventry] = ['researcher@wlv.example', 'researcher@bvsc.example', 'researcher@coventry.example'] // prettier-ignore

export const reportTitle = 'What the West Midlands’ social economy did, and what it needed (example)'

export const reportSummary = (facts: ReportFacts) =>
  `This is the report of a demonstration. The organisations in it, what they say and what they did are made up; only the works in its list of references are real.

Between March and July 2020 voluntary and community organisations, faith groups, mutual aid groups, neighbourhood groups and social enterprises met needs that nobody had planned for. A call asked them how. This report sets out what ${facts.received} responses say so far, rests each finding on passages and case studies that a reader can open, and says where the evidence is thin.`

/** What was heard, from whom, and what they did. */
export const findings = (facts: ReportFacts): DraftSection[] => [
  {
    key: 'in-brief',
    title: 'Executive summary',
    by: wolverhampton,
    body: [
      paragraph(
        `The call had brought ${facts.received} responses when this edition was made. Researchers of three teams have read ${facts.read} of them so far and coded what they say. The findings below count the ${facts.settled} whose coding is settled and leave the others out; {section:method} says how that was done.`,
      ),
      ...numbers(
        `Working together, with the people concerned and with people whom one trusts, is the subject of most settled responses: ${facts.about('Co-production')} of ${facts.settled}. Where those who eat the food or wear the clothes decided what was made, less was thrown away ({section:with-people}).`,
        `Institutions, councils and the people who kept working are the subject of ${facts.about('Anchor institutions and key workers')}. Help for workers went to people on low wages whom other help had passed over, and much of it came from neighbours ({section:key-workers}).`,
        `Trust that was there before did what forms would have done. It is a subject of ${facts.about('Trust and relationships')} settled responses; money is one of ${facts.about('Funding')} ({section:needed}).`,
        `A rule was seldom the obstacle. Not knowing who could say yes was ({section:in-the-way}).`,
        `Whatever went online left somebody out. The plainest answer in this evidence is the ordinary telephone ({section:reached}).`,
      ),
      paragraph(
        `Seven recommendations follow from this ({section:recommendations}). They ask for little new money. Several ask that what was allowed for some weeks in 2020 be allowed again, by somebody who is named and answers for it.`,
      ),
      paragraph(
        `What the report cannot say: those who answered chose to answer, so a share of responses is no share of the region’s organisations. Effects are as respondents report them; nobody has checked them. And a response counts once for a subject, however much it says about it.`,
      ),
    ],
  },
  {
    key: 'heard',
    title: 'Who was heard',
    by: bvsc,
    body: [
      paragraph(
        `Of the ${facts.received} responses ${facts.ofType('VOLUNTARY')} came from voluntary or community organisations, ${facts.ofType('MUTUAL_AID')} from mutual aid groups, ${facts.ofType('NEIGHBOURHOOD')} from neighbourhood groups, ${facts.ofType('SOCIAL_ENTERPRISE')} from social enterprises, ${facts.ofType('FAITH')} from faith groups and ${facts.ofType('OTHER')} from others: a brass band, a parish council, allotment holders. Those that agreed to be named are listed in {section:submissions}.`,
      ),
      paragraph(
        `Each of the 18 local authorities is named in at least three. A response can name several places, and one that names a district of Warwickshire counts for the county too, so the columns of {chart:places} are not to be added up.`,
      ),
      chart('places', 'The figures behind it say how many of the responses read so far name each place.'),
      paragraph(
        `Not all tell of their own work. Some point to others who would not have written themselves, which the call invited. Their evidence is used here, but an organisation elsewhere is not named before it has agreed.{passage:neighbours-first}`,
      ),
    ],
  },
  {
    key: 'not-heard',
    title: 'Who was not heard',
    part: true,
    by: bvsc,
    body: [
      paragraph(
        `The three teams wanted ${facts.wanted} responses and have about half. Gaps that matter more than the total: ${facts.serving('LGBTQ+ people')} responses serve LGBTQ+ people, ${facts.serving('Refugees and people seeking asylum')} refugees and people seeking asylum, and ${facts.serving('People who are homeless or badly housed')} people who are homeless or badly housed. Nothing below should be read as though it spoke for them.`,
      ),
      paragraph(
        `One text came from four senders. Where subjects are counted it would count once; nobody has coded it yet. Responses that their senders withdrew are not in any figure.`,
      ),
      paragraph(
        `Some of what was sent may be read by researchers and not quoted. It is counted, and a note on it shows no words and no name.{passage:not-quoted}{passage:not-quoted-either}`,
      ),
    ],
  },
  {
    key: 'did',
    title: 'What organisations did',
    by: wolverhampton,
    body: [
      paragraph(
        `What the settled responses are about stands in {chart:subjects}, and whom they come from in {chart:types}. Respondents had also ticked themes themselves, and {chart:themes} sets what they ticked beside what coders found. The two mostly agree. Where they do not, it is seldom a mistake: a response on one theme often rests on another, and working together runs through all of them.`,
      ),
      chart(
        'subjects',
        'A response counts once for each subject. Subjects of the second level are part of those above.',
      ),
      chart('types', 'Six kinds of organisation, few of each: read the numbers and not the colours.'),
      chart('themes', 'Respondents could tick up to six themes.'),
    ],
  },
  {
    key: 'urgent',
    title: 'Food and other urgent needs',
    part: true,
    by: coventry,
    body: [
      paragraph(
        `Food is what one expects, and it is there: ${facts.about('Food security')} settled responses tell of it. What they report is less about quantity than about terms. In one neighbourhood of Wolverhampton lidded crates on garden walls held food that anybody could take, with no referral and no name, and most of what was bought was paid for by those who used it.{study:garden-wall-larders} Elsewhere a standard parcel was replaced by one that the families ordered themselves.{study:menu-of-the-week}`,
      ),
      paragraph(
        `Need was not only food. A service for women living with abuse noticed that its telephones had gone quiet, and moved its appointments to a place where it was safe to talk.{study:appointments-where-it-is-safe-to-talk} A band played under the windows of nine care homes, at the residents’ request, and was not sure that it belonged here:`,
      ),
      quotes('nobody-fed'),
      paragraph(
        `It does. Loneliness, grief or exhaustion are told of in ${facts.about('Mental health and isolation')} settled responses, and not all of them had set out to.`,
      ),
    ],
  },
  {
    key: 'with-people',
    title: 'Made with the people who use it',
    part: true,
    by: bvsc,
    body: [
      paragraph(
        `Early in the pandemic researchers argued that taking part is no luxury in an emergency, since those affected know what will work {work:marston}. The evidence gives that a plain meaning: somebody stopped, asked, and changed the thing.`,
      ),
      paragraph(
        `Disabled people who employ their own assistants were missing from the guidance on protective equipment. They wrote down what each of them really used in a week, pooled their budgets and bought like an institution.{study:personal-assistants-buying-club} A sewing group laid down its work until nurses had tried the first scrubs on, which was not popular with everybody.{passage:three-days} A sewing enterprise in Coventry had its specification marked in red by an infection control nurse, and charged an honest price.{study:bobbin-lane-gowns}`,
      ),
      paragraph(
        `In the first and the last of these a professional came second, to check. None of this was quick: it cost days at a time when days were short.`,
      ),
    ],
  },
  {
    key: 'voice',
    title: 'Places to speak and to decide',
    part: true,
    by: wolverhampton,
    body: [
      paragraph(
        `A new place in which people talk and decide is described in ${facts.about('Community voice')} settled responses. What they share is that somebody went to where people already were: a game that young people were playing anyway,{study:a-park-built-twice} a conference line that costs a local call,{study:a-telephone-table} a voice message, a front garden.`,
      ),
      paragraph(
        `In several of them those with power to decide were asked to listen first. Between tenants and their landlord this has become a habit:`,
      ),
      quotes('say-yes'),
    ],
  },
  {
    key: 'key-workers',
    title: 'Those who kept working',
    part: true,
    by: coventry,
    body: [
      paragraph(
        `The call asked about anchor institutions and key workers. Respondents answered with cleaners, porters, drivers and carers. A nursery opened before dawn because that is when a ward changes over.{study:nursery-before-dawn} It began with a list of names from one hospital:`,
      ),
      quotes('nursery-list'),
      paragraph(
        `At a bus terminus neighbours put out flasks for drivers, and others came.{passage:bin-crews} Not every offer was taken. Residents beside a distribution park wrote to its director about rest, food and languages:`,
      ),
      quotes('no-answer'),
      paragraph(`They sent it, they say, because they expected the call to bring mostly successes.`),
    ],
  },
  {
    key: 'plans',
    title: 'Plans for the time after',
    part: true,
    by: wolverhampton,
    body: [
      paragraph(
        `A plan for the time after is told of in ${facts.about('Recovery plans')} settled responses. Seven parishes wrote theirs by telephone, and asked what people would lend before asking what they wanted.{study:kitchen-table-recovery-plan} The traders of a neighbourhood centre counted who came and what they went into town to buy,{study:eight-shops-one-plan} and shared the cost by a rule that everybody could see.{passage:window-width}`,
      ),
      quotes('never-counted'),
      paragraph(
        `A third account, from outside the region, tells of tables of twelve residents with a small budget each.{passage:without-asking} Its author is frank that one of the four failed.`,
      ),
    ],
  },
]
