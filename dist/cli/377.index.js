export const id = 377;
export const ids = [377];
export const modules = {

/***/ 5377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ remedyOf),
/* harmony export */   Z: () => (/* binding */ resizeRemedy)
/* harmony export */ });
/** What can be done about an error of a resize, by Azure's own word for it in lower case. */
const RESIZE_REMEDIES = {
    accountcorequotareached: 'The cores of the account are used up: ask for fewer nodes or a smaller vm-size, end what else runs, or raise the quota (portal: the Batch account, Quotas).',
    accountlowprioritycorequotareached: 'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
    accountspotcorequotareached: 'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
    accountvmseriescorequotareached: 'The cores of this family of machines are used up: choose another vm-size, or raise the quota of the family.',
    allocationfailed: 'Azure has no such machine free here: choose another vm-size, or run again later.',
    allocationtimedout: 'Azure did not give the machines in time: run again later, or choose another vm-size.',
    resizestopped: 'Somebody stopped the resize: resize the pool again.'
};
/** What can be done about an error of a resize; empty where we know nothing. */
const resizeRemedy = (code) => RESIZE_REMEDIES[code.toLowerCase()] ?? '';
const ROLE = 'Give the application the role Azure Batch Data Contributor on the Batch account (it takes some minutes to count), or use batch-account-key.';
/** What can be done about a refusal, by Azure's own word for it. */
const REMEDIES = {
    AuthenticationFailed: 'Check batch-account-key and batch-account, or tenant-id and client-id and that the application has the role Azure Batch Data Contributor; and whether the clock of this machine is right.',
    PermissionDenied: ROLE,
    Forbidden: ROLE,
    AccountIsDisabled: 'The Batch account is disabled: look at it in the portal.',
    ActiveJobAndScheduleQuotaReached: 'The account has as many active jobs as it may: end some (the command sweep ends those that lost runs left), or ask Azure for a higher quota.',
    PoolQuotaReached: 'The account has as many pools as it may: delete some (the command sweep deletes those that lost runs left), name one by pool, or ask Azure for a higher quota.',
    AccountCoreQuotaReached: 'Ask for fewer nodes or a smaller vm-size, or ask Azure for a higher quota of dedicated cores.',
    AccountLowPriorityCoreQuotaReached: 'Ask for fewer spot-nodes or a smaller vm-size, or ask Azure for a higher quota of spot cores.',
    AccountVMSeriesCoreQuotaReached: 'Take a vm-size of another series, or ask Azure for a higher quota of this one.',
    InvalidPropertyValue: 'Change the input that it is about: vmSize comes from vm-size, imageReference and nodeAgentSKUId from vm-image, the target nodes from nodes and spot-nodes.',
    JobNotFound: 'The job is gone: the run has ended, or was swept.',
    JobBeingDeleted: 'Deleting a job takes Azure a minute or more: try again then.',
    PoolNotFound: 'Check pool: the account has none of that id any more, or never had.',
    PoolBeingDeleted: 'Deleting a pool takes Azure some minutes: try again then.',
    RequestBodyTooLarge: 'Ask for more partitions, so that each task says less.',
    ENOTFOUND: 'Check batch-endpoint: it looks like https://NAME.REGION.batch.azure.com.'
};
/** What can be done where Azure's own word says nothing. */
const REMEDIES_BY_KIND = {
    refused: 'Check batch-account-key, or the role Azure Batch Data Contributor of the application.',
    quota: 'Ask Azure for a higher quota.',
    'not-found': 'Check batch-endpoint.',
    unavailable: 'Check batch-endpoint and the network, or try again later.'
};
/** What can be done; empty where we know nothing. */
function remedyOf(kind, code, details) {
    // The service has no word of its own for a version that it does not speak.
    if (/QueryParameter/.test(code) && details.includes('api-version'))
        return 'Set batch-api-version to a version that the service speaks.';
    return REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? '';
}


/***/ })

};
