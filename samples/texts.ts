/** The texts of the samples: notes of a rural water service. A line break starts a paragraph. */

/** The page of clean.png: how a meter is read. */
export const readingRound = [
  'How to read a water meter',
  'A meter counts every litre that passes through it. The black figures stand for whole cubic ' +
    'metres, and these are the ones that go on the bill. The red figures stand for litres, and ' +
    'they help to find a leak.',
  'Wipe the glass before you read. Stand so that no shadow falls on the wheels, and hold the ' +
    'camera level with them. If a wheel stands between two figures, take the lower one, because ' +
    'the higher one has not been reached yet.',
  'Write the serial number beside the reading. It is printed on the rim, or stamped into the ' +
    'brass. Two neighbours often have meters of the same make, and a reading without its number ' +
    'cannot be trusted.',
  'Come back on the same day of the month. A round that starts on the 2nd of March should start ' +
    'on the 2nd of April as well, so that each bill covers the same number of days.'
].join('\n')

/** The page of skewed.png: how a water sample is tested. */
export const tastingRound = [
  'Testing at the well',
  'Clean water has no smell and no colour, yet the eye alone cannot say that it is safe. The ' +
    'laboratory asks for half a litre from each well, taken in a glass bottle that was boiled ' +
    'for ten minutes.',
  'Let the pump run until the water comes up cold. Fill the bottle to its neck, close it under ' +
    'the stream, and keep it out of the sun. It should reach the laboratory within six hours.',
  'Chlorine is measured on the spot. Between 0.2 and 0.5 milligrams in a litre is right for the ' +
    'last tap of the line; less does not protect, and more can be tasted.',
  'Write the name of the well and the hour on the label before the bottle is filled, since ink ' +
    'does not hold on wet paper.'
].join('\n')

/** The page of upside-down.png: a notice that was scanned upside down. */
export const closureNotice = [
  'Notice of works',
  'The main along Station Road will be closed on Thursday from eight in the morning until four ' +
    'in the afternoon, while two valves are replaced.',
  'Please draw the water you need on the evening before. When the supply returns, let the tap ' +
    'run for a minute until the water is clear again.',
  'Households with a tank need not do anything. The school and the clinic are served by lorry.'
].join('\n')

/** The image of turned-by-tag.jpg. */
export const pumpLabel = [
  'Pump station 4, Hill Side',
  'Two pumps lift the water forty metres to the tank. One runs by day and one by night.',
  'Before you open the valve, look at the gauge: it should stand between three and five bar.'
].join('\n')

/** The two pages of two-pages.tif. */
export const minutes = [
  [
    'Minutes of the water committee, first page',
    'Eleven members were present. The treasurer reported that nine households out of ten had ' +
      'paid by the end of the quarter, which is the best result since the line was laid.'
  ].join('\n'),
  [
    'Minutes of the water committee, second page',
    'It was agreed to buy twenty new meters and to keep five of them in the store. The next ' +
      'meeting will be held under the fig tree on the first Sunday of the month.'
  ].join('\n')
]

/** The label of transparent.png. */
export const stamp = 'Checked and found correct\nCounter 17, reading 00427 cubic metres'

/** The leaflet of cmyk.jpg. */
export const leaflet = [
  'Save water, save money',
  'A dripping tap loses thirty litres in a day. A new washer costs less than a loaf of bread.'
].join('\n')

/** The screenshot of screen.webp. */
export const message = [
  'Your reading has arrived',
  'Thank you. We have noted 427 cubic metres for meter 40718253. The bill follows on Friday.'
].join('\n')

/** The small print of low-resolution.png. */
export const tariff = [
  'Tariff of the water service',
  'The standing charge is 120 shillings a month. The first six cubic metres cost 45 shillings ' +
    'each, and every further cubic metre costs 60 shillings.',
  'A bill is due fourteen days after it was sent. Whoever cannot pay at once may ask for three ' +
    'instalments without a fee. After two reminders the supply is reduced to fifty litres a day, ' +
    'which is enough for drinking and cooking.',
  'A meter that stands still is charged at the mean of the last three readings. If you doubt a ' +
    'reading, ask for a second one; it is free when the first was wrong.'
].join('\n')
