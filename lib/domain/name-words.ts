// Words by which personal names are told from other capitals. Lists cannot be whole: what they miss is found by the
// contact fields and by a reader, and what they find too much is kept with a reason.

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean))

/** Words before a name, without their full stop. */
export const titles =
  words(`mr mrs ms miss mx dr doctor prof professor sir dame revd rev reverend fr father sister brother
  pastor imam rabbi canon deacon cllr councillor auntie aunty uncle nurse lord lady maulana sheikh granthi brigadier
  captain sgt sergeant pc colonel`)

/** Words that carry a surname on. */
export const particles = words('de van von der den al el bin ibn ul da du la le del di ap mac o')

/** First names that are hardly ever anything else, as people in the region have them. */
export const givenNames =
  words(`aaliyah aaron abbas abdi abdul abdullah abena abigail abiola adam adama adebayo adele adeola
  adrian afzal agata agnes agnieszka ahmad ahmed aileen aisha akosua alan alastair albert alejandro aleksandra alex
  alexander alexandra alfie alfred ali alice alicia alison alistair allison alun amanda amandeep amara amelia amina aminata
  amir amit amrit amritpal amy ana analyn anastasia andrea andreas andrew andrzej angela angie anil anisha anita anjali ann
  anna anne annette annie anthony antonia antonio anwar archie arjun arthur arun asha ashraf asif audrey ayesha azra
  babatunde balbir baldev balwinder barbara barry bartosz beata beatrice becky bella ben benjamin bernadette bernard
  bethany betty beverley bev bhavna bilal billy binta bob brenda brian bridget bronwen bruce bryan bukola callum calum
  carl carla carlos carmen carole caroline carolyn catherine cathy cecilia celia ceri charanjit charles charlie
  cheryl chidi chinwe chloe chris christina christine christopher claire clare claudia clive colin connie conor craig
  cynthia daljit damian daniel daniela danielle danuta darren dave david dawid debbie deborah deepak denise dennis derek
  devinder diana diane dilip dimitri dinesh dipak dolores dominic donald donna doreen doris dorota dorothy douglas duncan
  ebony eddie edith edna edward edwina eileen elaine eleanor elena eleni elijah elizabeth ella ellen ellie elsie emily emma
  emmanuel enid eric erin esme esther ethan ethel eunice evelyn ewa ewan farah farhan fatima fatou fatoumata fernando fiona
  folasade funmi gareth garry gary gavin gaynor gemma geoff geoffrey george geraldine gerald gerard gillian glenys gordon
  graham greg gregory grzegorz gulzar gurdeep gurpreet gurmit gwen gwenda gwyneth habib halima hamza hannah hanif harbhajan
  hardeep harinder harjinder harjit harold harpreet harriet harry harvinder hassan hazel heidi helen helena henry hilary
  hilda howard hugh hussain ian ibrahim ifeoma imran irena irene isaac isabel isabella isla ismail ivan iwona jacek jackie
  jacqueline jacob jagdeep jagjit jaime jake jakub jamal james jamie jan jane janet janice janina jaroslaw jaswinder
  jasvinder jatinder jayne jean jeanette jeff jeffrey jenna jennifer jenny jeremy jerzy jessica jill jim jimmy joan joanna
  joanne jodie joe joel john johnny jonathan jorge jose joseph josephine josh joshua joyce juan judith judy julia julian
  julie june kamal kamala kamaljit karen karim karl karolina karthik kasia katarzyna kate katherine kathleen kathryn kathy
  katie kavita kayleigh keiran keith kelly kelvin kenneth kerry kev kevin khadija khalid kieran kim kirsty kofi krishna
  krystyna krzysztof kulbir kuldeep kulwinder kwame kwabena kyle lakhbir lakshmi latoya laura lauren laurence leanne lech
  leila leon leonard lesley leslie leticia lewis liam linda lisa liz lorna lorraine louis louisa louise lucy luis lukasz
  luke lydia lynn lynne mabel maciej maggie magdalena mahmood maisie malcolm malgorzata malik mandeep mandy manjit manpreet
  marcin marcus marek margaret maria marian marianne marie marilyn marion mariusz marjorie marlon marta martha maryam mateusz
  matthew maureen maurice mavis maxine meena megan mehmet melanie melissa meredith michael michal michelle miguel mike
  milica mina mirela miriam moira mohamed mohammad mohammed mohamud moira molly mona monika moses muhammad mukesh mustafa
  myra nadia nadine nasreen natalie natasha nathan nazia neelam neil nicholas nicola nicole nigel nisha noor nora noreen
  norma nuala olga oliver olivia oluwaseun omar onyeka oscar osman owen pamela pardeep parminder parveen pat patel patricia
  patrick paul paula pauline pawel peggy pete peter petra philip philippa phillip phyllis piotr pippa prakash pramod pratima
  priya przemyslaw rachel rafal raj rajesh rajinder ralph ramesh rana ranjit rashid ravi ravinder raymond rebecca
  reena rekha renata rhiannon rhoda rhys richard rita rob robert roberta robina rochelle roderick roger rohan ronald ronnie
  rory rosalind rosemary rosie roxanne roy rupinder russell ruth ryan sabrina sadia saeed sajid sally salma samantha samina
  samir samuel sandeep sandra sangita sanjay sara sarah sarbjit satnam satwinder saul sean sebastian shabnam shahid shakila
  shanice sharon shaun sheena sheila shelley shirley shona shreya siobhan simon simran sita slawomir sofia sonia sophia
  sophie soraya stacey stanislaw stella stephanie stephen steve steven stuart sue suki sukhdev sukhjit sukhwinder sulaiman
  sunil sunita surinder susan susanna suzanne svetlana sylvia syed tahir tamara tanya tariq temitope teresa terence terry
  thelma theresa theodora thomas tim timothy tina tobias toby tomasz tony tracey tracy trevor trisha tunde tyrone uche
  ursula usha valerie vanessa vera veronica vicky vijay vikram vincent vivian vivienne waheed walter wanda wayne wendy
  wieslaw wilfred william winifred winston xavier yasmin yasmeen yetunde yolanda yusuf yvette yvonne zahra zainab zoe
  zofia zsofia zuzanna`)

/** First names that are words, places or months as well: found before a surname only. */
export const givenWords =
  words(`amber angel april art august austin autumn beth bill brandon brook candy chad charity charlotte
  carol precious chase chelsea christian clay cliff coral crystal daisy dale dawn dean dexter drew dylan earl eden ernest eve
  faith felicity fern florence forest frank fleur gene georgia georgina ginger glen glenn grace grant guy hailey harmony
  heather holly honor hope hunter india iris ivy jack jade jasmine jay jasper jesse jess jo jordan joy jude june justin
  kay kaye ken kent kit kitty lance lee leigh lily lincoln lindsay logan lou luna madison mark marina martin mary maria may
  melody mercy mick miles mitchell nancy nell nick norman olive opal page paige paris parker patience pearl penny percy
  philomena poppy prudence ray rich robin rod rose ross rowan ruby rusty sam sandy savannah scott shane sidney sky
  skye solomon stan sterling stewart summer sydney ted temple tom trinity troy val verity vic victor victoria violet virginia
  wade warren will willow woody ash max nat noel edgar neville mo lewis nina ines iqbal khan singh kaur begum osei`)

/** What follows or ends the name of a place or a body, not of a person. */
export const institutions =
  words(`academy action agency alliance arms army association authority avenue bakehouse bakery bank baths
  bay beach board borough bridge bridges buildings bus cafe campus canal care cathedral centre chapel charity charter church churches circle city clinic close club
  co-op co-operative cooperative collective college committee common community company congregation consortium co-ordinators
  council country county court crescent croft cross day department development district doorstep drive drivers east enterprise
  enterprises estate executive exchange farm farmers federation festival fields food forest forum foundation friends fund garden gardens gate
  government green grove group groups gurdwara hall harbour health helpers hill hills hockey home homes hospice hospital hotel house
  housing hub initiative inn institute junction kitchen lake lane larder library limited line link lodge lounge ltd makers manor market
  marina mead mews mill ministry minster mission monastery mosque mount museum neighbours network nhs north nursery office
  orchard organisation parade parents parish park partners partnership pharmacy place plain planning police pool practice priory
  prison programme project pub quay radio railway refuge region reserve residents rise river road room rooms row rovers royal rugby school scheme
  schools service services shed shelter shop society south spa spring springs square stadium staff stables station stores street studio studios
  surgery synagogue table team temple tenants terrace theatre tower town trust union united university vale valley
  view villa village villages volunteers walk ward warehouse water way welfare west wharf wheels women women's wood woods workshop works youth cic cio plc
  act award awards bill bubble code commission conference covid crisis guide lockdown plan policy report review strategy`)

/** Those of them that many people have as their surname: after a first name that is nothing else they belong to a person. */
export const surnamesToo =
  words(`hall hill hills green wood woods west lane mill mills church bridge bridges bank banks fields
  gate day grove cross lake forest walk beach bay town vale street house park mead lodge close farmers north east`)

/** Capitalised words that are no part of a person's name. */
export const otherWords =
  words(`a an and all another any are as ask asked at be because before both but by came can could did do does each
  even every everyone for four five from had has have he her here his how i if in is it its just later like local many more
  most mr my new next no nobody not nothing now of off on once one only or other our out over people she since six so some somebody
  someone such ten that the their them then there these they this those three through to two under until up us use was we were what when
  where which while who why with without you young your yes
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays
  easter christmas ramadan eid diwali vaisakhi passover lent covid coronavirus nhs bame lgbt lgbtq uk eu pdf ppe zoom whatsapp facebook
  instagram twitter youtube tiktok teams skype google signal telegram
  english british welsh scottish irish polish romanian punjabi urdu bengali arabic somali gujarati hindi french german
  african caribbean asian european american black white muslim sikh christian hindu jewish methodist catholic anglican buddhist
  england britain wales scotland ireland london europe america india pakistan bangladesh jamaica poland romania somalia
  birmingham coventry wolverhampton dudley walsall sandwell solihull telford wrekin shropshire hereford herefordshire worcester
  worcestershire warwick warwickshire stafford staffordshire tamworth rugby nuneaton bedworth redditch cannock chase
  stratford avon kenilworth leamington lichfield rugeley bilston tipton smethwick oldbury halesowen stourbridge brierley
  kingswinford sedgley tettenhall handsworth aston sparkbrook sparkhill erdington edgbaston moseley selly northfield longbridge
  foleshill hillfields bromsgrove ludlow shrewsbury bridgnorth midlands severn trent teme clee manchester liverpool leeds
  leicester nottingham derby bristol oxford cambridge
  public private social mutual faith volunteer volunteers voluntary national regional great good first last second third
  chair director manager coordinator co-ordinator secretary treasurer trustee worker member founder leader officer officers tenant
  resident parent parents carer carers vicar minister clerk warden caretaker teacher head deputy chief senior assistant driver cook
  nurse midwife doctor consultant administrator organiser chaplain librarian
  step part phase level tier section chapter figure table page appendix monday's government's
  example thank thanks dear please hello yours regards best kind well nice lovely`)

/** What people do when their name stands beside it. */
export const speaking =
  words(`said says tells told explained explains recalls recalled remembers remembered wrote writes added adds
  believes admits admitted asked asks thinks felt describes described`)

/** Other ways in which the same first name is written or said. */
export const kinOf: string[][] = [
  'mohammed mohammad muhammad mohamed mohamud mo',
  'william will bill billy liam',
  'elizabeth liz lizzie beth betty elisabeth',
  'patricia pat trish tricia patsy',
  'patrick pat paddy',
  'margaret maggie meg peggy',
  'michael mike mick micky',
  'robert rob bob bobby robbie',
  'richard rich rick dick',
  'james jim jimmy jamie',
  'john jack johnny jon',
  'jonathan jon jonny',
  'catherine katherine kathryn kate cathy kathy katie cath kath',
  'deborah debbie deb debra',
  'susan sue susie suzanne susannah',
  'christopher chris',
  'christine christina chris chrissie tina',
  'anthony tony antony',
  'david dave davy',
  'stephen steven steve',
  'thomas tom tommy',
  'joseph joe joey',
  'josephine jo josie',
  'joanne joanna jo',
  'philip phillip phil',
  'philippa pippa pip',
  'andrew andy drew',
  'nicholas nick nicky',
  'nicola nicky nikki',
  'alexander alexandra alex sandy',
  'benjamin ben',
  'daniel dan danny',
  'edward ed eddie ted',
  'geoffrey jeffrey geoff jeff',
  'gillian jill gill',
  'jennifer jenny jen',
  'judith judy',
  'kenneth ken kenny',
  'leslie lesley les',
  'matthew matt',
  'peter pete',
  'raymond ray',
  'rebecca becky becca',
  'ronald ron ronnie',
  'samuel samantha sam sammy',
  'sarah sara sally',
  'terence theresa teresa terry tess',
  'timothy tim',
  'valerie val',
  'victoria vicky vikki',
  'tracey tracy',
  'beverley beverly bev',
  'amanda mandy',
  'ann anne anna annie',
  'ahmed ahmad',
  'hussain hussein husain',
  'hassan hasan',
  'yusuf yousef yousuf',
  'aisha ayesha aysha',
  'fatima fatimah',
  'harjinder harj',
  'gurpreet preet',
].map(list => list.split(' '))
