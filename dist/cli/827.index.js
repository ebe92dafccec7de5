export const id = 827;
export const ids = [827];
export const modules = {

/***/ 6827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NotTold: () => (/* binding */ NotTold),
/* harmony export */   RESOURCE_MANAGER: () => (/* binding */ RESOURCE_MANAGER),
/* harmony export */   quotasOf: () => (/* binding */ quotasOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/** Azure's resource manager, which alone tells what an account may have. */
const RESOURCE_MANAGER = 'https://management.azure.com';
const SCOPE = 'https://management.azure.com/.default';
/** A number of an account that pools of a user's own subscription have not. */
const quota = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), null);
const subscriptions = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ subscriptionId: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    nextLink: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const batchAccounts = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        properties: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            accountEndpoint: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
            poolAllocationMode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'BatchService'),
            dedicatedCoreQuota: quota,
            lowPriorityCoreQuota: quota,
            poolQuota: quota,
            activeJobAndJobScheduleQuota: quota,
            dedicatedCoreQuotaPerVMFamilyEnforced: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), false),
            dedicatedCoreQuotaPerVMFamily: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), coreQuota: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })), [])
        })
    })),
    nextLink: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The resource manager does not tell; the message says why. */
class NotTold extends Error {
}
const asker = (resourceManager, token, signal) => async (path, schema) => {
    const all = [];
    for (let url = resourceManager + path; url !== undefined;) {
        // A token goes to nobody else, whatever a page says.
        if (new URL(url).origin !== new URL(resourceManager).origin)
            throw new NotTold('a strange page');
        const page = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, await got(url, token, signal));
        if (!page.success)
            throw new NotTold('its answer is not as expected');
        all.push(...page.output.value);
        url = page.output.nextLink;
    }
    return all;
};
async function got(url, token, signal) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    try {
        const response = await fetch(url, { headers, signal });
        if (response.ok)
            return await response.json();
        await response.text();
        throw new NotTold(`it answered ${response.status} to ${new URL(url).pathname}`);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof NotTold ? error : new NotTold('it does not answer', { cause: error });
    }
}
/**
 * What the account at an endpoint may have, found among all that the login may see.
 *
 * @throws NotTold; AzureProblem where there is no token; the signal's reason
 */
async function quotasOf(endpoint, { url, tokens }, signal) {
    const { host } = new URL(endpoint);
    const { token } = await tokens(SCOPE, signal);
    const ask = asker(url, token, signal);
    const seen = await ask('/subscriptions?api-version=2022-12-01', subscriptions);
    for (const { subscriptionId } of seen) {
        const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Batch/batchAccounts?api-version=2024-07-01`;
        const accounts = await ask(path, batchAccounts);
        const own = accounts.find(({ properties }) => hostOf(properties.accountEndpoint) === host);
        if (own)
            return own.properties;
    }
    throw new NotTold(`this login sees ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seen.length, 'subscription')}, and the account in none of them; give it the role Reader on the account`);
}
const hostOf = (endpoint) => endpoint
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();


/***/ })

};
