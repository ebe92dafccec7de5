export const id = 682;
export const ids = [682];
export const modules = {

/***/ 94682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _lib_abort_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28414);
/* harmony import */ var _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72281);
/* harmony import */ var _results_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55673);
/* harmony import */ var _run_collect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16280);
/* harmony import */ var _run_recover_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49430);
/* harmony import */ var _cache_restore_and_save_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68111);
/* harmony import */ var _cache_results_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20702);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53956);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96207);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(79233);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(87816);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(76847);













/** Runs after the job: completes what a step that ended early could not, on Azure, in artifacts and in the cache. */
async function runPost() {
    // Nodes incur costs by the minute, so they are removed first.
    const removal = await removeFromAzure();
    const delivery = await deliverLate();
    await saveLate();
    return Math.max(removal, delivery);
}
async function removeFromAzure() {
    if (!(0,_state_js__WEBPACK_IMPORTED_MODULE_12__/* .isAzureOpen */ .ug)())
        return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('Removing the resources that the step may have left on Azure.');
    const signal = (0,_lib_abort_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelOnSignals */ .dJ)(process, _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.cancelled);
    try {
        const { settings } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .readStep */ .j)(process.env);
        await (0,_run_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .removeLeftovers */ .DA)(settings, (0,_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .stepEnvironment */ .aK)(process), signal);
        return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    }
    catch (problem) {
        for (const sentence of problem.message.split('\n'))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)((0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .escapeForLog */ .z)(sentence));
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('Resources of the step may still be on Azure and incur costs. The job ends after `job-timeout`; the action `sweep` removes the rest.');
        return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.runFailed;
    }
}
async function deliverLate() {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_12__/* .undelivered */ .oQ)();
    const report = state && (0,_run_recover_js__WEBPACK_IMPORTED_MODULE_5__/* .recover */ .l)(new _results_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .ResultsFolder */ .h(state.results), state.since);
    if (!state || !report) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('Everything was delivered by the step; there is nothing to do.');
        return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    }
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('The step ended before it could deliver its results; what it finished is delivered now.');
    const { artifacts, problem } = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_8__/* .uploadArtifacts */ .xz)(state, report);
    await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_8__/* .writeReport */ .u5)(state, report, artifacts);
    if (problem === null)
        return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)(`The results of the step could not be uploaded: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_11__/* .escapeForLog */ .z)(problem.message)}`);
    return _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.runFailed;
}
/** Saves the results of a step that ended early, so that the next run continues from there. */
async function saveLate() {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_12__/* .unsaved */ .DL)();
    const report = state && (0,_run_recover_js__WEBPACK_IMPORTED_MODULE_5__/* .recover */ .l)(new _results_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .ResultsFolder */ .h(state.results), state.since);
    if (!state || !report || !(0,_cache_restore_and_save_js__WEBPACK_IMPORTED_MODULE_6__/* .hasNewResults */ .Dg)(report.run))
        return;
    const signal = (0,_lib_abort_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelOnSignals */ .dJ)(process, _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.cancelled);
    const cache = (0,_cache_results_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .openResultsCache */ .f)(state.cacheKey, state.results, (0,_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .stepEnvironment */ .aK)(process), signal);
    await cache?.save(false).catch((problem) => {
        if (!signal.aborted)
            throw problem;
    });
}


/***/ })

};
