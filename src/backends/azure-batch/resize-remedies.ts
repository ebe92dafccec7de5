/** What can be done about an error of a resize, by Azure's own word for it in lower case. */
const REMEDIES: Readonly<Record<string, string>> = {
  accountcorequotareached:
    'The cores of the account are used up: ask for fewer nodes or a smaller vm-size, end what else runs, or raise the quota (portal: the Batch account, Quotas).',
  accountlowprioritycorequotareached:
    'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
  accountspotcorequotareached:
    'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
  accountvmseriescorequotareached:
    'The cores of this family of machines are used up: choose another vm-size, or raise the quota of the family.',
  allocationfailed:
    'Azure has no such machine free here: choose another vm-size, or run again later.',
  allocationtimedout:
    'Azure did not give the machines in time: run again later, or choose another vm-size.',
  resizestopped: 'Somebody stopped the resize: resize the pool again.'
}

/** What can be done about an error of a resize; empty where we know nothing. */
export const resizeRemedy = (code: string): string => REMEDIES[code.toLowerCase()] ?? ''
