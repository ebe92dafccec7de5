export const id = 743;
export const ids = [743];
export const modules = {

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coresOf: () => (/* binding */ coresOf),
/* harmony export */   endOfSupportWarning: () => (/* binding */ endOfSupportWarning),
/* harmony export */   imageName: () => (/* binding */ imageName),
/* harmony export */   imageOf: () => (/* binding */ imageOf),
/* harmony export */   slotsOf: () => (/* binding */ slotsOf)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(262);

/** `Standard_D4s_v5`, `Standard_E4-2s_v5`, `Standard_NC4as_T4_v3`: family, number, cores in use, features, the rest. */
const SIZE = /^(?:(?:standard|basic)_)?([a-z]+)(\d+)(?:-(\d+))?[a-z]*((?:_[a-z0-9]+)*)$/;
/** The old A sizes, which are counted and not named by their cores. */
const OLD_A = [1, 1, 2, 4, 8, 2, 4, 8, 8, 16, 8, 16];
/**
 * How many cores a size of Azure's virtual machines has, by the rule of their names; null where the name is none.
 * The oldest families are numbered in another way: there each number has twice the cores of the one before.
 */
function coresOf(vmSize) {
    const [, family, digits, inUse, rest = ''] = SIZE.exec(vmSize.trim().toLowerCase()) ?? [];
    if (family === undefined)
        return null;
    const number = Number(digits);
    const cores = inUse === undefined ? coresOfNumber(family, number, rest) : Number(inUse);
    return cores !== null && cores > 0 ? cores : null;
}
function coresOfNumber(family, number, rest) {
    const generation = Number(/_v(\d+)$/.exec(rest.replace(/_promo$/, ''))?.[1] ?? 1);
    if (family === 'a' && generation === 1)
        return OLD_A[number] ?? null;
    if (family === 'g' || family === 'gs')
        return number <= 5 ? 2 ** number : null;
    if ((family === 'd' || family === 'ds') && generation <= 2)
        return coresOfOldD(number);
    return number;
}
/** D1 to D5 double from 1; D11 to D14, with more memory, from 2; D15 is the odd one out. */
function coresOfOldD(number) {
    if (number >= 1 && number <= 5)
        return 2 ** (number - 1);
    if (number >= 11 && number <= 14)
        return 2 ** (number - 10);
    return number === 15 ? 20 : null;
}
/** The most slots that the service gives a node, and a core. */
const MOST_SLOTS = 256;
const MOST_SLOTS_A_CORE = 4;
/** How many tasks a node of a pool runs at a time: what is asked for, else its cores, else one; never more than the service allows. */
function slotsOf({ slots, vmSize }) {
    const cores = coresOf(vmSize);
    const most = Math.min(MOST_SLOTS, cores === null ? MOST_SLOTS : MOST_SLOTS_A_CORE * cores);
    return Math.min(slots ?? cores ?? 1, most);
}
/** `publisher:offer:sku`, as the input is written. */
const imageName = ({ publisher, offer, sku }) => `${publisher}:${offer}:${sku}`;
/**
 * The image as the account knows it, with its node agent.
 *
 * @param supported what the service says it supports
 * @throws AzureProblem where it supports none of that name, or one that our start task cannot set up
 */
function imageOf(wanted, supported) {
    const name = imageName(wanted).toLowerCase();
    const found = supported.filter((image) => imageName(image).toLowerCase() === name);
    const best = found.find(({ verified }) => verified) ?? found[0];
    if (best === undefined) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `Azure Batch supports no image ${imageName(wanted)}. ${nearOnes(wanted, supported)}`);
    }
    if (best.osType.toLowerCase() !== 'linux') {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `The image ${imageName(best)} is no Linux, and nodes are set up by apt. ${nearOnes(DEFAULT_LIKE, supported)}`);
    }
    return best;
}
/** What we would propose where the wanted name says nothing about Linux. */
const DEFAULT_LIKE = { publisher: 'canonical', offer: 'ubuntu-lts', sku: 'server' };
/** Images named in a proposal. */
const MOST_NAMED = 4;
function nearOnes(wanted, supported) {
    const near = supported
        .filter(({ osType }) => osType.toLowerCase() === 'linux')
        .map((image) => ({ name: imageName(image), likeness: likeness(wanted, image) }))
        .filter((one) => one.likeness > 0)
        .sort((a, b) => b.likeness - a.likeness)
        .map(({ name }) => name);
    const named = [...new Set(near)].slice(0, MOST_NAMED);
    return named.length === 0
        ? 'Set vm-image to one that `az batch pool supported-images list` names.'
        : `Set vm-image to a supported one, such as ${named.join(', ')}.`;
}
const words = (image) => imageName(image)
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];
/** How many words two names share; a shared publisher alone counts too. */
function likeness(wanted, image) {
    const own = new Set(words(image));
    return words(wanted).filter((word) => own.has(word)).length;
}
const DAY = 24 * 60 * 60 * 1000;
/** Days before its end from which on an image is warned of. */
const WARNED_DAYS = 90;
/** A warning where Batch supports an image no more, or soon no more; null where there is time. */
function endOfSupportWarning(image, now) {
    const { endOfSupport } = image;
    if (endOfSupport === null)
        return null;
    const days = Math.ceil((endOfSupport.getTime() - now.getTime()) / DAY);
    if (days > WARNED_DAYS)
        return null;
    const date = endOfSupport.toISOString().slice(0, 10);
    return days <= 0
        ? `Batch has not supported the image ${imageName(image)} since ${date}: set vm-image to a newer one.`
        : `Batch supports the image ${imageName(image)} until ${date} only, in ${days} ${days === 1 ? 'day' : 'days'}: set vm-image to a newer one soon.`;
}


/***/ })

};
