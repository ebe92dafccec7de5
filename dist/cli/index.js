#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 8502:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _SingleBar = __nccwpck_require__(2176);
const _MultiBar = __nccwpck_require__(9307);
const _Presets = __nccwpck_require__(1921);
const _Formatter = __nccwpck_require__(2359);
const _defaultFormatValue = __nccwpck_require__(8023);
const _defaultFormatBar = __nccwpck_require__(5563);
const _defaultFormatTime = __nccwpck_require__(9061);

// sub-module access
module.exports = {
    Bar: _SingleBar,
    SingleBar: _SingleBar,
    MultiBar: _MultiBar,
    Presets: _Presets,
    Format: {
        Formatter: _Formatter,
        BarFormat: _defaultFormatBar,
        ValueFormat: _defaultFormatValue,
        TimeFormat: _defaultFormatTime
    }
};

/***/ }),

/***/ 4250:
/***/ ((module) => {


// ETA calculation
class ETA{

    constructor(length, initTime, initValue){
        // size of eta buffer
        this.etaBufferLength = length || 100;

        // eta buffer with initial values
        this.valueBuffer = [initValue];
        this.timeBuffer = [initTime];

        // eta time value
        this.eta = '0';
    }

    // add new values to calculation buffer
    update(time, value, total){
        this.valueBuffer.push(value);
        this.timeBuffer.push(time);

        // trigger recalculation
        this.calculate(total-value);
    }

    // fetch estimated time
    getTime(){
        return this.eta;
    }

    // eta calculation - request number of remaining events
    calculate(remaining){
        // get number of samples in eta buffer
        const currentBufferSize = this.valueBuffer.length;
        const buffer = Math.min(this.etaBufferLength, currentBufferSize);

        const v_diff = this.valueBuffer[currentBufferSize - 1] - this.valueBuffer[currentBufferSize - buffer];
        const t_diff = this.timeBuffer[currentBufferSize - 1] - this.timeBuffer[currentBufferSize - buffer];

        // get progress per ms
        const vt_rate = v_diff/t_diff;

        // strip past elements
        this.valueBuffer = this.valueBuffer.slice(-this.etaBufferLength);
        this.timeBuffer  = this.timeBuffer.slice(-this.etaBufferLength);

        // eq: vt_rate *x = total
        const eta = Math.ceil(remaining/vt_rate/1000);

        // check values
        if (isNaN(eta)){
            this.eta = 'NULL';

        // +/- Infinity --- NaN already handled
        }else if (!isFinite(eta)){
            this.eta = 'INF';

        // > 10M s ? - set upper display limit ~115days (1e7/60/60/24)
        }else if (eta > 1e7){
            this.eta = 'INF';

        // negative ?
        }else if (eta < 0){
            this.eta = 0;

        }else{
            // assign
            this.eta = eta;
        }
    }
}

module.exports = ETA;

/***/ }),

/***/ 5563:
/***/ ((module) => {

// format bar
module.exports = function formatBar(progress, options){
    // calculate barsize
    const completeSize = Math.round(progress*options.barsize);
    const incompleteSize = options.barsize-completeSize;

   // generate bar string by stripping the pre-rendered strings
   return   options.barCompleteString.substr(0, completeSize) +
            options.barGlue +
            options.barIncompleteString.substr(0, incompleteSize);
}

/***/ }),

/***/ 9061:
/***/ ((module) => {

// default time format

// format a number of seconds into hours and minutes as appropriate
module.exports = function formatTime(t, options, roundToMultipleOf){
    function round(input) {
        if (roundToMultipleOf) {
            return roundToMultipleOf * Math.round(input / roundToMultipleOf);
        } else {
            return input
        }
    }

    // leading zero padding
    function autopadding(v){
        return (options.autopaddingChar + v).slice(-2);
    }

    // > 1h ?
    if (t > 3600) {
        return autopadding(Math.floor(t / 3600)) + 'h' + autopadding(round((t % 3600) / 60)) + 'm';

    // > 60s ?
    } else if (t > 60) {
        return autopadding(Math.floor(t / 60)) + 'm' + autopadding(round((t % 60))) + 's';

    // > 10s ?
    } else if (t > 10) {
        return autopadding(round(t)) + 's';

    // default: don't apply round to multiple
    }else{
        return autopadding(t) + 's';
    }
}

/***/ }),

/***/ 8023:
/***/ ((module) => {

// default value format (apply autopadding)

// format valueset
module.exports = function formatValue(v, options, type){
    // no autopadding ? passthrough
    if (options.autopadding !== true){
        return v;
    }

    // padding
    function autopadding(value, length){
        return (options.autopaddingChar + value).slice(-length);
    }

    switch (type){
        case 'percentage':
            return autopadding(v, 3);

        default:
            return v;
    }
}

/***/ }),

/***/ 2359:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _stringWidth = __nccwpck_require__(60);
const _defaultFormatValue = __nccwpck_require__(8023);
const _defaultFormatBar = __nccwpck_require__(5563);
const _defaultFormatTime = __nccwpck_require__(9061);

// generic formatter
module.exports = function defaultFormatter(options, params, payload){

    // copy format string
    let s = options.format;

    // custom time format set ?
    const formatTime = options.formatTime || _defaultFormatTime;
    
    // custom value format set ?
    const formatValue = options.formatValue || _defaultFormatValue;

    // custom bar format set ?
    const formatBar = options.formatBar || _defaultFormatBar;

    // calculate progress in percent
    const percentage =  Math.floor(params.progress*100) + '';

    // bar stopped and stopTime set ?
    const stopTime = params.stopTime || Date.now();

    // calculate elapsed time
    const elapsedTime = Math.round((stopTime - params.startTime)/1000);

    // merges data from payload and calculated
    const context = Object.assign({}, payload, {
        bar:                    formatBar(params.progress, options),

        percentage:             formatValue(percentage, options, 'percentage'),
        total:                  formatValue(params.total, options, 'total'),
        value:                  formatValue(params.value, options, 'value'),

        eta:                    formatValue(params.eta, options, 'eta'),
        eta_formatted:          formatTime(params.eta, options, 5),
        
        duration:               formatValue(elapsedTime, options, 'duration'),
        duration_formatted:     formatTime(elapsedTime, options, 1)
    });

    // assign placeholder tokens
    s = s.replace(/\{(\w+)\}/g, function(match, key){
        // key exists within payload/context
        if (typeof context[key] !== 'undefined') {
            return context[key];
        }

        // no changes to unknown values
        return match;
    });

    // calculate available whitespace (2 characters margin of error)
    const fullMargin = Math.max(0, params.maxWidth - _stringWidth(s) -2);
    const halfMargin = Math.floor(fullMargin / 2);

    // distribute available whitespace according to position
    switch (options.align) {

        // fill start-of-line with whitespaces
        case 'right':
            s = (fullMargin > 0) ? ' '.repeat(fullMargin) + s : s;
            break;

        // distribute whitespaces to left+right
        case 'center':
            s = (halfMargin > 0) ? ' '.repeat(halfMargin) + s : s;
            break;

        // default: left align, no additional whitespaces
        case 'left':
        default:
            break;
    }

    return s;
}


/***/ }),

/***/ 5123:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _ETA = __nccwpck_require__(4250);
const _Terminal = __nccwpck_require__(7748);
const _formatter = __nccwpck_require__(2359);
const _options = __nccwpck_require__(1596);
const _EventEmitter = __nccwpck_require__(4434);

// Progress-Bar constructor
module.exports = class GenericBar extends _EventEmitter{

    constructor(options){
        super();

        // store options and assign derived ones (instance specific)
        this.options = _options.assignDerivedOptions(options);

        // store terminal instance
        this.terminal = (this.options.terminal) ? this.options.terminal : new _Terminal(this.options.stream);

        // the current bar value
        this.value = 0;

        // bar start value (used for progress calculation)
        this.startValue = 0;

        // the end value of the bar
        this.total = 100;

        // last drawn string - only render on change!
        this.lastDrawnString = null;

        // start time (used for eta calculation)
        this.startTime = null;

        // stop time (used for duration calculation)
        this.stopTime = null;

        // last update time
        this.lastRedraw = Date.now();

        // default eta calculator (will be re-create on start)
        this.eta = new _ETA(this.options.etaBufferLength, 0, 0);

        // payload data
        this.payload = {};

        // progress bar active ?
        this.isActive = false;

        // use default formatter or custom one ?
        this.formatter = (typeof this.options.format === 'function') ? this.options.format : _formatter;
    }

    // internal render function
    render(forceRendering=false){

        // formatter params
        const params = {
            progress: this.getProgress(),
            eta: this.eta.getTime(),
            startTime: this.startTime,
            stopTime: this.stopTime,
            total: this.total,
            value: this.value,
            maxWidth: this.terminal.getWidth()
        };

        // automatic eta update ? (long running processes)
        if (this.options.etaAsynchronousUpdate){
            this.updateETA();
        }

        // format string
        const s = this.formatter(this.options, params, this.payload);

        const forceRedraw = forceRendering || this.options.forceRedraw
            // force redraw in notty-mode!
            || (this.options.noTTYOutput && !this.terminal.isTTY());

        // string changed ? only trigger redraw on change!
        if (forceRedraw || this.lastDrawnString != s){
            // trigger event
            this.emit('redraw-pre');

            // set cursor to start of line
            this.terminal.cursorTo(0, null);

            // write output
            this.terminal.write(s);

            // clear to the right from cursor
            this.terminal.clearRight();

            // store string
            this.lastDrawnString = s;

            // set last redraw time
            this.lastRedraw = Date.now();

            // trigger event
            this.emit('redraw-post');
        }
    }

    // start the progress bar
    start(total, startValue, payload){
        // set initial values
        this.value = startValue || 0;
        this.total = (typeof total !== 'undefined' && total >= 0) ? total : 100;

        // set start value for progress calculation
        this.startValue = (startValue || 0);

        // store payload (optional)
        this.payload = payload || {};

        // store start time for duration+eta calculation
        this.startTime = Date.now();

        // reset stop time for 're-start' scenario (used for duration calculation)
        this.stopTime = null;

        // reset string line buffer (redraw detection)
        this.lastDrawnString = '';

        // initialize eta buffer
        this.eta = new _ETA(this.options.etaBufferLength, this.startTime, this.value);

        // set flag
        this.isActive = true;

        // start event
        this.emit('start', total, startValue);
    }

    // stop the bar
    stop(){
        // set flag
        this.isActive = false;
        
        // store stop timestamp to get total duration
        this.stopTime = Date.now();

        // stop event
        this.emit('stop', this.total, this.value);
    }

    // update the bar value
    // update(value, payload)
    // update(payload)
    update(arg0, arg1 = {}){
        // value set ?
        // update(value, [payload]);
        if (typeof arg0 === 'number') {
            // update value
            this.value = arg0;

            // add new value; recalculate eta
            this.eta.update(Date.now(), arg0, this.total);
        }

        // extract payload
        // update(value, payload)
        // update(payload)
        const payloadData = ((typeof arg0 === 'object') ? arg0 : arg1) || {};

        // update event (before stop() is called)
        this.emit('update', this.total, this.value);

        // merge payload
        for (const key in payloadData){
            this.payload[key] = payloadData[key];
        }

        // limit reached ? autostop set ?
        if (this.value >= this.getTotal() && this.options.stopOnComplete) {
            this.stop();
        }
    }

    // calculate the actual progress value
    getProgress(){
        // calculate the normalized current progress
        let progress = (this.value/this.total);

        // use relative progress calculation ? range between startValue and total is then used as 100%
        // startValue (offset) is ignored for calculations
        if (this.options.progressCalculationRelative){
            progress = (this.value-this.startValue)/(this.total-this.startValue);
        }

        // handle NaN Errors caused by total=0. Set to complete in this case
        if (isNaN(progress)){
            progress = (this.options && this.options.emptyOnZero) ? 0.0 : 1.0;
        }

        // limiter
        progress = Math.min(Math.max(progress, 0.0), 1.0);

        return progress;
    }

    // update the bar value
    // increment(delta, payload)
    // increment(payload)
    increment(arg0 = 1, arg1 = {}){
        // increment([payload]) => step=1
        // handle the use case when `step` is omitted but payload is passed
        if (typeof arg0 === 'object') {
            this.update(this.value + 1, arg0);
        
        // increment([step=1], [payload={}])
        }else{
            this.update(this.value + arg0, arg1);
        }
    }

    // get the total (limit) value
    getTotal(){
        return this.total;
    }

    // set the total (limit) value
    setTotal(total){
        if (typeof total !== 'undefined' && total >= 0){
            this.total = total;
        }
    }

    // force eta calculation update (long running processes)
    updateETA(){
        // add new value; recalculate eta
        this.eta.update(Date.now(), this.value, this.total);
    }
}


/***/ }),

/***/ 9307:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _Terminal = __nccwpck_require__(7748);
const _BarElement = __nccwpck_require__(5123);
const _options = __nccwpck_require__(1596);
const _EventEmitter = __nccwpck_require__(4434);

// Progress-Bar constructor
module.exports = class MultiBar extends _EventEmitter{

    constructor(options, preset){
        super();

        // list of bars
        this.bars = [];

        // parse+store options
        this.options = _options.parse(options, preset);

        // disable synchronous updates
        this.options.synchronousUpdate = false;

        // store terminal instance
        this.terminal = (this.options.terminal) ? this.options.terminal : new _Terminal(this.options.stream);

        // the update timer
        this.timer = null;

        // progress bar active ?
        this.isActive = false;

        // update interval
        this.schedulingRate = (this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule);

        // logging output buffer
        this.loggingBuffer = [];

        // callback used for gracefulExit
        this.sigintCallback = null;
    }

    // add a new bar to the stack
    create(total, startValue, payload, barOptions={}){
        // create new bar element and merge global options + overrides
        // use the same global terminal instance for all instances
        const bar = new _BarElement(Object.assign(
            {}, 

            // global options
            this.options, 

            // terminal instance
            {
                terminal: this.terminal
            },

            // overrides
            barOptions,
        ));

        // store bar
        this.bars.push(bar);

        // progress updates are only visible in TTY mode!
        if (this.options.noTTYOutput === false && this.terminal.isTTY() === false){
            return bar;
        }

        // add handler to restore cursor settings (stop the bar) on SIGINT/SIGTERM ?
        if (this.sigintCallback === null && this.options.gracefulExit){
            this.sigintCallback = this.stop.bind(this);
            process.once('SIGINT', this.sigintCallback);
            process.once('SIGTERM', this.sigintCallback);
        }
        
        // multiprogress already active ?
        if (!this.isActive){
            // hide the cursor ?
            if (this.options.hideCursor === true){
                this.terminal.cursor(false);
            }

            // disable line wrapping ?
            if (this.options.linewrap === false){
                this.terminal.lineWrapping(false);
            }
    
            // initialize update timer
            this.timer = setTimeout(this.update.bind(this), this.schedulingRate);
        }

        // set flag
        this.isActive = true;

        // start progress bar
        bar.start(total, startValue, payload);

        // trigger event
        this.emit('start');

        // return new instance
        return bar;
    }

    // remove a bar from the stack
    remove(bar){
        // find element
        const index = this.bars.indexOf(bar);

        // element found ?
        if (index < 0){
            return false;
        }

        // remove element
        this.bars.splice(index, 1);

        // force update
        this.update();

        // clear bottom
        this.terminal.newline();
        this.terminal.clearBottom();

        return true;
    }

    // internal update routine
    update(){
        // stop timer
        if (this.timer){
            clearTimeout(this.timer);
            this.timer = null;
        }

        // trigger event
        this.emit('update-pre');
        
        // reset cursor
        this.terminal.cursorRelativeReset();

        // trigger event
        this.emit('redraw-pre');

        // content within logging buffer ?
        if (this.loggingBuffer.length > 0){
            this.terminal.clearLine();

            // flush logging buffer and write content to terminal
            while (this.loggingBuffer.length > 0){
                this.terminal.write(this.loggingBuffer.shift(), true);
            }
        }

        // update each bar
        for (let i=0; i< this.bars.length; i++){
            // add new line ?
            if (i > 0){
                this.terminal.newline();
            }

            // render
            this.bars[i].render();
        }

        // trigger event
        this.emit('redraw-post');

        // add new line in notty mode!
        if (this.options.noTTYOutput && this.terminal.isTTY() === false){
            this.terminal.newline();
            this.terminal.newline();
        }

        // next update
        this.timer = setTimeout(this.update.bind(this), this.schedulingRate);

        // trigger event
        this.emit('update-post');

        // stop if stopOnComplete and all bars stopped
        if (this.options.stopOnComplete && !this.bars.find(bar => bar.isActive)) {
            this.stop();
        }
    }

    stop(){

        // stop timer
        clearTimeout(this.timer);
        this.timer = null;

        // remove sigint listener
        if (this.sigintCallback){
            process.removeListener('SIGINT', this.sigintCallback);
            process.removeListener('SIGTERM', this.sigintCallback);
            this.sigintCallback = null;
        }

        // set flag
        this.isActive = false;

        // cursor hidden ?
        if (this.options.hideCursor === true){
            this.terminal.cursor(true);
        }

        // re-enable line wrpaping ?
        if (this.options.linewrap === false){
            this.terminal.lineWrapping(true);
        }

        // reset cursor
        this.terminal.cursorRelativeReset();

        // trigger event
        this.emit('stop-pre-clear');

        // clear line on complete ?
        if (this.options.clearOnComplete){
            // clear all bars
            this.terminal.clearBottom();
            
        // or show final progress ?
        }else{
            // update each bar
            for (let i=0; i< this.bars.length; i++){
                // add new line ?
                if (i > 0){
                    this.terminal.newline();
                }

                // trigger final rendering
                this.bars[i].render();

                // stop
                this.bars[i].stop();
            }

            // new line on complete
            this.terminal.newline();
        }

        // trigger event
        this.emit('stop');
    }

    log(s){
        // push content into logging buffer
        this.loggingBuffer.push(s);
    }
}


/***/ }),

/***/ 1596:
/***/ ((module) => {

// utility to merge defaults
function mergeOption(v, defaultValue){
    if (typeof v === 'undefined' || v === null){
        return defaultValue;
    }else{
        return v;
    }
}

module.exports = {
    // set global options
    parse: function parse(rawOptions, preset){

        // options storage
        const options = {};

        // merge preset
        const opt = Object.assign({}, preset, rawOptions);

        // the max update rate in fps (redraw will only triggered on value change)
        options.throttleTime = 1000 / (mergeOption(opt.fps, 10));

        // the output stream to write on
        options.stream = mergeOption(opt.stream, process.stderr);

        // external terminal provided ?
        options.terminal = mergeOption(opt.terminal, null);

        // clear on finish ?
        options.clearOnComplete = mergeOption(opt.clearOnComplete, false);

        // stop on finish ?
        options.stopOnComplete = mergeOption(opt.stopOnComplete, false);

        // size of the progressbar in chars
        options.barsize = mergeOption(opt.barsize, 40);

        // position of the progress bar - 'left' (default), 'right' or 'center'
        options.align = mergeOption(opt.align, 'left');

        // hide the cursor ?
        options.hideCursor = mergeOption(opt.hideCursor, false);

        // disable linewrapping ?
        options.linewrap = mergeOption(opt.linewrap, false);

        // glue sequence (control chars) between bar elements ?
        options.barGlue = mergeOption(opt.barGlue, '');

        // bar chars
        options.barCompleteChar = mergeOption(opt.barCompleteChar, '=');
        options.barIncompleteChar = mergeOption(opt.barIncompleteChar, '-');

        // the bar format
        options.format = mergeOption(opt.format, 'progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}');

        // external time-format provided ?
        options.formatTime = mergeOption(opt.formatTime, null);

        // external value-format provided ?
        options.formatValue = mergeOption(opt.formatValue, null);

        // external bar-format provided ?
        options.formatBar = mergeOption(opt.formatBar, null);

        // the number of results to average ETA over
        options.etaBufferLength = mergeOption(opt.etaBuffer, 10);

        // automatic eta updates based on fps
        options.etaAsynchronousUpdate = mergeOption(opt.etaAsynchronousUpdate, false);

        // progress calculation relative to start value ? default start at 0
        options.progressCalculationRelative = mergeOption(opt.progressCalculationRelative, false);

        // allow synchronous updates ?
        options.synchronousUpdate = mergeOption(opt.synchronousUpdate, true);

        // notty mode
        options.noTTYOutput = mergeOption(opt.noTTYOutput, false);

        // schedule - 2s
        options.notTTYSchedule = mergeOption(opt.notTTYSchedule, 2000);
        
        // emptyOnZero - false
        options.emptyOnZero = mergeOption(opt.emptyOnZero, false);

        // force bar redraw even if progress did not change
        options.forceRedraw = mergeOption(opt.forceRedraw, false);

        // automated padding to fixed width ?
        options.autopadding = mergeOption(opt.autopadding, false);

        // stop bar on SIGINT/SIGTERM to restore cursor settings ?
        options.gracefulExit = mergeOption(opt.gracefulExit, false);

        return options;
    },

    // derived options: instance specific, has to be created for every bar element
    assignDerivedOptions: function assignDerivedOptions(options){
        // pre-render bar strings (performance)
        options.barCompleteString = options.barCompleteChar.repeat(options.barsize + 1);
        options.barIncompleteString = options.barIncompleteChar.repeat(options.barsize + 1);

        // autopadding character - empty in case autopadding is disabled
        options.autopaddingChar = options.autopadding ? mergeOption(options.autopaddingChar, '   ') : '';

        return options;
    }
};

/***/ }),

/***/ 2176:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _GenericBar = __nccwpck_require__(5123);
const _options = __nccwpck_require__(1596);

// Progress-Bar constructor
module.exports = class SingleBar extends _GenericBar{

    constructor(options, preset){
        super(_options.parse(options, preset));

        // the update timer
        this.timer = null;

        // disable synchronous updates in notty mode
        if (this.options.noTTYOutput && this.terminal.isTTY() === false){
            this.options.synchronousUpdate = false;
        }

        // update interval
        this.schedulingRate = (this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule);

        // callback used for gracefulExit
        this.sigintCallback = null;
    }

    // internal render function
    render(){
        // stop timer
        if (this.timer){
            clearTimeout(this.timer);
            this.timer = null;
        }

        // run internal rendering
        super.render();

        // add new line in notty mode!
        if (this.options.noTTYOutput && this.terminal.isTTY() === false){
            this.terminal.newline();
        }

        // next update
        this.timer = setTimeout(this.render.bind(this), this.schedulingRate);
    }

    update(current, payload){
        // timer inactive ?
        if (!this.timer) {
            return;
        }

        super.update(current, payload);

        // trigger synchronous update ?
        // check for throttle time 
        if (this.options.synchronousUpdate && (this.lastRedraw + this.options.throttleTime*2) < Date.now()){
            // force update
            this.render();
        }
    }

    // start the progress bar
    start(total, startValue, payload){
        // progress updates are only visible in TTY mode!
        if (this.options.noTTYOutput === false && this.terminal.isTTY() === false){
            return;
        }

        // add handler to restore cursor settings (stop the bar) on SIGINT/SIGTERM ?
        if (this.sigintCallback === null && this.options.gracefulExit){
            this.sigintCallback = this.stop.bind(this);
            process.once('SIGINT', this.sigintCallback);
            process.once('SIGTERM', this.sigintCallback);
        }

        // save current cursor settings
        this.terminal.cursorSave();

        // hide the cursor ?
        if (this.options.hideCursor === true){
            this.terminal.cursor(false);
        }

        // disable line wrapping ?
        if (this.options.linewrap === false){
            this.terminal.lineWrapping(false);
        }

        // initialize bar
        super.start(total, startValue, payload);

        // redraw on start!
        this.render();
    }

    // stop the bar
    stop(){
        // timer inactive ?
        if (!this.timer) {
            return;
        }
        
        // remove sigint listener
        if (this.sigintCallback){
            process.removeListener('SIGINT', this.sigintCallback);
            process.removeListener('SIGTERM', this.sigintCallback);
            this.sigintCallback = null;
        }

        // trigger final rendering
        this.render();

        // restore state
        super.stop();

        // stop timer
        clearTimeout(this.timer);
        this.timer = null;

        // cursor hidden ?
        if (this.options.hideCursor === true){
            this.terminal.cursor(true);
        }

        // re-enable line wrapping ?
        if (this.options.linewrap === false){
            this.terminal.lineWrapping(true);
        }

        // restore cursor on complete (position + settings)
        this.terminal.cursorRestore();

        // clear line on complete ?
        if (this.options.clearOnComplete){
            this.terminal.cursorTo(0, null);
            this.terminal.clearLine();
        }else{
            // new line on complete
            this.terminal.newline();
        }
    }
}

/***/ }),

/***/ 7748:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _readline = __nccwpck_require__(3785);

// low-level terminal interactions
class Terminal{

    constructor(outputStream){
        this.stream = outputStream;

        // default: line wrapping enabled
        this.linewrap = true;

        // current, relative y position
        this.dy = 0;
    }

    // save cursor position + settings
    cursorSave(){
        if (!this.stream.isTTY){
            return;
        }

        // save position
        this.stream.write('\x1B7');
    }

    // restore last cursor position + settings
    cursorRestore(){
        if (!this.stream.isTTY){
            return;
        }

        // restore cursor
        this.stream.write('\x1B8');
    }

    // show/hide cursor
    cursor(enabled){
        if (!this.stream.isTTY){
            return;
        }

        if (enabled){
            this.stream.write('\x1B[?25h');
        }else{
            this.stream.write('\x1B[?25l');
        }
    }

    // change cursor positionn
    cursorTo(x=null, y=null){
        if (!this.stream.isTTY){
            return;
        }

        // move cursor absolute
        _readline.cursorTo(this.stream, x, y);
    }

    // change relative cursor position
    cursorRelative(dx=null, dy=null){
        if (!this.stream.isTTY){
            return;
        }

        // store current position
        this.dy = this.dy + dy;
        
        // move cursor relative
        _readline.moveCursor(this.stream, dx, dy);
    }

    // relative reset
    cursorRelativeReset(){
        if (!this.stream.isTTY){
            return;
        }

        // move cursor to initial line
        _readline.moveCursor(this.stream, 0, -this.dy);

        // first char
        _readline.cursorTo(this.stream, 0, null);

        // reset counter
        this.dy = 0;
    }

    // clear to the right from cursor
    clearRight(){
        if (!this.stream.isTTY){
            return;
        }

        _readline.clearLine(this.stream, 1);
    }

    // clear the full line
    clearLine(){
        if (!this.stream.isTTY){
            return;
        }

        _readline.clearLine(this.stream, 0);
    }

    // clear everyting beyond the current line
    clearBottom(){
        if (!this.stream.isTTY){
            return;
        }

        _readline.clearScreenDown(this.stream);
    }

    // add new line; increment counter
    newline(){
        this.stream.write('\n');
        this.dy++;
    }

    // write content to output stream
    // @TODO use string-width to strip length
    write(s, rawWrite=false){
        // line wrapping enabled ? trim output
        // this is just a fallback mechanism in case user enabled line-wrapping via options or set it to auto
        if (this.linewrap === true && rawWrite === false){
            this.stream.write(s.substr(0, this.getWidth()));

        // standard behaviour with disabled linewrapping
        }else{
            this.stream.write(s);
        }
    }

    // control line wrapping
    lineWrapping(enabled){
        if (!this.stream.isTTY){
            return;
        }

        // store state
        this.linewrap = enabled;
        if (enabled){
            this.stream.write('\x1B[?7h');
        }else{
            this.stream.write('\x1B[?7l');
        }
    }

    // tty environment ?
    isTTY(){
        return (this.stream.isTTY === true);
    }

    // get terminal width
    getWidth(){
        // set max width to 80 in tty-mode and 200 in notty-mode
        return this.stream.columns || (this.stream.isTTY ? 80 : 200);
    }
}

module.exports = Terminal;


/***/ }),

/***/ 1921:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const _legacy = __nccwpck_require__(4874);
const _shades_classic = __nccwpck_require__(8170);
const _shades_grey = __nccwpck_require__(3351);
const _rect = __nccwpck_require__(8879);

module.exports = {
    legacy: _legacy,
    shades_classic: _shades_classic,
    shades_grey: _shades_grey,
    rect: _rect
};

/***/ }),

/***/ 4874:
/***/ ((module) => {

// cli-progress legacy style as of 1.x
module.exports = {
    format: 'progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}',
    barCompleteChar: '=',
    barIncompleteChar: '-'
};

/***/ }),

/***/ 8879:
/***/ ((module) => {

module.exports = {
    format: ' {bar}\u25A0 {percentage}% | ETA: {eta}s | {value}/{total}',
    barCompleteChar: '\u25A0',
    barIncompleteChar: ' '
};

/***/ }),

/***/ 8170:
/***/ ((module) => {

// cli-progress legacy style as of 1.x
module.exports = {
    format: ' {bar} {percentage}% | ETA: {eta}s | {value}/{total}',
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591'
};

/***/ }),

/***/ 3351:
/***/ ((module) => {


// cli-progress legacy style as of 1.x
module.exports = {
    format: ' \u001b[90m{bar}\u001b[0m {percentage}% | ETA: {eta}s | {value}/{total}',
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591'
};

/***/ }),

/***/ 872:
/***/ ((module) => {



module.exports = function () {
  // https://mths.be/emoji
  return /\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62(?:\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67|\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74|\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73)\uDB40\uDC7F|\uD83D\uDC68(?:\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68\uD83C\uDFFB|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFE])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D)?\uD83D\uDC68|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D[\uDC66\uDC67])|[\u2695\u2696\u2708]\uFE0F|\uD83D[\uDC66\uDC67]|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|(?:\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708])\uFE0F|\uD83C\uDFFB\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C[\uDFFB-\uDFFF])|(?:\uD83E\uDDD1\uD83C\uDFFB\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)\uD83C\uDFFB|\uD83E\uDDD1(?:\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1)|(?:\uD83E\uDDD1\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D(?:\uD83D[\uDC68\uDC69]))(?:\uD83C[\uDFFB-\uDFFE])|(?:\uD83E\uDDD1\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB\uDFFC])|\uD83D\uDC69(?:\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFB\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFC-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D(?:\uD83D[\uDC68\uDC69])|\uD83D[\uDC68\uDC69])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD]))|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|(?:\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB-\uDFFD])|\uD83D\uDC69\u200D\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D\uDC41\uFE0F\u200D\uD83D\uDDE8|\uD83D\uDC69(?:\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708]|\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\u200D[\u2695\u2696\u2708])|(?:(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)\uFE0F|\uD83D\uDC6F|\uD83E[\uDD3C\uDDDE\uDDDF])\u200D[\u2640\u2642]|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|\u200D[\u2640\u2642])|\uD83C\uDFF4\u200D\u2620)\uFE0F|\uD83D\uDC69\u200D\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08|\uD83D\uDC15\u200D\uD83E\uDDBA|\uD83D\uDC69\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC67|\uD83C\uDDFD\uD83C\uDDF0|\uD83C\uDDF4\uD83C\uDDF2|\uD83C\uDDF6\uD83C\uDDE6|[#\*0-9]\uFE0F\u20E3|\uD83C\uDDE7(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEF\uDDF1-\uDDF4\uDDF6-\uDDF9\uDDFB\uDDFC\uDDFE\uDDFF])|\uD83C\uDDF9(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDED\uDDEF-\uDDF4\uDDF7\uDDF9\uDDFB\uDDFC\uDDFF])|\uD83C\uDDEA(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDED\uDDF7-\uDDFA])|\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF7(?:\uD83C[\uDDEA\uDDF4\uDDF8\uDDFA\uDDFC])|\uD83D\uDC69(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF2(?:\uD83C[\uDDE6\uDDE8-\uDDED\uDDF0-\uDDFF])|\uD83C\uDDE6(?:\uD83C[\uDDE8-\uDDEC\uDDEE\uDDF1\uDDF2\uDDF4\uDDF6-\uDDFA\uDDFC\uDDFD\uDDFF])|\uD83C\uDDF0(?:\uD83C[\uDDEA\uDDEC-\uDDEE\uDDF2\uDDF3\uDDF5\uDDF7\uDDFC\uDDFE\uDDFF])|\uD83C\uDDED(?:\uD83C[\uDDF0\uDDF2\uDDF3\uDDF7\uDDF9\uDDFA])|\uD83C\uDDE9(?:\uD83C[\uDDEA\uDDEC\uDDEF\uDDF0\uDDF2\uDDF4\uDDFF])|\uD83C\uDDFE(?:\uD83C[\uDDEA\uDDF9])|\uD83C\uDDEC(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEE\uDDF1-\uDDF3\uDDF5-\uDDFA\uDDFC\uDDFE])|\uD83C\uDDF8(?:\uD83C[\uDDE6-\uDDEA\uDDEC-\uDDF4\uDDF7-\uDDF9\uDDFB\uDDFD-\uDDFF])|\uD83C\uDDEB(?:\uD83C[\uDDEE-\uDDF0\uDDF2\uDDF4\uDDF7])|\uD83C\uDDF5(?:\uD83C[\uDDE6\uDDEA-\uDDED\uDDF0-\uDDF3\uDDF7-\uDDF9\uDDFC\uDDFE])|\uD83C\uDDFB(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDEE\uDDF3\uDDFA])|\uD83C\uDDF3(?:\uD83C[\uDDE6\uDDE8\uDDEA-\uDDEC\uDDEE\uDDF1\uDDF4\uDDF5\uDDF7\uDDFA\uDDFF])|\uD83C\uDDE8(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDEE\uDDF0-\uDDF5\uDDF7\uDDFA-\uDDFF])|\uD83C\uDDF1(?:\uD83C[\uDDE6-\uDDE8\uDDEE\uDDF0\uDDF7-\uDDFB\uDDFE])|\uD83C\uDDFF(?:\uD83C[\uDDE6\uDDF2\uDDFC])|\uD83C\uDDFC(?:\uD83C[\uDDEB\uDDF8])|\uD83C\uDDFA(?:\uD83C[\uDDE6\uDDEC\uDDF2\uDDF3\uDDF8\uDDFE\uDDFF])|\uD83C\uDDEE(?:\uD83C[\uDDE8-\uDDEA\uDDF1-\uDDF4\uDDF6-\uDDF9])|\uD83C\uDDEF(?:\uD83C[\uDDEA\uDDF2\uDDF4\uDDF5])|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:\uD83C[\uDFFB-\uDFFF])|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u261D\u270A-\u270D]|\uD83C[\uDF85\uDFC2\uDFC7]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66\uDC67\uDC6B-\uDC6D\uDC70\uDC72\uDC74-\uDC76\uDC78\uDC7C\uDC83\uDC85\uDCAA\uDD74\uDD7A\uDD90\uDD95\uDD96\uDE4C\uDE4F\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1C\uDD1E\uDD1F\uDD30-\uDD36\uDDB5\uDDB6\uDDBB\uDDD2-\uDDD5])(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u231A\u231B\u23E9-\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u2648-\u2653\u267F\u2693\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753-\u2755\u2757\u2795-\u2797\u27B0\u27BF\u2B1B\u2B1C\u2B50\u2B55]|\uD83C[\uDC04\uDCCF\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDF20\uDF2D-\uDF35\uDF37-\uDF7C\uDF7E-\uDF93\uDFA0-\uDFCA\uDFCF-\uDFD3\uDFE0-\uDFF0\uDFF4\uDFF8-\uDFFF]|\uD83D[\uDC00-\uDC3E\uDC40\uDC42-\uDCFC\uDCFF-\uDD3D\uDD4B-\uDD4E\uDD50-\uDD67\uDD7A\uDD95\uDD96\uDDA4\uDDFB-\uDE4F\uDE80-\uDEC5\uDECC\uDED0-\uDED2\uDED5\uDEEB\uDEEC\uDEF4-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])|(?:[#\*0-9\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF\u23E9-\u23F3\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB-\u25FE\u2600-\u2604\u260E\u2611\u2614\u2615\u2618\u261D\u2620\u2622\u2623\u2626\u262A\u262E\u262F\u2638-\u263A\u2640\u2642\u2648-\u2653\u265F\u2660\u2663\u2665\u2666\u2668\u267B\u267E\u267F\u2692-\u2697\u2699\u269B\u269C\u26A0\u26A1\u26AA\u26AB\u26B0\u26B1\u26BD\u26BE\u26C4\u26C5\u26C8\u26CE\u26CF\u26D1\u26D3\u26D4\u26E9\u26EA\u26F0-\u26F5\u26F7-\u26FA\u26FD\u2702\u2705\u2708-\u270D\u270F\u2712\u2714\u2716\u271D\u2721\u2728\u2733\u2734\u2744\u2747\u274C\u274E\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27A1\u27B0\u27BF\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B50\u2B55\u3030\u303D\u3297\u3299]|\uD83C[\uDC04\uDCCF\uDD70\uDD71\uDD7E\uDD7F\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE02\uDE1A\uDE2F\uDE32-\uDE3A\uDE50\uDE51\uDF00-\uDF21\uDF24-\uDF93\uDF96\uDF97\uDF99-\uDF9B\uDF9E-\uDFF0\uDFF3-\uDFF5\uDFF7-\uDFFF]|\uD83D[\uDC00-\uDCFD\uDCFF-\uDD3D\uDD49-\uDD4E\uDD50-\uDD67\uDD6F\uDD70\uDD73-\uDD7A\uDD87\uDD8A-\uDD8D\uDD90\uDD95\uDD96\uDDA4\uDDA5\uDDA8\uDDB1\uDDB2\uDDBC\uDDC2-\uDDC4\uDDD1-\uDDD3\uDDDC-\uDDDE\uDDE1\uDDE3\uDDE8\uDDEF\uDDF3\uDDFA-\uDE4F\uDE80-\uDEC5\uDECB-\uDED2\uDED5\uDEE0-\uDEE5\uDEE9\uDEEB\uDEEC\uDEF0\uDEF3-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])\uFE0F|(?:[\u261D\u26F9\u270A-\u270D]|\uD83C[\uDF85\uDFC2-\uDFC4\uDFC7\uDFCA-\uDFCC]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66-\uDC78\uDC7C\uDC81-\uDC83\uDC85-\uDC87\uDC8F\uDC91\uDCAA\uDD74\uDD75\uDD7A\uDD90\uDD95\uDD96\uDE45-\uDE47\uDE4B-\uDE4F\uDEA3\uDEB4-\uDEB6\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1F\uDD26\uDD30-\uDD39\uDD3C-\uDD3E\uDDB5\uDDB6\uDDB8\uDDB9\uDDBB\uDDCD-\uDDCF\uDDD1-\uDDDD])/g;
};


/***/ }),

/***/ 4519:
/***/ ((module) => {

/* eslint-disable yoda */


const isFullwidthCodePoint = codePoint => {
	if (Number.isNaN(codePoint)) {
		return false;
	}

	// Code points are derived from:
	// http://www.unix.org/Public/UNIDATA/EastAsianWidth.txt
	if (
		codePoint >= 0x1100 && (
			codePoint <= 0x115F || // Hangul Jamo
			codePoint === 0x2329 || // LEFT-POINTING ANGLE BRACKET
			codePoint === 0x232A || // RIGHT-POINTING ANGLE BRACKET
			// CJK Radicals Supplement .. Enclosed CJK Letters and Months
			(0x2E80 <= codePoint && codePoint <= 0x3247 && codePoint !== 0x303F) ||
			// Enclosed CJK Letters and Months .. CJK Unified Ideographs Extension A
			(0x3250 <= codePoint && codePoint <= 0x4DBF) ||
			// CJK Unified Ideographs .. Yi Radicals
			(0x4E00 <= codePoint && codePoint <= 0xA4C6) ||
			// Hangul Jamo Extended-A
			(0xA960 <= codePoint && codePoint <= 0xA97C) ||
			// Hangul Syllables
			(0xAC00 <= codePoint && codePoint <= 0xD7A3) ||
			// CJK Compatibility Ideographs
			(0xF900 <= codePoint && codePoint <= 0xFAFF) ||
			// Vertical Forms
			(0xFE10 <= codePoint && codePoint <= 0xFE19) ||
			// CJK Compatibility Forms .. Small Form Variants
			(0xFE30 <= codePoint && codePoint <= 0xFE6B) ||
			// Halfwidth and Fullwidth Forms
			(0xFF01 <= codePoint && codePoint <= 0xFF60) ||
			(0xFFE0 <= codePoint && codePoint <= 0xFFE6) ||
			// Kana Supplement
			(0x1B000 <= codePoint && codePoint <= 0x1B001) ||
			// Enclosed Ideographic Supplement
			(0x1F200 <= codePoint && codePoint <= 0x1F251) ||
			// CJK Unified Ideographs Extension B .. Tertiary Ideographic Plane
			(0x20000 <= codePoint && codePoint <= 0x3FFFD)
		)
	) {
		return true;
	}

	return false;
};

module.exports = isFullwidthCodePoint;
module.exports["default"] = isFullwidthCodePoint;


/***/ }),

/***/ 4006:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(8016);
const utils = __nccwpck_require__(4059);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 5595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 8265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(5595);
const utils = __nccwpck_require__(4059);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 8016:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(1781);
const parse = __nccwpck_require__(8265);
const utils = __nccwpck_require__(4059);
const constants = __nccwpck_require__(5595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 1781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(4059);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(5595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(5595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 60:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const stripAnsi = __nccwpck_require__(1610);
const isFullwidthCodePoint = __nccwpck_require__(4519);
const emojiRegex = __nccwpck_require__(872);

const stringWidth = string => {
	if (typeof string !== 'string' || string.length === 0) {
		return 0;
	}

	string = stripAnsi(string);

	if (string.length === 0) {
		return 0;
	}

	string = string.replace(emojiRegex(), '  ');

	let width = 0;

	for (let i = 0; i < string.length; i++) {
		const code = string.codePointAt(i);

		// Ignore control characters
		if (code <= 0x1F || (code >= 0x7F && code <= 0x9F)) {
			continue;
		}

		// Ignore combining characters
		if (code >= 0x300 && code <= 0x36F) {
			continue;
		}

		// Surrogates
		if (code > 0xFFFF) {
			i++;
		}

		width += isFullwidthCodePoint(code) ? 2 : 1;
	}

	return width;
};

module.exports = stringWidth;
// TODO: remove this in the next major version
module.exports["default"] = stringWidth;


/***/ }),

/***/ 3161:
/***/ ((module) => {



module.exports = ({onlyFirst = false} = {}) => {
	const pattern = [
		'[\\u001B\\u009B][[\\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]*)*)?\\u0007)',
		'(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-ntqry=><~]))'
	].join('|');

	return new RegExp(pattern, onlyFirst ? undefined : 'g');
};


/***/ }),

/***/ 1610:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const ansiRegex = __nccwpck_require__(3161);

module.exports = string => typeof string === 'string' ? string.replace(ansiRegex(), '') : string;


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3785:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("readline");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 8909:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(9154);
const { Command } = __nccwpck_require__(4348);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(1135);
const { Help } = __nccwpck_require__(9754);
const { Option } = __nccwpck_require__(5240);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 9154:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 4348:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(8474).EventEmitter);
const childProcess = __nccwpck_require__(1421);
const path = __nccwpck_require__(6760);
const fs = __nccwpck_require__(3024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(9154);
const { CommanderError } = __nccwpck_require__(1135);
const { Help, stripColor } = __nccwpck_require__(9754);
const { Option, DualOptions } = __nccwpck_require__(5240);
const { suggestSimilar } = __nccwpck_require__(5030);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 1135:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 9754:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(9154);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 5240:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(1135);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 5030:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 7944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SweepError)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7656);

/** A sweep could not remove everything; `swept` lists what it found and removed. */
class SweepError extends _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .BackendError */ .J {
    swept;
    constructor(message, swept, options) {
        super(message, options);
        this.swept = swept;
    }
}


/***/ }),

/***/ 7656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ BackendError)
/* harmony export */ });
/** A backend refuses a request or cannot complete it. The message is a full sentence for the user. */
class BackendError extends Error {
}


/***/ }),

/***/ 5926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ EventQueue)
/* harmony export */ });
/** An unbounded queue of events from any number of producers to one consumer. */
class EventQueue {
    #events = [];
    #ended = false;
    #error;
    #wake = () => { };
    push(event) {
        this.#events.push(event);
        this.#wake();
    }
    /** Ends the queue. An error is thrown to the consumer after the last event. */
    end(error) {
        this.#ended = true;
        this.#error = error;
        this.#wake();
    }
    async *[Symbol.asyncIterator]() {
        for (;;) {
            const batch = this.#events.splice(0);
            yield* batch;
            if (batch.length > 0)
                continue;
            if (this.#error !== undefined)
                throw this.#error;
            if (this.#ended)
                return;
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
        }
    }
}


/***/ }),

/***/ 3986:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _terminal_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8174);

// Deprecations in libraries do not concern the user of a command.
process.noDeprecation = true;
// The reader of the output may be gone (`… | head`): the run continues.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
process.exitCode = await (0,_terminal_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2), process);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords),
/* harmony export */   u: () => (/* binding */ ImageFailure)
/* harmony export */ });
/** An image could not be read; becomes the error of its row. The message is a complete sentence. */
class ImageFailure extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/**
 * Lines that say nothing about the image: the start of a page, and consequences of the line before. Leptonica 1.84
 * prefixes some with its name, and some contain a file name, which need not be the image's.
 */
const UNINFORMATIVE = /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|(Leptonica )?Error in pixRead(Stream)?: )/;
/** A program's error messages, short enough for a row: without the program's name, source lines and our folders. */
function lastWords(stderr, most = 240) {
    const lines = stderr
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !UNINFORMATIVE.test(line))
        .map((line) => line
        .replace(/^[\w.-]+: /, (name) => (/^(convert|magick)/.test(name) ? '' : name))
        .replace(/ @ \w+\/[\w.-]+\/\w+\/\d+\.?$/, '')
        .replace(/[`']?\/[^\s'`]*\/([^/\s'`]+)[`']?/g, '$1'));
    const messages = [...new Set(lines)].join('; ').replace(/\.+$/, '');
    return messages.length > most ? `…${messages.slice(-most)}` : messages || 'no reason given';
}


/***/ }),

/***/ 3687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _toolbox_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4768);


/** Increase this when a change of this program changes texts. */
const READING_VERSION = 1;
/** Digest of everything but the image's bytes that decides which text is read: programs, models, settings, our rules. */
const fingerprint = (toolbox, settings) => digest((0,_toolbox_js__WEBPACK_IMPORTED_MODULE_1__/* .engineRecord */ .OH)(toolbox, settings.languages), settings);
/** The same digest, from the record of an engine; null if the record lacks the model of a language. */
const fingerprintOf = (engine, settings) => settings.languages.every((language) => engine.models[language]) ? digest(engine, settings) : null;
function digest(engine, settings) {
    const parts = {
        reading: READING_VERSION,
        tesseract: engine.tesseract,
        leptonica: engine.leptonica,
        imageMagick: engine.imageMagick,
        poppler: engine.poppler,
        models: settings.languages.map((language) => [language, engine.models[language] ?? null]),
        pageSegmentationMode: settings.pageSegmentationMode,
        dpi: settings.dpi,
        prepare: settings.prepare,
        secondLook: settings.secondLook,
        deskew: settings.deskew,
        rotate: settings.rotate
    };
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}


/***/ }),

/***/ 4740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ installMissing),
/* harmony export */   K$: () => (/* binding */ missingPackages),
/* harmony export */   Nc: () => (/* binding */ HEIC_DECODER),
/* harmony export */   Ne: () => (/* binding */ missingModels),
/* harmony export */   QA: () => (/* binding */ CODECS),
/* harmony export */   gx: () => (/* binding */ isRequired),
/* harmony export */   sy: () => (/* binding */ InstallError),
/* harmony export */   zL: () => (/* binding */ remedy)
/* harmony export */ });
/* unused harmony export lacksCodec */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(481);




/** Packages could not be installed. The message says why, and which command to run by hand. */
class InstallError extends Error {
}
/** The HEIC decoder, which Ubuntu does not install with any other package (Ubuntu bug 2061089 and its successors). */
const HEIC_DECODER = { package: 'libheif-plugin-libde265', file: 'libheif-libde265.so' };
/**
 * Folder of libheif's codecs on Debian and Ubuntu, per architecture; each codec is a package. If it does not exist, the
 * codecs are part of the library (before 1.16), or libheif is not installed.
 */
const CODECS = 'libheif/plugins';
/**
 * The Debian packages to install. Installing them may reveal that another one is missing (a decoder of ImageMagick's).
 *
 * @param libraries folder of the machine's libraries, with a subfolder per architecture
 */
function missingPackages(toolbox, needs, libraries = '/usr/lib') {
    return [
        ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
        ...missingModels(toolbox, needs.models).map(modelPackage),
        ...(toolbox.imageMagick ? [] : ['imagemagick']),
        ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils']),
        ...(needs.heic && lacksCodec(HEIC_DECODER.file, libraries) ? [HEIC_DECODER.package] : [])
    ];
}
/** The models that are not installed. */
const missingModels = (toolbox, models) => models.filter((model) => !toolbox.languages.includes(model));
/** Whether no image can be read without this package. */
const isRequired = (name) => name.startsWith('tesseract-ocr');
/** Whether libheif is installed without one of its codecs. */
function lacksCodec(file, libraries = '/usr/lib') {
    const architectures = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(libraries) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(libraries) : [];
    const folders = architectures.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(libraries, name, CODECS)).filter(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
    return folders.length > 0 && !folders.some((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file)));
}
/** Exceptions to the rule that Debian names the model of a script by the first four letters (ISO 15924). */
const SCRIPTS = {
    canadian_aboriginal: 'cans',
    cyrillic: 'cyrl',
    gujarati: 'gujr',
    gurmukhi: 'guru',
    japanese: 'jpan',
    kannada: 'knda',
    khmer: 'khmr',
    lao: 'laoo',
    latin: 'latn',
    malayalam: 'mlym',
    myanmar: 'mymr',
    oriya: 'orya',
    syriac: 'syrc',
    tamil: 'taml',
    tibetan: 'tibt',
    armenian: 'armn',
    greek: 'grek'
};
/** The Debian package of a model: `tesseract-ocr-chi-sim`, `tesseract-ocr-script-latn`. */
function modelPackage(model) {
    const [, script, vertical = ''] = /^script\/(\w+?)(_vert)?$/i.exec(model) ?? [];
    const name = script === undefined
        ? model
        : `script-${SCRIPTS[script.toLowerCase()] ?? script.slice(0, 4)}${vertical}`;
    return `tesseract-ocr-${name.toLowerCase().replaceAll('_', '-').replace('/', '-')}`;
}
/** Names of the packages with other package managers. An empty name means that another package includes it. */
const OTHER_MANAGERS = {
    brew: {
        install: 'brew install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': '',
            'tesseract-ocr-eng': '',
            'tesseract-ocr-*': 'tesseract-lang',
            'poppler-utils': 'poppler'
        }
    },
    dnf: {
        install: 'sudo dnf install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': 'tesseract-osd',
            'tesseract-ocr-*': 'tesseract-langpack-*',
            imagemagick: 'ImageMagick'
        }
    },
    apk: {
        install: 'apk add',
        names: { 'tesseract-ocr-osd': '', 'tesseract-ocr-*': 'tesseract-ocr-data-*' }
    },
    choco: {
        install: 'choco install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': '',
            'tesseract-ocr-*': '',
            imagemagick: 'imagemagick.app',
            'poppler-utils': 'poppler'
        }
    }
};
/** The command that installs packages with the package manager of this machine. */
function remedy(packages, path = process.env['PATH'] ?? '') {
    const manager = ['apt-get', ...Object.keys(OTHER_MANAGERS)].find((name) => onPath(name, path)) ?? 'apt-get';
    if (manager === 'apt-get')
        return `sudo apt-get install -y ${packages.join(' ')}`;
    const { install, names } = OTHER_MANAGERS[manager];
    const translated = packages.map((name) => names[name] ?? modelName(name, names['tesseract-ocr-*']) ?? name);
    return `${install} ${[...new Set(translated.filter(Boolean))].join(' ')}`;
}
const modelName = (name, pattern) => name.startsWith('tesseract-ocr-')
    ? pattern?.replace('*', name.slice('tesseract-ocr-'.length).replace('-', '_'))
    : undefined;
const onPath = (name, path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).some((folder) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, process.platform === 'win32' ? `${name}.exe` : name), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
});
/** Seconds that apt waits for dpkg's lock, which other installations may hold at boot. */
const LOCK_SECONDS = 300;
/**
 * Installs Debian packages with apt, as root or with sudo.
 *
 * @throws InstallError if there is no apt, no permission to use it, or a package cannot be installed
 */
async function installMissing(packages, env, signal, onOutput) {
    const byHand = `Install by hand: ${remedy(packages, env['PATH'])}`;
    if (!onPath('apt-get', env['PATH'] ?? '')) {
        throw new InstallError(`Packages can only be installed with apt-get, which this machine does not have. ${byHand}`);
    }
    const root = process.getuid?.() === 0;
    if (!root && !onPath('sudo', env['PATH'] ?? ''))
        throw new InstallError(`Installing packages requires root or sudo. ${byHand}`);
    const apt = async (...args) => {
        const command = [
            'apt-get',
            '-q',
            '-o',
            `DPkg::Lock::Timeout=${LOCK_SECONDS}`,
            '-o',
            'Acquire::Retries=3',
            ...args
        ];
        // -n: fail instead of asking for a password.
        const [program = '', ...rest] = root
            ? command
            : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...command];
        return (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .eF)(program, rest, {
            env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
            signal,
            onOutput
        });
    };
    const updated = await apt('update');
    const installed = await apt('install', '-y', '--no-install-recommends', ...packages);
    if (installed.code === 0)
        return;
    const reason = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWords */ .a)(installed.stderr || installed.stdout.toString() || updated.stderr);
    throw new InstallError(`apt could not install ${packages.join(', ')}: ${reason}. ${byHand}`);
}


/***/ }),

/***/ 2886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ neededModels),
/* harmony export */   E: () => (/* binding */ ORIENTATION_ONLY)
/* harmony export */ });
/** Page segmentation mode that detects orientation and script, and reads no text. */
const ORIENTATION_ONLY = 0;
/** The models that Tesseract needs. For orientation alone it has a model of its own; language models detect it wrongly. */
const neededModels = ({ languages, pageSegmentationMode }) => (pageSegmentationMode === ORIENTATION_ONLY ? ['osd'] : languages);


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ openToolbox),
/* harmony export */   OH: () => (/* binding */ engineRecord)
/* harmony export */ });
/* unused harmony export programEnvironment */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8377);




/** The variables that programs need to be found, to find their libraries and models, and to have a place to write. */
const PASSED = /^(PATH|HOME|TMPDIR|TEMP|TMP|TESSDATA_PREFIX|LD_LIBRARY_PATH|DYLD_.*|SystemRoot|MAGICK_HOME)$/i;
/** The environment of a program: one thread each, since the slots are the parallelism (see docs/recognition.md). */
function programEnvironment(outer) {
    const passed = Object.entries(outer).filter(([name]) => PASSED.test(name));
    return {
        ...Object.fromEntries(passed),
        LC_ALL: 'C',
        OMP_THREAD_LIMIT: '1',
        MAGICK_THREAD_LIMIT: '1'
    };
}
/** Looks which programs are installed, and which version each one is. */
async function openToolbox(outer, signal) {
    const env = programEnvironment(outer);
    const [tesseract, imageMagick, poppler] = await Promise.all([
        findTesseract(env, signal),
        firstThat(['magick', 'convert-im6.q16', 'convert'], ['-version'], /Version: ImageMagick (\S+)/, env, signal),
        firstThat(['pdftoppm'], ['-v'], /pdftoppm version (\S+)/, env, signal)
    ]);
    return {
        tesseract: tesseract && {
            path: tesseract.path,
            version: tesseract.version,
            leptonica: tesseract.leptonica,
            dataPath: tesseract.dataPath
        },
        imageMagick,
        poppler,
        languages: tesseract?.languages ?? [],
        env
    };
}
async function findTesseract(env, signal) {
    const [program, listed] = await Promise.all([
        firstThat(['tesseract'], ['--version'], /^tesseract v?(\S+)/m, env, signal),
        firstThat(['tesseract'], ['--list-langs'], /^(List of available languages)/m, env, signal)
    ]);
    if (!program || !listed)
        return null;
    const [title = '', ...names] = listed.said
        .slice(listed.said.indexOf(listed.version))
        .trim()
        .split(/\r?\n/);
    return {
        ...program,
        leptonica: /leptonica-(\S+)/.exec(program.said)?.[1] ?? null,
        dataPath: /"([^"]+)"/.exec(title)?.[1] ?? null,
        languages: names.filter((name) => /^[\w/]+$/.test(name)).sort()
    };
}
/** The first candidate on the PATH that says it is what we look for: `convert` is also a program of Windows. */
async function firstThat(names, args, says, env, signal) {
    for (const path of names.flatMap((name) => candidates(name, env))) {
        try {
            const { stdout, stderr } = await (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, args, { env, signal });
            const said = `${stdout}${stderr}`;
            const version = says.exec(said)?.[1];
            if (version)
                return { path, version, said };
        }
        catch (error) {
            if (!(error instanceof _lib_process_js__WEBPACK_IMPORTED_MODULE_3__/* .NotStarted */ .R9))
                throw error;
        }
    }
    return null;
}
function candidates(name, env) {
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(Boolean);
    return [...new Set(folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file)))].filter(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/**
 * What of the toolbox stands in a node's record.
 *
 * @param read the languages that it reads with
 */
const engineRecord = (toolbox, read) => ({
    tesseract: toolbox.tesseract?.version ?? null,
    leptonica: toolbox.tesseract?.leptonica ?? null,
    imageMagick: toolbox.imageMagick?.version ?? null,
    poppler: toolbox.poppler?.version ?? null,
    languages: [...toolbox.languages],
    models: Object.fromEntries(read.map((language) => [language, modelIdentity(toolbox, language)]))
});
/** `sha256:` and the digest of a language's model: two models of one name read differently. Null where it lies unknown. */
function modelIdentity(toolbox, language) {
    const folder = toolbox.tesseract?.dataPath;
    if (!folder)
        return null;
    try {
        const model = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${language}.traineddata`));
        return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(model).digest('hex')}`;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 1775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cJ: () => (/* binding */ Cancelled),
  dJ: () => (/* binding */ cancelOnSignals),
  BE: () => (/* binding */ delayedSignal),
  qm: () => (/* binding */ letSignalsThrough),
  v7: () => (/* binding */ pause)
});

// UNUSED EXPORTS: rejectOnAbort

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/lib/abort.js

/** A signal that fires the given number of milliseconds after another, so that work in progress can finish first. */
function delayedSignal(signal, milliseconds) {
    const delayed = new AbortController();
    const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref();
    if (signal.aborted)
        fire();
    else
        signal.addEventListener('abort', fire, { once: true });
    return delayed.signal;
}
/** The process was asked to end the run early. */
class Cancelled extends Error {
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
    }
}
/**
 * Waits for the given number of milliseconds.
 *
 * @throws the signal's reason if it fires first
 */
const pause = (milliseconds, signal) => (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
/**
 * Lets pending signals be delivered, between two pieces of work that never wait.
 *
 * @throws the signal's reason if it has fired
 */
async function letSignalsThrough(signal) {
    await new Promise((turn) => setImmediate(turn));
    signal.throwIfAborted();
}
/** Rejects with the signal's reason when it fires: race it with work that takes no signal. */
const rejectOnAbort = (signal) => new Promise((_, reject) => {
    if (signal.aborted)
        reject(signal.reason);
    else
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
/**
 * A signal that fires when the process is asked to end. The same request a second time ends the process and its
 * children at once.
 *
 * @param exitCode the exit code after a second request
 */
function cancelOnSignals(target, exitCode) {
    const controller = new AbortController();
    let first = null;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        target.on(name, () => {
            // A runner sends SIGINT and, 7.5 s later, SIGTERM: two different signals are one request.
            if (controller.signal.aborted && first === name)
                target.exit(exitCode);
            first ??= name;
            controller.abort(new Cancelled(name));
        });
    }
    return controller.signal;
}


/***/ }),

/***/ 2257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on items in order, at most `limit` at a time. After a failure no further item starts; the first failure is
 * thrown once everything in progress has settled, so that nothing is left running.
 */
async function inParallel(items, limit, work) {
    const queue = items[Symbol.iterator]();
    let failure = null;
    const worker = async () => {
        for (let next = queue.next(); !next.done; next = queue.next()) {
            try {
                await work(next.value);
            }
            catch (error) {
                failure ??= { error };
            }
            if (failure)
                return;
        }
    };
    await Promise.all(Array.from({ length: limit }, worker));
    if (failure)
        throw failure.error;
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ NotStarted),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   ni: () => (/* binding */ start),
/* harmony export */   z7: () => (/* binding */ kill)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);

/** A program could not be started. */
class NotStarted extends Error {
}
/** Output beyond this many bytes is dropped, so that a program in a loop cannot fill our memory. */
const MOST_OUTPUT = 16 * 1024 * 1024;
const running = new Set();
let killsOnExit = false;
/**
 * Starts a program in a process group of its own, so that it can be killed with everything it starts. If it still runs
 * when this process exits, it is killed.
 */
function start(command, args, options) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
        env: options.env,
        cwd: options.cwd,
        stdio: [options.input, 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    child.once('error', () => running.delete(child));
    if (!killsOnExit)
        process.once('exit', () => running.forEach(kill));
    killsOnExit = true;
    return child;
}
/** Kills a program and everything it started. */
function kill(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // It has exited in the meantime.
    }
}
/**
 * Runs a program until it ends.
 *
 * @throws NotStarted if it cannot be started; the signal's reason if it fires, after killing the program
 */
function run(command, args, options) {
    const { signal } = options;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
        const child = start(command, args, {
            env: options.env,
            cwd: options.cwd,
            input: options.input === undefined ? 'ignore' : 'pipe'
        });
        const stdout = collector();
        const stderr = collector();
        const stop = () => kill(child);
        signal?.addEventListener('abort', stop, { once: true });
        const listen = (into) => (chunk) => {
            into(chunk);
            options.onOutput?.(chunk.toString());
        };
        child.stdout?.on('data', listen(stdout.add));
        child.stderr?.on('data', listen(stderr.add));
        child.stdin?.on('error', () => { });
        child.stdin?.end(options.input);
        child.once('error', (cause) => {
            signal?.removeEventListener('abort', stop);
            reject(new NotStarted(`${command} could not be started (${cause.message}).`, { cause }));
        });
        child.once('close', (code, endedBy) => {
            signal?.removeEventListener('abort', stop);
            if (signal?.aborted)
                reject(signal.reason);
            else
                resolve({ code, signal: endedBy, stdout: stdout.all(), stderr: stderr.all().toString() });
        });
    });
}
function collector() {
    const chunks = [];
    let length = 0;
    return {
        add: (chunk) => {
            if (length < MOST_OUTPUT)
                chunks.push(chunk);
            length += chunk.length;
        },
        all: () => Buffer.concat(chunks)
    };
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   KQ: () => (/* binding */ dateTime),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   oB: () => (/* binding */ plainSpaces),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** A narrow no-break space: separates groups of digits, and a number from its unit. */
const NARROW_SPACE = '\u202f';
/** Replaces narrow spaces by ordinary ones, for logs and terminals. */
const plainSpaces = (text) => text.replaceAll(NARROW_SPACE, ' ');
/** A whole number with its digits in groups: `1 234 567`. */
const grouped = (number) => String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, NARROW_SPACE);
/** A number with its noun: `1 image`, `1 234 images`. */
const count = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
/** A number with at most one decimal: `91.2`, `1 234`. */
function decimal(number) {
    const tenths = Math.round(Math.abs(number) * 10);
    const sign = number < 0 && tenths > 0 ? '-' : '';
    return `${sign}${grouped(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}
/** A fraction of 1 as a percentage: `97 %`. */
const percent = (share) => `${grouped(share * 100)}${NARROW_SPACE}%`;
/** Seconds in readable units: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
function duration(seconds) {
    if (seconds > 0 && seconds < 0.05)
        return `<${NARROW_SPACE}0.1${NARROW_SPACE}s`;
    if (seconds < 9.95)
        return `${decimal(seconds)}${NARROW_SPACE}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}${NARROW_SPACE}s`;
    if (whole < 3600)
        return inTwoUnits(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return inTwoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
const inTwoUnits = (large, largeUnit, small, smallUnit) => `${grouped(large)}${NARROW_SPACE}${largeUnit}${small === 0 ? '' : ` ${small}${NARROW_SPACE}${smallUnit}`}`;
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** Bytes in readable units: `512 bytes`, `1.2 MB`. */
function size(bytes) {
    const power = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
    return `${decimal(bytes / 1000 ** power)}${NARROW_SPACE}${SIZES[power]}`;
}
/** A time in UTC: `2026-11-22 23:23:37`. Text that is not a time is returned unchanged. */
function dateTime(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}


/***/ }),

/***/ 3337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ csvColumns),
  D: () => (/* binding */ csvTable)
});

;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/get.js
// Lodash implementation of `get`

const charCodeOfDot = ".".charCodeAt(0);
const reEscapeChar = /\\(\\)?/g;
const rePropName = RegExp(
  // Match anything that isn't a dot or bracket.
  "[^.[\\]]+" +
    "|" +
    // Or match property names within brackets.
    "\\[(?:" +
    // Match a non-string expression.
    "([^\"'][^[]*)" +
    "|" +
    // Or match strings (supports escaping characters).
    "([\"'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2" +
    ")\\]" +
    "|" +
    // Or match "" as the space between consecutive dots or empty brackets.
    "(?=(?:\\.|\\[\\])(?:\\.|\\[\\]|$))",
  "g",
);
const reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
const reIsPlainProp = /^\w*$/;

const getTag = function (value) {
  // if (!value) value === undefined ? "[object Undefined]" : "[object Null]";
  return Object.prototype.toString.call(value);
};

const isSymbol = function (value) {
  const type = typeof value;
  return (
    type === "symbol" ||
    (type === "object" && value && getTag(value) === "[object Symbol]")
  );
};

const isKey = function (value, object) {
  if (Array.isArray(value)) {
    return false;
  }
  const type = typeof value;
  if (
    type === "number" ||
    type === "symbol" ||
    type === "boolean" ||
    !value ||
    isSymbol(value)
  ) {
    return true;
  }
  return (
    reIsPlainProp.test(value) ||
    !reIsDeepProp.test(value) ||
    (object != null && value in Object(object))
  );
};

const stringToPath = function (string) {
  const result = [];
  if (string.charCodeAt(0) === charCodeOfDot) {
    result.push("");
  }
  string.replace(rePropName, function (match, expression, quote, subString) {
    let key = match;
    if (quote) {
      key = subString.replace(reEscapeChar, "$1");
    } else if (expression) {
      key = expression.trim();
    }
    result.push(key);
  });
  return result;
};

const castPath = function (value, object) {
  if (Array.isArray(value)) {
    return value;
  } else {
    return isKey(value, object) ? [value] : stringToPath(value);
  }
};

const toKey = function (value) {
  if (typeof value === "string" || isSymbol(value)) return value;
  const result = `${value}`;
  return result == "0" && 1 / value == -Infinity ? "-0" : result;
};

const get = function (object, path) {
  path = castPath(path, object);
  let index = 0;
  const length = path.length;
  while (object != null && index < length) {
    object = object[toKey(path[index++])];
  }
  return index && index === length ? object : undefined;
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/is_object.js
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/normalize_columns.js
const normalize_columns = function (columns) {
  if (columns === undefined || columns === null) {
    return [undefined, undefined];
  }
  if (typeof columns !== "object") {
    return [Error('Invalid option "columns": expect an array or an object')];
  }
  if (!Array.isArray(columns)) {
    const newcolumns = [];
    for (const k in columns) {
      newcolumns.push({
        key: k,
        header: columns[k],
      });
    }
    columns = newcolumns;
  } else {
    const newcolumns = [];
    for (const column of columns) {
      if (typeof column === "string") {
        newcolumns.push({
          key: column,
          header: column,
        });
      } else if (
        typeof column === "object" &&
        column !== null &&
        !Array.isArray(column)
      ) {
        if (!column.key) {
          return [
            Error('Invalid column definition: property "key" is required'),
          ];
        }
        if (column.header === undefined) {
          column.header = column.key;
        }
        newcolumns.push(column);
      } else {
        return [
          Error("Invalid column definition: expect a string or an object"),
        ];
      }
    }
    columns = newcolumns;
  }
  return [undefined, columns];
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/CsvError.js
class CsvError extends Error {
  constructor(code, message, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ");
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString()
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/normalize_options.js




const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    return [
      new CsvError("CSV_OPTION_BOOLEAN_INVALID_TYPE", [
        "option `bom` is optional and must be a boolean value,",
        `got ${JSON.stringify(options.bom)}`,
      ]),
    ];
  }
  // Normalize option `delimiter`
  if (options.delimiter === undefined || options.delimiter === null) {
    options.delimiter = ",";
  } else if (Buffer.isBuffer(options.delimiter)) {
    options.delimiter = options.delimiter.toString();
  } else if (typeof options.delimiter !== "string") {
    return [
      new CsvError("CSV_OPTION_DELIMITER_INVALID_TYPE", [
        "option `delimiter` must be a buffer or a string,",
        `got ${JSON.stringify(options.delimiter)}`,
      ]),
    ];
  }
  // Normalize option `quote`
  if (options.quote === undefined || options.quote === null) {
    options.quote = '"';
  } else if (options.quote === true) {
    options.quote = '"';
  } else if (options.quote === false) {
    options.quote = "";
  } else if (Buffer.isBuffer(options.quote)) {
    options.quote = options.quote.toString();
  } else if (typeof options.quote !== "string") {
    return [
      new CsvError("CSV_OPTION_QUOTE_INVALID_TYPE", [
        "option `quote` must be a boolean, a buffer or a string,",
        `got ${JSON.stringify(options.quote)}`,
      ]),
    ];
  }
  // Normalize option `quoted`
  if (options.quoted === undefined || options.quoted === null) {
    options.quoted = false;
  } else {
    // todo
  }
  // Normalize option `escape_formulas`
  if (
    options.escape_formulas === undefined ||
    options.escape_formulas === null
  ) {
    options.escape_formulas = false;
  } else if (typeof options.escape_formulas !== "boolean") {
    return [
      new CsvError("CSV_OPTION_ESCAPE_FORMULAS_INVALID_TYPE", [
        "option `escape_formulas` must be a boolean,",
        `got ${JSON.stringify(options.escape_formulas)}`,
      ]),
    ];
  }
  // Normalize option `quoted_empty`
  if (options.quoted_empty === undefined || options.quoted_empty === null) {
    options.quoted_empty = undefined;
  } else {
    // todo
  }
  // Normalize option `quoted_match`
  if (
    options.quoted_match === undefined ||
    options.quoted_match === null ||
    options.quoted_match === false
  ) {
    options.quoted_match = null;
  } else if (!Array.isArray(options.quoted_match)) {
    options.quoted_match = [options.quoted_match];
  }
  if (options.quoted_match) {
    for (const quoted_match of options.quoted_match) {
      const isString = typeof quoted_match === "string";
      const isRegExp = quoted_match instanceof RegExp;
      if (!isString && !isRegExp) {
        return [
          new CsvError("CSV_OPTION_QUOTED_MATCH", [
            "option `quoted_match` must be a string or a regex,",
            `got ${JSON.stringify(options.quoted_match)}`,
          ]),
        ];
      }
    }
  }
  // Normalize option `quoted_string`
  if (options.quoted_string === undefined || options.quoted_string === null) {
    options.quoted_string = false;
  } else {
    // todo
  }
  // Normalize option `eof`
  if (options.eof === undefined || options.eof === null) {
    options.eof = true;
  } else {
    // todo
  }
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === null) {
    options.escape = '"';
  } else if (Buffer.isBuffer(options.escape)) {
    options.escape = options.escape.toString();
  } else if (typeof options.escape !== "string") {
    return [
      Error(
        `Invalid Option: escape must be a buffer or a string, got ${JSON.stringify(options.escape)}`,
      ),
    ];
  }
  if (options.escape.length > 1) {
    return [
      Error(
        `Invalid Option: escape must be one character, got ${options.escape.length} characters`,
      ),
    ];
  }
  // Normalize option `header`
  if (
    options.header === undefined ||
    options.header === null ||
    options.header === false
  ) {
    options.header = false;
  } else if (options.header !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER",
      [
        "option `header` is expected to be a boolean,",
        `got ${JSON.stringify(options.header)}`,
      ],
      options,
    );
  }
  // Normalize option `headers_as_comment`
  if (
    options.header_as_comment === undefined ||
    options.header_as_comment === null ||
    options.header_as_comment === false
  ) {
    options.header_as_comment = false;
  } else if (options.header_as_comment === true) {
    options.header_as_comment = "#";
  } else if (Buffer.isBuffer(options.header_as_comment)) {
    options.header_as_comment = options.header_as_comment.toString();
  } else if (typeof options.header_as_comment !== "string") {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER_AS_COMMENT",
      [
        "option `header_as_comment` must be a boolean, a string or a buffer,",
        `got ${JSON.stringify(options.header_as_comment)}`,
      ],
      options,
    );
  }
  // if (options.header_as_comment && !options.comment?.length) {
  //   throw new CsvError(
  //     "CSV_INVALID_OPTION_COMMENT",
  //     [
  //       "option `comment` must be a non empty string or buffer when using `header_as_comment`,",
  //       `got ${JSON.stringify(options.comment)}`,
  //     ],
  //     options,
  //   );
  // }
  // Header is always enabled with `header_as_comment`
  // if (options.header_as_comment === true) {
  //   options.header = true;
  // }
  // Normalize option `columns`
  const [errColumns, columns] = normalize_columns(options.columns);
  if (errColumns !== undefined) return [errColumns];
  options.columns = columns;
  // Normalize option `quoted`
  if (options.quoted === undefined || options.quoted === null) {
    options.quoted = false;
  } else {
    // todo
  }
  // Normalize option `cast`
  if (options.cast === undefined || options.cast === null) {
    options.cast = {};
  } else {
    // todo
  }
  // Normalize option cast.bigint
  if (options.cast.bigint === undefined || options.cast.bigint === null) {
    // Cast boolean to string by default
    options.cast.bigint = (value) => "" + value;
  }
  // Normalize option cast.boolean
  if (options.cast.boolean === undefined || options.cast.boolean === null) {
    // Cast boolean to string by default
    options.cast.boolean = (value) => (value ? "1" : "");
  }
  // Normalize option cast.date
  if (options.cast.date === undefined || options.cast.date === null) {
    // Cast date to timestamp string by default
    options.cast.date = (value) => "" + value.getTime();
  }
  // Normalize option cast.number
  if (options.cast.number === undefined || options.cast.number === null) {
    // Cast number to string using native casting by default
    options.cast.number = (value) => "" + value;
  }
  // Normalize option cast.object
  if (options.cast.object === undefined || options.cast.object === null) {
    // Stringify object as JSON by default
    options.cast.object = (value) => JSON.stringify(value);
  }
  // Normalize option cast.string
  if (options.cast.string === undefined || options.cast.string === null) {
    // Leave string untouched
    options.cast.string = function (value) {
      return value;
    };
  }
  // Normalize option `on_record`
  if (
    options.on_record !== undefined &&
    typeof options.on_record !== "function"
  ) {
    return [Error(`Invalid Option: "on_record" must be a function.`)];
  }
  // Normalize option `quote_record_delimiter`
  if (
    options.quote_record_delimiter === undefined ||
    options.quote_record_delimiter === null
  ) {
    options.quote_record_delimiter = !options.record_delimiter;
  } else if (typeof options.quote_record_delimiter !== "boolean") {
    return [
      new CsvError("CSV_OPTION_QUOTE_RECORD_DELIMITER_INVALID_TYPE", [
        "option `quote_record_delimiter` must be a boolean,",
        `got ${JSON.stringify(options.quote_record_delimiter)}`,
      ]),
    ];
  }
  // Normalize option `record_delimiter`
  if (
    options.record_delimiter === undefined ||
    options.record_delimiter === null
  ) {
    options.record_delimiter = "\n";
  } else if (Buffer.isBuffer(options.record_delimiter)) {
    options.record_delimiter = options.record_delimiter.toString();
  } else if (typeof options.record_delimiter !== "string") {
    return [
      Error(
        `Invalid Option: record_delimiter must be a buffer or a string, got ${JSON.stringify(options.record_delimiter)}`,
      ),
    ];
  }
  switch (options.record_delimiter) {
    case "unix":
      options.record_delimiter = "\n";
      break;
    case "mac":
      options.record_delimiter = "\r";
      break;
    case "windows":
      options.record_delimiter = "\r\n";
      break;
    case "ascii":
      options.record_delimiter = "\u001e";
      break;
    case "unicode":
      options.record_delimiter = "\u2028";
      break;
  }
  return [undefined, options];
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/index.js




const bom_utf8 = Buffer.from([239, 187, 191]);
// True when appending `separator` after `value` would let `parse` find
// `separator` starting inside `value`. Besides the field containing the whole
// separator, this also covers boundary fusion: a field whose tail is a
// non-empty prefix of a multi-character separator merges with the appended
// separator (eg value "a:" + delimiter "::" => "a:::", matched at offset 1).
// Such fields must be quoted to round-trip, like RFC 4180 fields containing the
// delimiter, generalized to multi-character delimiters and record delimiters.
const emits_separator = function (value, separators) {
  return separators.some(
    (separator) =>
      separator.length !== 0 &&
      (value.indexOf(separator) !== -1 ||
        (separator.length > 1 &&
          (value + separator).indexOf(separator) < value.length)),
  );
};
// True when `value` matches one of the `quoted_match` patterns. The regexps
// come from the user and the same objects are reused for every field, so the
// test must not depend on their state: `RegExp.prototype.test` advances
// `lastIndex` on a global or sticky regexp, which would make a match in one
// field move where the next field starts matching. `String.prototype.search`
// searches from the start and restores `lastIndex`, and is equivalent to
// `test` for the stateless regexps.
const matches_quoted_match = function (value, quoted_match) {
  if (!quoted_match) return false;
  return quoted_match.some((pattern) =>
    typeof pattern === "string"
      ? value.indexOf(pattern) !== -1
      : value.search(pattern) !== -1,
  );
};

const stringifier = function (options, state, info) {
  return {
    options: options,
    state: state,
    info: info,
    __transform: function (chunk, push) {
      // Chunk validation
      if (!Array.isArray(chunk) && typeof chunk !== "object") {
        return Error(
          `Invalid Record: expect an array or an object, got ${JSON.stringify(chunk)}`,
        );
      }
      // Detect columns from the first record
      if (this.info.records === 0) {
        if (Array.isArray(chunk)) {
          if (
            this.options.header === true &&
            this.options.columns === undefined
          ) {
            return Error(
              "Undiscoverable Columns: header option requires column option or object records",
            );
          }
        } else if (this.options.columns === undefined) {
          const [err, columns] = normalize_columns(Object.keys(chunk));
          if (err) return;
          this.options.columns = columns;
        }
      }
      // Emit the header
      if (this.info.records === 0) {
        this.bom(push);
        const err = this.headers(push);
        if (err) return err;
      }
      // Emit and stringify the record if an object or an array
      try {
        // this.emit('record', chunk, this.info.records);
        if (this.options.on_record) {
          this.options.on_record(chunk, this.info.records);
        }
      } catch (err) {
        return err;
      }
      // Convert the record into a string
      let err, chunk_string;
      if (this.options.eof) {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === undefined) {
          return;
        } else {
          chunk_string = chunk_string + this.options.record_delimiter;
        }
      } else {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === undefined) {
          return;
        } else {
          if (this.options.header || this.info.records) {
            chunk_string = this.options.record_delimiter + chunk_string;
          }
        }
      }
      // Emit the csv
      this.info.records++;
      push(chunk_string);
    },
    stringify: function (chunk, chunkIsHeader = false) {
      if (typeof chunk !== "object") {
        return [undefined, chunk];
      }
      const { columns } = this.options;
      const record = [];
      // Record is an array
      if (Array.isArray(chunk)) {
        // We are getting an array but the user has specified output columns. In
        // this case, we respect the columns indexes
        const length = columns
          ? Math.min(chunk.length, columns.length)
          : chunk.length;
        // Cast record elements
        for (let i = 0; i < length; i++) {
          const field = chunk[i];
          const [err, value] = this.__cast(field, {
            index: i,
            column: i,
            records: this.info.records,
            header: chunkIsHeader,
          });
          if (err) return [err];
          record[i] = [value, field];
        }
        // Record is a literal object
        // `columns` is always defined: it is either provided or discovered.
      } else {
        for (let i = 0; i < columns.length; i++) {
          const field = get(chunk, columns[i].key);
          const [err, value] = this.__cast(field, {
            index: i,
            column: columns[i].key,
            records: this.info.records,
            header: chunkIsHeader,
          });
          if (err) return [err];
          record[i] = [value, field];
        }
      }
      let csvrecord = "";
      for (let i = 0; i < record.length; i++) {
        let options, err;

        let [value, field] = record[i];
        if (typeof value === "string") {
          options = this.options;
        } else if (is_object(value)) {
          // Value is considerered as a mix of a value and options
          options = { ...value };
          value = options.value;
          delete options.value;
          if (
            typeof value !== "string" &&
            value !== undefined &&
            value !== null
          ) {
            if (err)
              return [
                Error(
                  `Invalid Casting Value: returned value must return a string, null or undefined, got ${JSON.stringify(value)}`,
                ),
              ];
          }
          // Merge global options with the ones returned by cast
          options = { ...this.options, ...options };
          [err, options] = normalize_options(options);
          if (err !== undefined) {
            return [err];
          }
        } else if (value === undefined || value === null) {
          options = this.options;
        } else {
          return [
            Error(
              `Invalid Casting Value: returned value must return a string, an object, null or undefined, got ${JSON.stringify(value)}`,
            ),
          ];
        }
        const {
          delimiter,
          escape,
          quote,
          quoted,
          quoted_empty,
          quoted_string,
          quoted_match,
          record_delimiter,
          quote_record_delimiter,
          escape_formulas,
        } = options;
        if ("" === value && "" === field) {
          const quotedMatch = matches_quoted_match(value, quoted_match);
          const shouldQuote =
            quotedMatch ||
            true === quoted_empty ||
            (true === quoted_string && false !== quoted_empty);
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (value) {
          if (typeof value !== "string") {
            return [
              Error(
                `Formatter must return a string, null or undefined, got ${JSON.stringify(value)}`,
              ),
            ];
          }
          const containsdelimiter = emits_separator(value, [delimiter]);
          const containsQuote = quote !== "" && value.indexOf(quote) >= 0;
          const containsEscape = value.indexOf(escape) >= 0 && escape !== quote;
          // Testing `\n` and `\r` covers the three sequences `parse` discovers
          const containsRecordDelimiter = emits_separator(value, [
            record_delimiter,
            ...(quote_record_delimiter === false ? [] : ["\n", "\r"]),
          ]);
          const quotedString = quoted_string && typeof field === "string";
          const quotedMatch = matches_quoted_match(value, quoted_match);
          // See https://github.com/adaltas/node-csv/pull/387
          // More about CSV injection or formula injection, when websites embed
          // untrusted input inside CSV files:
          // https://owasp.org/www-community/attacks/CSV_Injection
          // http://georgemauer.net/2017/10/07/csv-injection.html
          // Apple Numbers unicode normalization is empirical from testing
          if (escape_formulas) {
            switch (value[0]) {
              case "-":
                if (typeof field === "number" || typeof field === "bigint") {
                  break;
                }
                value = `'${value}`;
                break;
              case "=":
              case "+":
              case "@":
              case "\t":
              case "\r":
              case "\uFF1D": // Unicode '='
              case "\uFF0B": // Unicode '+'
              case "\uFF0D": // Unicode '-'
              case "\uFF20": // Unicode '@'
                value = `'${value}`;
                break;
            }
          }
          const shouldQuote =
            containsQuote === true ||
            containsdelimiter ||
            containsRecordDelimiter ||
            quoted ||
            quotedString ||
            quotedMatch;
          if (shouldQuote === true && containsEscape === true) {
            value = value.replaceAll(escape, () => escape + escape);
          }
          if (containsQuote === true) {
            value = value.replaceAll(quote, () => escape + quote);
          }
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (
          quoted_empty === true ||
          (field === "" && quoted_string === true && quoted_empty !== false)
        ) {
          csvrecord += quote + quote;
        }
        if (i !== record.length - 1) {
          csvrecord += delimiter;
        }
      }
      return [undefined, csvrecord];
    },
    bom: function (push) {
      if (this.options.bom !== true) {
        return;
      }
      push(bom_utf8);
    },
    headers: function (push) {
      if (this.options.header === false) {
        return;
      }
      if (this.options.columns === undefined) {
        return;
      }
      let err;
      let headers = this.options.columns.map((column) => column.header);
      if (this.options.eof) {
        [err, headers] = this.stringify(headers, true);
        headers += this.options.record_delimiter;
      } else {
        [err, headers] = this.stringify(headers, true);
      }
      if (err) return err;
      if (this.options.header_as_comment) {
        headers = this.options.header_as_comment + " " + headers;
      }
      push(headers);
    },
    __cast: function (value, context) {
      const type = typeof value;
      try {
        if (type === "string") {
          // Fine for 99% of the cases
          return [undefined, this.options.cast.string(value, context)];
        } else if (type === "bigint") {
          return [undefined, this.options.cast.bigint(value, context)];
        } else if (type === "number") {
          return [undefined, this.options.cast.number(value, context)];
        } else if (type === "boolean") {
          return [undefined, this.options.cast.boolean(value, context)];
        } else if (value instanceof Date) {
          return [undefined, this.options.cast.date(value, context)];
        } else if (type === "object" && value !== null) {
          return [undefined, this.options.cast.object(value, context)];
        } else if (value === null && this.options.cast.null !== undefined) {
          return [undefined, this.options.cast.null(value, context)];
        } else if (
          value === undefined &&
          this.options.cast.undefined !== undefined
        ) {
          return [undefined, this.options.cast.undefined(value, context)];
        } else {
          return [undefined, value];
        }
      } catch (err) {
        return [err];
      }
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/sync.js
/*
CSV Stringify

Please look at the [Sync API](https://csv.js.org/stringify/api/sync/) for
additional information.
*/




const stringify = function (records, opts = {}) {
  const data = [];
  const [err, options] = normalize_options(opts);
  if (err !== undefined) throw err;
  const state = {
    stop: false,
  };
  // Information
  const info = {
    records: 0,
  };
  const api = stringifier(options, state, info);
  for (const record of records) {
    const err = api.__transform(record, function (record) {
      data.push(record);
    });
    if (err !== undefined) throw err;
  }
  if (data.length === 0) {
    api.bom((d) => {
      data.push(d);
    });
    const err = api.headers((headers) => {
      data.push(headers);
    });
    if (err !== undefined) throw err;
  }
  return data.join("");
};



// EXTERNAL MODULE: ./build/results/row.js
var row = __nccwpck_require__(6069);
;// CONCATENATED MODULE: ./build/results/csv.js


/**
 * Rows as a CSV table for spreadsheets (RFC 4180). Names are untrusted: a cell that begins like a formula is prefixed
 * with an apostrophe, so that no spreadsheet runs it (OWASP, CSV injection).
 *
 * @param columns those that `key-pattern` makes
 */
function csvTable(rows, columns) {
    return stringify(rows.map((row) => ({
        ...row,
        ...row.keys,
        error: row.error?.code,
        errorMessage: row.error?.message
    })), {
        header: true,
        columns: csvColumns(columns),
        escape_formulas: true,
        quoted_match: /[\r\n]/,
        record_delimiter: '\r\n'
    });
}
/** The table's columns: one for each field of a row, two for its error, and those that `key-pattern` makes. */
function csvColumns(columns) {
    return row/* rowColumns */.Op.flatMap((column) => {
        if (column === 'keys')
            return [...columns];
        return column === 'error' ? ['error', 'errorMessage'] : [column];
    });
}


/***/ }),

/***/ 1685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XC: () => (/* binding */ outputPath),
/* harmony export */   lx: () => (/* binding */ isRecordName),
/* harmony export */   qW: () => (/* binding */ isPlainPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(399);



/**
 * The longest file name that every common file system allows (ext4, APFS, NTFS), in bytes, less room for the extension
 * of a temporary file.
 */
const LONGEST_NAME = 240;
/** The path of an image's file of one format within the results folder, with forward slashes. */
function outputPath(format, image) {
    const { folder, extension } = _records_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMAT_FILES */ .gE[format];
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(image);
    const fits = Buffer.byteLength(name + extension) <= LONGEST_NAME;
    const file = (fits ? name : shortened(name)) + extension;
    return [folder, ...image.split('/').slice(0, -1), file].join('/');
}
/** A digest of the whole name replaces its end, so that two long names never become one. */
function shortened(name) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 12);
    let kept = name;
    while (Buffer.byteLength(kept) > LONGEST_NAME - 24)
        kept = kept.slice(0, -1);
    return `${kept}~${digest}`;
}
/** Whether an id is safe as the file name of a task, node or log record; all of our own are. */
const isRecordName = (id) => /^\w[\w.-]{0,127}$/.test(id);
/** Whether an image's path stays below the folder it is joined to. */
const isPlainPath = (path) => !path.includes('\0') &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');


/***/ }),

/***/ 399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ originSchema),
/* harmony export */   L0: () => (/* binding */ nodeRecordSchema),
/* harmony export */   _A: () => (/* binding */ runRecordSchema),
/* harmony export */   gE: () => (/* binding */ FORMAT_FILES),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   iz: () => (/* binding */ taskRecordSchema)
/* harmony export */ });
/* unused harmony exports engineRecordSchema, totalsSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);

/** The versions and languages of the programs that read on a node. */
const engineRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tesseract: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    leptonica: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    imageMagick: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    poppler: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    languages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Digests of the models that were used, by language. */
    models: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())), {})
});
/** A machine that ran tasks: `metadata/nodes/<node>.json`. Times are ISO 8601, in UTC. */
const nodeRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    host: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    arch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    cpu: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    cores: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    memoryBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    vmSize: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    dedicated: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    engine: engineRecordSchema,
    tasks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    busySeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    firstTaskAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    lastTaskAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const attemptSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    end: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    exitCode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    /** Why the attempt did not finish; null if it did. */
    reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const countsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    recognized: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    reused: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    empty: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    failed: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
});
/** A task and its outcome: `metadata/tasks/<task>.json`. */
const taskRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    partition: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
    }),
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    slot: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    attempts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(attemptSchema),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    counts: countsSchema
});
/** Totals of a run: `images` is the sum of the counts. */
const totalsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...countsSchema.entries,
    images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    pages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    words: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    confidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    otherFiles: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    nodes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    tasks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    taskSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
});
/** A whole run: `metadata/run.json`. */
const runRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backend: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Null while the run is in progress, or if it was killed. */
    end: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** `cancelled` if a signal ended it early, `failed` if an error did. */
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['running', 'done', 'cancelled', 'failed']),
    /** Why it failed, in sentences; null if it did not. */
    problem: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), null),
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    totals: totalsSchema,
    /** Seconds of all tasks ÷ wall seconds; null if no task ran. */
    speedup: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    plan: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        slots: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        partitions: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            task: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
            bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
            estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        }))
    }),
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** URL of the workflow run on GitHub; null elsewhere. */
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The formats an image's text can be written in, by their names in the input `formats`. */
const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'];
/** Each format's file extension, which is Tesseract's own, and its folder in the results folder. */
const FORMAT_FILES = {
    txt: { folder: 'text', extension: '.txt' },
    hocr: { folder: 'hocr', extension: '.hocr' },
    tsv: { folder: 'tsv', extension: '.tsv' },
    alto: { folder: 'alto', extension: '.xml' },
    pdf: { folder: 'pdf', extension: '.pdf' }
};
/** What is known of a run when it begins: enough to finish it in another process. */
const originSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Id of the run. */
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backend: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** ISO 8601, in UTC. */
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The settings, without secrets. */
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    /** The columns that `key-pattern` makes: its named groups. */
    groups: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Files in the folder that are not images. */
    otherFiles: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});


/***/ }),

/***/ 6069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ unreadRow),
/* harmony export */   M1: () => (/* binding */ rowSchema),
/* harmony export */   Op: () => (/* binding */ rowColumns),
/* harmony export */   W0: () => (/* binding */ parseRow),
/* harmony export */   hA: () => (/* binding */ byImage)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);

/** Why an image has no text. */
const ERROR_CODES = [
    'unreadable-image',
    'unsupported-format',
    'git-lfs-pointer',
    'too-large',
    'timeout',
    'engine-failed',
    'lost'
];
const rowErrorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ code: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(ERROR_CODES), message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const counted = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const measured = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
/** The result of one image: one line of `results.jsonl`. Times are in seconds, sizes in bytes and pixels. */
const rowSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** The image's path, with forward slashes, relative to the working directory or, outside of it, to the named folder. */
    image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['recognized', 'reused', 'empty', 'failed']),
    /** `sha256:` and the digest of the bytes; null if they could not be read. */
    identity: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Digest of identity and engine: same key, same text. */
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    bytes: counted,
    format: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    width: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    height: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    pages: counted,
    words: counted,
    /** Mean confidence of the words, 0 to 100; null if there are none. */
    confidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(100))),
    /** Path of the text within the results folder; null if the image failed. */
    text: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** The columns that `key-pattern` makes; null for a group that did not match. */
    keys: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    error: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(rowErrorSchema),
    task: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    slot: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    attempt: counted,
    startedAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    seconds: measured,
    prepareSeconds: measured,
    recognizeSeconds: measured,
    /** The look that gave the text: 1, or 2 for the second look. */
    look: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([1, 2]),
    /** What the second look did to the image, whether or not its text was kept; null if there was none. */
    secondLook: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The fields of a row, in order; no group of `key-pattern` may have the same name. */
const rowColumns = Object.keys(rowSchema.entries);
/** Parses one line of `results.jsonl`; null if it is not a row, such as the truncated last line of a killed run. */
function parseRow(line) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(rowSchema, JSON.parse(line));
        return parsed.success ? parsed.output : null;
    }
    catch {
        return null;
    }
}
/** The row of an image that was not read: empty but for what is known of it. */
const unreadRow = ({ image, ...known }) => ({
    image,
    status: 'failed',
    identity: null,
    key: null,
    bytes: 0,
    format: null,
    width: null,
    height: null,
    pages: 0,
    words: 0,
    confidence: null,
    text: null,
    keys: {},
    error: null,
    task: null,
    node: null,
    slot: null,
    attempt: 0,
    startedAt: null,
    seconds: 0,
    prepareSeconds: 0,
    recognizeSeconds: 0,
    look: 1,
    secondLook: null,
    ...known
});
/** Compares rows by path in code unit order, which is the same on every machine. */
const byImage = (a, b) => a.image < b.image ? -1 : a.image > b.image ? 1 : 0;


/***/ }),

/***/ 1210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ partitionRecord),
/* harmony export */   Wf: () => (/* binding */ rounded),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/** Counts rows by status. */
function countsOf(rows) {
    const counts = { recognized: 0, reused: 0, empty: 0, failed: 0 };
    for (const { status } of rows)
        counts[status]++;
    return counts;
}
/** The totals of a run. The mean confidence is weighted by the words of each image. */
function totalsOf(rows, run) {
    const sum = (value) => rows.reduce((total, row) => total + value(row), 0);
    const words = sum((row) => row.words);
    const weighted = sum((row) => row.words * (row.confidence ?? 0));
    return {
        ...countsOf(rows),
        images: rows.length,
        pages: sum((row) => (row.status === 'failed' ? 0 : row.pages)),
        words,
        bytes: sum((row) => row.bytes),
        confidence: words === 0 ? null : rounded(weighted / words),
        otherFiles: run.otherFiles,
        nodes: run.nodes.length,
        tasks: run.tasks.length,
        taskSeconds: rounded(run.tasks.reduce((total, task) => total + task.seconds, 0))
    };
}
/** Rounds to two decimals, as seconds are in records. */
const rounded = (value) => Math.round(value * 100) / 100;
/** A partition as in the record of its task, with the paths of its images. */
const partitionRecord = (partition) => ({
    images: partition.images.map(({ path }) => path),
    bytes: partition.bytes,
    estimatedSeconds: rounded(partition.estimatedSeconds)
});


/***/ }),

/***/ 3229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ sampleTasks),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   xh: () => (/* binding */ SAMPLE_SCRIPT),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** The command of each task in Microsoft's sample: prints the ids of the task and of the node, on two lines. */
const SAMPLE_SCRIPT = 'echo $(printenv | grep ^AZ_BATCH_TASK_ID=) processed by; echo $(printenv | grep ^AZ_BATCH_NODE_ID=)';
/** The ids of the tasks: `mytask1` and so on. */
const sampleTasks = (count) => Array.from({ length: count }, (_, index) => `mytask${index + 1}`);
/** Writes the output of a task to the file that Microsoft's tutorial names. @returns its path, relative to the folder */
function writeOutput(folder, task, stdout) {
    const file = `taskoutputs/stdout${task.replace(/\D+/, '')}.txt`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'taskoutputs'), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), stdout);
    return file;
}
/** The outcome of tasks, with their nodes. */
function outcomeOf(tasks) {
    const shares = new Map();
    for (const { node } of tasks)
        if (node !== null)
            shares.set(node, (shares.get(node) ?? 0) + 1);
    const nodes = [...shares].map(([id, count]) => ({ id, tasks: count }));
    return { tasks, nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}


/***/ }),

/***/ 4648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/** Declares an input and infers the type of its value. */
const input = (declaration) => declaration;


/***/ }),

/***/ 411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  nA: () => (/* binding */ inputKeys),
  QL: () => (/* binding */ inputs),
  i9: () => (/* binding */ kebab),
  ht: () => (/* binding */ readingKeys),
  DX: () => (/* binding */ secretKeys)
});

// EXTERNAL MODULE: ./build/results/csv.js + 8 modules
var csv = __nccwpck_require__(3337);
// EXTERNAL MODULE: ./build/results/records.js
var records = __nccwpck_require__(399);
// EXTERNAL MODULE: ./build/settings/input.js
var input = __nccwpck_require__(4648);
// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __nccwpck_require__(4667);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __nccwpck_require__(7653);
;// CONCATENATED MODULE: ./build/settings/azure-inputs.js



/** Upper limit for nodes of one kind; the quota of most accounts is far lower. */
const MOST_NODES = 5000;
/** Upper limit in minutes for a job: the SAS of the nodes is valid for seven days (10,080 minutes). */
const MOST_MINUTES = 10_000;
/** The inputs of runs whose tasks run on Azure Batch. */
const azureInputs = {
    batchEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'url',
        meaning: 'Endpoint of the Batch account, `https://NAME.REGION.batch.azure.com`.',
        parse: parse_azure/* batchEndpoint */.iZ
    }),
    batchAccount: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'taken from the endpoint',
        placeholder: 'name',
        meaning: 'Name of the Batch account, if its endpoint does not begin with it.',
        parse: parse_azure/* accountName */.vi
    }),
    storageEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'url',
        meaning: 'Blob endpoint of the storage account that holds images and results while the job runs, `https://NAME.blob.core.windows.net`, or an address with the account name in the path.',
        parse: parse_azure/* storageEndpoint */.Vl
    }),
    tenantId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Microsoft Entra tenant ID of the application. Without `tenant-id`, `client-id` and account keys, the Azure CLI login is used.',
        parse: parse_azure/* tenantId */.i8
    }),
    clientId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Client ID of a Microsoft Entra application that has a federated credential for this repository. The job needs `permissions: id-token: write`.',
        parse: parse_azure/* clientId */.L2
    }),
    batchAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: 'Shared key of the Batch account, instead of Microsoft Entra ID. On the command line, set `AZURE_BATCH_ACCESS_KEY` instead: other users of the machine can see command-line options.',
        parse: parse_azure/* accountKey */.LQ
    }),
    storageAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: 'Shared key of the storage account, instead of Microsoft Entra ID. On the command line, set `AZURE_STORAGE_KEY` instead.',
        parse: parse_azure/* accountKey */.LQ
    }),
    pool: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'a new pool, which is deleted after the job',
        placeholder: 'id',
        meaning: 'ID of an existing pool, which is kept after the job.',
        parse: parse_azure/* poolId */.C9
    }),
    nodeIdentity: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Resource ID of a managed identity that is assigned to `pool`. Nodes access the storage account with it, and no SAS is created.',
        parse: parse_azure/* identityId */.Kf
    }),
    vmSize: (0,input/* input */.h)({
        fallback: 'Standard_D4s_v5',
        placeholder: 'size',
        meaning: 'VM size of a new pool.',
        parse: parse_azure/* vmSize */.Pj
    }),
    vmImage: (0,input/* input */.h)({
        fallback: 'canonical:ubuntu-24_04-lts:server',
        placeholder: 'image',
        meaning: 'VM image of a new pool, `publisher:offer:sku`: a Debian or Ubuntu image that Batch supports.',
        parse: parse_azure/* vmImage */.J0
    }),
    nodes: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'Number of dedicated nodes of a new pool.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    spotNodes: (0,input/* input */.h)({
        fallback: '0',
        placeholder: 'number',
        meaning: 'Number of Spot nodes of a new pool. They cost less, but Azure can evict them; their tasks then run again.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    batchApiVersion: (0,input/* input */.h)({
        fallback: '2025-06-01',
        placeholder: 'version',
        meaning: 'API version of the Batch service. The Azure CLI uses `2022-10-01.16.0`.',
        parse: parse_azure/* apiVersion */.XV
    }),
    taskRetries: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'Number of times that a failed task is retried.',
        parse: (0,parse/* wholeNumber */.rD)(0, 100)
    }),
    taskTimeout: (0,input/* input */.h)({
        fallback: '60',
        placeholder: 'minutes',
        meaning: 'Maximum number of minutes for one task.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    }),
    jobTimeout: (0,input/* input */.h)({
        fallback: '300',
        placeholder: 'minutes',
        meaning: 'Maximum number of minutes for the whole job, including the wait for nodes. Then Batch terminates the job, even if nothing monitors it.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    })
};

;// CONCATENATED MODULE: ./build/settings/inputs.js





/** The inputs of every run, wherever its tasks run. */
const runInputs = {
    images: (0,input/* input */.h)({
        fallback: 'images',
        placeholder: 'patterns',
        meaning: 'Folders, files or glob patterns, one per line. A pattern that begins with `!` excludes.',
        parse: parse/* lines */.Mn
    }),
    languages: (0,input/* input */.h)({
        fallback: 'eng',
        placeholder: 'list',
        meaning: 'Tesseract languages, such as `eng+fra`.',
        parse: parse/* languages */.eo
    }),
    formats: (0,input/* input */.h)({
        fallback: 'txt',
        placeholder: 'list',
        meaning: 'Output formats, separated by commas or spaces: any of `txt hocr tsv alto pdf`. One recognition creates them all.',
        parse: (0,parse/* anyOf */.EB)(...records/* FORMATS */.hR)
    }),
    pageSegmentationMode: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "Tesseract's default (3)",
        placeholder: 'mode',
        meaning: 'Tesseract page segmentation mode, 0 to 13. Use 7 or 13 for images of a single line.',
        parse: (0,parse/* wholeNumber */.rD)(0, 13)
    }),
    dpi: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'estimated by Tesseract',
        placeholder: 'number',
        meaning: 'Resolution to assume for images that do not specify one.',
        parse: (0,parse/* wholeNumber */.rD)(70, 2400)
    }),
    prepare: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When ImageMagick converts an image to TIFF before it is read. `auto`: only if Tesseract cannot read the image, or would read it incorrectly (orientation tag, tiled or floating-point TIFF, unsupported format); `always`: every image; `never`: ImageMagick is not used, and there is no second look.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    secondLook: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Read an image again if the first result is doubtful (low confidence, or a resolution that Tesseract estimates below 150 dpi), after it is scaled, deskewed and rotated. The text with the higher confidence is kept, and the row records which look it came from.',
        parse: parse/* yesNo */.Lm
    }),
    deskew: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When to straighten skewed pages. `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    rotate: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When to rotate pages that are sideways or upside down. `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    keyPattern: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'regexp',
        meaning: 'Regular expression that is matched against the path of each image. Its named groups become columns, for example `(?<phone>\\+?\\d{8,15})`.',
        parse: (0,parse/* keyPattern */._H)((0,csv/* csvColumns */.s)([]))
    }),
    imageTimeout: (0,input/* input */.h)({
        fallback: '120',
        placeholder: 'seconds',
        meaning: 'Maximum number of seconds for one image.',
        parse: (0,parse/* seconds */.YA)(86_400)
    }),
    maxPixels: (0,input/* input */.h)({
        fallback: '200000000',
        placeholder: 'number',
        meaning: 'Maximum number of pixels of an image. Larger images fail without being read.',
        parse: (0,parse/* wholeNumber */.rD)(1, 10_000_000_000)
    }),
    backend: (0,input/* input */.h)({
        fallback: 'local',
        placeholder: 'name',
        meaning: 'Where the job runs. `local`: on this machine; `azure-batch`: on the nodes of an Azure Batch pool.',
        parse: (0,parse/* oneOf */.yL)('local', 'azure-batch')
    }),
    slots: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the number of cores of the node',
        placeholder: 'number',
        meaning: 'Number of tasks that run on one node at the same time.',
        parse: (0,parse/* wholeNumber */.rD)(1, 256)
    }),
    partitions: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'number',
        meaning: 'Number of partitions. `auto`: enough small partitions, largest images first, to keep every slot busy until the end.',
        parse: parse/* partitions */.Mo
    }),
    shard: (0,input/* input */.h)({
        fallback: '1/1',
        placeholder: 'i/n',
        meaning: 'Part of the images to read, `i/n`, if several runners share a run.',
        parse: parse/* shard */.B5
    }),
    reuse: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Keep earlier results whose key (image, engine and settings) is unchanged. On GitHub, the results of earlier runs are restored from the cache.',
        parse: parse/* yesNo */.Lm
    }),
    install: (0,input/* input */.h)({
        fallback: '',
        shownDefault: '`true` on GitHub, `false` on the command line',
        meaning: 'Install ImageMagick, Tesseract and languages if they are missing.',
        parse: parse/* yesNo */.Lm
    }),
    results: (0,input/* input */.h)({
        fallback: 'ocr-results',
        placeholder: 'folder',
        meaning: 'Path of the results folder.',
        parse: parse/* text */.Qq
    }),
    artifactName: (0,input/* input */.h)({
        fallback: 'ocr',
        placeholder: 'prefix',
        meaning: 'Prefix of the names of the two artifacts, `…-text` and `…-metadata`.',
        parse: parse/* artifactName */.Cs
    }),
    artifactRetentionDays: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the setting of the repository',
        placeholder: 'days',
        meaning: 'Number of days to keep the artifacts.',
        parse: (0,parse/* wholeNumber */.rD)(1, 400)
    }),
    failOn: (0,input/* input */.h)({
        fallback: 'any',
        placeholder: 'when',
        meaning: 'How many failed images fail the run: `any`, `all`, `never`, or more than a share, such as `5%`.',
        parse: parse/* failOn */.Ko
    }),
    wait: (0,input/* input */.h)({
        fallback: 'true',
        meaning: '`false`: submit the job and return (`azure-batch` only). `collect` fetches the results.',
        parse: parse/* yesNo */.Lm
    })
};
/**
 * Every input of the product by its name in the code. The public names are the same in kebab case (`kebab`). This
 * declaration is the only source of their names and descriptions: `tools/contracts.ts` generates `action.yml` files and
 * tables from it, and the command line its options.
 */
const inputs = { ...runInputs, ...azureInputs };
/** Inputs with a secret value, which must not appear in a record or a log. */
const secretKeys = Object.keys(inputs).filter((key) => inputs[key].secret);
/** The keys of the inputs, in the order of the declaration. */
const inputKeys = Object.keys(inputs);
/** Inputs that, together with the images, determine the texts and tables of a run. */
const readingKeys = [
    ...['languages', 'formats', 'pageSegmentationMode', 'dpi'],
    ...['prepare', 'secondLook', 'deskew', 'rotate'],
    ...['keyPattern', 'imageTimeout', 'maxPixels']
];
/** The public name of an input: `pageSegmentationMode` is `page-segmentation-mode`. */
const kebab = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);


/***/ }),

/***/ 7653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ poolId),
/* harmony export */   J0: () => (/* binding */ vmImage),
/* harmony export */   KW: () => (/* binding */ age),
/* harmony export */   Kf: () => (/* binding */ identityId),
/* harmony export */   L2: () => (/* binding */ clientId),
/* harmony export */   LQ: () => (/* binding */ accountKey),
/* harmony export */   Pj: () => (/* binding */ vmSize),
/* harmony export */   Vl: () => (/* binding */ storageEndpoint),
/* harmony export */   Ws: () => (/* binding */ LOOPBACK),
/* harmony export */   XV: () => (/* binding */ apiVersion),
/* harmony export */   i8: () => (/* binding */ tenantId),
/* harmony export */   iZ: () => (/* binding */ batchEndpoint),
/* harmony export */   vi: () => (/* binding */ accountName)
/* harmony export */ });
/* unused harmony export endpoint */
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4667);

/** A text that matches a regular expression, trimmed. `expected` completes "must be …". */
const matching = (form, expected) => (given) => {
    const text = given.trim();
    if (form.test(text))
        return text;
    throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, expected);
};
/** Hosts of this machine, to which connections need no encryption. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/**
 * The URL of a service, without a trailing slash. A bare host, as the Azure CLI prints it, means https.
 *
 * @param path the paths that are allowed
 * @param example shown if the text is not a valid URL
 */
const endpoint = (path, example) => (given) => {
    const expected = `a URL such as ${example}`;
    const text = given.trim();
    const address = text.includes('://') ? text : `https://${text}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    // A URL with a signature or password is not repeated in the message, which may end up in a log.
    if (url === null)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`must be ${expected}.`);
    if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`must be ${expected}, without credentials, query or fragment.`);
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(text, 'an https URL, because keys and tokens are sent to it');
    const tail = url.pathname.replace(/\/+$/, '');
    if (!/^https?:$/.test(url.protocol) || !path.test(tail))
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(text, expected);
    return url.origin + tail;
};
/** The endpoint of a Batch account. */
const batchEndpoint = endpoint(/^$/, 'https://NAME.REGION.batch.azure.com');
/** The Blob endpoint of a storage account. The account name may be in the path, as with Azurite. */
const storageEndpoint = endpoint(/^(\/[^/]+)?$/, 'https://NAME.blob.core.windows.net');
/** The name of a Batch account. */
const accountName = matching(/^[a-z0-9]{3,24}$/, 'an account name of 3 to 24 lowercase letters and digits');
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The client ID of an application, a GUID. */
const clientId = matching(new RegExp(`^${GUID}$`, 'i'), 'an application (client) ID, such as 00000000-0000-0000-0000-000000000000');
/** The ID of a tenant: a GUID, or one of its domains. */
const tenantId = matching(new RegExp(`^(${GUID}|[a-z0-9-]+(\\.[a-z0-9-]+)+)$`, 'i'), 'a directory (tenant) ID, or a domain such as contoso.onmicrosoft.com');
/** The shared key of an account: a secret, so it is not repeated in messages. */
const accountKey = (given) => {
    const key = given.trim();
    if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(key) && key.length % 4 === 0)
        return key;
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7('is not an account key. Copy the whole key from "Access keys" in the Azure portal, or from `az … keys list`.');
};
/** The ID of a pool. */
const poolId = matching(/^[A-Za-z0-9_-]{1,64}$/, 'a pool ID of 1 to 64 letters, digits, hyphens and underscores');
/** The resource ID of a user-assigned managed identity. */
const identityId = matching(/^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i, 'the resource ID of a user-assigned managed identity, /subscriptions/…/userAssignedIdentities/NAME');
/** The name of a VM size. The service decides whether the size exists. */
const vmSize = matching(/^[A-Za-z][A-Za-z0-9_-]{1,63}$/, 'a VM size, such as Standard_D4s_v5');
/** `publisher:offer:sku`. */
const vmImage = (given) => {
    const [, publisher, offer, sku] = /^([\w.-]+):([\w.-]+):([\w.-]+)$/.exec(given.trim()) ?? [];
    if (publisher && offer && sku)
        return { publisher, offer, sku };
    throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, 'publisher:offer:sku, such as canonical:ubuntu-24_04-lts:server');
};
/** A version of the Batch API. */
const apiVersion = matching(/^\d{4}-\d{2}-\d{2}(\.\d+\.\d+)?$/, 'an API version, such as 2025-06-01 or 2022-10-01.16.0');
const HOURS = { m: 1 / 60, h: 1, d: 24 };
/** An age in milliseconds: `90m`, `12h`, `2d`, or a number of hours. */
const age = (given) => {
    const [, number, unit = 'h'] = /^(\d{1,6}(?:\.\d+)?)([mhd])?$/.exec(given.trim().toLowerCase()) ?? [];
    if (number === undefined)
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, 'an age such as 90m, 12h or 2d');
    return Math.round(Number(number) * HOURS[unit] * 3_600_000);
};


/***/ }),

/***/ 4667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ shard),
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   Ko: () => (/* binding */ failOn),
/* harmony export */   Lm: () => (/* binding */ yesNo),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Mo: () => (/* binding */ partitions),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   S7: () => (/* binding */ InputProblem),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   _H: () => (/* binding */ keyPattern),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   eo: () => (/* binding */ languages),
/* harmony export */   os: () => (/* binding */ unexpected),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony exports quoted, listed */
/**
 * Parsers of the inputs. A parser gets the text of an input (never empty: an empty input means its default) and returns
 * its value, or throws an `InputProblem`.
 */
/** An invalid input. The message completes the sentence "Input `name` …". */
class InputProblem extends Error {
}
/** A given text for a message, shortened. Not for texts that may be secret. */
const quoted = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
/** The problem of a text that is not what is `expected`, which completes "must be …". */
const unexpected = (given, expected) => new InputProblem(`must be ${expected}, not ${quoted(given)}.`);
/** Any text, trimmed. */
const text = (given) => given.trim();
/** A boolean, as written in YAML. */
const yesNo = (given) => {
    const word = given.trim().toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(word))
        return true;
    if (['false', 'no', 'off', '0'].includes(word))
        return false;
    throw unexpected(given, 'true or false');
};
/** One of the given words. */
const oneOf = (...words) => (given) => {
    const word = given.trim().toLowerCase();
    if (words.includes(word))
        return word;
    throw unexpected(given, listed(words));
};
/** One or more of the given words, separated by commas or white space; returned in the order of the declaration. */
const anyOf = (...words) => (given) => {
    const chosen = given
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
    const unknown = chosen.filter((word) => !words.includes(word));
    if (unknown.length > 0) {
        throw new InputProblem(`has the unknown value ${unknown.map(quoted).join(', ')}. Possible values: ${words.join(', ')}.`);
    }
    if (chosen.length === 0)
        throw unexpected(given, `one or more of ${words.join(', ')}`);
    return words.filter((word) => chosen.includes(word));
};
/** A whole number within bounds, both inclusive. */
const wholeNumber = (least, most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+$/.test(given.trim()) && number >= least && number <= most)
        return number;
    throw unexpected(given, `a whole number from ${least} to ${most}`);
};
const amount = (unit) => (most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most)
        return number;
    throw unexpected(given, `a number of ${unit} greater than 0 and at most ${most}`);
};
/** A number of seconds, which may be fractional. */
const seconds = amount('seconds');
/** A number of minutes, which may be fractional. */
const minutes = amount('minutes');
/** Lines of text, without blank lines. */
const lines = (given) => given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
/** Tesseract languages, joined by plus signs as in Tesseract, or separated by commas or white space. */
const languages = (given) => {
    const names = given.split(/[+,\s]+/).filter(Boolean);
    const wrong = names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_]+)?$/.test(name));
    if (names.length === 0 || wrong.length > 0)
        throw unexpected(given, 'Tesseract languages, such as eng or eng+fra');
    return [...new Set(names)];
};
/** `i/n`, with 1 ≤ i ≤ n. */
const shard = (given) => {
    const [, index, count] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(given) ?? [];
    if (Number(index) >= 1 && Number(index) <= Number(count)) {
        return { index: Number(index), count: Number(count) };
    }
    throw unexpected(given, 'i/n with i from 1 to n, such as 2/4');
};
/** `any`, `all`, `never`, or a share such as `5%`. */
const failOn = (given) => {
    const word = given.trim().toLowerCase();
    if (word === 'any' || word === 'all' || word === 'never')
        return { when: word };
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(word)?.[1];
    if (percent !== undefined && Number(percent) <= 100) {
        return { when: 'share', share: Number(percent) / 100 };
    }
    throw unexpected(given, 'any, all, never, or a share such as 5%');
};
/** `auto`, or a number of partitions. */
const partitions = (given) => {
    if (given.trim().toLowerCase() === 'auto')
        return 'auto';
    try {
        return wholeNumber(1, 100_000)(given);
    }
    catch {
        throw unexpected(given, 'auto, or a whole number from 1 to 100000');
    }
};
/** A regular expression with named groups, none of which is in `taken`, the names of the table's own columns. */
const keyPattern = (taken) => (given) => {
    const pattern = compiled(given);
    const groups = groupsOf(pattern);
    if (groups.length === 0) {
        throw new InputProblem(`has no named group, so it creates no column. Add a named group, such as (?<phone>\\d+).`);
    }
    const clashing = groups.filter((group) => taken.includes(group));
    if (clashing.length > 0) {
        throw new InputProblem(`has the group ${listed(clashing)}, which is already a column of the table. Choose another name.`);
    }
    return pattern;
};
/** The named groups of a pattern. The empty alternative makes it match the empty text, so that all groups are present. */
const groupsOf = (pattern) => Object.keys(new RegExp(`${pattern.source}|`).exec('')?.groups ?? {});
function compiled(source) {
    try {
        return new RegExp(source);
    }
    catch (error) {
        throw new InputProblem(`is not a valid regular expression: ${error.message}.`, {
            cause: error
        });
    }
}
/** A prefix of artifact names, without the characters that GitHub rejects (actions/toolkit, path-and-artifact-name-validation). */
const artifactName = (given) => {
    const name = given.trim();
    if (/^[^":<>|*?\r\n\\/]{1,200}$/.test(name))
        return name;
    throw unexpected(given, 'a name of at most 200 characters, without line breaks and without " : < > | * ? \\ /');
};
/** Words as a list in a sentence: `a, b or c`. */
const listed = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;


/***/ }),

/***/ 4663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SettingsError),
/* harmony export */   t: () => (/* binding */ settingsRecord)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(411);

/** Invalid inputs. `problems` has one whole sentence for each problem. */
class SettingsError extends Error {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/** The settings as plain JSON for records and logs, without secrets. */
function settingsRecord(settings) {
    return Object.fromEntries(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputKeys */ .nA
        .filter((key) => !_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .secretKeys */ .DX.includes(key))
        .map((key) => {
        const value = settings[key];
        return [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .kebab */ .i9)(key), value instanceof RegExp ? value.source : value];
    }));
}


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/commander/index.js
var commander = __nccwpck_require__(8909);
;// CONCATENATED MODULE: ./node_modules/commander/esm.mjs


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = commander;

// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __nccwpck_require__(7656);
// EXTERNAL MODULE: ./build/engine/install.js
var engine_install = __nccwpck_require__(4740);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __nccwpck_require__(4663);
// EXTERNAL MODULE: ./build/engine/tesseract/models.js
var models = __nccwpck_require__(2886);
// EXTERNAL MODULE: ./build/engine/toolbox.js
var engine_toolbox = __nccwpck_require__(4768);
;// CONCATENATED MODULE: ./build/engine/programs.js




/** A required program is not installed. The message says how to install it. */
class ProgramMissing extends Error {
}
/** A second round, because ImageMagick may be installed without a decoder that only then is found to be missing. */
const INSTALL_ROUNDS = 2;
/**
 * Checks that the programs that a run needs are installed, and with `install` installs those that are missing.
 *
 * @param images the requirements of the run's images
 * @param opened the toolbox before anything is installed
 * @throws ProgramMissing if Tesseract is missing; SettingsError if the model of a language is missing; InstallError if
 *   one of them cannot be installed
 */
async function readyToolbox(settings, images, opened, env, listener, signal) {
    const needs = { ...images, models: (0,models/* neededModels */.A)(settings) };
    let toolbox = await opened;
    for (let round = 1; settings.install && round <= INSTALL_ROUNDS; round++) {
        const missing = (0,engine_install/* missingPackages */.K$)(toolbox, needs);
        if (missing.length === 0 || !(await install(missing, env, listener, signal)))
            break;
        toolbox = await (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    }
    assertReady(toolbox, needs, settings, listener);
    return toolbox;
}
/**
 * Installs packages. If only some images need them, failing to install them is no more than a warning.
 *
 * @returns whether they are installed now
 * @throws InstallError if no image can be read without them
 */
async function install(missing, env, listener, signal) {
    listener.say(`Installing ${missing.join(', ')}.`);
    try {
        await (0,engine_install/* installMissing */.G4)(missing, env, signal, (text) => listener.output(text));
        return true;
    }
    catch (error) {
        if (!(error instanceof engine_install/* InstallError */.sy) || missing.some(engine_install/* isRequired */.gx))
            throw error;
        listener.warn(error.message);
        return false;
    }
}
function assertReady(toolbox, needs, settings, listener) {
    if (!toolbox.tesseract) {
        throw new ProgramMissing(`Tesseract is not installed, so no image can be read. Run with --install, or: ${(0,engine_install/* remedy */.zL)((0,engine_install/* missingPackages */.K$)(toolbox, needs))}`);
    }
    const missing = (0,engine_install/* missingModels */.Ne)(toolbox, needs.models);
    if (missing.length > 0) {
        const input = needs.models === settings.languages ? 'languages' : 'page-segmentation-mode';
        const installed = toolbox.languages.join(', ') || 'none';
        throw new settings_settings/* SettingsError */.G([
            `Input \`${input}\` needs models of Tesseract that are not installed: ${missing.join(', ')} (installed: ${installed}). Run with --install, or: ${(0,engine_install/* remedy */.zL)((0,engine_install/* missingPackages */.K$)(toolbox, needs))}`
        ]);
    }
    if (!toolbox.imageMagick) {
        listener.warn(`ImageMagick is not installed: images that must be prepared will fail, and no image gets a second look. Run with --install, or: ${(0,engine_install/* remedy */.zL)(['imagemagick'])}`);
    }
    const { tesseract, imageMagick } = toolbox;
    listener.say(`Tesseract ${tesseract.version} with ${needs.models.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(4006);
;// CONCATENATED MODULE: ./build/images/walk.js


/**
 * Walks a folder in code unit order, without hidden names and those that `skip` matches. A link to a file is followed if
 * it stays within the folder; otherwise it is an `escape`. Links to folders are not entered: a target within the folder
 * is found at its own path.
 */
function walk(root, skip) {
    const home = (0,external_node_fs_.realpathSync)(root);
    const entries = [];
    const unlisted = [];
    const visit = (folder, shownFolder) => {
        for (const dirent of list(folder, shownFolder, unlisted)) {
            const name = showName(dirent.name);
            const shown = (0,external_node_path_.join)(shownFolder, name);
            if (name.startsWith('.') || skip(shown))
                continue;
            const path = Buffer.concat([folder, Buffer.from(external_node_path_.sep), dirent.name]);
            if (dirent.isDirectory())
                visit(path, shown);
            else
                entries.push({ file: asPath(path), shown, kind: kindOf(dirent, path, home) });
        }
    };
    visit(Buffer.from((0,external_node_path_.resolve)(root)), (0,external_node_path_.resolve)(root));
    return { entries: entries.filter((entry) => !isFolderLink(entry)), unlisted };
}
function list(folder, shown, unlisted) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true, encoding: 'buffer' }).sort((a, b) => Buffer.compare(a.name, b.name));
    }
    catch (error) {
        unlisted.push({ folder: shown, reason: error.code ?? String(error) });
        return [];
    }
}
function kindOf(dirent, path, home) {
    if (dirent.isFile())
        return 'file';
    return dirent.isSymbolicLink() ? linkKind(path, home) : 'special';
}
/** The kind of a link's target; a broken link counts as leaving the folder. */
function linkKind(path, home) {
    try {
        const target = (0,external_node_fs_.realpathSync)(path);
        if (!isWithin(home, target))
            return 'escape';
        return (0,external_node_fs_.statSync)(path).isFile() ? 'file' : 'special';
    }
    catch {
        return 'escape';
    }
}
function isFolderLink(entry) {
    if (entry.kind !== 'special')
        return false;
    try {
        return (0,external_node_fs_.lstatSync)(entry.file).isSymbolicLink() && (0,external_node_fs_.statSync)(entry.file).isDirectory();
    }
    catch {
        return false;
    }
}
/** Whether a path is the folder itself or lies within it; both absolute. */
function isWithin(folder, path) {
    const steps = (0,external_node_path_.relative)(folder, path);
    return steps === '' || !(steps === '..' || steps.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(steps));
}
const asPath = (path) => {
    const text = path.toString('utf8');
    return Buffer.from(text, 'utf8').equals(path) ? text : path;
};
const decoder = new TextDecoder('utf-8', { fatal: true });
/** A name as text: valid UTF-8 as it is; otherwise each byte that is not ASCII as `%FF`. */
function showName(name) {
    try {
        return decoder.decode(name);
    }
    catch {
        return [...name]
            .map((byte) => byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`)
            .join('');
    }
}

;// CONCATENATED MODULE: ./build/images/select.js




/** A pattern names a folder or file that does not exist. The message is a complete sentence. */
class PatternError extends Error {
}
const GLOB = { dot: false, nonegate: true };
/**
 * Selects files by patterns: a folder (everything in it), a file, or a glob; lines that begin with `!` exclude.
 *
 * @param patterns the lines of the input
 * @param cwd absolute working directory
 * @param results absolute results folder, which is never read
 * @throws PatternError with every folder and file that does not exist
 */
function select_select(patterns, cwd, results) {
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const roots = wanted.map((pattern) => rootOf(pattern, cwd));
    const missing = roots.map((root) => root.base).filter((base) => !exists(base));
    if (missing.length > 0 || wanted.length === 0)
        throw new PatternError(missingMessage(missing));
    const base = commonBase(roots, cwd);
    const pathOf = (shown) => (0,external_node_path_.relative)(isWithin(cwd, shown) ? cwd : base, shown)
        .split(external_node_path_.sep)
        .join('/');
    const excluded = excluder(patterns, cwd);
    const files = new Map();
    const unlisted = [];
    for (const root of roots) {
        const found = entriesOf(root, realPath(results));
        unlisted.push(...found.unlisted);
        for (const entry of found.entries) {
            if (!root.matches(entry.shown) || excluded(entry.shown))
                continue;
            const path = uniquePath(pathOf(entry.shown), entry, files);
            files.set(path, { ...entry, path, named: root.isFile || files.get(path)?.named === true });
        }
    }
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: sorted, unlisted };
}
/** A path that no other file has: two files may have the same one, from two folders or as bytes that are not UTF-8. */
function uniquePath(path, entry, files) {
    const isTaken = (name) => {
        const other = files.get(name);
        return other !== undefined && !Buffer.from(other.file).equals(Buffer.from(entry.file));
    };
    let name = path;
    for (let n = 2; isTaken(name); n++)
        name = path.replace(/(\.[^./]*)?$/, `~${n}$1`);
    return name;
}
function rootOf(pattern, cwd) {
    const path = (0,external_node_path_.resolve)(cwd, pattern);
    if (exists(path) || !picomatch.scan(pattern).isGlob) {
        const isFile = !(0,external_node_fs_.existsSync)(path) || !(0,external_node_fs_.statSync)(path).isDirectory();
        return { base: path, isFile, matches: () => true };
    }
    const { base, glob } = picomatch.scan(pattern);
    const folder = (0,external_node_path_.resolve)(cwd, base || '.');
    const matches = picomatch(glob, GLOB);
    return {
        base: folder,
        isFile: false,
        matches: (shown) => matches((0,external_node_path_.relative)(folder, shown).split(external_node_path_.sep).join('/'))
    };
}
/** Whether there is something at this path, even a broken link. */
const exists = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
function entriesOf(root, results) {
    if (!root.isFile) {
        const home = realPath(root.base);
        return walk(root.base, (shown) => (0,external_node_path_.join)(home, (0,external_node_path_.relative)(root.base, shown)) === results);
    }
    const home = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(root.base));
    let kind = 'escape';
    try {
        const inside = isWithin(home, (0,external_node_fs_.realpathSync)(root.base));
        kind = !inside ? 'escape' : (0,external_node_fs_.statSync)(root.base).isFile() ? 'file' : 'special';
    }
    catch {
        // A broken link is treated like one that leaves the folder.
    }
    return { entries: [{ file: root.base, shown: root.base, kind }], unlisted: [] };
}
/** The path with all links resolved; unchanged if it does not exist yet. */
const realPath = (path) => ((0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.realpathSync)(path) : path);
function excluder(patterns, cwd) {
    const tests = patterns
        .filter((pattern) => pattern.startsWith('!'))
        .map((pattern) => pattern.slice(1).trim())
        .map((pattern) => excludes(pattern, cwd));
    return (shown) => tests.some((test) => test(shown));
}
/** An exclude is a folder, a file or a glob; a glob without a slash matches names at any depth, as in .gitignore. */
function excludes(pattern, cwd) {
    const path = (0,external_node_path_.resolve)(cwd, pattern);
    if ((0,external_node_fs_.existsSync)(path))
        return (shown) => isWithin(path, shown);
    if (!pattern.includes('/')) {
        const matches = picomatch(pattern, GLOB);
        return (shown) => shown.split(external_node_path_.sep).some((part) => matches(part));
    }
    const { base, glob } = picomatch.scan(pattern);
    const folder = (0,external_node_path_.resolve)(cwd, base || '.');
    const matches = picomatch(glob || (0,external_node_path_.basename)(pattern), GLOB);
    return (shown) => isWithin(folder, shown) && matches((0,external_node_path_.relative)(folder, shown).split(external_node_path_.sep).join('/'));
}
/** Images outside the working directory have paths relative to the folder that all patterns out there share. */
function commonBase(roots, cwd) {
    const outside = roots.map((root) => root.base).filter((base) => !isWithin(cwd, base));
    let common = (0,external_node_path_.dirname)(outside[0] ?? (0,external_node_path_.join)(cwd, '_'));
    while (!outside.every((base) => isWithin(common, (0,external_node_path_.dirname)(base))))
        common = (0,external_node_path_.dirname)(common);
    return common;
}
const missingMessage = (missing) => missing.length === 0
    ? 'Input `images` names nothing to read; name a folder, a file or a glob.'
    : missing
        .map((path) => `Input \`images\` names ${path}, which does not exist; check the path.`)
        .join('\n');

// EXTERNAL MODULE: ./build/lib/abort.js + 1 modules
var abort = __nccwpck_require__(1775);
;// CONCATENATED MODULE: ./build/lib/escape.js
/**
 * Characters that must not be shown as they are: control characters, which break lines and terminals; direction marks,
 * which make one name look like another; zero-width characters; lone surrogates.
 */
const INVISIBLE = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches.
/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
/** Untrusted text on one line: each invisible character is replaced by its code, such as `\u202e`. */
const escapeInvisible = (text) => text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Shortens text to the given number of characters: `…` replaces its middle. */
function clip(text, most) {
    if (text.length <= most)
        return text;
    const characters = Array.from(text);
    if (characters.length <= most)
        return text;
    const end = Math.floor((most - 1) / 2);
    const beginning = most - 1 - end;
    return `${characters.slice(0, beginning).join('')}…${characters.slice(-end).join('')}`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};
/** Untrusted text as HTML, for an element or a quoted attribute. */
const escapeHtml = (text) => escapeInvisible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/**
 * A path within the results folder as a relative URL, each segment encoded; null if it leads out of the folder, since
 * rows may come from an untrusted table.
 */
function relativeUrl(path) {
    const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
        return null;
    // Without "./", a first segment with a colon would be a scheme.
    return `./${segments.map(encodeURIComponent).join('/')}`;
}
/** Punctuation that has a meaning in Markdown or on GitHub within a line. */
const MARKUP = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./gi;
/** GitHub makes links and emoji of these even as entities: mentions, issues, addresses, `:emoji:`. */
const LINKING = '@#:.';
/** Turns punctuation into entities, which are never markup; a separator keeps GitHub from making links of them. */
const encoded = (text, separator) => escapeInvisible(text).replace(MARKUP, (mark) => {
    const entity = `&#${mark.charCodeAt(0)};`;
    return LINKING.includes(mark) ? `${separator}${entity}${separator}` : entity;
});
/** A sentence with untrusted text in it, as text in Markdown or in a cell of a Markdown table. */
const markdownText = (text) => encoded(text, '\u2060');
/** An untrusted name as code in Markdown or in a cell of a Markdown table. It can be copied exactly. */
const markdownCode = (text) => `<code>${encoded(text, '<!-- -->')}</code>`;

;// CONCATENATED MODULE: ./build/lib/exit-codes.js
/** The exit codes of the command. Scripts rely on them; the README's table is tested against them. */
const exitCodes = {
    done: 0,
    /** More images failed than `fail-on` allows. */
    imagesFailed: 1,
    /** Wrong usage or invalid input; nothing was started. */
    badInput: 2,
    /** The run itself failed. */
    runFailed: 3,
    /** The code that shells use for SIGINT. */
    cancelled: 130
};

// EXTERNAL MODULE: ./build/lib/process.js
var process = __nccwpck_require__(8377);
// EXTERNAL MODULE: ./build/settings/input.js
var input = __nccwpck_require__(4648);
// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var inputs = __nccwpck_require__(411);
;// CONCATENATED MODULE: ./build/settings/outputs.js
/** Names and descriptions of the outputs of delivered results. `action.yml` files and tables are generated from these. */
const outputs = {
    'run-id': 'ID of the run, which identifies it in its records.',
    'job-id': 'ID of the job on the backend; on `local`, the same as `run-id`.',
    images: 'Number of images found.',
    recognized: 'Number of images that were read in this run.',
    reused: 'Number of images whose earlier result was kept.',
    empty: 'Number of images without text.',
    failed: 'Number of images that could not be read. The table lists each of them.',
    pages: 'Number of pages of the images with text.',
    confidence: 'Mean confidence of the words, 0 to 100. Empty if there are no words.',
    nodes: 'Number of nodes that ran tasks.',
    seconds: 'Duration of the run in seconds.',
    results: 'Path of the results folder.',
    'text-artifact-id': 'ID of the artifact with the texts and tables.',
    'text-artifact-url': 'URL of the artifact with the texts and tables.',
    'text-artifact-digest': 'SHA-256 digest of the artifact with the texts and tables.',
    'metadata-artifact-id': 'ID of the artifact with the report and the metadata of nodes and tasks.',
    'metadata-artifact-url': 'URL of the artifact with the report and the metadata of nodes and tasks.',
    'metadata-artifact-digest': 'SHA-256 digest of the artifact with the report and the metadata of nodes and tasks.'
};
/** The outputs of a submission. */
const submitOutputs = {
    'run-id': outputs['run-id'],
    'job-id': 'ID of the Batch job.',
    handle: 'JSON by which `collect` finds the run. It contains no secret.',
    'handle-file': 'Path of a file that contains the handle.',
    images: outputs.images
};
/** The outputs of the main action, which is a submission if `wait` is false. */
const runOutputs = {
    ...outputs,
    handle: 'With `wait: false`, JSON by which `collect` finds the run. It contains no secret.',
    'handle-file': 'With `wait: false`, path of a file that contains the handle.'
};
/** The outputs of a sweep. */
const sweepOutputs = {
    jobs: 'Number of jobs removed.',
    pools: 'Number of pools removed.',
    containers: 'Number of containers removed.'
};
/** The outputs of a report in an issue or a comment. */
const reportOutputs = {
    number: 'Number of the issue or pull request. Empty if nothing was written.',
    url: 'URL of the issue or comment. Empty if nothing was written.'
};
/** The outputs of a search for changed images. */
const changedOutputs = {
    images: 'The changed images, one per line, for the input `images` of other actions. Without a pull request, the value of the input `images`. Empty if no image changed: check `count` first, because an empty input means its default.',
    count: 'Number of changed images. Empty if all images are selected.'
};
/** The outputs of a check for unchanged images. */
const checkUnchangedOutputs = {
    key: 'Cache key of the results of these images, for the input `cache-key` of `merge`.',
    unchanged: '`true` if there is nothing to read, otherwise `false`.'
};

// EXTERNAL MODULE: ./build/settings/parse.js
var settings_parse = __nccwpck_require__(4667);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __nccwpck_require__(7653);
;// CONCATENATED MODULE: ./build/settings/contradictions.js
/**
 * Describes combinations of settings that are valid one by one but not together, in whole sentences.
 *
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 */
const contradictions = (settings, available) => [
    ...ofPreparation(settings),
    ...(settings.backend === 'local' ? ofLocal(settings) : []),
    ...(settings.backend === 'azure-batch' ? ofAzure(settings, available) : [])
];
function ofPreparation(settings) {
    if (settings.prepare !== 'never')
        return [];
    return ['deskew', 'rotate']
        .filter((key) => settings[key] === 'always')
        .map((key) => `Input \`${key}\` is always, but \`prepare\` is never, and only ImageMagick can ${key}. Set \`prepare\` to auto.`);
}
const ofLocal = ({ wait }) => wait
    ? []
    : [
        'Input `wait` is false, but `backend` is local: a job on this machine ends with the process. Set `backend` to azure-batch.'
    ];
const violations = (rules) => rules.flatMap(([violated, sentence]) => (violated ? [sentence] : []));
const missingAccounts = (settings, available) => violations([
    [
        settings.batchEndpoint === null && available.includes('batchEndpoint'),
        'Input `batch-endpoint` is missing. azure-batch needs a Batch account, https://NAME.REGION.batch.azure.com; `az batch account show` prints its endpoint.'
    ],
    [
        settings.storageEndpoint === null && available.includes('storageEndpoint'),
        'Input `storage-endpoint` is missing. azure-batch needs a storage account for images and results, https://NAME.blob.core.windows.net.'
    ]
]);
/** An invalid value is undefined here and already reported: only null means missing. */
function ofAzure(settings, available) {
    const { tenantId, clientId, nodeIdentity, pool, nodes, spotNodes } = settings;
    return [
        ...missingAccounts(settings, available),
        ...violations([
            [
                tenantId === null && typeof clientId === 'string',
                'Input `tenant-id` is missing, but `client-id` is set. Set both or neither.'
            ],
            [
                clientId === null && typeof tenantId === 'string',
                'Input `client-id` is missing, but `tenant-id` is set. Set both or neither.'
            ],
            [
                typeof nodeIdentity === 'string' && pool === null,
                'Input `node-identity` requires `pool`: a new pool has no managed identity. Set `pool` to a pool with this identity.'
            ],
            [
                nodes === 0 && spotNodes === 0 && pool === null,
                'Input `nodes` is 0, and so is `spot-nodes`: the new pool would have no nodes. Increase one of them, or set `pool`.'
            ]
        ])
    ];
}

;// CONCATENATED MODULE: ./build/settings/read.js




/**
 * Reads settings from the texts of the inputs.
 *
 * @param onGitHub whether a GitHub runner started the process: programs are then installed by default
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 * @throws SettingsError with all problems of all inputs
 */
function readSettings(texts, onGitHub, available = inputs/* inputKeys */.nA) {
    const fallbacks = { install: String(onGitHub) };
    const problems = [];
    const values = {};
    for (const key of inputs/* inputKeys */.nA) {
        const given = texts[key]?.trim() ? texts[key] : inputs/* inputs */.QL[key].fallback || fallbacks[key] || '';
        try {
            values[key] = given === '' ? null : readInput((0,inputs/* kebab */.i9)(key), inputs/* inputs */.QL[key], given);
        }
        catch (error) {
            if (!(error instanceof settings_settings/* SettingsError */.G))
                throw error;
            problems.push(...error.problems);
        }
    }
    const settings = values;
    problems.push(...contradictions(settings, available));
    if (problems.length > 0)
        throw new settings_settings/* SettingsError */.G(problems);
    return settings;
}
/**
 * Reads the value of one input.
 *
 * @param name the public name of the input
 * @throws SettingsError with a sentence that names the input
 */
function readInput(name, { parse }, given) {
    try {
        return parse(given);
    }
    catch (error) {
        if (!(error instanceof settings_parse/* InputProblem */.S7))
            throw error;
        throw new settings_settings/* SettingsError */.G([`Input \`${name}\` ${error.message}`]);
    }
}

;// CONCATENATED MODULE: ./build/settings/actions.js







/** Inputs that name the accounts. */
const accountInputs = [
    'batchEndpoint',
    'batchAccount',
    'storageEndpoint'
];
/** Inputs that authenticate requests to the accounts, and the API version of these requests. */
const identityInputs = [
    ...['tenantId', 'clientId'],
    ...['batchAccountKey', 'storageAccountKey'],
    'batchApiVersion'
];
/** Inputs without effect on a submission: nodes install their own programs, and `collect` delivers the results. */
const notForSubmission = [
    ...['backend', 'wait', 'install'],
    ...['artifactName', 'artifactRetentionDays', 'failOn']
];
/** A token: a secret, so it is not repeated in messages. An expression that was not evaluated is not a token. */
const token = (given) => {
    if (/^\S+$/.test(given.trim()))
        return given.trim();
    throw new settings_parse/* InputProblem */.S7('is not a token: it contains white space.');
};
/** Inputs that belong to a single action or command, by their names in the code. */
const actionInputs = {
    handle: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'handle',
        meaning: 'Output `handle` of a submission, or the path of its handle file.',
        parse: settings_parse/* text */.Qq
    }),
    folders: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the artifacts of the shards of this workflow run, which the action downloads',
        placeholder: 'folders',
        meaning: 'Results folders of shards, or folders that contain them, one per line.',
        parse: settings_parse/* lines */.Mn
    }),
    olderThan: (0,input/* input */.h)({
        fallback: '24h',
        placeholder: 'age',
        meaning: 'Minimum age of resources to remove: `90m`, `12h`, `2d`, or a number of hours. Newer resources are kept, because a run may still use them.',
        parse: parse_azure/* age */.KW
    }),
    dryRun: (0,input/* input */.h)({
        fallback: 'false',
        meaning: 'List the resources without removing them.',
        parse: settings_parse/* yesNo */.Lm
    }),
    to: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'where',
        meaning: 'Where to report. `issue`: one issue that lists the failed images, updated in place and closed when no images fail (`permissions: issues: write`); `pull-request`: one comment with the summary, updated in place (`permissions: pull-requests: write`).',
        parse: (0,settings_parse/* oneOf */.yL)('issue', 'pull-request')
    }),
    title: (0,input/* input */.h)({
        fallback: 'Images that could not be read',
        placeholder: 'title',
        meaning: 'Title of a new issue.',
        parse: settings_parse/* text */.Qq
    }),
    token: (0,input/* input */.h)({
        // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression, for action.yml.
        fallback: '${{ github.token }}',
        placeholder: 'token',
        secret: true,
        meaning: 'Token for the GitHub API.',
        parse: token
    }),
    cacheKey: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the results are not saved',
        placeholder: 'key',
        meaning: 'Output `key` of the action `check-unchanged`: the results are saved in the cache under this key, for later runs.',
        parse: settings_parse/* text */.Qq
    }),
    skipUnchanged: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Check whether an earlier run has read exactly these images, and link to it in the log and the summary. `false`: only compute the cache key.',
        parse: settings_parse/* yesNo */.Lm
    }),
    /** For the command `sample`, which is not an action. */
    tasks: (0,input/* input */.h)({
        fallback: '10',
        placeholder: 'number',
        meaning: 'Number of tasks of the sample.',
        parse: (0,settings_parse/* wholeNumber */.rD)(1, 10_000)
    })
};
/** The keys of all inputs that belong to a single action or command. */
const actionInputKeys = Object.keys(actionInputs);
/** Whether an action's own input is required. */
const isRequired = (key) => {
    const { fallback, shownDefault } = actionInputs[key];
    return fallback === '' && shownDefault === undefined;
};
/**
 * Reads the value of an action's own input.
 *
 * @throws SettingsError if it is invalid or missing
 */
function readActionInput(key, texts) {
    const { fallback, meaning, parse } = actionInputs[key];
    const given = texts[key]?.trim() || fallback;
    if (given === '' && isRequired(key))
        throw new settings_settings/* SettingsError */.G([`Input \`${(0,inputs/* kebab */.i9)(key)}\` is missing. ${meaning}`]);
    return readInput((0,inputs/* kebab */.i9)(key), { parse }, given);
}
const action = (declaration) => declaration;
/** The actions of the product. `run` is at the top of the repository, each of the others in a folder of its name. */
const actions = {
    run: action({
        title: 'Batch OCR',
        description: 'Turns a folder of images into text with a partitioned OCR job, and uploads the results as artifacts.',
        azure: false,
        inputs: inputs/* inputKeys */.nA,
        own: [],
        outputs: runOutputs
    }),
    submit: action({
        title: 'Batch OCR: submit',
        description: 'Submits an OCR job to Azure Batch and returns. The action collect fetches the results.',
        azure: true,
        inputs: inputs/* inputKeys */.nA.filter((key) => !notForSubmission.includes(key)),
        own: [],
        outputs: submitOutputs
    }),
    collect: action({
        title: 'Batch OCR: collect',
        description: 'Waits for a submitted OCR job and uploads its results as artifacts.',
        azure: true,
        // The handle names the accounts, and the job has its own settings.
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn', ...identityInputs],
        own: ['handle'],
        outputs: outputs
    }),
    sweep: action({
        title: 'Batch OCR: sweep',
        description: 'Removes jobs, pools and containers that interrupted OCR runs left on Azure.',
        azure: true,
        inputs: [...accountInputs, ...identityInputs],
        own: ['olderThan', 'dryRun'],
        outputs: sweepOutputs
    }),
    merge: action({
        title: 'Batch OCR: merge',
        description: 'Merges the results of the shards of an OCR job and delivers them as those of a single run.',
        azure: false,
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn'],
        own: ['folders', 'cacheKey'],
        outputs: outputs
    }),
    'check-unchanged': action({
        title: 'Batch OCR: check unchanged',
        description: 'Checks whether an earlier run has read exactly these images with the same settings, by the names and digests that Git has recorded.',
        azure: false,
        inputs: ['images', ...inputs/* readingKeys */.ht, 'results'],
        own: ['skipUnchanged'],
        outputs: checkUnchangedOutputs
    }),
    report: action({
        title: 'Batch OCR: report',
        description: 'Reports an OCR job in an issue, or in a comment on a pull request.',
        azure: false,
        inputs: ['results'],
        own: ['to', 'title', 'token'],
        outputs: reportOutputs
    }),
    changed: action({
        title: 'Batch OCR: changed',
        description: 'Lists the images that a pull request adds or changes.',
        azure: false,
        // Images in the results folder are never selected.
        inputs: ['images', 'results'],
        own: ['token'],
        outputs: changedOutputs
    })
};
/** The names of the actions, `run` first. */
const actionNames = Object.keys(actions);

;// CONCATENATED MODULE: ./build/settings/az-variables.js
/**
 * Fills empty inputs from the environment variables of the Azure CLI, so that a shell that is set up for `az` needs no
 * further options. Runs on this machine ignore them.
 */
function withAzVariables(texts, env) {
    if (texts.backend?.trim().toLowerCase() !== 'azure-batch')
        return texts;
    const storage = env['AZURE_STORAGE_ACCOUNT']?.trim();
    const variables = {
        batchAccount: env['AZURE_BATCH_ACCOUNT'] ?? '',
        batchEndpoint: env['AZURE_BATCH_ENDPOINT'] ?? '',
        batchAccountKey: env['AZURE_BATCH_ACCESS_KEY'] ?? '',
        storageEndpoint: storage ? `https://${storage}.blob.core.windows.net` : '',
        storageAccountKey: env['AZURE_STORAGE_KEY'] ?? ''
    };
    const missing = Object.entries(variables).filter(([key, text]) => text.trim() !== '' && !texts[key]?.trim());
    return { ...texts, ...Object.fromEntries(missing) };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./build/engine/fingerprint.js
var fingerprint = __nccwpck_require__(3687);
;// CONCATENATED MODULE: ./build/engine/workspace.js


/** Opens a workspace under a folder such as the system's temporary folder. It is created on first use. */
function openWorkspace(parent) {
    let folder = null;
    let count = 0;
    const home = () => {
        if (folder === null) {
            (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
            folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'ocr-'));
        }
        return folder;
    };
    return {
        fresh: (name) => (0,external_node_path_.join)(home(), `${++count}-${name}`),
        remove: () => {
            if (folder !== null)
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
            folder = null;
        }
    };
}
/** Printable, and short enough for the line buffers of the programs. */
const SAFE_PATH = /^[\x20-\x7e\u00a0-\uffff]{1,1000}$/;
/**
 * A path that is safe to pass to any program: the file's own path, or a link in the workspace. File names are not
 * trusted, and the programs interpret some of them (`[0]`, `%d`, line breaks).
 */
function safePath(file, workspace) {
    return typeof file === 'string' && SAFE_PATH.test(file) ? file : linked(file, workspace);
}
/** A link to a file, with a safe name in the workspace; a copy if the file system has no links. */
function linked(file, workspace) {
    const link = workspace.fresh('source');
    try {
        (0,external_node_fs_.symlinkSync)(file, link);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(file, link);
    }
    return link;
}

// EXTERNAL MODULE: ./build/results/records.js
var records = __nccwpck_require__(399);
// EXTERNAL MODULE: ./build/engine/failure.js
var engine_failure = __nccwpck_require__(481);
;// CONCATENATED MODULE: ./build/engine/tesseract/tsv.js
/** Start of a word's row; the other levels are pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5\t';
/** The rows of one page, with another page number; `page` counts from 1. */
function rowsOfPage(table, page, renumbered) {
    const [before, after] = [`\t${page}`, `\t${renumbered}`];
    let kept = '';
    for (const line of table.split('\n')) {
        const level = line.indexOf('\t');
        const end = level + before.length;
        const isOfPage = level > 0 && line.startsWith(before, level) && (end === line.length || line[end] === '\t');
        if (isOfPage)
            kept += `${line.slice(0, level)}${after}${line.slice(end)}\n`;
    }
    return kept;
}
/** The words in rows of Tesseract's table, without those that are blank or have a negative confidence. */
function wordsOf(rows) {
    const words = [];
    for (const line of rows.split('\n')) {
        if (!line.startsWith(WORD_LEVEL))
            continue;
        const fields = line.split('\t');
        const confidence = Number(fields[10]);
        const text = fields.slice(11).join('\t').trim();
        if (text === '' || !(confidence >= 0))
            continue;
        words.push({
            text,
            confidence: Math.min(100, confidence),
            left: Number(fields[6]),
            top: Number(fields[7]),
            width: Number(fields[8]),
            height: Number(fields[9]),
            line: fields.slice(2, 5).join('.')
        });
    }
    return words;
}

;// CONCATENATED MODULE: ./build/engine/tesseract/recognition.js



/** The options as Tesseract's arguments. */
const readingArguments = (options) => [
    '-l',
    (0,models/* neededModels */.A)(options).join('+'),
    ...(options.pageSegmentationMode === null ? [] : ['--psm', String(options.pageSegmentationMode)]),
    ...(options.dpi === null ? [] : ['--dpi', String(options.dpi)])
];
/**
 * A page's reading from the output of a process.
 *
 * @param page the page's number in the table, from 1
 * @throws ImageFailure if the output is incomplete
 */
function pageReading(text, table, page, stderr) {
    const tsv = rowsOfPage(table, page, 1);
    const words = wordsOf(tsv);
    assertComplete(text, tsv);
    const estimate = /Estimating resolution as (\d+)/.exec(stderr)?.[1];
    return { text, tsv, words, estimatedDpi: estimate === undefined ? null : Number(estimate) };
}
/** Marks of writing direction appear in the text but not in the table. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/**
 * Tesseract exits with 0 even if the disk is full and its files are cut short. Text and table contain the same
 * letters, in scripts of either direction: if the last row of the table is incomplete, or the counts of letters differ,
 * output was lost.
 */
function assertComplete(text, tsv) {
    const rows = tsv.replace(/\n$/, '').split('\n');
    const last = rows.at(-1)?.split('\t') ?? [];
    const isCutShort = last.length !== 12 || !['1', '5'].includes(last[0] ?? '');
    const inTable = rows.flatMap((row) => (row.startsWith('5\t') ? row.split('\t').slice(11) : []));
    if (!isCutShort && letterCount(text.toString('utf8')) === letterCount(inTable.join('')))
        return;
    throw new engine_failure/* ImageFailure */.u('engine-failed', 'Tesseract could not write all of its result. Is the disk of the temporary folder full?');
}
const letterCount = (text) => text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length;
/** Messages of Tesseract and its image library for an image that cannot be read; the exit code may still be 0. */
const UNREADABLE = /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/;
/** The failure that Tesseract reports on standard error; null if it reports none. */
function failureIn(stderr) {
    const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr);
    if (tooLarge) {
        return new engine_failure/* ImageFailure */.u('too-large', `Tesseract does not read images with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Split it or scale it down.`);
    }
    if (UNREADABLE.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('unreadable-image', `Tesseract could not read the image: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    const language = /Failed loading language '([^']+)'/.exec(stderr)?.[1];
    if (language !== undefined) {
        return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract has no model for the language ${language}; install the model, or remove the language from \`languages\`.`);
    }
    if (/could not create|No space left/i.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract could not write its result: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/engine/tesseract/own-process.js






/**
 * Reads an image with a Tesseract process of its own: several pages at once, and all formats in one pass.
 *
 * The path of an image of one page is passed on standard input. If it were an argument, and the file were in a format
 * that Tesseract's image library does not recognize, Tesseract would take the file for a list of paths and read those.
 *
 * @throws ImageFailure if the image cannot be read; the signal's reason when it fires
 */
async function readByOwnProcess(image, formats, options, { toolbox, workspace, signal }) {
    const base = workspace.fresh('own');
    const wanted = [...new Set(['txt', 'tsv', ...formats])];
    const single = image.pages === 1;
    const args = [
        single ? '-' : image.path,
        base,
        ...readingArguments(options),
        ...(single ? ['-c', 'stream_filelist=true'] : []),
        ...wanted
    ];
    try {
        const ended = await (0,process/* run */.eF)(toolbox.tesseract?.path ?? 'tesseract', args, {
            env: toolbox.env,
            signal,
            ...(single ? { input: `${image.path}\n` } : {})
        });
        const failure = failureIn(ended.stderr);
        if (failure)
            throw failure;
        // Tesseract names a path if it took the file for a list: the image has changed since it was found.
        if (!single && /^Page \d+ : /m.test(ended.stderr))
            throw new engine_failure/* ImageFailure */.u('unreadable-image', 'The file was changed while it was read.');
        const isOrientationOnly = options.pageSegmentationMode === models/* ORIENTATION_ONLY */.E;
        if (isOrientationOnly && /Too few characters/.test(ended.stderr))
            return onePage(Buffer.alloc(0));
        if (ended.code !== 0)
            throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${(0,engine_failure/* lastWords */.a)(ended.stderr)}`);
        if (isOrientationOnly)
            return onePage((0,external_node_fs_.readFileSync)(`${base}.osd`));
        const files = Object.fromEntries(wanted.map((format) => [format, completeFile(base, format)]));
        return {
            pages: pagesOf(files.txt, files.tsv.toString('utf8'), ended.stderr, image.pages),
            files
        };
    }
    finally {
        for (const { extension } of [...Object.values(records/* FORMAT_FILES */.gE), { extension: '.osd' }])
            (0,external_node_fs_.rmSync)(`${base}${extension}`, { force: true });
    }
}
/** The result of detecting the orientation: Tesseract's report is the text, and there are no words. */
const onePage = (text) => ({
    pages: [{ text, tsv: '', words: [], estimatedDpi: null }],
    files: {}
});
/** How a complete file of a format ends; a file that was cut short by a full disk ends differently. */
const CLOSINGS = {
    hocr: /<\/html>\s*$/,
    alto: /<\/alto>\s*$/,
    pdf: /%%EOF\s*$/
};
function completeFile(base, format) {
    let file;
    try {
        file = (0,external_node_fs_.readFileSync)(`${base}${records/* FORMAT_FILES */.gE[format].extension}`);
    }
    catch (cause) {
        throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract reported success but wrote no ${format} file.`, { cause });
    }
    if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
        throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract's ${format} file is incomplete. Is the disk of the temporary folder full?`);
    }
    return file;
}
function pagesOf(text, table, stderr, pages) {
    const texts = splitAtFormFeeds(text);
    const messages = stderr.split(/^Page \d+.*$/m).slice(1);
    if (texts.length < pages) {
        throw new engine_failure/* ImageFailure */.u('unreadable-image', `Tesseract read ${texts.length} of ${pages} pages: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    return texts.map((own, index) => pageReading(own, table, index + 1, messages[index] ?? ''));
}
function splitAtFormFeeds(text) {
    const parts = [];
    let from = 0;
    for (let at = text.indexOf(0x0c); at !== -1; at = text.indexOf(0x0c, from)) {
        parts.push(text.subarray(from, at));
        from = at + 1;
    }
    return [...parts, text.subarray(from)];
}

;// CONCATENATED MODULE: ./build/engine/tesseract/output.js



/** Reads the standard error of a Tesseract process. Only one caller may wait for a line at a time. */
function messagesOf(engine) {
    let received = '';
    let ended = null;
    let wake = () => { };
    const end = (how) => {
        ended ??= how;
        wake();
    };
    engine.stdout?.resume();
    engine.stdin?.on('error', () => { });
    engine.stderr?.setEncoding('utf8').on('data', (chunk) => {
        received += chunk;
        wake();
    });
    engine.once('error', (error) => end(error.message));
    engine.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    return {
        get alive() {
            return ended === null;
        },
        until: (line, signal) => new Promise((resolve, reject) => {
            const settle = (act) => {
                wake = () => { };
                signal.removeEventListener('abort', check);
                act();
            };
            const check = () => {
                const at = received.indexOf(line);
                if (at !== -1) {
                    const before = received.slice(0, at);
                    received = received.slice(at + line.length);
                    settle(() => resolve(before));
                }
                else if (signal.aborted)
                    settle(() => reject(signal.reason));
                else if (ended !== null)
                    settle(() => reject(endFailure(received, ended)));
            };
            wake = check;
            signal.addEventListener('abort', check, { once: true });
            check();
        })
    };
}
/** Distinguishes an unreadable image, at which the process exits with code 1, from a crash. */
function endFailure(stderr, how) {
    const failure = failureIn(stderr);
    if (failure)
        return failure;
    return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract ended while it read the image (${how}): ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
}
/** Follows a file, which may be created later. */
function growingFile(path) {
    let fd = null;
    let taken = 0;
    const added = () => {
        try {
            fd ??= (0,external_node_fs_.openSync)(path, 'r');
        }
        catch (cause) {
            throw new engine_failure/* ImageFailure */.u('engine-failed', 'Tesseract wrote no result.', { cause });
        }
        const buffer = Buffer.alloc(Math.max(0, (0,external_node_fs_.fstatSync)(fd).size - taken));
        return buffer.subarray(0, (0,external_node_fs_.readSync)(fd, buffer, 0, buffer.length, taken));
    };
    return {
        take: (part) => {
            const all = added();
            const { from, to } = part(all);
            taken += to;
            return all.subarray(from, to);
        },
        close: () => {
            if (fd !== null)
                (0,external_node_fs_.closeSync)(fd);
            fd = null;
        }
    };
}

;// CONCATENATED MODULE: ./build/engine/tesseract/warm-engine.js




/** The engine ended before this image's turn, for another reason: another engine can read the image. */
class NotBegun extends Error {
}
/**
 * A white PNG of 1 × 40 pixels at 300 dpi. In the line modes, Tesseract would scale up a single pixel and read it for
 * 3 ms; it skips images that are narrower than three pixels at the height of a line.
 */
const SENTINEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==', 'base64');
/** Starts an engine. The first image waits until the models are loaded. */
function startWarmEngine(toolbox, options, workspace) {
    const base = workspace.fresh('engine');
    const sentinel = `${base}-sentinel.png`;
    (0,external_node_fs_.writeFileSync)(sentinel, SENTINEL);
    const program = toolbox.tesseract?.path ?? 'tesseract';
    const args = ['-', base, ...readingArguments(options), '-c', 'stream_filelist=true', 'txt', 'tsv'];
    const child = (0,process/* start */.ni)(program, args, { env: toolbox.env, input: 'pipe' });
    const messages = messagesOf(child);
    const text = growingFile(`${base}.txt`);
    const table = growingFile(`${base}.tsv`);
    let pages = 0;
    let stopped = false;
    let last = Promise.resolve();
    const isAlive = () => !stopped && messages.alive;
    const stop = () => {
        if (stopped)
            return;
        stopped = true;
        (0,process/* kill */.z7)(child);
        text.close();
        table.close();
        for (const file of [sentinel, `${base}.txt`, `${base}.tsv`])
            (0,external_node_fs_.rmSync)(file, { force: true });
    };
    /** Waits for the end of a page that has started, and takes its output. */
    const pageRead = async (page, signal) => {
        const stderr = await messages.until(`Page ${page + 1} : ${sentinel}\n`, signal);
        const failure = failureIn(stderr);
        if (failure)
            throw failure;
        const ownText = text.take((added) => textOf(added, page));
        const ownTable = table.take((added) => tableOf(added, page));
        return pageReading(ownText, ownTable.toString('utf8'), page + 1, stderr);
    };
    const inTurn = async (page, before, time) => {
        await before.catch(() => { });
        time.signal.throwIfAborted();
        if (!isAlive())
            throw new NotBegun('The engine ended before the turn of this image.');
        time.resume();
        try {
            return await pageRead(page, time.signal);
        }
        catch (error) {
            stop();
            throw error;
        }
    };
    return {
        get alive() {
            return isAlive();
        },
        get pages() {
            return pages;
        },
        read: (path, time) => {
            const page = 2 * pages;
            pages++;
            child.stdin?.write(`${path}\n${sentinel}\n`);
            const reading = inTurn(page, last, time);
            last = reading;
            return reading;
        },
        idle: () => last.then(() => { }, () => { }),
        stop
    };
}
/**
 * The range of a page's text. Every page but the first is preceded by a form feed, so the text of the previous sentinel
 * is between two of them. Bytes behind the page belong to the next sentinel.
 */
function textOf(added, page) {
    const FORM_FEED = 0x0c;
    let from = 0;
    for (let i = 0; page > 0 && i < 2; i++)
        from = added.indexOf(FORM_FEED, from) + 1;
    const end = added.indexOf(FORM_FEED, from);
    return { from, to: end === -1 ? added.length : end };
}
/** The range of a page's rows: up to the first row (level 1) of the next sentinel. The table counts pages from 1. */
function tableOf(added, page) {
    const next = added.indexOf(`\n1\t${page + 2}\t`);
    return { from: 0, to: next === -1 ? added.length : next + 1 };
}

;// CONCATENATED MODULE: ./build/engine/tesseract/reader.js




/**
 * Pages after which a warm engine is replaced, so that its memory and its files do not grow without bound. Over 1,000
 * single lines, one grew from 36 to 37 MiB; a replacement costs the loading of the models, the time of five lines.
 */
const PAGES_PER_ENGINE = 800;
/** The first major version of Tesseract that has written all output when a page ends; earlier ones buffer it. */
const FIRST_WARM = 5;
/**
 * Opens the reader of a slot: a warm engine, and one process per image for what the warm engine cannot do (several
 * pages, other formats, a resolution to assume).
 *
 * @param parent folder for temporary files
 */
function openReader(toolbox, options, parent) {
    const workspace = openWorkspace(parent);
    const canStayWarm = Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
        options.pageSegmentationMode !== models/* ORIENTATION_ONLY */.E;
    let engine = null;
    /** The last reading in a process of its own, and the last reading of either kind. */
    let lastOwn = Promise.resolve();
    let last = Promise.resolve();
    /** The options of a running engine are fixed, so an image that needs a resolution gets its own process. */
    const serves = (dpi) => canStayWarm && dpi === null;
    const warm = () => {
        if (!engine?.alive)
            engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace);
        return engine;
    };
    /** The warm engine, replaced if it has read enough pages. */
    const currentEngine = async () => {
        const used = engine;
        if (used && used.pages >= PAGES_PER_ENGINE) {
            await used.idle();
            used.stop();
        }
        return warm();
    };
    const inWarmEngine = async (path, time) => {
        const next = await currentEngine();
        try {
            return await next.read(path, time);
        }
        catch (error) {
            if (error instanceof NotBegun)
                return inWarmEngine(path, time);
            throw error;
        }
    };
    /** Waits for processes of their own only: the engine itself queues its pages. */
    const readWarm = (path, time) => {
        time.wait();
        const reading = lastOwn.then(() => inWarmEngine(path, time));
        last = ended(last, reading);
        return reading;
    };
    const readOwn = (image, formats, dpi, time) => {
        time.wait();
        const reading = last.then(() => {
            time.resume();
            return inOwnProcess(image, formats, dpi, time.signal);
        });
        lastOwn = last = ended(reading);
        return reading;
    };
    const inOwnProcess = async (image, formats, dpi, signal) => {
        const scratch = openWorkspace(parent);
        try {
            return await readByOwnProcess(image, formats, { ...options, dpi }, { toolbox, workspace: scratch, signal });
        }
        finally {
            scratch.remove();
        }
    };
    return {
        toolbox,
        warmUp: () => {
            if (serves(null))
                warm();
        },
        readPage: async (path, dpi, time) => {
            if (serves(dpi))
                return readWarm(path, time);
            const { pages } = await readOwn({ path, pages: 1 }, [], dpi, time);
            return pages[0];
        },
        readAll: async (image, formats, dpi, time) => {
            const extra = formats.some((format) => format !== 'txt' && format !== 'tsv');
            if (image.pages > 1 || extra || !serves(dpi))
                return readOwn(image, formats, dpi, time);
            return { pages: [await readWarm(image.path, time)], files: {} };
        },
        close: () => {
            engine?.stop();
            workspace.remove();
        }
    };
}
/** Waits until all have settled, and keeps none of their results in memory. */
const ended = async (...readings) => {
    await Promise.allSettled(readings);
};

;// CONCATENATED MODULE: ./build/engine/tesseract/engine.js


/** Tesseract as installed on this machine. */
const tesseractEngine = (toolbox, settings) => ({
    // Computed when needed, because it hashes the models.
    get fingerprint() {
        return (0,fingerprint/* fingerprint */.R)(toolbox, settings);
    },
    openReader: (scratch) => openReader(toolbox, settings, scratch)
});

;// CONCATENATED MODULE: ./build/engine/imagemagick/policy.js


/**
 * ImageMagick may read and write raster formats by path, and nothing else: no delegates (external programs), no
 * filters, no `@file`, no network, no script formats, and limited resources. The system's own policy also applies; it
 * can only forbid more.
 */
const POLICY = `<?xml version="1.0" encoding="UTF-8"?>
<policymap>
  <policy domain="delegate" rights="none" pattern="*"/>
  <policy domain="filter" rights="none" pattern="*"/>
  <policy domain="path" rights="none" pattern="@*"/>
  <policy domain="coder" rights="none" pattern="*"/>
  <policy domain="coder" rights="read | write" pattern="{PNG,JPEG,TIFF,GIF,BMP,WEBP,PNM,PBM,PGM,PPM,JP2,J2K,HEIC,AVIF,INFO}"/>
  <policy domain="resource" name="thread" value="1"/>
  <policy domain="resource" name="memory" value="2GiB"/>
  <policy domain="resource" name="map" value="4GiB"/>
  <policy domain="resource" name="disk" value="8GiB"/>
  <policy domain="resource" name="width" value="128KP"/>
  <policy domain="resource" name="height" value="128KP"/>
</policymap>
`;
/** The toolbox as a node uses it: ImageMagick restricted by the policy, temporary files of all programs in one folder. */
const confined = (toolbox, folder) => ({
    ...toolbox,
    env: { ...toolbox.env, ...writePolicy(folder), TMPDIR: folder }
});
/** @returns the variables that make ImageMagick apply the policy */
function writePolicy(folder) {
    const home = (0,external_node_path_.join)(folder, 'magick');
    (0,external_node_fs_.mkdirSync)(home, { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(home, 'policy.xml'), POLICY);
    return { MAGICK_CONFIGURE_PATH: home };
}

// EXTERNAL MODULE: ./build/results/totals.js
var results_totals = __nccwpck_require__(1210);
;// CONCATENATED MODULE: ./build/engine/image-time.js
/** An image took longer than `image-timeout`. */
class DeadlineError extends Error {
}
/**
 * Starts the time of an image.
 *
 * @param limit in seconds
 */
function startImageTime(outer, limit) {
    const controller = new AbortController();
    const cancel = () => controller.abort(outer.reason);
    let spent = 0;
    let since = null;
    let timer;
    const seconds = () => spent + (since === null ? 0 : (performance.now() - since) / 1000);
    const timeIsUp = () => controller.abort(new DeadlineError(`The limit of ${limit} s is reached.`));
    const resume = () => {
        if (since !== null)
            return;
        since = performance.now();
        timer = setTimeout(timeIsUp, (limit - spent) * 1000);
    };
    if (outer.aborted)
        cancel();
    else
        outer.addEventListener('abort', cancel, { once: true });
    resume();
    return {
        signal: controller.signal,
        seconds,
        wait: () => {
            spent = seconds();
            since = null;
            clearTimeout(timer);
        },
        resume,
        clear: () => {
            clearTimeout(timer);
            outer.removeEventListener('abort', cancel);
        }
    };
}
/** Adds up the seconds of preparing and recognizing, as the time of an image counts them. */
function stopwatch(time) {
    const spent = { prepareSeconds: 0, recognizeSeconds: 0 };
    const timing = (kind) => async (work) => {
        const start = time.seconds();
        try {
            return await work();
        }
        finally {
            spent[kind] += time.seconds() - start;
        }
    };
    return {
        preparing: timing('prepareSeconds'),
        recognizing: timing('recognizeSeconds'),
        seconds: () => ({ ...spent })
    };
}

;// CONCATENATED MODULE: ./build/engine/pages.js
/** The texts of pages as one text, separated by form feeds. */
const joinedText = (pages) => Buffer.concat(pages.flatMap(({ text }, index) => (index === 0 ? [text] : [Buffer.from('\f'), text])));
/** The first line of Tesseract's table, which is the format `tsv`. */
const TSV_HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n';
/** The tables of pages as one table, with the pages numbered from 1. */
const joinedTable = (pages) => TSV_HEADER + pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join('');
/** The second column of the table is the page number. */
const renumbered = (rows, page) => page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`);
/** Mean confidence of words, 0 to 100 with two decimals; null if there are no words. */
function meanConfidence(words) {
    if (words.length === 0)
        return null;
    const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
    return Math.round(mean * 100) / 100;
}

// EXTERNAL MODULE: ./build/lib/parallel.js
var parallel = __nccwpck_require__(2257);
// EXTERNAL MODULE: ./build/results/row.js
var row = __nccwpck_require__(6069);
;// CONCATENATED MODULE: ./build/engine/imagemagick/arguments.js

/** ImageMagick's operations that set pixels upright, by EXIF orientation (EXIF 2.32, tag 0x0112). */
const UPRIGHT = {
    2: ['-flop'],
    3: ['-rotate', '180'],
    4: ['-flip'],
    5: ['-transpose'],
    6: ['-rotate', '90'],
    7: ['-transverse'],
    8: ['-rotate', '270']
};
/** libheif applies the orientation of HEIC and AVIF itself. */
const isTurnedByDecoder = (format) => format === 'heic' || format === 'avif';
/** The formats whose pages are read; of an animation, only the first frame is. */
const hasPages = (format) => format === 'tiff' || format === 'bigtiff';
/** Operations that make any image plain: upright, without transparency, eight bits, uncompressed. */
function plainOperations(header) {
    const byTag = hasPages(header.format) ? ['-auto-orient'] : [];
    const upright = isTurnedByDecoder(header.format) ? [] : (UPRIGHT[header.orientation] ?? []);
    return [
        ...byTag,
        ...upright,
        '-orient',
        'TopLeft',
        '+repage',
        '-background',
        'white',
        '-alpha',
        'remove',
        '-alpha',
        'off',
        '-colorspace',
        'sRGB',
        '-depth',
        '8',
        ...UNCOMPRESSED
    ];
}
/** Temporary files are not compressed: it would take longer than writing them. */
const UNCOMPRESSED = ['-compress', 'none'];
/**
 * A file as ImageMagick's argument: under a safe name, and with its format stated, so that ImageMagick does not guess
 * it from the name or the content.
 *
 * @param page the page to take, from 0; all pages if absent
 */
function sourceArgument({ file, header }, page, workspace) {
    const coder = header.format === 'bigtiff' ? 'tiff' : header.format;
    const frame = page ?? (hasPages(header.format) ? null : 0);
    return `${coder}:${linked(file, workspace)}${frame === null ? '' : `[${frame}]`}`;
}
/** Arguments that join TIFFs of one page each, in order. */
const bindArguments = (pages, target) => [
    ...pages.map((path) => `tiff:${path}`),
    ...UNCOMPRESSED,
    `tiff:${target}`
];
/** Operations that correct a page. The density makes Tesseract assume the resolution of enlarged letters. */
const correctionOperations = ({ turn, slope, scale }) => [
    '-colorspace',
    'Gray',
    ...(turn === 0 ? [] : ['-rotate', String(turn), '+repage']),
    ...(slope === 0 ? [] : ['-background', 'white', '-rotate', (-slope).toFixed(2), '+repage']),
    ...(scale === 1
        ? []
        : ['-filter', 'Lanczos', '-resize', '200%', '-units', 'PixelsPerInch', '-density', '200'])
];

;// CONCATENATED MODULE: ./build/engine/imagemagick/magick.js




/** Warnings that do not affect the pixels, such as unknown tags and unusual color profiles. */
const COSMETIC = /Unknown field with tag|unknown tag|TIFFFetchNormalTag|Incompatible type for|iCCP: |cHRM|known incorrect sRGB profile|wrong data type/i;
/**
 * Runs ImageMagick. It leaves files behind when it fails, and salvages a damaged image with no more than a warning.
 * Therefore it only counts as success if the exit code is 0 and there is no serious warning.
 *
 * @returns standard output
 * @throws ImageFailure if the image cannot be converted, or ImageMagick is not installed
 */
async function magick(args, { toolbox, signal }) {
    if (!toolbox.imageMagick) {
        throw new engine_failure/* ImageFailure */.u('unsupported-format', 'This image must be prepared by ImageMagick, which is not installed; run with --install, or install imagemagick.');
    }
    const ended = await (0,process/* run */.eF)(toolbox.imageMagick.path, args, { env: toolbox.env, signal });
    const warnings = ended.stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !COSMETIC.test(line));
    if (ended.code === 0 && warnings.length === 0)
        return ended.stdout.toString('utf8');
    throw magick_failureIn(ended.stderr);
}
/** Messages about a missing library of ImageMagick, or a missing decoder of libheif (before and after 1.17). */
const UNDECODED = /no decode delegate|NoDecodeDelegate|No decoding plugin installed|Unsupported codec/;
function magick_failureIn(stderr) {
    if (UNDECODED.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('unsupported-format', `The installed ImageMagick cannot decode this format: ${(0,engine_failure/* lastWords */.a)(stderr)}. Run with --install, or install the decoder: on Debian and Ubuntu, ${engine_install/* HEIC_DECODER */.Nc.package} for HEIC and libheif-plugin-dav1d for AVIF.`);
    }
    if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('too-large', `The image exceeds ImageMagick's limits (policy.xml): ${(0,engine_failure/* lastWords */.a)(stderr)}`);
    }
    return new engine_failure/* ImageFailure */.u('unreadable-image', `ImageMagick could not read the whole image: ${(0,engine_failure/* lastWords */.a)(stderr)}`);
}
/**
 * Measures by how many degrees the lines of a page fall to the right, on a sample of a quarter of the size: it gives
 * the same angle in a fraction of the time.
 */
async function measuredSlope(source, page, tools) {
    const args = ['-colorspace', 'Gray', '-sample', '25%', '-deskew', '40%'];
    const print = ['-format', '%[deskew:angle]', 'info:'];
    const input = sourceArgument(source, page, tools.workspace);
    const degrees = Number.parseFloat(await magick([input, ...args, ...print], tools));
    return Number.isFinite(degrees) ? -degrees : 0;
}

;// CONCATENATED MODULE: ./build/engine/poppler.js





/** Resolution at which the pages of a PDF are drawn: the one that Tesseract's models are trained for. */
const PDF_DPI = 300;
/** PDF measures pages in points. */
const POINTS_PER_INCH = 72;
/**
 * Draws the pages of a PDF.
 *
 * @returns a TIFF per page, in order
 * @throws ImageFailure if it cannot be drawn, is too large, or poppler is not installed
 */
async function drawPages(file, tools) {
    const { toolbox, workspace, signal } = tools;
    if (!toolbox.poppler) {
        throw new engine_failure/* ImageFailure */.u('unsupported-format', 'PDFs are drawn by poppler, which is not installed; install poppler-utils.');
    }
    const source = linked(file, workspace);
    await assertDrawable(source, toolbox.poppler, tools);
    const base = workspace.fresh('page');
    const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base];
    const ended = await (0,process/* run */.eF)(toolbox.poppler.path, args, { env: toolbox.env, signal });
    const pages = drawnPages(base);
    if (ended.code !== 0 || pages.length === 0)
        throw notDrawn(ended.stderr);
    return pages;
}
/** Counts the pixels before any is drawn: a file of a few bytes can have pages that are meters wide. */
async function assertDrawable(source, poppler, { toolbox, signal, maxPixels }) {
    const pdfinfo = (0,external_node_path_.join)((0,external_node_path_.dirname)(poppler.path), (0,external_node_path_.basename)(poppler.path).replace('pdftoppm', 'pdfinfo'));
    const info = await (0,process/* run */.eF)(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal });
    if (info.code !== 0)
        throw notDrawn(info.stderr);
    const scale = (PDF_DPI / POINTS_PER_INCH) ** 2;
    const sizes = [
        ...info.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
    ];
    const pixels = Math.ceil(sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0));
    if (pixels > maxPixels) {
        throw new engine_failure/* ImageFailure */.u('too-large', `The PDF's ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than \`max-pixels\` (${maxPixels}); raise \`max-pixels\`, or split the PDF.`);
    }
}
const notDrawn = (stderr) => new engine_failure/* ImageFailure */.u('unreadable-image', `poppler could not draw the PDF: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
function drawnPages(base) {
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(base))
        .filter((name) => name.startsWith(`${(0,external_node_path_.basename)(base)}-`))
        .sort()
        .map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(base), name));
}

;// CONCATENATED MODULE: ./build/images/bytes.js

/**
 * Opens a regular file for random access and closes it after `use`.
 *
 * @throws the file system's error
 */
function withBytes(file, use) {
    const fd = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(fd);
        return use({
            length: size,
            at: (offset, count) => {
                const wanted = Math.max(0, Math.min(count, size - offset));
                const buffer = Buffer.alloc(wanted);
                return buffer.subarray(0, wanted === 0 ? 0 : (0,external_node_fs_.readSync)(fd, buffer, 0, wanted, offset));
            }
        });
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** Random access to bytes in memory, such as an EXIF block within a PNG. */
const bytesOf = (buffer) => ({
    length: buffer.length,
    at: (offset, count) => buffer.subarray(offset, Math.max(offset, Math.min(buffer.length, offset + count)))
});

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/utils.js
const utils_decoder = new TextDecoder();
const toUTF8String = (input, start = 0, end = input.length) => utils_decoder.decode(input.slice(start, end));
const toHexString = (input, start = 0, end = input.length) => input
    .slice(start, end)
    .reduce((memo, i) => memo + `0${i.toString(16)}`.slice(-2), '');
const getView = (input, offset) => new DataView(input.buffer, input.byteOffset + offset);
const readInt16LE = (input, offset = 0) => getView(input, offset).getInt16(0, true);
const readUInt16BE = (input, offset = 0) => getView(input, offset).getUint16(0, false);
const readUInt16LE = (input, offset = 0) => getView(input, offset).getUint16(0, true);
const readUInt24LE = (input, offset = 0) => {
    const view = getView(input, offset);
    return view.getUint16(0, true) + (view.getUint8(2) << 16);
};
const readInt32LE = (input, offset = 0) => getView(input, offset).getInt32(0, true);
const readUInt32BE = (input, offset = 0) => getView(input, offset).getUint32(0, false);
const readUInt32LE = (input, offset = 0) => getView(input, offset).getUint32(0, true);
const readUInt64 = (input, offset, isBigEndian) => getView(input, offset).getBigUint64(0, !isBigEndian);
const methods = {
    readUInt16BE,
    readUInt16LE,
    readUInt32BE,
    readUInt32LE,
};
function readUInt(input, bits, offset = 0, isBigEndian = false) {
    const endian = isBigEndian ? 'BE' : 'LE';
    const methodName = `readUInt${bits}${endian}`;
    return methods[methodName](input, offset);
}
const BOX_HEADER_SIZE = 8;
function readBox(input, view, base, offset, boxCode) {
    if (input.length - offset < BOX_HEADER_SIZE)
        return undefined;
    const boxSize = view.getUint32(base + offset, false);
    if (input.length - offset < boxSize)
        return undefined;
    return {
        offset,
        size: boxSize,
        matches: view.getUint32(base + 4 + offset, false) === boxCode,
    };
}
const boxViews = new WeakMap();
function getBoxView(input) {
    let view = boxViews.get(input.buffer);
    if (!view) {
        view = new DataView(input.buffer);
        boxViews.set(input.buffer, view);
    }
    return view;
}
function findBox(input, boxName, startOffset) {
    const view = getBoxView(input);
    const boxCode = (boxName.charCodeAt(0) << 24) |
        (boxName.charCodeAt(1) << 16) |
        (boxName.charCodeAt(2) << 8) |
        boxName.charCodeAt(3);
    const base = input.byteOffset;
    let currentOffset = startOffset;
    while (currentOffset < input.length) {
        if (input.length - currentOffset < 4)
            break;
        if (view.getUint32(base + currentOffset, false) < BOX_HEADER_SIZE) {
            currentOffset += BOX_HEADER_SIZE;
            continue;
        }
        const box = readBox(input, view, base, currentOffset, boxCode);
        if (!box)
            break;
        if (box.matches) {
            return { name: boxName, offset: box.offset, size: box.size };
        }
        currentOffset += box.size;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/bmp.js

const BMP = {
    validate: (input) => toUTF8String(input, 0, 2) === 'BM',
    calculate: (input) => ({
        height: Math.abs(readInt32LE(input, 22)),
        width: readUInt32LE(input, 18),
    }),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/ico.js

const TYPE_ICON = 1;
const SIZE_HEADER = 2 + 2 + 2;
const SIZE_IMAGE_ENTRY = 1 + 1 + 1 + 1 + 2 + 2 + 4 + 4;
function getSizeFromOffset(input, offset) {
    const value = input[offset];
    return value === 0 ? 256 : value;
}
function getImageSize(input, imageIndex) {
    const offset = SIZE_HEADER + imageIndex * SIZE_IMAGE_ENTRY;
    return {
        height: getSizeFromOffset(input, offset + 1),
        width: getSizeFromOffset(input, offset),
    };
}
const ICO = {
    validate(input) {
        const reserved = readUInt16LE(input, 0);
        const imageCount = readUInt16LE(input, 4);
        if (reserved !== 0 || imageCount === 0)
            return false;
        const imageType = readUInt16LE(input, 2);
        return imageType === TYPE_ICON;
    },
    calculate(input) {
        const nbImages = readUInt16LE(input, 4);
        if (SIZE_HEADER + nbImages * SIZE_IMAGE_ENTRY > input.length) {
            throw new TypeError('Invalid ICO');
        }
        const imageSize = getImageSize(input, 0);
        if (nbImages === 1)
            return imageSize;
        const images = [];
        for (let imageIndex = 0; imageIndex < nbImages; imageIndex += 1) {
            images.push(getImageSize(input, imageIndex));
        }
        return {
            width: imageSize.width,
            height: imageSize.height,
            images: images,
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/cur.js


const TYPE_CURSOR = 2;
const CUR = {
    validate(input) {
        const reserved = readUInt16LE(input, 0);
        const imageCount = readUInt16LE(input, 4);
        if (reserved !== 0 || imageCount === 0)
            return false;
        const imageType = readUInt16LE(input, 2);
        return imageType === TYPE_CURSOR;
    },
    calculate: (input) => ICO.calculate(input),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/dds.js

const DDS = {
    validate: (input) => readUInt32LE(input, 0) === 0x20534444,
    calculate: (input) => ({
        height: readUInt32LE(input, 12),
        width: readUInt32LE(input, 16),
    }),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/gif.js

const gifRegexp = /^GIF8[79]a/;
const GIF = {
    validate: (input) => gifRegexp.test(toUTF8String(input, 0, 6)),
    calculate: (input) => ({
        height: readUInt16LE(input, 8),
        width: readUInt16LE(input, 6),
    }),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/heif.js

const brandMap = {
    avif: 'avif',
    mif1: 'heif',
    msf1: 'heif',
    heic: 'heic',
    heix: 'heic',
    hevc: 'heic',
    hevx: 'heic',
};
const HEIF = {
    validate(input) {
        const boxType = toUTF8String(input, 4, 8);
        if (boxType !== 'ftyp')
            return false;
        const ftypBox = findBox(input, 'ftyp', 0);
        if (!ftypBox)
            return false;
        const brand = toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12);
        return brand in brandMap;
    },
    calculate(input) {
        const metaBox = findBox(input, 'meta', 0);
        const iprpBox = metaBox && findBox(input, 'iprp', metaBox.offset + 12);
        const ipcoBox = iprpBox && findBox(input, 'ipco', iprpBox.offset + 8);
        if (!ipcoBox) {
            throw new TypeError('Invalid HEIF, no ipco box found');
        }
        const type = toUTF8String(input, 8, 12);
        const images = [];
        let currentOffset = ipcoBox.offset + 8;
        while (currentOffset < ipcoBox.offset + ipcoBox.size) {
            const ispeBox = findBox(input, 'ispe', currentOffset);
            if (!ispeBox)
                break;
            if (ispeBox.size < 20) {
                throw new TypeError('Invalid HEIF');
            }
            const rawWidth = readUInt32BE(input, ispeBox.offset + 12);
            const rawHeight = readUInt32BE(input, ispeBox.offset + 16);
            const clapBox = findBox(input, 'clap', currentOffset);
            let width = rawWidth;
            const height = rawHeight;
            if (clapBox &&
                clapBox.size >= 16 &&
                clapBox.offset < ipcoBox.offset + ipcoBox.size) {
                const cropRight = readUInt32BE(input, clapBox.offset + 12);
                width = rawWidth - cropRight;
            }
            images.push({ height, width });
            const nextOffset = ispeBox.offset + ispeBox.size;
            if (nextOffset <= currentOffset) {
                throw new TypeError('Invalid HEIF');
            }
            currentOffset = nextOffset;
        }
        if (images.length === 0) {
            throw new TypeError('Invalid HEIF, no sizes found');
        }
        return {
            width: images[0].width,
            height: images[0].height,
            type,
            ...(images.length > 1 ? { images } : {}),
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/icns.js

const icns_SIZE_HEADER = 4 + 4;
const FILE_LENGTH_OFFSET = 4;
const ENTRY_LENGTH_OFFSET = 4;
const ICON_TYPE_SIZE = {
    ICON: 32,
    'ICN#': 32,
    'icm#': 16,
    icm4: 16,
    icm8: 16,
    'ics#': 16,
    ics4: 16,
    ics8: 16,
    is32: 16,
    s8mk: 16,
    icp4: 16,
    icl4: 32,
    icl8: 32,
    il32: 32,
    l8mk: 32,
    icp5: 32,
    ic11: 32,
    ich4: 48,
    ich8: 48,
    ih32: 48,
    h8mk: 48,
    icp6: 64,
    ic12: 32,
    it32: 128,
    t8mk: 128,
    ic07: 128,
    ic08: 256,
    ic13: 256,
    ic09: 512,
    ic14: 512,
    ic10: 1024,
};
function readImageHeader(input, imageOffset) {
    const imageLengthOffset = imageOffset + ENTRY_LENGTH_OFFSET;
    if (imageLengthOffset + 4 > input.length) {
        throw new TypeError('Invalid ICNS');
    }
    return [
        toUTF8String(input, imageOffset, imageLengthOffset),
        readUInt32BE(input, imageLengthOffset),
    ];
}
function icns_getImageSize(type) {
    const size = ICON_TYPE_SIZE[type];
    return { width: size, height: size, type };
}
const ICNS = {
    validate: (input) => toUTF8String(input, 0, 4) === 'icns',
    calculate(input) {
        const inputLength = input.length;
        const fileLength = readUInt32BE(input, FILE_LENGTH_OFFSET);
        let imageOffset = icns_SIZE_HEADER;
        const images = [];
        while (imageOffset < fileLength && imageOffset < inputLength) {
            const imageHeader = readImageHeader(input, imageOffset);
            const entryLength = imageHeader[1];
            if (entryLength < 8) {
                throw new TypeError('Invalid ICNS');
            }
            const imageSize = icns_getImageSize(imageHeader[0]);
            images.push(imageSize);
            imageOffset += entryLength;
        }
        if (images.length === 0) {
            throw new TypeError('Invalid ICNS, no sizes found');
        }
        return {
            width: images[0].width,
            height: images[0].height,
            ...(images.length > 1 ? { images } : {}),
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/j2c.js

const J2C = {
    validate: (input) => readUInt32BE(input, 0) === 0xff4fff51,
    calculate: (input) => ({
        height: readUInt32BE(input, 12),
        width: readUInt32BE(input, 8),
    }),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/jp2.js

const JP2 = {
    validate(input) {
        const boxType = toUTF8String(input, 4, 8);
        if (boxType !== 'jP  ')
            return false;
        const ftypBox = findBox(input, 'ftyp', 0);
        if (!ftypBox)
            return false;
        const brand = toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12);
        return brand === 'jp2 ';
    },
    calculate(input) {
        const jp2hBox = findBox(input, 'jp2h', 0);
        const ihdrBox = jp2hBox && findBox(input, 'ihdr', jp2hBox.offset + 8);
        if (ihdrBox) {
            return {
                height: readUInt32BE(input, ihdrBox.offset + 8),
                width: readUInt32BE(input, ihdrBox.offset + 12),
            };
        }
        throw new TypeError('Unsupported JPEG 2000 format');
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/jpg.js

const EXIF_MARKER = '45786966';
const APP1_DATA_SIZE_BYTES = 2;
const EXIF_HEADER_BYTES = 6;
const TIFF_BYTE_ALIGN_BYTES = 2;
const BIG_ENDIAN_BYTE_ALIGN = '4d4d';
const LITTLE_ENDIAN_BYTE_ALIGN = '4949';
const IDF_ENTRY_BYTES = 12;
const NUM_DIRECTORY_ENTRIES_BYTES = 2;
function isEXIF(input) {
    return toHexString(input, 2, 6) === EXIF_MARKER;
}
function extractSize(input, index) {
    return {
        height: readUInt16BE(input, index),
        width: readUInt16BE(input, index + 2),
    };
}
function extractOrientation(exifBlock, isBigEndian) {
    const idfOffset = 8;
    const offset = EXIF_HEADER_BYTES + idfOffset;
    const idfDirectoryEntries = readUInt(exifBlock, 16, offset, isBigEndian);
    for (let directoryEntryNumber = 0; directoryEntryNumber < idfDirectoryEntries; directoryEntryNumber++) {
        const start = offset +
            NUM_DIRECTORY_ENTRIES_BYTES +
            directoryEntryNumber * IDF_ENTRY_BYTES;
        const end = start + IDF_ENTRY_BYTES;
        if (start > exifBlock.length) {
            return;
        }
        const block = exifBlock.slice(start, end);
        const tagNumber = readUInt(block, 16, 0, isBigEndian);
        if (tagNumber === 274) {
            const dataFormat = readUInt(block, 16, 2, isBigEndian);
            if (dataFormat !== 3) {
                return;
            }
            const numberOfComponents = readUInt(block, 32, 4, isBigEndian);
            if (numberOfComponents !== 1) {
                return;
            }
            return readUInt(block, 16, 8, isBigEndian);
        }
    }
}
function validateExifBlock(input, index) {
    const exifBlock = input.slice(APP1_DATA_SIZE_BYTES, index);
    const byteAlign = toHexString(exifBlock, EXIF_HEADER_BYTES, EXIF_HEADER_BYTES + TIFF_BYTE_ALIGN_BYTES);
    const isBigEndian = byteAlign === BIG_ENDIAN_BYTE_ALIGN;
    const isLittleEndian = byteAlign === LITTLE_ENDIAN_BYTE_ALIGN;
    if (isBigEndian || isLittleEndian) {
        return extractOrientation(exifBlock, isBigEndian);
    }
}
function validateInput(input, index) {
    if (index > input.length) {
        throw new TypeError('Corrupt JPG, exceeded buffer limits');
    }
}
const JPG = {
    validate: (input) => toHexString(input, 0, 2) === 'ffd8',
    calculate(_input) {
        let input = _input.slice(4);
        let orientation;
        let next;
        while (input.length) {
            const i = readUInt16BE(input, 0);
            validateInput(input, i);
            if (input[i] !== 0xff) {
                input = input.subarray(1);
                continue;
            }
            if (isEXIF(input)) {
                orientation = validateExifBlock(input, i);
            }
            next = input[i + 1];
            if (next === 0xc0 || next === 0xc1 || next === 0xc2) {
                const size = extractSize(input, i + 5);
                if (!orientation) {
                    return size;
                }
                return {
                    height: size.height,
                    orientation,
                    width: size.width,
                };
            }
            input = input.subarray(i + 2);
        }
        throw new TypeError('Invalid JPG, no size found');
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/utils/bit-reader.js
class BitReader {
    input;
    endianness;
    byteOffset = 2;
    bitOffset = 0;
    constructor(input, endianness) {
        this.input = input;
        this.endianness = endianness;
    }
    getBits(length = 1) {
        let result = 0;
        let bitsRead = 0;
        while (bitsRead < length) {
            if (this.byteOffset >= this.input.length) {
                throw new Error('Reached end of input');
            }
            const currentByte = this.input[this.byteOffset];
            const bitsLeft = 8 - this.bitOffset;
            const bitsToRead = Math.min(length - bitsRead, bitsLeft);
            if (this.endianness === 'little-endian') {
                const mask = (1 << bitsToRead) - 1;
                const bits = (currentByte >> this.bitOffset) & mask;
                result |= bits << bitsRead;
            }
            else {
                const mask = ((1 << bitsToRead) - 1) << (8 - this.bitOffset - bitsToRead);
                const bits = (currentByte & mask) >> (8 - this.bitOffset - bitsToRead);
                result = (result << bitsToRead) | bits;
            }
            bitsRead += bitsToRead;
            this.bitOffset += bitsToRead;
            if (this.bitOffset === 8) {
                this.byteOffset++;
                this.bitOffset = 0;
            }
        }
        return result;
    }
}

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/jxl-stream.js


function calculateImageDimension(reader, isSmallImage) {
    if (isSmallImage) {
        return 8 * (1 + reader.getBits(5));
    }
    const sizeClass = reader.getBits(2);
    const extraBits = [9, 13, 18, 30][sizeClass];
    return 1 + reader.getBits(extraBits);
}
function calculateImageWidth(reader, isSmallImage, widthMode, height) {
    if (isSmallImage && widthMode === 0) {
        return 8 * (1 + reader.getBits(5));
    }
    if (widthMode === 0) {
        return calculateImageDimension(reader, false);
    }
    const aspectRatios = [1, 1.2, 4 / 3, 1.5, 16 / 9, 5 / 4, 2];
    return Math.floor(height * aspectRatios[widthMode - 1]);
}
const JXLStream = {
    validate: (input) => {
        return toHexString(input, 0, 2) === 'ff0a';
    },
    calculate(input) {
        const reader = new BitReader(input, 'little-endian');
        const isSmallImage = reader.getBits(1) === 1;
        const height = calculateImageDimension(reader, isSmallImage);
        const widthMode = reader.getBits(3);
        const width = calculateImageWidth(reader, isSmallImage, widthMode, height);
        return { width, height };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/jxl.js


function extractCodestream(input) {
    const jxlcBox = findBox(input, 'jxlc', 0);
    if (jxlcBox) {
        return input.subarray(jxlcBox.offset + 8, jxlcBox.offset + jxlcBox.size);
    }
    const partialStreams = extractPartialStreams(input);
    if (partialStreams.length > 0) {
        return concatenateCodestreams(partialStreams);
    }
    return undefined;
}
function extractPartialStreams(input) {
    const partialStreams = [];
    let offset = 0;
    while (offset < input.length) {
        const jxlpBox = findBox(input, 'jxlp', offset);
        if (!jxlpBox)
            break;
        if (jxlpBox.size < 12) {
            throw new TypeError('Invalid JXL');
        }
        partialStreams.push(input.slice(jxlpBox.offset + 12, jxlpBox.offset + jxlpBox.size));
        offset = jxlpBox.offset + jxlpBox.size;
    }
    return partialStreams;
}
function concatenateCodestreams(partialCodestreams) {
    const totalLength = partialCodestreams.reduce((acc, curr) => acc + curr.length, 0);
    const codestream = new Uint8Array(Math.min(16, totalLength));
    let position = 0;
    for (const partial of partialCodestreams) {
        if (position >= codestream.length)
            break;
        const byteCount = Math.min(partial.length, codestream.length - position);
        codestream.set(partial.subarray(0, byteCount), position);
        position += byteCount;
    }
    return codestream;
}
const JXL = {
    validate: (input) => {
        const boxType = toUTF8String(input, 4, 8);
        if (boxType !== 'JXL ')
            return false;
        const ftypBox = findBox(input, 'ftyp', 0);
        if (!ftypBox)
            return false;
        const brand = toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12);
        return brand === 'jxl ';
    },
    calculate(input) {
        const codestream = extractCodestream(input);
        if (codestream)
            return JXLStream.calculate(codestream);
        throw new TypeError('Invalid JXL');
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/ktx.js

const KTX = {
    validate: (input) => {
        const signature = toUTF8String(input, 1, 7);
        return ['KTX 11', 'KTX 20'].includes(signature);
    },
    calculate: (input) => {
        const type = input[5] === 0x31 ? 'ktx' : 'ktx2';
        const offset = type === 'ktx' ? 36 : 20;
        return {
            height: readUInt32LE(input, offset + 4),
            width: readUInt32LE(input, offset),
            type,
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/png.js

const pngSignature = 'PNG\r\n\x1a\n';
const pngImageHeaderChunkName = 'IHDR';
const pngFriedChunkName = 'CgBI';
const PNG = {
    validate(input) {
        if (pngSignature === toUTF8String(input, 1, 8)) {
            let chunkName = toUTF8String(input, 12, 16);
            if (chunkName === pngFriedChunkName) {
                chunkName = toUTF8String(input, 28, 32);
            }
            if (chunkName !== pngImageHeaderChunkName) {
                throw new TypeError('Invalid PNG');
            }
            return true;
        }
        return false;
    },
    calculate(input) {
        if (toUTF8String(input, 12, 16) === pngFriedChunkName) {
            return {
                height: readUInt32BE(input, 36),
                width: readUInt32BE(input, 32),
            };
        }
        return {
            height: readUInt32BE(input, 20),
            width: readUInt32BE(input, 16),
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/pnm.js

const PNMTypes = {
    P1: 'pbm/ascii',
    P2: 'pgm/ascii',
    P3: 'ppm/ascii',
    P4: 'pbm',
    P5: 'pgm',
    P6: 'ppm',
    P7: 'pam',
    PF: 'pfm',
};
const HEADER_SCAN_LIMIT = 64;
const PAM_HEADER_LIMIT = 256;
const isWhitespace = (byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13;
const isEndOfLine = (byte) => byte === 10 || byte === 13;
const handlers = {
    default: (input) => {
        const end = Math.min(input.length, HEADER_SCAN_LIMIT);
        const tokens = [];
        let token = '';
        let inComment = false;
        for (let i = 2; i < end && tokens.length < 2; i++) {
            const byte = input[i];
            if (inComment) {
                inComment = !isEndOfLine(byte);
            }
            else if (byte === 35) {
                inComment = true;
            }
            else if (isWhitespace(byte)) {
                if (token) {
                    tokens.push(token);
                    token = '';
                }
            }
            else {
                token += String.fromCharCode(byte);
            }
        }
        if (token && tokens.length < 2)
            tokens.push(token);
        if (tokens.length < 2) {
            throw new TypeError('Invalid PNM');
        }
        return {
            width: Number.parseInt(tokens[0], 10),
            height: Number.parseInt(tokens[1], 10),
        };
    },
    pam: (input) => {
        const header = toUTF8String(input, 0, Math.min(input.length, PAM_HEADER_LIMIT));
        const size = {};
        for (const line of header.split(/[\r\n]+/)) {
            if (line.length > 16 || line.charCodeAt(0) > 128) {
                continue;
            }
            const [key, value] = line.split(' ');
            if (key && value) {
                size[key.toLowerCase()] = Number.parseInt(value, 10);
            }
            if (size.height && size.width) {
                break;
            }
        }
        if (size.height && size.width) {
            return {
                height: size.height,
                width: size.width,
            };
        }
        throw new TypeError('Invalid PAM');
    },
};
const PNM = {
    validate: (input) => toUTF8String(input, 0, 2) in PNMTypes,
    calculate(input) {
        const signature = toUTF8String(input, 0, 2);
        const type = PNMTypes[signature];
        const handler = handlers[type] || handlers.default;
        return handler(input);
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/psd.js

const PSD = {
    validate: (input) => toUTF8String(input, 0, 4) === '8BPS',
    calculate: (input) => ({
        height: readUInt32BE(input, 14),
        width: readUInt32BE(input, 18),
    }),
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/svg.js

const svgReg = /<svg\s([^>"']|"[^"]*"|'[^']*')*>/;
const extractorRegExps = {
    height: /\sheight=(['"])([^%]+?)\1/,
    root: svgReg,
    viewbox: /\sviewBox=(['"])(.+?)\1/i,
    width: /\swidth=(['"])([^%]+?)\1/,
};
const INCH_CM = 2.54;
const units = {
    in: 96,
    cm: 96 / INCH_CM,
    em: 16,
    ex: 8,
    m: (96 / INCH_CM) * 100,
    mm: 96 / INCH_CM / 10,
    pc: 96 / 72 / 12,
    pt: 96 / 72,
    px: 1,
};
const unitsReg = new RegExp(`^([0-9.]+(?:e\\d+)?)(${Object.keys(units).join('|')})?$`);
function parseLength(len) {
    const m = unitsReg.exec(len);
    if (!m) {
        return undefined;
    }
    return Math.round(Number(m[1]) * (units[m[2]] || 1));
}
function parseViewbox(viewbox) {
    const bounds = viewbox.split(' ');
    return {
        height: parseLength(bounds[3]),
        width: parseLength(bounds[2]),
    };
}
function parseAttributes(root) {
    const width = root.match(extractorRegExps.width);
    const height = root.match(extractorRegExps.height);
    const viewbox = root.match(extractorRegExps.viewbox);
    return {
        height: height && parseLength(height[2]),
        viewbox: viewbox && parseViewbox(viewbox[2]),
        width: width && parseLength(width[2]),
    };
}
function calculateByDimensions(attrs) {
    return {
        height: attrs.height,
        width: attrs.width,
    };
}
function calculateByViewbox(attrs, viewbox) {
    const ratio = viewbox.width / viewbox.height;
    if (attrs.width) {
        return {
            height: Math.floor(attrs.width / ratio),
            width: attrs.width,
        };
    }
    if (attrs.height) {
        return {
            height: attrs.height,
            width: Math.floor(attrs.height * ratio),
        };
    }
    return {
        height: viewbox.height,
        width: viewbox.width,
    };
}
const SVG = {
    validate: (input) => svgReg.test(toUTF8String(input, 0, 1000)),
    calculate(input) {
        const root = toUTF8String(input).match(extractorRegExps.root);
        if (root) {
            const attrs = parseAttributes(root[0]);
            if (attrs.width && attrs.height) {
                return calculateByDimensions(attrs);
            }
            if (attrs.viewbox) {
                return calculateByViewbox(attrs, attrs.viewbox);
            }
        }
        throw new TypeError('Invalid SVG');
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/tga.js

const TGA = {
    validate(input) {
        return readUInt16LE(input, 0) === 0 && readUInt16LE(input, 4) === 0;
    },
    calculate(input) {
        return {
            height: readUInt16LE(input, 14),
            width: readUInt16LE(input, 12),
        };
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/tiff.js

const CONSTANTS = {
    TAG: {
        WIDTH: 256,
        HEIGHT: 257,
        COMPRESSION: 259,
    },
    TYPE: {
        SHORT: 3,
        LONG: 4,
        LONG8: 16,
    },
    ENTRY_SIZE: {
        STANDARD: 12,
        BIG: 20,
    },
    COUNT_SIZE: {
        STANDARD: 2,
        BIG: 8,
    },
};
function readIFD(input, { isBigEndian, isBigTiff }) {
    const view = new DataView(input.buffer, input.byteOffset);
    const le = !isBigEndian;
    const ifdOffset = isBigTiff
        ? Number(view.getBigUint64(8, le))
        : view.getUint32(4, le);
    const entryCountSize = isBigTiff
        ? CONSTANTS.COUNT_SIZE.BIG
        : CONSTANTS.COUNT_SIZE.STANDARD;
    return input.slice(ifdOffset + entryCountSize);
}
function readTagValue(view, type, offset, le) {
    switch (type) {
        case CONSTANTS.TYPE.SHORT:
            return view.getUint16(offset, le);
        case CONSTANTS.TYPE.LONG:
            return view.getUint32(offset, le);
        case CONSTANTS.TYPE.LONG8: {
            const value = Number(view.getBigUint64(offset, le));
            if (value > Number.MAX_SAFE_INTEGER) {
                throw new TypeError('Value too large');
            }
            return value;
        }
        default:
            return 0;
    }
}
function extractTags(input, { isBigEndian, isBigTiff }) {
    const tags = {};
    const entrySize = isBigTiff
        ? CONSTANTS.ENTRY_SIZE.BIG
        : CONSTANTS.ENTRY_SIZE.STANDARD;
    const valueOffset = isBigTiff ? 12 : 8;
    const view = new DataView(input.buffer, input.byteOffset);
    const le = !isBigEndian;
    for (let offset = 0; offset + entrySize < input.length; offset += entrySize) {
        const code = view.getUint16(offset, le);
        const type = view.getUint16(offset + 2, le);
        const length = isBigTiff
            ? Number(view.getBigUint64(offset + 4, le))
            : view.getUint32(offset + 4, le);
        if (code === 0)
            break;
        if (length === 1 &&
            (type === CONSTANTS.TYPE.SHORT ||
                type === CONSTANTS.TYPE.LONG ||
                (isBigTiff && type === CONSTANTS.TYPE.LONG8))) {
            tags[code] = readTagValue(view, type, offset + valueOffset, le);
        }
    }
    return tags;
}
function determineFormat(input) {
    const signature = toUTF8String(input, 0, 2);
    const isBigEndian = signature === 'MM';
    const view = new DataView(input.buffer, input.byteOffset);
    const version = view.getUint16(2, !isBigEndian);
    return {
        isBigEndian,
        isBigTiff: version === 43,
    };
}
function validateBigTIFFHeader(input, isBigEndian) {
    const view = new DataView(input.buffer, input.byteOffset);
    const le = !isBigEndian;
    const byteSize = view.getUint16(4, le);
    const reserved = view.getUint16(6, le);
    if (byteSize !== 8 || reserved !== 0) {
        throw new TypeError('Invalid BigTIFF header');
    }
}
const signatures = new Set([
    '49492a00',
    '4d4d002a',
    '49492b00',
    '4d4d002b',
]);
const TIFF = {
    validate: (input) => {
        const signature = toHexString(input, 0, 4);
        return signatures.has(signature);
    },
    calculate(input) {
        const format = determineFormat(input);
        if (format.isBigTiff) {
            validateBigTIFFHeader(input, format.isBigEndian);
        }
        const ifdBuffer = readIFD(input, format);
        const tags = extractTags(ifdBuffer, format);
        const info = {
            height: tags[CONSTANTS.TAG.HEIGHT],
            width: tags[CONSTANTS.TAG.WIDTH],
            type: format.isBigTiff ? 'bigtiff' : 'tiff',
        };
        if (tags[CONSTANTS.TAG.COMPRESSION]) {
            info.compression = tags[CONSTANTS.TAG.COMPRESSION];
        }
        if (!info.width || !info.height) {
            throw new TypeError('Invalid Tiff. Missing tags');
        }
        return info;
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/webp.js

function calculateExtended(input) {
    return {
        height: 1 + readUInt24LE(input, 7),
        width: 1 + readUInt24LE(input, 4),
    };
}
function calculateLossless(input) {
    return {
        height: 1 +
            (((input[4] & 0xf) << 10) | (input[3] << 2) | ((input[2] & 0xc0) >> 6)),
        width: 1 + (((input[2] & 0x3f) << 8) | input[1]),
    };
}
function calculateLossy(input) {
    return {
        height: readInt16LE(input, 8) & 0x3fff,
        width: readInt16LE(input, 6) & 0x3fff,
    };
}
const WEBP = {
    validate(input) {
        const riffHeader = 'RIFF' === toUTF8String(input, 0, 4);
        const webpHeader = 'WEBP' === toUTF8String(input, 8, 12);
        const vp8Header = 'VP8' === toUTF8String(input, 12, 15);
        return riffHeader && webpHeader && vp8Header;
    },
    calculate(_input) {
        const chunkHeader = toUTF8String(_input, 12, 16);
        const input = _input.slice(20, 30);
        if (chunkHeader === 'VP8X') {
            const extendedHeader = input[0];
            const validStart = (extendedHeader & 0xc0) === 0;
            const validEnd = (extendedHeader & 0x01) === 0;
            if (validStart && validEnd) {
                return calculateExtended(input);
            }
            throw new TypeError('Invalid WebP');
        }
        if (chunkHeader === 'VP8 ' && input[0] !== 0x2f) {
            return calculateLossy(input);
        }
        const signature = toHexString(input, 3, 6);
        if (chunkHeader === 'VP8L' && signature !== '9d012a') {
            return calculateLossless(input);
        }
        throw new TypeError('Invalid WebP');
    },
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/types/index.js




















const typeHandlers = new Map([
    ['bmp', BMP],
    ['cur', CUR],
    ['dds', DDS],
    ['gif', GIF],
    ['heif', HEIF],
    ['icns', ICNS],
    ['ico', ICO],
    ['j2c', J2C],
    ['jp2', JP2],
    ['jpg', JPG],
    ['jxl', JXL],
    ['jxl-stream', JXLStream],
    ['ktx', KTX],
    ['png', PNG],
    ['pnm', PNM],
    ['psd', PSD],
    ['svg', SVG],
    ['tga', TGA],
    ['tiff', TIFF],
    ['webp', WEBP],
]);
const types = Array.from(typeHandlers.keys());

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/detector.js

const firstBytes = new Map([
    [0x00, ['cur', 'heif', 'ico', 'jp2', 'jxl', 'tga']],
    [0x38, ['psd']],
    [0x3c, ['svg']],
    [0x42, ['bmp']],
    [0x44, ['dds']],
    [0x47, ['gif']],
    [0x49, ['tiff']],
    [0x4d, ['tiff']],
    [0x50, ['pnm']],
    [0x52, ['webp']],
    [0x69, ['icns']],
    [0x89, ['png']],
    [0xab, ['ktx']],
    [0xff, ['j2c', 'jpg', 'jxl-stream']],
]);
function detector(input) {
    const byte = input[0];
    const candidates = firstBytes.get(byte);
    const predicate = (type) => typeHandlers.get(type)?.validate(input);
    return candidates?.find(predicate) || types.find(predicate);
}

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/lookup.js


const globalOptions = {
    disabledTypes: [],
};
function imageSize(input) {
    const type = detector(input);
    if (typeof type !== 'undefined') {
        if (globalOptions.disabledTypes.indexOf(type) > -1) {
            throw new TypeError(`disabled file type: ${type}`);
        }
        const size = typeHandlers.get(type)?.calculate(input);
        if (size !== undefined) {
            size.type = size.type ?? type;
            if (size.images && size.images.length > 1) {
                const largestImage = size.images.reduce((largest, current) => {
                    return current.width * current.height > largest.width * largest.height
                        ? current
                        : largest;
                }, size.images[0]);
                size.width = largestImage.width;
                size.height = largestImage.height;
            }
            return size;
        }
    }
    throw new TypeError(`unsupported file type: ${type}`);
}
const disableTypes = (types) => {
    globalOptions.disabledTypes = types;
};

;// CONCATENATED MODULE: ./node_modules/image-size/dist/esm/index.js



;// CONCATENATED MODULE: ./build/images/tiff.js
const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const SAMPLES_PER_PIXEL = 277;
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const TILE_WIDTH = 322;
const SAMPLE_FORMAT = 339;
const MOST_PAGES = 10_000;
const MOST_ENTRIES = 4_096;
/** The size of each field type in bytes; types 16 to 18 are for BigTIFF only. */
const SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    16: 8
};
/** Reads the directories. If the chain is damaged, `whole` is false and the pages before the damage are returned. */
function readTiff(bytes) {
    const reader = tiffReader(bytes);
    if (!reader)
        return { pages: [], whole: false };
    const pages = [];
    const seen = new Set();
    let at = reader.first;
    while (at > 0 && at < bytes.length && !seen.has(at) && pages.length < MOST_PAGES) {
        seen.add(at);
        const directory = reader.directory(at);
        if (!directory)
            break;
        pages.push(page(directory.fields));
        at = directory.next;
    }
    return { pages, whole: at === 0 };
}
function page(fields) {
    const orientation = fields.get(ORIENTATION) ?? 1;
    const unit = fields.get(RESOLUTION_UNIT) ?? 2;
    const resolution = fields.get(X_RESOLUTION) ?? 0;
    const perInch = unit === 3 ? 2.54 : 1;
    return {
        width: fields.get(WIDTH) ?? 0,
        height: fields.get(HEIGHT) ?? 0,
        orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
        dpi: unit !== 1 && resolution > 0 ? Math.round(resolution * perInch) : null,
        tiled: fields.has(TILE_WIDTH),
        float: fields.get(SAMPLE_FORMAT) === 3,
        greyAlpha: fields.get(SAMPLES_PER_PIXEL) === 2
    };
}
function tiffReader(bytes) {
    const head = bytes.at(0, 16);
    if (head.length < 8)
        return null;
    const little = head.toString('latin1', 0, 2) === 'II';
    const word = (buffer, at) => little ? buffer.readUInt16LE(at) : buffer.readUInt16BE(at);
    const long = (buffer, at) => little ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at);
    const wide = (buffer, at) => Number(little ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at));
    const big = word(head, 2) === 43;
    if (big && head.length < 16)
        return null;
    const offset = big ? wide : long;
    const layout = big ? { count: 8, entry: 20, value: 8 } : { count: 2, entry: 12, value: 4 };
    const fieldValue = (type, count, entry) => {
        const size = SIZES[type] ?? 0;
        if (size === 0 || count === 0)
            return null;
        const inline = entry.subarray(entry.length - layout.value);
        const value = size * count <= layout.value ? inline : bytes.at(offset(inline, 0), size);
        return value.length < size ? null : number(type, value);
    };
    const number = (type, value) => {
        if (type === 3)
            return word(value, 0);
        if (type === 4)
            return long(value, 0);
        if (type === 5)
            return long(value, 0) / (long(value, 4) || 1);
        return type === 16 ? wide(value, 0) : (value[0] ?? null);
    };
    return {
        first: big ? wide(head, 8) : long(head, 4),
        directory: (at) => {
            const start = bytes.at(at, layout.count);
            if (start.length < layout.count)
                return null;
            const count = Math.min(big ? wide(start, 0) : word(start, 0), MOST_ENTRIES);
            const table = bytes.at(at + layout.count, count * layout.entry + layout.value);
            const fields = new Map();
            for (let i = 0; i < count && (i + 1) * layout.entry <= table.length; i++) {
                const entry = table.subarray(i * layout.entry, (i + 1) * layout.entry);
                const length = big ? wide(entry, 4) : long(entry, 4);
                const value = fieldValue(word(entry, 2), length, entry);
                if (value !== null)
                    fields.set(word(entry, 0), value);
            }
            const end = count * layout.entry;
            return { fields, next: table.length >= end + layout.value ? offset(table, end) : 0 };
        }
    };
}

;// CONCATENATED MODULE: ./build/images/header.js



/** How much of a file the header library reads: thumbnails and colour profiles come before the size. */
const HEAD = 1024 * 1024;
/**
 * Reads the header of an image of a known format.
 *
 * @throws Error if the header is damaged
 */
function readHeader(format, bytes) {
    if (format === 'pdf')
        return plain(format, 0, 0);
    if (format === 'tiff' || format === 'bigtiff')
        return tiffHeader(format, bytes);
    const head = bytes.at(0, HEAD);
    // Chunks are read eight bytes at a time: from memory if the head is the whole file.
    const inMemory = bytes.length <= HEAD ? bytesOf(head) : bytes;
    const { width, height, orientation } = sizeOf(format, head, bytes);
    return {
        ...plain(format, width, height),
        orientation: upright(orientation ?? taggedOrientation(format, inMemory)),
        dpi: resolution(format, head)
    };
}
/** Photoshop and phones sometimes put megabytes before a JPEG's size: only then is more of the file read. */
const LARGE_HEAD = 64 * HEAD;
function sizeOf(format, head, bytes) {
    // The 12-byte OS/2 header stores each side in 16 bits.
    if (format === 'bmp' && head.readUInt32LE(14) === 12)
        return { width: head.readUInt16LE(18), height: head.readUInt16LE(20) };
    try {
        return imageSize(head);
    }
    catch (error) {
        if (bytes.length <= HEAD)
            throw error;
        return imageSize(bytes.at(0, LARGE_HEAD));
    }
}
const upright = (orientation) => orientation >= 1 && orientation <= 8 ? orientation : 1;
const plain = (format, width, height) => ({
    format,
    width,
    height,
    pages: 1,
    pixels: width * height,
    orientation: 1,
    dpi: null,
    oddity: null
});
function tiffHeader(format, bytes) {
    const { pages, whole } = readTiff(bytes);
    const [first] = pages;
    if (!first || first.width === 0 || first.height === 0)
        throw new Error('the TIFF has no page with a size');
    if (!whole)
        throw new Error(`the TIFF directory after page ${pages.length} is truncated or missing`);
    return {
        ...plain(format, first.width, first.height),
        pages: pages.length,
        pixels: pages.reduce((sum, page) => sum + page.width * page.height, 0),
        orientation: pages.every((page) => page.orientation === first.orientation)
            ? first.orientation
            : 1,
        dpi: first.dpi,
        oddity: oddityOf(pages)
    };
}
const oddityOf = (pages) => {
    if (pages.some(({ tiled }) => tiled))
        return 'tiled';
    if (pages.some(({ float }) => float))
        return 'float';
    return pages.some(({ greyAlpha }) => greyAlpha) ? 'transparent' : null;
};
/** PNG and WebP have EXIF in a chunk of its own, which the header library does not read. */
function taggedOrientation(format, bytes) {
    const exif = format === 'png' ? pngChunk(bytes, 'eXIf') : format === 'webp' ? webpExif(bytes) : null;
    return exif ? (readTiff(bytesOf(exif)).pages[0]?.orientation ?? 1) : 1;
}
const MOST_CHUNKS = 10_000;
function pngChunk(bytes, wanted) {
    let at = 8;
    for (let i = 0; i < MOST_CHUNKS; i++) {
        const head = bytes.at(at, 8);
        if (head.length < 8)
            return null;
        const length = head.readUInt32BE(0);
        if (head.toString('latin1', 4, 8) === wanted)
            return bytes.at(at + 8, Math.min(length, HEAD));
        at += 12 + length;
    }
    return null;
}
function webpExif(bytes) {
    let at = 12;
    for (let i = 0; i < MOST_CHUNKS; i++) {
        const head = bytes.at(at, 8);
        if (head.length < 8)
            return null;
        const length = head.readUInt32LE(4);
        if (head.toString('latin1', 0, 4) === 'EXIF') {
            const block = bytes.at(at + 8, Math.min(length, HEAD));
            return block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
        }
        at += 8 + length + (length % 2);
    }
    return null;
}
/** The resolution, from exactly the places that Tesseract's image library reads: pHYs, JFIF density, the BMP header. */
function resolution(format, head) {
    if (format === 'png')
        return pngResolution(head);
    if (format === 'jpeg')
        return jfifResolution(head);
    if (format === 'bmp' && head.length >= 46 && head.readUInt32LE(14) >= 40)
        return perInch(head.readInt32LE(38) * INCHES_PER_METRE);
    return null;
}
const INCHES_PER_METRE = 0.0254;
function pngResolution(head) {
    const block = pngChunk(bytesOf(head), 'pHYs');
    const metric = block !== null && block.length >= 9 && block[8] === 1;
    return metric ? perInch(block.readUInt32BE(0) * INCHES_PER_METRE) : null;
}
function jfifResolution(head) {
    if (head.length < 18 || head.toString('latin1', 6, 10) !== 'JFIF')
        return null;
    const unit = head[13];
    return unit === 1 || unit === 2 ? perInch(head.readUInt16BE(14) * (unit === 2 ? 2.54 : 1)) : null;
}
const perInch = (dpi) => (dpi >= 1 ? Math.round(dpi) : null);

;// CONCATENATED MODULE: ./build/task/prepare.js






/** Formats that Tesseract's image library does not support. */
const UNSUPPORTED = ['bigtiff', 'heic', 'avif', 'pdf'];
/** Why an image must be converted to TIFF before Tesseract can read it; null if Tesseract reads it correctly as it is. */
function reasonToPrepare(header) {
    if (UNSUPPORTED.includes(header.format))
        return `Tesseract cannot read ${header.format.toUpperCase()}`;
    if (header.oddity)
        return `Tesseract cannot read ${header.oddity} TIFF`;
    // Tesseract's image library applies the orientation of TIFF, and of no other format.
    if (header.orientation !== 1 && header.format !== 'tiff')
        return `the image is stored rotated (orientation ${header.orientation})`;
    return null;
}
/**
 * Converts an image to a TIFF that Tesseract reads correctly.
 *
 * @param operations additional ImageMagick operations, such as scaling
 * @param page the page to take, from 0; all pages if absent
 * @throws ImageFailure if the image cannot be converted, or a required program is not installed
 */
async function prepare(source, tools, { operations = [], page } = {}) {
    const { header } = source;
    if (header.format === 'pdf')
        return preparePdf(source.file, tools);
    const target = tools.workspace.fresh('prepared.tif');
    const input = sourceArgument(source, page, tools.workspace);
    await magick([input, ...plainOperations(header), ...operations, `tiff:${target}.part`], tools);
    (0,external_node_fs_.renameSync)(`${target}.part`, target);
    return { path: target, pages: page === undefined ? header.pages : 1 };
}
async function preparePdf(file, tools) {
    const pages = await drawPages(file, tools);
    if (pages.length === 1)
        return { path: pages[0], pages: 1 };
    const bound = await bind(pages, tools);
    for (const page of pages)
        (0,external_node_fs_.rmSync)(page);
    return bound;
}
/** Joins TIFFs of one page each, in order. */
async function bind(pages, tools) {
    const target = tools.workspace.fresh('bound.tif');
    await magick(bindArguments(pages, target), tools);
    return { path: target, pages: pages.length };
}
/** The header of a prepared image. */
const preparedHeader = (path) => withBytes(path, (bytes) => readHeader('tiff', bytes));

;// CONCATENATED MODULE: ./build/task/layout.js
/** Above this confidence a word counts as read correctly. */
const HIGH_CONFIDENCE = 80;
/** Measures a page by its words. */
function layoutOf(words) {
    const long = words.filter(({ text }) => [...text].length >= 3);
    const tall = long.length >= 3 && 2 * long.filter(({ width, height }) => height > width).length > long.length;
    const measured = words.filter(({ text }) => [...text].length >= 2);
    return {
        confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / (words.length || 1),
        confidentLetters: words
            .filter(({ confidence }) => confidence > HIGH_CONFIDENCE)
            .reduce((sum, { text }) => sum + layout_letterCount(text), 0),
        longWords: long.length,
        tall,
        letterHeight: median(measured.map(({ width, height }) => Math.min(width, height))),
        slope: slopeOf(tall ? words.map(turnedUpright) : words)
    };
}
const layout_letterCount = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const turnedUpright = (word) => ({
    ...word,
    left: word.top,
    top: -word.left - word.width,
    width: word.height,
    height: word.width
});
/** The slope of a line that is shorter than this many of its heights is too inaccurate. */
const MIN_EXTENT = 4;
/**
 * The slope of the page's lines: for each line, the regression line through the centers of its words; of those, the
 * median weighted by length. Confidence does not show skew, but this does: a page skewed by 3° loses words and keeps
 * its confidence, while its slope is measured to a tenth of a degree.
 */
function slopeOf(words) {
    const lines = new Map();
    for (const word of words) {
        if (word.height > 3 * Math.max(1, word.width))
            continue;
        lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
    }
    const slopes = [...lines.values()].map(lineSlope).filter((slope) => slope !== null);
    const half = slopes.reduce((sum, { extent }) => sum + extent, 0) / 2;
    let passed = 0;
    for (const { degrees, extent } of slopes.sort((a, b) => a.degrees - b.degrees)) {
        passed += extent;
        if (passed >= half)
            return degrees;
    }
    return 0;
}
function lineSlope(words) {
    if (words.length < 3)
        return null;
    const centers = words.map(({ left, top, width, height }) => ({
        x: left + width / 2,
        y: top + height / 2
    }));
    const xs = centers.map(({ x }) => x);
    const extent = Math.max(...xs) - Math.min(...xs);
    if (extent < MIN_EXTENT * (median(words.map(({ height }) => height)) ?? 0))
        return null;
    const meanX = mean(xs);
    const meanY = mean(centers.map(({ y }) => y));
    const variance = centers.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
    const covariance = centers.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
    if (variance === 0)
        return null;
    return { degrees: (Math.atan(covariance / variance) * 180) / Math.PI, extent };
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

;// CONCATENATED MODULE: ./build/task/second-look.js




/** Modes in which Tesseract detects the page's layout; the others take the image for one line, word or character. */
const PAGE_MODES = [null, 1, 3, 4, 6, 11, 12];
/** Whether these settings allow a second look at all. */
const mayLookAgain = (settings) => settings.prepare !== 'never' &&
    PAGE_MODES.includes(settings.pageSegmentationMode) &&
    (settings.secondLook || settings.deskew === 'always' || settings.rotate === 'always');
/** Below this mean confidence the text is a guess: the page is upside down or on its side. */
const GUESSED = 50;
/** Looks after the first: the second corrects what is wrong, a third corrects what only the second revealed. */
const MAX_LOOKS = 2;
/** Takes a second look at a page if there is a reason to; null if there is none. */
async function lookAgain(first, settings, tools) {
    if (tools.prepareTools.toolbox.imageMagick === null)
        return null;
    const measure = () => tools.preparing(() => measuredSlope(first.source, first.page, tools.prepareTools));
    const original = {
        correction: NO_CORRECTION,
        reading: first.reading,
        layout: layoutOf(first.reading.words)
    };
    const looks = [];
    for (const correction of await demandedCorrections(settings, measure))
        looks.push(await lookAt(correction, first, tools));
    if (settings.secondLook) {
        const best = looks.reduce(better, original);
        looks.push(...(await looksInDoubt(best, first, settings, tools, measure)));
    }
    const [head, ...rest] = looks;
    if (head === undefined)
        return null;
    const kept = rest.reduce(better, head);
    const description = looks.map(({ correction }) => descriptionOf(correction)).join(', then ');
    const isBetter = better(original, kept) === kept;
    return { reading: kept.reading, path: kept.path, description, isBetter };
}
const NO_CORRECTION = { turn: 0, slope: 0, scale: 1 };
/** The look with more letters in words of high confidence; the earlier one if there is no difference. */
const better = (earlier, later) => later.layout.confidentLetters > earlier.layout.confidentLetters ? later : earlier;
async function lookAt(correction, first, tools) {
    const operations = correctionOperations({ ...correction, slope: effectiveSlope(correction) });
    const { path } = await tools.preparing(() => prepare(first.source, tools.prepareTools, { page: first.page, operations }));
    const reading = await tools.read(path);
    return { correction, path, reading, layout: layoutOf(reading.words) };
}
/** The corrections that the settings demand for every page. */
async function demandedCorrections(settings, measure) {
    const slope = settings.deskew === 'always' ? await measure() : 0;
    const turns = settings.rotate === 'always' ? [0, 90, 180, 270] : [0];
    return turns.map((turn) => ({ turn, slope, scale: 1 })).filter(changesPage);
}
const changesPage = (correction) => correction.turn !== 0 || effectiveSlope(correction) !== 0 || correction.scale !== 1;
/** Repeats until the page is read well; each correction follows from the result of the one before. */
async function looksInDoubt(start, first, settings, tools, measure) {
    const looks = [];
    let last = start;
    while (looks.length < MAX_LOOKS) {
        const wanted = await wantedCorrection(last, looks.length === 0, first, measure);
        const next = wanted && changesPage(wanted) && combined(last.correction, allowed(wanted, first, settings));
        if (!next || isSame(next, last.correction))
            break;
        const look = await lookAt(next, first, tools);
        looks.push(look);
        last = look;
    }
    return looks;
}
/** The correction that a page needs; null if it was read well, or if a guess did not help. */
function wantedCorrection({ reading, layout }, mayGuess, first, measure) {
    const hasTooFewWords = layout.longWords < 3 && layout.confidence < FAIRLY_READ;
    if (!hasTooFewWords)
        return correctionByWords(reading, layout);
    return mayGuess ? guessedCorrection(first, measure) : null;
}
/** A correction applied on top of an earlier one. */
const combined = (earlier, added) => ({
    turn: (earlier.turn + added.turn) % 360,
    slope: earlier.slope + added.slope,
    scale: earlier.scale === 2 ? 2 : added.scale
});
const isSame = (a, b) => a.turn === b.turn && a.scale === b.scale && Math.abs(a.slope - b.slope) < MIN_SLOPE;
/** Languages written in columns: word boxes of their upright pages are higher than wide. */
const isWrittenInColumns = (language) => /_vert$|^(jpn|chi_|kor)/.test(language);
/** The part of a correction that the settings allow. */
const allowed = (correction, first, settings) => ({
    turn: settings.rotate === 'never' || settings.languages.some(isWrittenInColumns)
        ? 0
        : correction.turn,
    slope: settings.deskew === 'never' ? 0 : correction.slope,
    scale: canBeDoubled(first, settings) ? correction.scale : 1
});
/** Letters up to this height, in pixels, are too small for Tesseract's models; so is a resolution below 150. */
const SMALL_LETTERS = 14;
const LOW_RESOLUTION = 150;
/** Slopes from which lines are lost: falling to the right, or rising, which Tesseract tolerates better. */
const FALLING = 1.5;
const RISING = -2.5;
/** Small print with a higher mean confidence is left alone. */
const WELL_READ = 90;
/** A page on its side with a higher mean confidence is left alone: Tesseract can read pages turned clockwise. */
const FAIRLY_READ = 80;
/** An image with fewer pixels is not a page. */
const MIN_PIXELS = 50_000;
/** A page with more pixels and almost no words is not too small to read. */
const LARGE_PIXELS = 2_000_000;
/** With too few words to decide by, the page is strongly skewed, or on its side, or blank. */
async function guessedCorrection({ source }, measure) {
    const pixels = source.header.width * source.header.height;
    if (pixels < MIN_PIXELS)
        return null;
    const slope = await measure();
    return { turn: Math.abs(slope) >= FALLING ? 0 : 90, slope, scale: pixels < LARGE_PIXELS ? 2 : 1 };
}
/** The correction by the boxes and confidences of the words; null if the page was read well. */
function correctionByWords(reading, layout) {
    const { confidence, tall, slope } = layout;
    const small = isSmall(reading, layout);
    const scale = small ? 2 : 1;
    if (confidence < GUESSED)
        return { turn: tall ? 90 : 180, slope, scale };
    const doubted = isDoubted(reading, layout);
    // Upright small print also gives tall boxes: only after doubling do they show the orientation.
    if (tall && !small)
        return doubted || confidence < FAIRLY_READ ? { turn: 270, slope, scale } : null;
    return doubted ? { turn: 0, slope: tall ? 0 : slope, scale } : null;
}
const isSmall = (reading, { letterHeight }) => isCoarse(reading) || (letterHeight !== null && letterHeight <= SMALL_LETTERS);
const isDoubted = (reading, layout) => layout.slope >= FALLING ||
    layout.slope <= RISING ||
    isCoarse(reading) ||
    (isSmall(reading, layout) && layout.confidence < WELL_READ);
const isCoarse = ({ estimatedDpi }) => estimatedDpi !== null && estimatedDpi > 0 && estimatedDpi < LOW_RESOLUTION;
/** Whether the doubled page stays within the limits; Tesseract's is 32,767 pixels per side. */
function canBeDoubled({ source }, { maxPixels }) {
    const { width, height } = source.header;
    return 2 * Math.max(width, height) <= 32_767 && 4 * width * height <= maxPixels;
}
/** Below this slope, in degrees, straightening loses more sharpness than it gains. */
const MIN_SLOPE = 1;
const effectiveSlope = ({ slope }) => (Math.abs(slope) < MIN_SLOPE ? 0 : slope);
function descriptionOf(correction) {
    const slope = effectiveSlope(correction);
    const parts = [
        ...(correction.turn === 0 ? [] : [`turned ${correction.turn}°`]),
        ...(slope === 0 ? [] : [`straightened ${slope.toFixed(1)}°`]),
        ...(correction.scale === 1 ? [] : ['doubled'])
    ];
    return parts.join(' and ') || 'prepared';
}

;// CONCATENATED MODULE: ./build/task/read-image.js






/**
 * Reads one image: prepares it if Tesseract would not read it correctly, and takes a second look at pages that were
 * read with low confidence.
 *
 * @throws ImageFailure if the image cannot be read; the reason of its time's signal if it fires before there is a text
 */
async function readImage(image, settings, { reader, workspace, time }) {
    const clock = stopwatch(time);
    const tools = {
        prepareTools: {
            toolbox: reader.toolbox,
            workspace,
            signal: time.signal,
            maxPixels: settings.maxPixels
        },
        dpi: image.header.dpi === null ? settings.dpi : null,
        read: (path) => {
            const statesDpi = preparedHeader(path).dpi !== null;
            return clock.recognizing(() => reader.readPage(path, statesDpi ? null : settings.dpi, time));
        },
        readAll: (source, dpi) => clock.recognizing(() => reader.readAll(source, settings.formats, dpi, time)),
        preparing: (work) => clock.preparing(work)
    };
    const first = await firstLook(image, settings, tools);
    const outcome = mayLookAgain(settings)
        ? await secondLook(first, settings, tools)
        : { recognition: first.recognition, look: 1, secondLook: null };
    return {
        pages: outcome.recognition.pages,
        files: filesOf(outcome.recognition, settings.formats),
        look: outcome.look,
        secondLook: outcome.secondLook,
        ...clock.seconds()
    };
}
async function firstLook(image, settings, tools) {
    const reason = reasonToPrepare(image.header);
    if (settings.prepare === 'always' || (settings.prepare === 'auto' && reason)) {
        return lookPrepared(image, tools);
    }
    if (reason && image.header.orientation === 1) {
        throw new engine_failure/* ImageFailure */.u('unsupported-format', `${reason}, and \`prepare\` is never; set it to auto.`);
    }
    try {
        const path = safePath(image.file, tools.prepareTools.workspace);
        const recognition = await tools.readAll({ path, pages: image.header.pages }, tools.dpi);
        return { source: image, recognition };
    }
    catch (error) {
        if (!preparingMayHelp(error, settings, tools))
            throw error;
        return lookPrepared(image, tools).catch((second) => Promise.reject(read_image_combined(error, second)));
    }
}
async function lookPrepared(image, tools) {
    const prepared = await tools.preparing(() => prepare(image, tools.prepareTools));
    const source = { file: prepared.path, header: preparedHeader(prepared.path) };
    return { source, recognition: await tools.readAll(prepared, tools.dpi) };
}
/**
 * ImageMagick reads some images that Tesseract's library does not, and Tesseract's PDF renderer fails on CMYK JPEGs
 * (5.3.0: exit code 1, without a message). Preparing does not help against a timeout.
 */
const preparingMayHelp = (error, settings, { prepareTools }) => error instanceof engine_failure/* ImageFailure */.u &&
    (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
    settings.prepare === 'auto' &&
    prepareTools.toolbox.imageMagick !== null;
/** If neither program could read the image, Tesseract's failure is reported. */
const read_image_combined = (first, second) => second instanceof engine_failure/* ImageFailure */.u && second.code === 'unreadable-image'
    ? new engine_failure/* ImageFailure */.u(first.code, `${first.message} ImageMagick could not read it either.`, {
        cause: second
    })
    : second;
async function secondLook(first, settings, tools) {
    const { chosen, descriptions } = await choosePages(first, settings, tools);
    const description = descriptions.length > 0 ? descriptions.join('; ') : null;
    const unchanged = { recognition: first.recognition, look: 1, secondLook: description };
    if (chosen.every(({ path }) => path === null))
        return unchanged;
    try {
        const recognition = await recreated(chosen, first, settings, tools);
        return { recognition, look: 2, secondLook: description };
    }
    catch (error) {
        return { ...unchanged, secondLook: `${description}; ${failureDescription(error)}` };
    }
}
/** Takes a second look at each page that needs one, as long as there is time. */
async function choosePages(first, settings, tools) {
    const { pages } = first.recognition;
    const chosen = [];
    const descriptions = [];
    const describe = (page, what) => descriptions.push(pages.length === 1 ? what : `page ${page + 1}: ${what}`);
    let isLate = false;
    for (const [page, reading] of pages.entries()) {
        const unchanged = { reading, path: null };
        try {
            const again = isLate
                ? null
                : await lookAgain({ source: first.source, page, reading }, settings, tools);
            chosen.push(again?.isBetter ? again : unchanged);
            if (again)
                describe(page, again.description);
        }
        catch (error) {
            describe(page, failureDescription(error));
            isLate = error instanceof DeadlineError;
            chosen.push(unchanged);
        }
    }
    return { chosen, descriptions };
}
/** Why a second look failed; the first text is kept then. Throws errors that are not about the image. */
function failureDescription(error) {
    if (error instanceof engine_failure/* ImageFailure */.u)
        return `failed: ${error.message}`;
    if (error instanceof DeadlineError)
        return 'ran out of time';
    throw error;
}
/** The chosen pages as one recognition; other formats than text and table are created again from the files read. */
async function recreated(pages, first, settings, tools) {
    if (settings.formats.every((format) => format === 'txt' || format === 'tsv')) {
        return { pages: pages.map(({ reading }) => reading), files: {} };
    }
    const files = [];
    for (const [index, { path }] of pages.entries())
        files.push(path ?? (await preparedPage(first.source, index, tools)));
    const source = files.length === 1
        ? { path: files[0], pages: 1 }
        : await tools.preparing(() => bind(files, tools.prepareTools));
    return tools.readAll(source, null);
}
async function preparedPage(source, page, { prepareTools, preparing }) {
    return (await preparing(() => prepare(source, prepareTools, { page }))).path;
}
function filesOf(recognition, formats) {
    const files = {
        ...recognition.files,
        txt: joinedText(recognition.pages),
        tsv: Buffer.from(joinedTable(recognition.pages))
    };
    const wanted = new Set(['txt', ...formats]);
    return new Map([...wanted].flatMap((format) => (files[format] ? [[format, files[format]]] : [])));
}

;// CONCATENATED MODULE: ./build/task/task.js








/** Images of a task in progress at a time: while one is recognized, the next one is prepared and queued. */
const IN_PROGRESS = 2;
/**
 * Runs a task: prepares, recognizes and records each image. Rows are reported as soon as they are known, not always in
 * the order of the images. An image that cannot be read has a row, too.
 *
 * @throws the signal's reason when it fires; images in progress have no row then
 */
async function runTask(task, tools, onRow) {
    await (0,parallel/* inParallel */.H)(task.images, IN_PROGRESS, async (image) => {
        tools.signal.throwIfAborted();
        onRow(await rowOf(image, task, tools));
    });
}
async function rowOf(image, task, tools) {
    const time = startImageTime(tools.signal, tools.imageTimeout);
    const timed = () => {
        const seconds = (0,results_totals/* rounded */.Wf)(time.seconds());
        return { seconds, startedAt: new Date(Date.now() - seconds * 1000).toISOString() };
    };
    const known = {
        ...unread(image),
        task: task.id,
        node: task.node,
        slot: task.slot,
        attempt: task.attempt
    };
    try {
        if (!image.header || image.problem) {
            const error = image.problem ?? {
                code: 'unreadable-image',
                message: `${image.path} has no header.`
            };
            return { ...known, error, ...timed() };
        }
        const reading = await read({ ...image, header: image.header }, tools, time);
        return { ...known, ...recorded(image.path, reading, tools), ...timed() };
    }
    catch (error) {
        if (tools.signal.aborted)
            throw tools.signal.reason;
        const failure = failureOf(error, image.path, tools.imageTimeout);
        tools.folder.appendLog(task.id, 'failures.log', `${JSON.stringify(image.path)} ${failure.code}: ${JSON.stringify(failure.message)}\n`);
        return { ...known, status: 'failed', error: failure, ...timed() };
    }
    finally {
        time.clear();
    }
}
async function read(image, { reader, scratch, settings }, time) {
    const workspace = openWorkspace(scratch);
    try {
        return await readImage(image, settings, { reader, workspace, time });
    }
    finally {
        workspace.remove();
    }
}
/** Writes the output files, and returns the fields of the row. */
function recorded(path, reading, { folder }) {
    const written = new Map([...reading.files].map(([format, content]) => [
        format,
        folder.writeOutput(format, path, content)
    ]));
    const words = reading.pages.flatMap((page) => page.words);
    const blank = reading.pages.every(({ text }) => text.toString('utf8').trim() === '');
    return {
        status: blank ? 'empty' : 'recognized',
        pages: reading.pages.length,
        words: words.length,
        confidence: meanConfidence(words),
        text: written.get('txt') ?? null,
        look: reading.look,
        secondLook: reading.secondLook,
        prepareSeconds: (0,results_totals/* rounded */.Wf)(reading.prepareSeconds),
        recognizeSeconds: (0,results_totals/* rounded */.Wf)(reading.recognizeSeconds)
    };
}
/** The row of an image that was not read. */
function unread({ path, identity, key, bytes, header, columns, problem }) {
    const { format = null, width = null, height = null, pages = 0 } = header ?? {};
    const facts = {
        identity,
        key,
        bytes,
        format,
        width,
        height,
        pages,
        keys: columns,
        error: problem
    };
    return (0,row/* unreadRow */.EQ)({ image: path, ...facts });
}
function failureOf(error, path, timeout) {
    if (error instanceof DeadlineError) {
        return {
            code: 'timeout',
            message: `${path} was not read within \`image-timeout\` (${timeout} s); increase \`image-timeout\`, or scale the image down.`
        };
    }
    if (error instanceof engine_failure/* ImageFailure */.u)
        return { code: error.code, message: `${path}: ${error.message}` };
    return {
        code: 'engine-failed',
        message: `${path}: ${error instanceof Error ? error.message : String(error)}`
    };
}

;// CONCATENATED MODULE: ./build/task/attempt.js


/**
 * Runs a task once and returns its record. A cancelled task is not an error: its record says so.
 *
 * @throws errors that are not about an image, such as a results folder that cannot be written
 */
async function attemptTask(task, tools, onRow) {
    const rows = [];
    const start = new Date();
    const clock = performance.now();
    const finished = await runTask(task, tools, (row) => {
        rows.push(row);
        onRow(row);
    }).then(() => true, (error) => {
        if (tools.signal.aborted)
            return false;
        throw error;
    });
    const ended = finished ? { exitCode: 0, reason: null } : { exitCode: null, reason: 'cancelled' };
    return {
        id: task.id,
        partition: (0,results_totals/* partitionRecord */.OO)(task),
        node: task.node,
        slot: task.slot,
        attempts: [
            { node: task.node, start: start.toISOString(), end: new Date().toISOString(), ...ended }
        ],
        seconds: (0,results_totals/* rounded */.Wf)((performance.now() - clock) / 1000),
        counts: (0,results_totals/* countsOf */.mQ)(rows)
    };
}

;// CONCATENATED MODULE: ./build/task/node-record.js



/** The node record of this machine and of the tasks it ran. */
function thisNode(id, kind, engine, tasks) {
    const attempts = tasks.flatMap((task) => task.attempts);
    return {
        id,
        kind,
        host: (0,external_node_os_.hostname)(),
        os: `${(0,external_node_os_.type)()} ${(0,external_node_os_.release)()}`,
        arch: (0,external_node_os_.arch)(),
        cpu: (0,external_node_os_.cpus)()[0]?.model.trim() ?? 'unknown',
        cores: (0,external_node_os_.availableParallelism)(),
        memoryBytes: (0,external_node_os_.totalmem)(),
        vmSize: null,
        dedicated: null,
        engine: (0,engine_toolbox/* engineRecord */.OH)(engine.toolbox, engine.languages),
        tasks: tasks.length,
        images: tasks.reduce((sum, { counts }) => sum + counts.recognized + counts.reused + counts.empty + counts.failed, 0),
        busySeconds: (0,results_totals/* rounded */.Wf)(tasks.reduce((sum, { seconds }) => sum + seconds, 0)),
        firstTaskAt: attempts.map(({ start }) => start).sort()[0] ?? null,
        lastTaskAt: attempts
            .map(({ end }) => end)
            .sort()
            .at(-1) ?? null
    };
}

// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __nccwpck_require__(5926);
;// CONCATENATED MODULE: ./build/backends/local/local.js








/** Ends the running tasks: the user cancelled the job, or another slot failed. */
class Stopped extends Error {
}
/** The backend that reads on this machine: the machine is the node, and its slots take tasks from one queue. */
const localBackend = (node) => ({
    start: async (order) => startLocalJob(node, order)
});
function startLocalJob(node, order) {
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
    const engine = tesseractEngine(confined(node.toolbox, scratch), order.settings);
    const stop = new AbortController();
    const events = new event_queue/* EventQueue */.C();
    const records = [];
    const queue = [...order.plan.partitions];
    const slot = async (index) => {
        const reader = engine.openReader(scratch);
        reader.warmUp();
        try {
            for (let partition = queue.shift(); partition && !stop.signal.aborted; partition = queue.shift()) {
                const record = await runPartition(partition, index, reader);
                records.push(record);
                events.push({ kind: 'task-ended', task: record });
            }
        }
        finally {
            reader.close();
        }
    };
    const runPartition = (partition, slot, reader) => {
        const { settings, imageTimeout, folder } = order;
        const { bytes, estimatedSeconds } = partition;
        const task = {
            id: partition.task,
            node: node.id,
            slot,
            attempt: 1,
            images: imagesOf(partition, order),
            bytes,
            estimatedSeconds
        };
        return attemptTask(task, { reader, folder, scratch, settings, imageTimeout, signal: stop.signal }, (row) => events.push({ kind: 'row', row }));
    };
    const slots = Math.min(order.plan.slots, queue.length);
    let failure = null;
    const guarded = (index) => slot(index).catch((error) => {
        failure ??= { error };
        stop.abort(new Stopped());
    });
    const done = Promise.all(Array.from({ length: slots }, (_, index) => guarded(index))).then(() => {
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true, maxRetries: 3 });
        events.end(failure?.error);
    });
    return {
        id: order.origin.id,
        follow: () => events,
        cancel: async () => {
            stop.abort(new Stopped());
            await done;
        },
        results: async () => {
            await done;
            const tasks = records.slice().sort((a, b) => (a.id < b.id ? -1 : 1));
            const { languages } = order.settings;
            const nodes = tasks.length > 0
                ? [thisNode(node.id, node.kind, { toolbox: node.toolbox, languages }, tasks)]
                : [];
            return { tasks, nodes, unanswered: new Map(), problem: null };
        },
        close: async () => null
    };
}
const imagesOf = (partition, order) => partition.images.map(({ path }) => order.images.get(path)).filter((image) => image !== undefined);

;// CONCATENATED MODULE: ./build/backends/local/place.js





/** The capacity of this machine for a run. */
const localCapacity = ({ slots }) => ({
    slots: slots ?? (0,external_node_os_.availableParallelism)(),
    nodes: null
});
/** This machine. Its programs are asked for their versions at once, which takes as long as inspecting some hundred images. */
function localPlace(env, signal) {
    const opened = (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    opened.catch(() => { });
    return {
        phase: 'Programs',
        ready: async ({ settings, discovery, listener }, signal) => {
            const formats = new Set(discovery.images.map(({ header }) => header?.format));
            const asked = { pdf: formats.has('pdf'), heic: formats.has('heic') };
            const toolbox = await readyToolbox(settings, asked, opened, env, listener, signal);
            return {
                backend: localBackend(nodeOf(settings.shard, toolbox)),
                ...localCapacity(settings),
                fingerprint: tesseractEngine(toolbox, settings).fingerprint
            };
        }
    };
}
const nodeOf = ({ index, count }, toolbox) => count === 1
    ? { id: 'local', kind: 'local', toolbox }
    : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox };

;// CONCATENATED MODULE: ./build/backends/open.js

/** Opens the place that the settings name. */
const openPlace = async ({ backend }, env, signal) => (backend === 'local' ? localPlace(env, signal) : open_openRemotePlace());
/** Opens Azure Batch. Its code is loaded only when it is needed: a local run starts faster without it. */
const open_openRemotePlace = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(983), __nccwpck_require__.e(432), __nccwpck_require__.e(785)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1785))).azurePlace;
/** The capacity that a run would have, without preparing anything. */
async function capacityOf(where, signal) {
    if (where.settings.backend === 'local')
        return localCapacity(where.settings);
    return (await open_openRemotePlace()).capacity(where, signal);
}
/** Opens the maintenance of the Azure Batch account. */
const openAdministration = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(983), __nccwpck_require__.e(432), __nccwpck_require__.e(785), __nccwpck_require__.e(373)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6373))).azureAdministration;

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __nccwpck_require__(4869);
// EXTERNAL MODULE: ./build/results/csv.js + 8 modules
var csv = __nccwpck_require__(3337);
// EXTERNAL MODULE: ./build/results/names.js
var names = __nccwpck_require__(1685);
;// CONCATENATED MODULE: ./build/results/folder.js






/**
 * The results folder, which a run writes and the next one reuses. Rows are appended as they become known, so that none is
 * lost if the run is killed. Files are written under a temporary name and renamed, so that none is ever half written.
 */
class ResultsFolder {
    /** Absolute. */
    path;
    /** The open file of the table while rows are added to it. */
    #rows = null;
    /** The records that are already in `metadata/`. */
    #recorded = new WeakSet();
    constructor(path) {
        this.path = path;
    }
    /** The rows of an earlier run by image; the last row of an image counts, and invalid lines are ignored. */
    earlierRows() {
        const lines = this.has('results.jsonl')
            ? (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.path, 'results.jsonl'), 'utf8').split('\n')
            : [];
        const rows = lines.map(row/* parseRow */.W0).filter((row) => row !== null);
        return new Map(rows.map((row) => [row.image, row]));
    }
    /** Whether a file exists, by its path within the folder. */
    has(path) {
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.path, path));
    }
    /** The bytes of a file, by its path within the folder. */
    read(path) {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.path, path));
    }
    /** Writes an image's file of one format and returns its path within the folder. */
    writeOutput(format, image, content) {
        const path = (0,names/* outputPath */.XC)(format, image);
        this.write(path, content);
        return path;
    }
    /** Writes a file completely or not at all, by its path within the folder. */
    write(path, content) {
        const target = this.#absolute(path);
        const temporary = `${target}.part`;
        inExistingFolder(target, () => (0,external_node_fs_.writeFileSync)(temporary, content));
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    /** Moves a file on the same file system to a path within the folder. */
    moveIn(file, path) {
        const target = this.#absolute(path);
        inExistingFolder(target, () => (0,external_node_fs_.renameSync)(file, target));
    }
    #absolute(path) {
        const target = (0,external_node_path_.join)(this.path, path);
        if ((0,external_node_path_.relative)(this.path, target).startsWith(`..${external_node_path_.sep}`))
            throw new Error(`${path} is outside the results folder.`);
        return target;
    }
    /**
     * Copies files within the folder. All are copied to temporary names before the first is renamed, since the target of
     * one may be the source of another.
     */
    copyAll(copies, beforeRename) {
        const temporary = (path) => `${path}.copy.part`;
        for (const { from, to } of copies)
            this.write(temporary(to), this.read(from));
        beforeRename();
        for (const { to } of copies)
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(this.path, temporary(to)), (0,external_node_path_.join)(this.path, to));
    }
    /** Writes a record of `metadata/` as readable JSON. An object that was already written is not written again. */
    writeRecord(name, record) {
        if (this.#recorded.has(record))
            return;
        this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`);
        this.#recorded.add(record);
    }
    /** All records in a folder of `metadata/`, sorted by name. */
    records(folder) {
        const parent = (0,external_node_path_.join)(this.path, 'metadata', folder);
        if (!(0,external_node_fs_.existsSync)(parent))
            return [];
        return (0,external_node_fs_.readdirSync)(parent)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map((name) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(parent, name), 'utf8')));
    }
    /** Starts the table of a run with the rows that are already known. */
    beginRows(rows) {
        this.#writeRows(rows);
    }
    /** Adds a row to the table, which stays open until it is written again. */
    appendRow(row) {
        this.#rows ??= (0,external_node_fs_.openSync)((0,external_node_path_.join)(this.path, 'results.jsonl'), 'a');
        (0,external_node_fs_.appendFileSync)(this.#rows, `${JSON.stringify(row)}\n`);
    }
    #writeRows(rows) {
        if (this.#rows !== null)
            (0,external_node_fs_.closeSync)(this.#rows);
        this.#rows = null;
        this.write('results.jsonl', jsonLines(rows));
    }
    /** Adds lines to the log of a task. */
    appendLog(task, name, text) {
        const file = (0,external_node_path_.join)(this.path, 'metadata', 'logs', task, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.appendFileSync)(file, text);
    }
    /** Writes the tables of a run that has ended, sorted by path. `columns` are those that `key-pattern` makes. */
    writeTables(rows, columns) {
        const sorted = [...rows].sort(row/* byImage */.hA);
        this.#writeRows(sorted);
        this.write('results.csv', (0,csv/* csvTable */.D)(sorted, columns));
    }
    /** Removes the files of images, except those of some formats, and the folders that become empty. */
    removeOutputs(images, except = []) {
        const existing = records/* FORMATS */.hR.filter((format) => !except.includes(format) && this.has(records/* FORMAT_FILES */.gE[format].folder));
        if (existing.length === 0)
            return;
        for (const image of images)
            for (const format of existing)
                this.#removeFile((0,external_node_path_.join)(this.path, (0,names/* outputPath */.XC)(format, image)));
    }
    #removeFile(path) {
        if (!(0,external_node_fs_.existsSync)(path))
            return;
        (0,external_node_fs_.rmSync)(path);
        for (let folder = (0,external_node_path_.dirname)(path); folder !== this.path && isEmpty(folder); folder = (0,external_node_path_.dirname)(folder))
            (0,external_node_fs_.rmdirSync)(folder);
    }
    /** Removes the records and the report of an earlier run. */
    clearRecords() {
        this.#recorded = new WeakSet();
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.path, 'metadata'), { recursive: true, force: true });
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.path, 'report.html'), { force: true });
    }
}
/** Puts a file in its folder, which is only made if it turns out to be missing. */
function inExistingFolder(target, put) {
    try {
        put();
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        put();
    }
}
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const isEmpty = (folder) => (0,external_node_fs_.readdirSync)(folder).length === 0;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/report/findings.js

/** The failed images, by path. */
const failures = (rows) => rows.filter(({ status }) => status === 'failed').sort(row/* byImage */.hA);
/** The images that took longest to read in this run; reused ones took no time. */
const slowest = (rows, most) => rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (0,row/* byImage */.hA)(a, b))
    .slice(0, most);
/** The images whose text has the lowest confidence. */
const lowestConfidence = (rows, most) => rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || (0,row/* byImage */.hA)(a, b))
    .slice(0, most);
/** The error message of a failed image, without the path that it begins with. */
function whatHappened({ image, error }) {
    const message = error?.message ?? '';
    if (message.startsWith(`${image} `))
        return `The file${message.slice(image.length)}`;
    if (!message.startsWith(`${image}: `))
        return message;
    const sentence = message.slice(image.length + 2);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
/** What the second look did to an image, and whether its text was used; `–` if there was none. */
function preparation({ look, secondLook }) {
    if (secondLook === null)
        return look === 2 ? 'second look' : '–';
    return look === 2 ? secondLook : `${secondLook} (not used)`;
}
/** The share of the run's wall time that a node's slots with tasks were busy; null if none had tasks. */
function busyShare(node, { run, tasks }) {
    const slots = new Set(tasks.filter((task) => task.node === node.id).map(({ slot }) => slot));
    if (slots.size === 0 || run.seconds === 0)
        return null;
    return Math.min(1, node.busySeconds / (slots.size * run.seconds));
}

;// CONCATENATED MODULE: ./build/report/html.js

/** HTML that is safe as it is: made by `html`, or a constant of our own. */
class Markup {
    source;
    constructor(source) {
        this.source = source;
    }
}
/** Makes markup from a template. All text put into it is escaped, so no name can be missed. */
function html(template, ...contents) {
    return new Markup(template.map((text, index) => text + sourceOf(contents[index] ?? null)).join(''));
}
function sourceOf(content) {
    if (content === null)
        return '';
    if (content instanceof Markup)
        return content.source;
    if (typeof content === 'object')
        return content.map(sourceOf).join('');
    return escapeHtml(String(content));
}

;// CONCATENATED MODULE: ./build/report/histogram.js


const BINS = 20;
const histogram_WIDTH = 100 / BINS;
/** In pixels: the height of the highest bar, and the space above and below it. */
const histogram_HEIGHT = 120;
const ABOVE = 18;
const BELOW = 20;
/** Draws how many images have which confidence; null if none has any. */
function confidenceHistogram(rows) {
    const confidences = rows.map(({ confidence }) => confidence).filter((value) => value !== null);
    if (confidences.length === 0)
        return null;
    const bins = binned(confidences);
    const highest = Math.max(...bins);
    return html `<svg class="histogram" role="img" aria-label="${description(confidences)}">
${bins.map((images, bin) => bar(images, bin, highest))}
<line class="base" x1="0" x2="100%" y1="${ABOVE + histogram_HEIGHT}" y2="${ABOVE + histogram_HEIGHT}"/>
${[0, 25, 50, 75, 100].map(mark)}
</svg>
<p class="note">${description(confidences)}</p>`;
}
/** How many of the confidences, 0 to 100, are in each bin; 100 is in the last. */
function binned(confidences) {
    const bins = Array.from({ length: BINS }, () => 0);
    for (const confidence of confidences) {
        const bin = Math.min(BINS - 1, Math.floor(confidence / histogram_WIDTH));
        bins[bin] = (bins[bin] ?? 0) + 1;
    }
    return bins;
}
function bar(images, bin, highest) {
    if (images === 0)
        return null;
    const height = Math.max(2, Math.round((images / highest) * histogram_HEIGHT));
    const top = ABOVE + histogram_HEIGHT - height;
    return html `<rect class="bar" x="${bin * histogram_WIDTH + 0.4}%" width="${histogram_WIDTH - 0.8}%" y="${top}" height="${height}" rx="2"><title>${(0,lib_text/* count */.U9)(images, 'image')} with a confidence of ${bin * histogram_WIDTH} to ${(bin + 1) * histogram_WIDTH}</title></rect><text class="bin" x="${(bin + 0.5) * histogram_WIDTH}%" y="${top - 5}" text-anchor="middle">${(0,lib_text/* grouped */.zD)(images)}</text>`;
}
const mark = (value) => html `<text x="${value}%" y="${ABOVE + histogram_HEIGHT + BELOW - 4}" text-anchor="${value === 0 ? 'start' : value === 100 ? 'end' : 'middle'}">${value}</text>`;
function description(confidences) {
    const sorted = [...confidences].sort((a, b) => a - b);
    const at = (share) => (0,lib_text/* decimal */._)(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    const images = `Mean confidence of ${(0,lib_text/* count */.U9)(sorted.length, 'image')} with words`;
    if (at(0) === at(1))
        return `${images}: ${at(0)}.`;
    return `${images}: ${at(0)} to ${at(1)}, half of them between ${at(0.25)} and ${at(0.75)}.`;
}

;// CONCATENATED MODULE: ./build/report/table.js


/** Rows as a table that the page's script can sort, in a frame that scrolls by mouse, touch and keyboard. */
function table({ caption, hidden = false, id }, columns, items) {
    return html `<div class="frame" role="region" tabindex="0" aria-label="${caption}">
<table${id === undefined ? null : html ` id="${id}"`}>
<caption${hidden ? new Markup(' class="visually-hidden"') : null}>${caption}</caption>
<thead><tr>${columns.map((column) => html `<th scope="col"${classOf(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${items.map((item) => html `<tr>${columns.map((column) => cellOf(column, item))}</tr>\n`)}
</tbody>
</table>
</div>`;
}
function cellOf(column, item) {
    const { number, cell } = column;
    const value = number && html ` data-value="${number(item)}"`;
    return html `<td${classOf(column)}${value ?? null}>${cell(item)}</td>`;
}
function classOf({ number, kind }) {
    if (number)
        return html ` class="number"`;
    return kind ? html ` class="${kind}"` : null;
}
/** Says how many rows a table leaves out, and where they all are. */
const leftOut = (all, shown, where) => all <= shown
    ? null
    : html `<p class="note">Showing the first ${(0,lib_text/* grouped */.zD)(shown)} of ${(0,lib_text/* grouped */.zD)(all)}; <code>${where}</code> has all.</p>`;

;// CONCATENATED MODULE: ./build/report/image-tables.js





/** The end of a longer message, such as a program's output, is only in the tables. */
const LONGEST_MESSAGE = 600;
const NONE = '–';
/** An image's name, as a link to its text if it has one. A long name breaks between folders first. */
function imageName({ image, text }) {
    const parts = image.split('/').map((part, index) => (index === 0 ? part : html `/<wbr>${part}`));
    const url = text === null ? null : relativeUrl(text);
    return url === null ? parts : html `<a href="${url}">${parts}</a>`;
}
const imageColumn = { title: 'Image', cell: imageName, kind: 'path' };
const numberColumn = (title, number, format = lib_text/* decimal */._) => ({
    title,
    number,
    cell: (row) => {
        const value = number(row);
        return value === null ? NONE : format(value);
    }
});
const confidence = numberColumn('Confidence', (row) => row.confidence);
const words = numberColumn('Words', (row) => row.words, lib_text/* grouped */.zD);
const pages = numberColumn('Pages', (row) => row.pages, lib_text/* grouped */.zD);
/** A reused result took no time, which does not make it the quickest. */
const time = numberColumn('Time', (row) => (row.status === 'reused' ? null : row.seconds), lib_text/* duration */.p0);
const image_tables_status = {
    title: 'Status',
    cell: (row) => html `<span class="kind ${row.status}">${row.status}</span>`
};
/** The failed images and why, with a count of each error code; null if none failed. */
function failuresTable(failed, most) {
    if (failed.length === 0)
        return null;
    const columns = [
        imageColumn,
        {
            title: 'What happened',
            cell: (row) => html `<code class="code">${row.error?.code ?? ''}</code> ${clip(whatHappened(row), LONGEST_MESSAGE)}`,
            kind: 'words'
        }
    ];
    return html `<p class="reasons">${errorCounts(failed)}</p>
${table({ caption: 'Failed images', hidden: true }, columns, failed.slice(0, most))}
${leftOut(failed.length, most, 'results.csv')}`;
}
function errorCounts(failed) {
    const counts = new Map();
    for (const { error } of failed)
        counts.set(error?.code ?? '', (counts.get(error?.code ?? '') ?? 0) + 1);
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([code, images]) => html `<span><b>${(0,lib_text/* grouped */.zD)(images)}</b> <code>${code}</code></span> `);
}
/** All images, with a box to filter them by any column; null if there are none. */
function imagesTable(rows, most) {
    if (rows.length === 0)
        return null;
    const shown = rows.slice(0, most);
    return html `<p class="filter" hidden><label for="filter">Filter</label> <input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="Name, status, …"> <output for="filter"></output></p>
${table({ caption: 'Images, by path', hidden: true, id: 'all-images' }, imageColumns(shown), shown)}
${leftOut(rows.length, most, 'results.csv')}`;
}
function imageColumns(shown) {
    const groups = new Set(shown.flatMap(({ keys }) => Object.keys(keys)));
    const hasSecondLooks = shown.some(({ secondLook }) => secondLook !== null);
    return [
        imageColumn,
        image_tables_status,
        ...[...groups].map((group) => ({ title: group, cell: (row) => row.keys[group] ?? NONE })),
        ...(shown.some((row) => row.pages > 1) ? [pages] : []),
        words,
        confidence,
        time,
        ...(hasSecondLooks ? [preparationColumn] : [])
    ];
}
const preparationColumn = {
    title: 'Preparation',
    cell: (row) => (row.status === 'failed' ? NONE : preparation(row)),
    kind: 'words'
};
/** The images to check first; null if no image has words. */
function lowestConfidenceTable(rows) {
    if (rows.length === 0)
        return null;
    return table({ caption: 'Lowest confidence' }, [imageColumn, confidence, preparationColumn], rows);
}
/** The images that took longest to read; null if all were reused. */
function slowestTable(rows) {
    if (rows.length === 0)
        return null;
    const paged = { ...pages, cell: (row) => (0,lib_text/* count */.U9)(row.pages, 'page') };
    return table({ caption: `Slowest ${rows.length === 1 ? 'image' : 'images'}` }, [imageColumn, time, paged], rows);
}

;// CONCATENATED MODULE: ./build/report/verdict.js

/** The verdict on a run, from its outcome and totals. */
function verdictOf({ outcome, totals }) {
    const { images, failed } = totals;
    const partly = `${readCount(images - failed, images)}, ${(0,lib_text/* grouped */.zD)(failed)}`;
    if (outcome === 'cancelled')
        return { tone: 'ended', sentence: `Cancelled: ${partly} not` };
    if (outcome === 'failed')
        return { tone: 'bad', sentence: `Run failed: ${partly} not` };
    if (outcome === 'running')
        return { tone: 'ended', sentence: `Unfinished: ${partly} not` };
    if (images === 0)
        return { tone: 'ended', sentence: 'There was no image to read' };
    if (failed === 0)
        return { tone: 'good', sentence: allRead(images) };
    if (failed === images)
        return { tone: 'bad', sentence: noneRead(images) };
    return { tone: 'mixed', sentence: `${partly} failed` };
}
const readCount = (read, images) => `${(0,lib_text/* grouped */.zD)(read)} of ${(0,lib_text/* count */.U9)(images, 'image')} ${read === 1 ? 'was' : 'were'} read`;
const allRead = (images) => images === 1 ? 'The image was read' : `All ${(0,lib_text/* grouped */.zD)(images)} images were read`;
const noneRead = (images) => images === 1
    ? 'The image could not be read'
    : `None of the ${(0,lib_text/* grouped */.zD)(images)} images could be read`;

;// CONCATENATED MODULE: ./build/report/page-head.js



/** The head of the page: the verdict, when and where the run took place, and the totals. */
function pageHead({ run }) {
    const { tone, sentence } = verdictOf(run);
    return html `<header class="${tone}">
<p class="kicker">OCR report</p>
<h1>${sentence}</h1>
<p class="origin">${origin(run)}</p>
${banner(run)}
${shares(run)}
<dl class="figures">
${figures(run).map(({ name, value, kind, note }) => html `<div${kind && html ` class="kind ${kind}"`}><dt>${name}</dt><dd>${value}${note && html `<small>${note}</small>`}</dd></div>
`)}
</dl>
</header>`;
}
function origin(run) {
    const { start, seconds, backend, repository, commit, workflowRun } = run;
    const parts = [
        html `<time datetime="${start}">${(0,lib_text/* dateTime */.KQ)(start)} UTC</time>`,
        `took ${(0,lib_text/* duration */.p0)(seconds)}`,
        backend === 'local' ? 'on this machine' : `on ${backend}`
    ];
    if (repository !== null) {
        parts.push(html `${repository}${commit && html ` at <code>${commit.slice(0, 12)}</code>`}`);
    }
    // The address comes from the environment, so it may be any URL, such as `javascript:`.
    if (workflowRun !== null && /^https?:\/\//.test(workflowRun)) {
        parts.push(html `<a href="${workflowRun}">workflow run</a>`);
    }
    return parts.map((part, index) => html `${index > 0 ? ' · ' : ''}<span>${part}</span>`);
}
const UNFINISHED = {
    cancelled: 'This run was cancelled.',
    running: 'This run has not finished.',
    failed: 'This run failed.'
};
/** What happened to a run that did not finish; null if it did. */
function banner({ outcome, problem }) {
    if (outcome === 'done')
        return null;
    return html `<p class="banner">${UNFINISHED[outcome]}${problem && ` ${problem}`} Finished results are kept; the next run with the same results folder reads the rest.</p>`;
}
const KINDS = ['recognized', 'reused', 'empty', 'failed'];
/** The images by status, as one bar; the figures below have the numbers. */
function shares({ totals }) {
    if (totals.images === 0)
        return null;
    let before = 0;
    const parts = KINDS.map((kind) => {
        const x = before;
        const width = (totals[kind] / totals.images) * 100;
        before += width;
        return width === 0
            ? null
            : html `<rect class="${kind}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`;
    });
    return html `<svg class="shares" aria-hidden="true">${parts}</svg>`;
}
function figures({ totals, seconds, speedup }) {
    const { confidence, taskSeconds } = totals;
    const plain = (name, value, note = null) => ({
        name,
        value,
        kind: null,
        note
    });
    const counted = (kind, name) => ({
        name,
        value: (0,lib_text/* grouped */.zD)(totals[kind]),
        kind,
        note: null
    });
    return [
        plain('Images', (0,lib_text/* grouped */.zD)(totals.images), (0,lib_text/* size */.Ej)(totals.bytes)),
        counted('recognized', 'Recognized'),
        counted('reused', 'Reused'),
        counted('empty', 'Empty'),
        counted('failed', 'Failed'),
        plain('Pages', (0,lib_text/* grouped */.zD)(totals.pages)),
        plain('Words', (0,lib_text/* grouped */.zD)(totals.words)),
        plain('Mean confidence', confidence === null ? '–' : (0,lib_text/* decimal */._)(confidence), 'of 100'),
        plain('Wall time', (0,lib_text/* duration */.p0)(seconds), `${(0,lib_text/* duration */.p0)(taskSeconds)} of tasks`),
        plain('Speedup', speedup === null ? '–' : `${(0,lib_text/* decimal */._)(speedup)}\u202f×`, 'task time ÷ wall time')
    ];
}

;// CONCATENATED MODULE: ./build/report/page-script.js
/**
 * The page's script: sorts tables by a column, and filters the images. It only moves and hides existing rows and never
 * turns text into markup, so that no name can inject any.
 */
const SCRIPT = `
'use strict'
const valueOf = (row, column) => {
  const cell = row.cells[column]
  if (!('value' in cell.dataset)) return cell.textContent.toLowerCase()
  return cell.dataset.value === '' ? null : Number(cell.dataset.value)
}
const letters = new Intl.Collator('en', { numeric: true })
const compare = (a, b) => (typeof a === 'number' ? a - b : letters.compare(a, b))

for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0]
  Array.from(table.tHead.rows[0].cells, (head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener('click', () => {
      // The largest number first, but names from A.
      const first = head.className === 'number' ? 'descending' : 'ascending'
      const other = first === 'ascending' ? 'descending' : 'ascending'
      const order = head.getAttribute('aria-sort') === first ? other : first
      for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', order)
      const sign = order === 'ascending' ? 1 : -1
      const valued = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }))
      valued.sort((a, b) =>
        a.value === null || b.value === null
          ? (a.value === null) - (b.value === null)
          : sign * compare(a.value, b.value)
      )
      body.append(...valued.map(({ row }) => row))
    })
  })
}

const filter = document.getElementById('filter')
if (filter) {
  const rows = Array.from(document.getElementById('all-images').tBodies[0].rows, (row) => ({
    row,
    text: Array.from(row.cells, (cell) => cell.textContent).join(' ').toLowerCase()
  }))
  const output = document.querySelector('output')
  const apply = () => {
    const terms = filter.value.toLowerCase().split(/\\s+/)
    let shown = 0
    for (const { row, text } of rows) {
      row.hidden = !terms.every((term) => text.includes(term))
      if (!row.hidden) shown++
    }
    output.textContent = filter.value.trim() === '' ? '' : shown + ' of ' + rows.length
  }
  filter.addEventListener('input', apply)
  filter.closest('p').hidden = false
  // Going back in history restores the filter's text, but not its effect.
  apply()
}
`;

;// CONCATENATED MODULE: ./build/report/page-style.js
/** The page's style sheet, in the reader's light or dark scheme. */
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf9f6; --surface: #ffffff; --ink: #20242a; --muted: #5b636e; --line: #e4e1d9; --hover: #f4f2ec;
  --link: #1c5d86; --recognized: #3a7ca5; --reused: #7aa5bf; --empty: #b5962f; --failed: #c2412d;
  --notice: #fdf3d7; --notice-ink: #5f4708;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --surface: #1a1e23; --ink: #e3e6e9; --muted: #9ba5b0; --line: #2c323a; --hover: #20252b;
    --link: #86c1e6; --recognized: #5a9fc9; --reused: #45728f; --empty: #b3973a; --failed: #f0806a;
    --notice: #3a3014; --notice-ink: #f0dba0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  max-width: 72rem; margin: 0 auto; padding: 3rem 1.5rem 4rem;
  background: var(--ground); color: var(--ink);
  font: 0.9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
h1, h2, h3, p, dl, dd { margin: 0; }

.kicker { color: var(--muted); font-size: 0.8125rem; letter-spacing: 0.06em; text-transform: uppercase; }
h1 { margin: 0.25rem 0 0.5rem; font-size: clamp(1.6rem, 4.5vw, 2.4rem); font-weight: 600; letter-spacing: -0.02em; line-height: 1.15; text-wrap: balance; }
h1::before { content: ""; display: inline-block; width: 0.42em; height: 0.42em; margin-right: 0.4em; border-radius: 50%; background: var(--tone); vertical-align: 0.12em; }
header.good { --tone: #3d9a62; } header.mixed { --tone: var(--empty); } header.bad { --tone: var(--failed); } header.ended { --tone: var(--muted); }
.origin { color: var(--muted); }
.banner { margin-top: 1.25rem; padding: 0.7rem 1rem; border-radius: 8px; background: var(--notice); color: var(--notice-ink); }
.shares { display: block; width: 100%; height: 8px; margin: 1.75rem 0 0; border-radius: 4px; background: var(--line); }
rect.recognized { fill: var(--recognized); } rect.reused { fill: var(--reused); } rect.empty { fill: var(--empty); } rect.failed { fill: var(--failed); }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1.5rem 1rem; margin-top: 1.5rem; }
.figures dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.3; }
.figures small { display: block; color: var(--muted); font-size: 0.75rem; font-weight: 400; letter-spacing: 0; }
.kind dt::before, span.kind::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border-radius: 2px; background: var(--kind); }
.kind.recognized { --kind: var(--recognized); } .kind.reused { --kind: var(--reused); } .kind.empty { --kind: var(--empty); } .kind.failed { --kind: var(--failed); }
span.kind { white-space: nowrap; }

nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 2rem; padding: 0.6rem 0; border-block: 1px solid var(--line); }
section { margin-top: 2.75rem; scroll-margin-top: 1rem; }
h2 { margin-bottom: 0.9rem; font-size: 1.2rem; font-weight: 600; letter-spacing: -0.01em; }
h3 { font-size: 0.875rem; font-weight: 600; overflow-wrap: anywhere; }
.note, footer { color: var(--muted); font-size: 0.8125rem; }
.note { margin-top: 0.6rem; }
.reasons { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.8rem; }

.frame { max-height: 34rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.7rem 0.75rem 0.3rem; font-weight: 600; font-size: 0.875rem; text-align: left; }
th, td { padding: 0.42rem 0.75rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
th { position: sticky; top: 0; background: var(--surface); box-shadow: inset 0 -1px var(--line); border-bottom: 0; color: var(--muted); font-size: 0.8125rem; font-weight: 500; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.path { min-width: 14rem; overflow-wrap: anywhere; white-space: break-spaces; unicode-bidi: isolate; }
.words { min-width: 11rem; overflow-wrap: anywhere; }
.code { margin-right: 0.5em; color: var(--muted); white-space: nowrap; }
th.path, th.words { min-width: 0; white-space: nowrap; overflow-wrap: normal; }
th button { all: unset; cursor: pointer; color: inherit; }
th button:hover { color: var(--ink); }
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
th button::after { content: " \\2195"; opacity: 0.35; }
th[aria-sort] button { color: var(--ink); }
th[aria-sort=ascending] button::after { content: " \\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: " \\2193"; opacity: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin-bottom: 0.8rem; }
.filter[hidden] { display: none; }
input { width: min(22rem, 100%); padding: 0.4rem 0.7rem; border: 1px solid color-mix(in srgb, var(--muted) 60%, transparent); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; }
input::placeholder { color: var(--muted); opacity: 1; }
output { color: var(--muted); font-size: 0.8125rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; margin-top: 1.25rem; align-items: start; }
.pair .path { width: 100%; min-width: 8rem; }
.pair .words { min-width: 4.5rem; }

.lanes { display: grid; gap: 4px; }
.lanes h3 { margin-top: 0.5rem; }
.lane { display: grid; grid-template-columns: 5rem minmax(0, 1fr) 3.2rem; gap: 0.75rem; align-items: center; }
.lane svg { display: block; width: 100%; height: 22px; border-radius: 4px; background: var(--surface); }
.lane.axis svg { height: 18px; background: none; overflow: visible; }
.lane-name, .lane-busy { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
.lane-busy { text-align: right; }
svg text { fill: var(--muted); font-size: 0.75rem; }
.grid { stroke: var(--line); }
.bar, .whole { fill: var(--recognized); }
.part { fill: var(--failed); }
.whole, .part { stroke: var(--surface); stroke-width: 1; }
.interrupted .whole { fill: none; stroke: var(--failed); stroke-width: 1.5; stroke-dasharray: 3 2; pointer-events: all; }
.bar:hover, g:hover > .whole { fill-opacity: 0.75; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.6rem; color: var(--muted); font-size: 0.8125rem; }
.legend span { display: inline-flex; align-items: center; gap: 0.45rem; }
.swatch { width: 20px; height: 14px; }
.histogram { display: block; width: 100%; height: 160px; overflow: visible; }
.base { stroke: var(--line); }

details { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
details .frame { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
details .note { padding: 0 0.9rem 0.7rem; }
summary { padding: 0.6rem 0.9rem; cursor: pointer; }
p + details { margin-top: 0.8rem; }
.settings { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; padding: 0.4rem 0.9rem 0.9rem; border-top: 1px solid var(--line); }
.settings dt { color: var(--muted); } .settings dd { overflow-wrap: anywhere; white-space: pre-wrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p + p { margin-top: 0.4rem; }

@media (max-width: 48rem) {
  body { padding: 1.75rem 1rem 3rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .lane { grid-template-columns: 4.2rem minmax(0, 1fr) 2.6rem; gap: 0.5rem; }
  .path { min-width: 9rem; }
  .bin { display: none; }
  .settings { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .settings dd { margin-bottom: 0.5rem; }
}
@media print {
  body { max-width: none; padding: 0; background: none; }
  .frame { max-height: none; overflow: visible; }
  nav, .filter { display: none; }
}
`;

;// CONCATENATED MODULE: ./build/report/run-tables.js




const run_tables_NONE = '–';
/** The machines that ran tasks; null if none is known. */
function nodesTable(nodes, report) {
    if (nodes.length === 0)
        return null;
    const busy = (node) => {
        const share = busyShare(node, report);
        const of = share === null ? '' : ` (${(0,lib_text/* percent */.KN)(share)})`;
        return `${(0,lib_text/* duration */.p0)(node.busySeconds)}${of}`;
    };
    const columns = [
        { title: 'Node', cell: ({ id }) => id },
        { title: 'Machine', cell: machine, kind: 'words' },
        { title: 'Cores', cell: ({ cores }) => (0,lib_text/* grouped */.zD)(cores), number: ({ cores }) => cores },
        {
            title: 'Memory',
            cell: ({ memoryBytes }) => (0,lib_text/* size */.Ej)(memoryBytes),
            number: ({ memoryBytes }) => memoryBytes
        },
        { title: 'Tasks', cell: ({ tasks }) => (0,lib_text/* grouped */.zD)(tasks), number: ({ tasks }) => tasks },
        { title: 'Images', cell: ({ images }) => (0,lib_text/* grouped */.zD)(images), number: ({ images }) => images },
        { title: 'Busy', cell: busy, number: ({ busySeconds }) => busySeconds },
        { title: 'Engine', cell: engine, kind: 'words' }
    ];
    return html `${table({ caption: 'Machines that ran tasks', hidden: true }, columns, nodes)}
<p class="note">Busy time is the sum over a node’s slots; the percentage is its share of their wall time.</p>`;
}
function machine({ host, os, arch, cpu, vmSize, dedicated }) {
    const price = dedicated === null ? null : dedicated ? 'dedicated' : 'spot';
    return [host, vmSize, price, cpu, os, arch]
        .filter((part) => part !== null && part !== '')
        .join(', ');
}
function engine({ engine: { tesseract, leptonica, imageMagick, poppler, languages } }) {
    const programs = [
        ['Tesseract', tesseract],
        ['Leptonica', leptonica],
        ['ImageMagick', imageMagick],
        ['Poppler', poppler]
    ];
    return [
        ...programs
            .filter(([, version]) => version !== null)
            .map(([name, version]) => `${name} ${version}`),
        languages.join(' + ')
    ].join(', ');
}
/** How the run was divided, with estimated and actual times; null if there was nothing to read. */
function planTable({ run: { plan }, tasks }, most) {
    const { partitions, slots, estimatedSeconds } = plan;
    if (partitions.length === 0)
        return null;
    const ended = new Map(tasks.map((task) => [task.id, task]));
    const took = ({ task }) => ended.get(task)?.seconds ?? null;
    const columns = [
        { title: 'Task', cell: ({ task }) => task, kind: 'path' },
        { title: 'Images', cell: ({ images }) => (0,lib_text/* grouped */.zD)(images), number: ({ images }) => images },
        { title: 'Size', cell: ({ bytes }) => (0,lib_text/* size */.Ej)(bytes), number: ({ bytes }) => bytes },
        {
            title: 'Estimated',
            cell: (partition) => (0,lib_text/* duration */.p0)(partition.estimatedSeconds),
            number: (partition) => partition.estimatedSeconds
        },
        { title: 'Actual', cell: (partition) => timeOr(took(partition)), number: took }
    ];
    const taken = tasks.reduce((sum, { seconds }) => sum + seconds, 0);
    return html `<p>${(0,lib_text/* count */.U9)(partitions.length, 'task')} for ${(0,lib_text/* count */.U9)(slots, 'slot')}. Estimated reading time: ${(0,lib_text/* duration */.p0)(estimatedSeconds)}; actual: ${(0,lib_text/* duration */.p0)(taken)}.</p>
<details><summary>${partitions.length === 1 ? 'The task' : `All ${(0,lib_text/* grouped */.zD)(partitions.length)} tasks`}</summary>
${table({ caption: 'Tasks: estimated and actual times', hidden: true }, columns, partitions.slice(0, most))}
${leftOut(partitions.length, most, 'metadata/run.json')}
</details>`;
}
const timeOr = (seconds) => (seconds === null ? run_tables_NONE : (0,lib_text/* duration */.p0)(seconds));
/** The settings of the run; null if they are not known. */
function settingsTable(settings) {
    const entries = Object.entries(settings);
    if (entries.length === 0)
        return null;
    return html `<details><summary>${(0,lib_text/* count */.U9)(entries.length, 'setting')}</summary>
<dl class="settings">
${entries.map(([name, value]) => html `<dt><code>${name}</code></dt><dd>${settingText(value)}</dd>
`)}
</dl>
</details>`;
}
function settingText(value) {
    if (value === null || value === undefined || value === '')
        return run_tables_NONE;
    if (Array.isArray(value))
        return value.length === 0 ? run_tables_NONE : value.map(settingText).join(', ');
    if (typeof value === 'object') {
        return Object.entries(value)
            .map(([name, part]) => `${name} ${settingText(part)}`)
            .join(', ');
    }
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

;// CONCATENATED MODULE: ./build/report/ticks.js
/** Steps between ticks that are easy to read, in seconds. */
const STEPS = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
    86_400
];
/** More labels would overlap on a narrow screen. */
const MOST_TICKS = 6;
/** The ticks of a time axis from 0 to the given number of seconds. */
function ticksOf(span) {
    const step = STEPS.find((seconds) => span / seconds < MOST_TICKS) ?? span / MOST_TICKS;
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step);
}
/** Seconds since the start of a run in clock format: `0:04.5`, `12:30`, `1:02:03`. */
function clockTime(seconds) {
    const tenths = Math.max(0, Math.round(seconds * 10));
    const hours = Math.floor(tenths / 36_000);
    const minutes = Math.floor((tenths % 36_000) / 600);
    const rest = String(Math.floor((tenths % 600) / 10)).padStart(2, '0');
    const parts = hours > 0 ? [hours, String(minutes).padStart(2, '0'), rest] : [minutes, rest];
    return `${parts.join(':')}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

;// CONCATENATED MODULE: ./build/report/timeline.js



/** With more than these, the page would be slow and unreadable. */
const MOST_LANES = 64;
const MOST_BARS = 250;
/** Draws which slot of which node worked on which task and when; null if no task ran. */
function timeline({ run, tasks }) {
    const start = Date.parse(run.start);
    const lanes = lanesOf(tasks, start);
    const span = run.end === null ? lastEnd(lanes) : (Date.parse(run.end) - start) / 1000;
    if (lanes.length === 0 || !(span > 0))
        return null;
    const shown = lanes.slice(0, MOST_LANES);
    const ticks = ticksOf(span);
    return html `<div class="lanes">
${shown.map((lane, index) => [nodeHeading(lane, shown[index - 1]), laneRow(lane, span, ticks)])}
<div class="lane axis" aria-hidden="true"><span></span><svg>${ticks.map((tick) => axisLabel(tick, span))}</svg><span></span></div>
</div>
<p class="legend" aria-hidden="true">${legend(lanes)}</p>
${timeline_leftOut(lanes)}`;
}
function lanesOf(tasks, start) {
    const lanes = new Map();
    for (const task of tasks) {
        for (const attempt of task.attempts) {
            const from = (Date.parse(attempt.start) - start) / 1000;
            const to = (Date.parse(attempt.end) - start) / 1000;
            if (!(to >= from))
                continue;
            const slot = attempt.node === task.node ? task.slot : null;
            const key = JSON.stringify([attempt.node, slot]);
            const lane = lanes.get(key) ?? { node: attempt.node, slot, bars: [] };
            lanes.set(key, lane);
            lane.bars.push({ task, from, to, interrupted: attempt.reason });
        }
    }
    for (const { bars } of lanes.values())
        bars.sort((a, b) => a.from - b.from);
    return [...lanes.values()].sort(byNodeAndSlot);
}
function byNodeAndSlot(a, b) {
    if (a.node !== b.node)
        return a.node < b.node ? -1 : 1;
    return (a.slot ?? Number.POSITIVE_INFINITY) - (b.slot ?? Number.POSITIVE_INFINITY);
}
const lastEnd = (lanes) => lanes.flatMap(({ bars }) => bars).reduce((latest, { to }) => Math.max(latest, to), 0);
const nodeHeading = (lane, before) => lane.node === before?.node ? null : html `<h3>${lane.node}</h3>`;
const laneName = ({ slot }) => (slot === null ? 'interrupted' : `slot ${slot}`);
function laneRow(lane, span, ticks) {
    const busy = (0,lib_text/* percent */.KN)(Math.min(1, lane.bars.reduce((sum, { from, to }) => sum + to - from, 0) / span));
    const label = `${lane.node}, ${laneName(lane)}: ${(0,lib_text/* count */.U9)(lane.bars.length, 'task')}, busy ${busy} of the run`;
    return html `<div class="lane"><span class="lane-name">${laneName(lane)}</span><svg role="img" aria-label="${label}">${ticks.map((tick) => gridLine(tick, span))}${lane.bars.slice(0, MOST_BARS).map((bar) => barRect(bar, span))}</svg><span class="lane-busy">${busy}</span></div>
`;
}
const across = (seconds, span) => `${Math.round(Math.min(1, Math.max(0, seconds / span)) * 10_000) / 100}%`;
const gridLine = (tick, span) => html `<line class="grid" x1="${across(tick, span)}" x2="${across(tick, span)}" y1="0" y2="100%"/>`;
function axisLabel(tick, span) {
    const anchor = tick === 0 ? 'start' : tick / span > 0.95 ? 'end' : 'middle';
    return html `<text x="${across(tick, span)}" y="13" text-anchor="${anchor}">${clockTime(tick)}</text>`;
}
function barRect(bar, span) {
    const width = Math.max(bar.to - bar.from, span / 400);
    const place = html `x="${across(bar.from, span)}" width="${across(width, span)}"`;
    return html `<g class="${barKind(bar)}"><title>${barTitle(bar)}</title><rect class="whole" ${place} y="3" height="16" rx="2"/>${failedPart(bar, place)}</g>`;
}
/** The share of failed images as the bottom part of a bar: a shape, not only a colour. */
function failedPart({ task }, place) {
    const { recognized, reused, empty, failed } = task.counts;
    if (failed === 0)
        return null;
    const height = Math.max(5, Math.round((16 * failed) / (recognized + reused + empty + failed)));
    return html `<rect class="part" ${place} y="${19 - height}" height="${height}" rx="2"/>`;
}
function barKind({ task, interrupted }) {
    if (interrupted !== null)
        return 'interrupted';
    return task.counts.failed > 0 ? 'failures' : 'read';
}
function barTitle({ task, from, to, interrupted }) {
    const { failed } = task.counts;
    const failures = failed > 0 ? `, ${(0,lib_text/* grouped */.zD)(failed)} failed` : '';
    return [
        `${task.id}: ${(0,lib_text/* count */.U9)(task.partition.images.length, 'image')}${failures}`,
        `${(0,lib_text/* duration */.p0)(to - from)}, from ${clockTime(from)} to ${clockTime(to)}`,
        ...(interrupted === null ? [] : [`interrupted: ${interrupted}`])
    ].join(' · ');
}
/** Explains only the kinds of bars that are shown. */
function legend(lanes) {
    const kinds = new Set(lanes.flatMap(({ bars }) => bars.map(barKind)));
    const legends = [
        { kind: 'read', meaning: 'a task' },
        { kind: 'failures', meaning: 'a task with failed images' },
        { kind: 'interrupted', meaning: 'an interrupted attempt' }
    ];
    return legends
        .filter(({ kind }) => kinds.has(kind))
        .map(({ kind, meaning }) => html `<span><svg class="swatch"><g class="${kind}"><rect class="whole" x="1" y="1" width="18" height="12" rx="2"/>${kind === 'failures' ? html `<rect class="part" x="1" y="8" width="18" height="5" rx="2"/>` : null}</g></svg>${meaning}</span> `);
}
function timeline_leftOut(lanes) {
    const bars = lanes
        .slice(0, MOST_LANES)
        .reduce((sum, lane) => sum + Math.max(0, lane.bars.length - MOST_BARS), 0);
    const missing = [
        ...(lanes.length > MOST_LANES ? [(0,lib_text/* count */.U9)(lanes.length - MOST_LANES, 'more slot')] : []),
        ...(bars > 0 ? [(0,lib_text/* count */.U9)(bars, 'more task')] : [])
    ];
    return missing.length === 0
        ? null
        : html `<p class="note">Not shown: ${missing.join(' and ')}; see <code>metadata/tasks</code>.</p>`;
}

;// CONCATENATED MODULE: ./build/report/page.js












/** The most rows of a table; a hundred thousand images would make the page a hundred megabytes. */
const MOST_ROWS = 1000;
const MOST_NAMED = 5;
const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
/** Loads nothing and runs only our own script, in case a name is ever not escaped. */
const page_POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
/** The report of a run as `report.html`: one file that needs no network and is readable without its script. */
function reportPage(report) {
    const { sentence } = verdictOf(report.run);
    const sections = sectionsOf(report);
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${page_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${sentence} · OCR report</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${pageHead(report)}
<nav aria-label="Sections">
${sections.map(({ id, title }) => html `<a href="#${id}">${title}</a> `)}
</nav>
<main>
${sections.map(({ id, title, content }) => html `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`)}
</main>
${foot(report.run)}
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.source;
}
/** The sections of the page that are not empty. */
function sectionsOf(report) {
    const { run, rows, nodes } = report;
    const images = [...rows].sort(row/* byImage */.hA);
    const candidates = [
        { id: 'failures', title: 'Failures', content: failuresTable(failures(images), MOST_ROWS) },
        { id: 'timeline', title: 'Timeline', content: timeline(report) },
        { id: 'confidence', title: 'Confidence', content: confidenceSection(report) },
        { id: 'images', title: 'Images', content: imagesTable(images, MOST_ROWS) },
        { id: 'nodes', title: 'Nodes', content: nodesTable(nodes, report) },
        { id: 'plan', title: 'Plan', content: planTable(report, MOST_ROWS) },
        { id: 'settings', title: 'Settings', content: settingsTable(run.settings) }
    ];
    return candidates.filter(({ content }) => content !== null);
}
function confidenceSection({ rows }) {
    const histogram = confidenceHistogram(rows);
    if (histogram === null)
        return null;
    // With so few images, the table of all images shows as much.
    if (rows.length <= MOST_NAMED)
        return histogram;
    return html `${histogram}
<div class="pair">
${lowestConfidenceTable(lowestConfidence(rows, MOST_NAMED))}
${slowestTable(slowest(rows, MOST_NAMED))}
</div>`;
}
function foot(run) {
    return html `<footer>
<p>Image names link to the texts in <code>text/</code>, next to this page in the results folder.
On GitHub the texts are in a separate artifact: unpack it into the folder of this page for the links to work.</p>
<p>The same data is in <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`;
}

;// CONCATENATED MODULE: ./build/report/write-report.js

/**
 * Writes everything that a finished run leaves besides its texts and logs: tables, records and `report.html`. The run
 * record comes last: once it says that the run has ended, everything else is there.
 *
 * @param columns those that `key-pattern` makes; by default those that the rows have
 */
function writeReport(folder, report, columns = columnsOf(report)) {
    const { run, rows, nodes, tasks } = report;
    folder.writeTables(rows, columns);
    for (const node of nodes)
        folder.writeRecord(`nodes/${node.id}`, node);
    for (const task of tasks)
        folder.writeRecord(`tasks/${task.id}`, task);
    folder.write('report.html', reportPage(report));
    folder.writeRecord('run', run);
}
const columnsOf = ({ rows }) => [
    ...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))
];

;// CONCATENATED MODULE: ./build/run/finish.js


/**
 * Writes the first records of a run: its plan, and each task with its images. If the run is killed, `recover` learns
 * from them which images were not read.
 *
 * @param known rows that exist before the job starts
 */
function begin(beginning, known) {
    const { folder, tasks } = beginning;
    folder.clearRecords();
    folder.beginRows(known);
    const results = { nodes: [], tasks: [] };
    const none = { jobId: '', rows: known, results, cancelled: false, problem: null };
    folder.writeRecord('run', { ...runRecord(beginning, none), end: null, outcome: 'running' });
    for (const { id, partition } of tasks) {
        const planned = {
            id,
            partition,
            node: null,
            slot: null,
            attempts: [],
            seconds: 0,
            counts: { recognized: 0, reused: 0, empty: 0, failed: 0 }
        };
        folder.writeRecord(`tasks/${id}`, planned);
    }
}
/** Writes the tables, records and report of a run that has ended. */
function finish(beginning, ending) {
    const { folder, origin } = beginning;
    const { jobId, cancelled, problem, rows, results } = ending;
    const { nodes, tasks } = results;
    const report = { run: runRecord(beginning, ending), rows, nodes, tasks };
    writeReport(folder, report, origin.groups);
    return { ...report, jobId, results: folder.path, cancelled, problem, leftover: null };
}
function runRecord({ origin, plan }, ending) {
    const end = new Date();
    const seconds = (0,results_totals/* rounded */.Wf)((end.getTime() - Date.parse(origin.start)) / 1000);
    const { id, backend, start, settings, otherFiles, repository, commit, workflowRun } = origin;
    const totals = (0,results_totals/* totalsOf */.vA)(ending.rows, { otherFiles, ...ending.results });
    return {
        id,
        backend,
        start,
        end: end.toISOString(),
        seconds,
        outcome: ending.cancelled ? 'cancelled' : ending.problem === null ? 'done' : 'failed',
        problem: ending.problem,
        settings,
        totals,
        speedup: totals.tasks === 0 || seconds === 0 ? null : (0,results_totals/* rounded */.Wf)(totals.taskSeconds / seconds),
        plan,
        repository,
        commit,
        workflowRun
    };
}
/** The tasks of a plan, as in their records. */
const plannedTasks = (planned) => planned.partitions.map((partition) => ({
    id: partition.task,
    partition: (0,results_totals/* partitionRecord */.OO)(partition)
}));
/** A plan, as in the run record and in `plan --json`. */
const planRecord = (planned) => ({
    slots: planned.slots,
    estimatedSeconds: (0,results_totals/* rounded */.Wf)(planned.estimatedSeconds),
    partitions: planned.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
        task,
        images: images.length,
        bytes,
        estimatedSeconds: (0,results_totals/* rounded */.Wf)(estimatedSeconds)
    }))
});

;// CONCATENATED MODULE: ./build/plan/cost.js
/**
 * Seconds that a warm engine takes for an image, estimated from its header. Fitted on real scans and generated pages. It
 * ranks images better than pixels or bytes alone, which matters because the largest are read first.
 */
const BASE = 0.05;
const PER_MEGAPIXEL = 0.24;
const PER_MEGABYTE = 0.57;
/** PDF pages have no pixels until they are rasterized; this is an A4 page at 300 dpi. */
const PDF_MEGAPIXELS = 8.7;
/** Estimates the seconds to read an image; 0 if it will not be read. */
function estimateSeconds(image) {
    if (!image.header)
        return 0;
    const megapixels = image.header.format === 'pdf' ? PDF_MEGAPIXELS : image.header.pixels / 1e6;
    return BASE + PER_MEGAPIXEL * megapixels + PER_MEGABYTE * Math.min(image.bytes / 1e6, megapixels);
}

;// CONCATENATED MODULE: ./build/run/progress.js

/** Counts rows as they arrive and estimates the time that is left. */
class ProgressCount {
    #costs;
    #total;
    #start = performance.now();
    #costLeft;
    #costDone = 0;
    #done = 0;
    #failed = 0;
    #status = null;
    constructor(images) {
        this.#costs = new Map(images.map((image) => [image.path, estimateSeconds(image)]));
        this.#total = images.length;
        this.#costLeft = [...this.#costs.values()].reduce((sum, cost) => sum + cost, 0);
    }
    /** Counts one more row. */
    count(row) {
        const cost = this.#costs.get(row.image) ?? 0;
        this.#costLeft -= cost;
        this.#costDone += cost;
        this.#done++;
        if (row.status === 'failed')
            this.#failed++;
        return this.#now();
    }
    /** Updates the status of nodes and tasks. */
    report(status) {
        this.#status = statusText(status);
        return this.#now();
    }
    #now() {
        const elapsed = (performance.now() - this.#start) / 1000;
        return {
            done: this.#done,
            total: this.#total,
            failed: this.#failed,
            secondsLeft: this.#costDone > 0 ? Math.max(0, (this.#costLeft / this.#costDone) * elapsed) : null,
            status: this.#status
        };
    }
}
/** `nodes: 2 starting; tasks: 5 waiting, 1 running` */
function statusText({ nodes, tasks }) {
    const text = (numbers) => Object.entries(numbers)
        .filter(([, number]) => number > 0)
        .map(([state, number]) => `${number} ${state}`)
        .join(', ') || 'none';
    return `nodes: ${text(nodes)}; tasks: ${text(tasks)}`;
}

;// CONCATENATED MODULE: ./build/run/follow.js

/** Follows a job to its end. Each row is in the table before the listener gets it. */
async function follow(job, folder, wanted, listener, signal) {
    const rows = [];
    const receive = receiver(folder, listener, new ProgressCount(wanted), rows);
    const cancel = () => void job.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted)
        cancel();
    try {
        for await (const event of job.follow())
            receive(event);
    }
    finally {
        signal.removeEventListener('abort', cancel);
    }
    return rows;
}
function receiver(folder, listener, progress, rows) {
    return (event) => {
        switch (event.kind) {
            case 'row':
                folder.appendRow(event.row);
                rows.push(event.row);
                if (event.row.status === 'failed')
                    listener.failed(event.row);
                return listener.progress(progress.count(event.row));
            case 'task-ended':
                return folder.writeRecord(`tasks/${event.task.id}`, event.task);
            case 'status':
                return listener.progress(progress.report(event.status));
            case 'message':
                return event.warning ? listener.warn(event.sentence) : listener.say(event.sentence);
        }
    };
}

;// CONCATENATED MODULE: ./build/results/lost.js

/** The row of an image that has no result, because of what happened to its run. */
const lostRow = (image, reason) => ({
    ...(0,row/* unreadRow */.EQ)(image),
    error: { code: 'lost', message: `${image.image}: ${reason}; the next run reads it.` }
});
/**
 * The rows of the planned images that have no row yet, so that a run reports every image it planned to read.
 *
 * @param known the rows there are
 * @param reason why an image has none, to complete its error message
 */
function lostRows(planned, known, reason) {
    const hasRow = new Set(known.map(({ image }) => image));
    const missing = new Map(planned.filter(({ image }) => !hasRow.has(image)).map((image) => [image.image, image]));
    return [...missing.values()].map((image) => lostRow(image, reason(image.image)));
}

;// CONCATENATED MODULE: ./build/run/lost.js


/** The row of an image that is refused before any engine sees it. It has no key, whatever the backend. */
const refusedRow = (image) => ({ ...unread(image), key: null });
/** The rows of the images that no task has read, each with the reason. */
function lost_lostRows(wanted, read, ending) {
    const why = ending.cancelled
        ? 'the run was cancelled before this image was read'
        : 'its task never answered';
    return lostRows(wanted.map(refusedRow), read, (image) => ending.unanswered.get(image) ?? why);
}

;// CONCATENATED MODULE: ./build/run/settle.js



/** Follows a job to its end and writes its results: a row for every image, read or lost. */
async function settle(job, { beginning, known, wanted }, listener, signal) {
    const read = await follow(job, beginning.folder, wanted, listener, signal);
    const results = await job.results();
    const { unanswered, problem } = results;
    const cancelled = signal.aborted;
    const lost = lost_lostRows(wanted, read, { cancelled, unanswered });
    const rows = [...known, ...read, ...lost];
    return finish(beginning, { jobId: job.id, rows, results, cancelled, problem });
}
/**
 * Writes the results of a run whose job did not start: its images still have rows.
 *
 * @param problem why it did not start; null if it was cancelled
 */
function neverStarted({ beginning, known, wanted }, problem) {
    const cancelled = problem === null;
    const why = cancelled ? [] : wanted.map(({ path }) => [path, 'its job did not start']);
    const lost = lost_lostRows(wanted, [], { cancelled, unanswered: new Map(why) });
    const results = { nodes: [], tasks: [] };
    return finish(beginning, { jobId: '', rows: [...known, ...lost], results, cancelled, problem });
}

;// CONCATENATED MODULE: ./build/run/collect.js








/**
 * Waits for a run that was submitted, on this machine or another, and writes its results folder. The run stays on the
 * backend: it can be collected again until it is cancelled or swept. When the signal fires, the run continues without
 * us; results that have arrived are kept.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError if the run is gone
 */
async function collectJob(handle, settings, environment, listener, signal) {
    listener.phase('Account');
    const place = await open_openRemotePlace();
    const submitted = await place.open(handleJson(handle, environment.cwd), { settings, environment }, signal);
    const { origin, plan, known, jobId } = submitted;
    const wanted = plan.partitions.flatMap(({ images }) => images);
    listener.say(`Run ${origin.id}, started ${origin.start}: ${(0,lib_text/* count */.U9)(wanted.length, 'image')} in ${(0,lib_text/* count */.U9)(plan.partitions.length, 'task')}, job ${jobId}.`);
    const folder = new ResultsFolder((0,external_node_path_.resolve)(environment.cwd, settings.results));
    const beginning = { origin, folder, plan: planRecord(plan), tasks: plannedTasks(plan) };
    begin(beginning, known);
    listener.phase('Reading');
    return settle(submitted.follow(folder), { beginning, known, wanted }, listener, signal);
}
/**
 * Cancels a submitted run and removes everything it has on the backend, its results included.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError
 */
async function cancelJob(handle, settings, environment, signal) {
    const place = await open_openRemotePlace();
    return place.cancel(handleJson(handle, environment.cwd), { settings, environment }, signal);
}
/**
 * Cancels and removes whatever this very run has on the backend, for a step that was interrupted.
 *
 * @throws BackendError
 */
async function removeLeftovers(settings, environment, signal) {
    const place = await openRemotePlace();
    return place.removeRun({ settings, environment }, signal);
}
function handleJson(handle, cwd) {
    if (handle.trimStart().startsWith('{'))
        return handle;
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, handle), 'utf8');
    }
    catch (error) {
        throw new settings_settings/* SettingsError */.G([
            `The handle ${handle} cannot be read (${error.message}). Name the file that \`submit\` wrote, or pass its JSON.`
        ]);
    }
}

;// CONCATENATED MODULE: ./build/run/environment.js



/** An id for a run in a terminal: the time it started, and random digits in case two start in the same second. */
const freshRunId = (now) => `${now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .replace('T', '-')
    .replace('Z', '')}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
/**
 * The path of the program that runs on nodes: a bundle next to our own, `dist/index.js` or `dist/cli/index.js`.
 *
 * @param own path of the running program, as Node.js got it; links are followed
 */
function nodeProgram(own) {
    const folder = (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(own));
    const bundles = (0,external_node_path_.basename)(folder) === 'cli' ? (0,external_node_path_.dirname)(folder) : folder;
    return (0,external_node_path_.join)(bundles, 'node', 'index.js');
}

;// CONCATENATED MODULE: ./build/terminal/environment.js

/** The environment of a command. Each run in a terminal has a run ID of its own. */
const terminalEnvironment = (process) => ({
    cwd: process.cwd(),
    env: process.env,
    runId: freshRunId(new Date()),
    repository: null,
    commit: null,
    workflowRun: null,
    // The command may run in a workflow. The mask goes to standard error, where the runner reads it, too: standard
    // output has only the outcome.
    maskSecret: (secret) => {
        process.stderr.write(`::add-mask::${secret}\n`);
    },
    nodeProgram: nodeProgram(process.argv[1] ?? '')
});

;// CONCATENATED MODULE: ./build/terminal/commands/cancel.js




/** Cancels a submitted run and removes its resources from Azure. */
async function cancelCommand({ settings, subject, json, process, signal }) {
    const handle = await cancelJob(subject, settings, terminalEnvironment(process), signal);
    const text = `Run ${escapeInvisible(handle.runId)} is cancelled, and its resources are removed from Azure.`;
    const record = { cancelled: true, runId: handle.runId, jobId: handle.jobId };
    process.stdout.write(`${json ? JSON.stringify(record) : text}\n`);
    return exitCodes.done;
}

// EXTERNAL MODULE: ./node_modules/cli-progress/cli-progress.js
var cli_progress = __nccwpck_require__(8502);
;// CONCATENATED MODULE: ./build/run/progress-lines.js

/** The shortest time between two lines, in milliseconds. */
const EVERY = 5000;
/** The part after the number of images: failures, the time left, and the status of nodes and tasks. */
function progressTail({ done, total, failed, secondsLeft, status }) {
    const left = done < total && secondsLeft !== null ? `, ${(0,lib_text/* duration */.p0)(secondsLeft)} left` : '';
    return (0,lib_text/* plainSpaces */.oB)(`${failed} failed${left}${status === null ? '' : `; ${status}`}`);
}
/** Makes progress lines: one every few seconds if anything changed, and one when the last image is done. */
function progressLines() {
    let last = performance.now();
    let previous = '';
    let ended = false;
    return (progress) => {
        const ends = progress.done === progress.total && !ended;
        const now = performance.now();
        if (!ends && now - last < EVERY)
            return null;
        const total = (0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.total));
        const line = `${(0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.done))} of ${total} images, ${progressTail(progress)}`;
        if (line === previous)
            return null;
        last = now;
        previous = line;
        ended ||= ends;
        return line;
    };
}

;// CONCATENATED MODULE: ./build/terminal/listener.js




/** At most this many failures are printed; results.csv lists all. */
const MOST_FAILURES = 20;
/** Prints the progress of a run on standard error: a bar on a terminal, otherwise a line every few seconds. */
function terminalListener(out) {
    const bar = out.isTTY ? drawnBar(out) : plainLines(out);
    const line = (text) => bar.aside(() => out.write(`${(0,lib_text/* plainSpaces */.oB)(text)}\n`));
    let failures = 0;
    return {
        phase: () => { },
        say: (sentence) => line(escapeInvisible(sentence)),
        warn: (sentence) => line(`Warning: ${escapeInvisible(sentence)}`),
        output: (text) => bar.aside(() => out.write(text)),
        failed: ({ error }) => {
            failures++;
            if (failures <= MOST_FAILURES && error?.code !== 'lost')
                line(`Failed: ${escapeInvisible(error?.message ?? '')}`);
            if (failures === MOST_FAILURES + 1)
                line('More images failed; results.csv lists them all.');
        },
        progress: (progress) => bar.show(progress),
        close: () => bar.stop()
    };
}
function drawnBar(out) {
    const bar = new cli_progress.SingleBar({
        stream: out,
        format: '{bar} {value}/{total} images, {tail}',
        hideCursor: true,
        clearOnComplete: true
    }, cli_progress.Presets.shades_classic);
    let shown = null;
    return {
        show: (progress) => {
            if (shown === null)
                bar.start(progress.total, 0, { tail: '' });
            shown = progress;
            bar.update(progress.done, { tail: progressTail(progress) });
        },
        aside: (write) => {
            if (shown !== null)
                out.write('\r\u001b[K');
            write();
        },
        stop: () => bar.stop()
    };
}
function plainLines(out) {
    const lines = progressLines();
    return {
        show: (progress) => {
            const line = lines(progress);
            if (line !== null)
                out.write(`${line}\n`);
        },
        aside: (write) => write(),
        stop: () => { }
    };
}

;// CONCATENATED MODULE: ./build/lib/table.js
/** Lays out rows of cells as plain text in aligned columns; numbers are aligned right. */
function textTable(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
    return rows
        .map((row) => row
        .map((cell, column) => typeof cell === 'number'
        ? String(cell).padStart(widths[column] ?? 0)
        : cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd())
        .join('\n');
}

;// CONCATENATED MODULE: ./build/run/verdict.js
/** Whether `fail-on` turns this number of failed images into a failed run. A run without images never fails. */
function failsBy(failOn, counts) {
    const images = counts.recognized + counts.reused + counts.empty + counts.failed;
    switch (failOn.when) {
        case 'never':
            return false;
        case 'any':
            return counts.failed > 0;
        case 'all':
            return images > 0 && counts.failed === images;
        case 'share':
            return counts.failed > failOn.share * images;
    }
}

;// CONCATENATED MODULE: ./build/terminal/outcome.js







/** The outcome lists at most this many failed images; results.csv lists all. */
const MOST_LISTED = 20;
/** The outcome of a run as text. */
function outcomeText(finished, cwd) {
    const { totals, seconds, speedup } = finished.run;
    const failed = finished.rows.filter(({ status }) => status === 'failed').sort(row/* byImage */.hA);
    const speed = speedup === null ? '' : `, ${speedup} × the speed of one slot`;
    const lines = [
        `${finished.cancelled ? 'Cancelled. ' : ''}${(0,lib_text/* count */.U9)(totals.images, 'image')}: ${totals.recognized} recognized, ${totals.reused} reused, ${totals.empty} empty, ${totals.failed} failed.`,
        `${(0,lib_text/* count */.U9)(totals.pages, 'page')}, ${(0,lib_text/* count */.U9)(totals.words, 'word')}${totals.confidence === null ? '' : `, mean confidence ${totals.confidence}`}; ${(0,lib_text/* duration */.p0)(seconds)}${speed}.`,
        ...(failed.length > 0
            ? [
                '',
                textTable(failed
                    .slice(0, MOST_LISTED)
                    .map((row) => [row.error?.code ?? '', escapeInvisible(row.image)]))
            ]
            : []),
        ...(failed.length > MOST_LISTED
            ? [`and ${failed.length - MOST_LISTED} more, in results.csv`]
            : []),
        '',
        `Results: ${(0,external_node_path_.relative)(cwd, finished.results) || '.'} (text/, results.csv, report.html)`
    ];
    return (0,lib_text/* plainSpaces */.oB)(lines.join('\n'));
}
/** The outcome of a run as one JSON object. */
function outcomeJson(finished) {
    const { run } = finished;
    const failures = finished.rows
        .filter(({ status }) => status === 'failed')
        .map(({ image, error }) => ({ image, ...error }));
    return JSON.stringify({
        runId: run.id,
        jobId: finished.jobId,
        outcome: run.outcome,
        problem: finished.problem,
        results: finished.results,
        seconds: run.seconds,
        speedup: run.speedup,
        ...run.totals,
        failures
    });
}
/** Prints the outcome of a run and returns its exit code. */
function printOutcome(finished, { settings, json, process }) {
    const { cancelled, problem, run } = finished;
    process.stdout.write(`${json ? outcomeJson(finished) : outcomeText(finished, process.cwd())}\n`);
    if (cancelled)
        return exitCodes.cancelled;
    if (problem !== null) {
        for (const line of problem.split('\n'))
            process.stderr.write(`${escapeInvisible(line)}\n`);
        return exitCodes.runFailed;
    }
    return failsBy(settings.failOn, run.totals) ? exitCodes.imagesFailed : exitCodes.done;
}

;// CONCATENATED MODULE: ./build/terminal/commands/collect.js




/** Waits for a submitted run and writes its results folder. */
async function collectCommand(context) {
    const { settings, subject, process, signal } = context;
    const listener = terminalListener(process.stderr);
    try {
        const environment = terminalEnvironment(process);
        const finished = await collectJob(subject, settings, environment, listener, signal);
        listener.close();
        return printOutcome(finished, context);
    }
    finally {
        listener.close();
    }
}

;// CONCATENATED MODULE: ./build/terminal/commands/doctor-azure.js






/** Checks whether a run on Azure Batch can succeed, before anything is paid for. */
async function azureDoctor({ settings, json, process, signal }) {
    const administration = await openAdministration();
    const where = { settings, environment: terminalEnvironment(process) };
    const findings = await administration.examine(where, signal);
    const ready = findings.every(({ state }) => state !== 'bad');
    const text = json ? JSON.stringify({ ready, findings }) : findingsText(findings, ready);
    process.stdout.write(`${text}\n`);
    return ready ? exitCodes.done : exitCodes.runFailed;
}
/** The findings as a table, followed by what to do. */
function findingsText(findings, ready) {
    const rows = findings.map(({ what, state, told }) => [what, state, escapeInvisible(told)]);
    const todos = findings.flatMap(({ what, todo }) => todo === null ? [] : [`${what}: ${escapeInvisible(todo)}`]);
    return (0,lib_text/* plainSpaces */.oB)([
        textTable(rows),
        '',
        ...todos,
        ...(todos.length > 0 ? [''] : []),
        ready ? 'Ready to run.' : 'Not ready: a run would fail.'
    ].join('\n'));
}

;// CONCATENATED MODULE: ./build/terminal/commands/doctor.js







/** Reports what is ready and what is missing, on this machine or on Azure, and what to do about it. */
const doctorCommand = async (context) => context.settings.backend === 'azure-batch' ? azureDoctor(context) : localDoctor(context);
/** Reports what is installed and what is missing on this machine, and the command that installs it. */
async function localDoctor({ settings, json, process, signal }) {
    const toolbox = await (0,engine_toolbox/* openToolbox */.Mv)(process.env, signal);
    const missing = (0,engine_install/* missingPackages */.K$)(toolbox, {
        models: (0,models/* neededModels */.A)(settings),
        pdf: true,
        heic: true
    });
    const vital = missing.filter(engine_install/* isRequired */.gx);
    if (json) {
        const { tesseract, imageMagick, poppler, languages } = toolbox;
        const install = missing.length > 0 ? (0,engine_install/* remedy */.zL)(missing) : null;
        process.stdout.write(`${JSON.stringify({ ready: vital.length === 0, node: process.version, cores: (0,external_node_os_.availableParallelism)(), tesseract, imageMagick, poppler, languages, missing, remedy: install })}\n`);
    }
    else {
        process.stdout.write(`${findings(toolbox, missing, process.version)}\n`);
    }
    return vital.length === 0 ? exitCodes.done : exitCodes.runFailed;
}
function findings(toolbox, missing, node) {
    const installed = (program, without) => program ? `${program.version} (${program.path})` : `missing: ${without}`;
    const table = textTable([
        ['Node.js', `${node} on ${(0,external_node_os_.availableParallelism)()} cores`],
        ['Tesseract', installed(toolbox.tesseract, 'images cannot be read')],
        ['Languages', toolbox.languages.join(', ') || 'none'],
        [
            'ImageMagick',
            installed(toolbox.imageMagick, 'no second look; no rotated, tiled, HEIC, or AVIF images')
        ],
        ['Poppler', installed(toolbox.poppler, 'no PDF files')]
    ]);
    const advice = missing.length === 0
        ? 'Everything is installed.'
        : `To install the missing packages, run with --install, or: ${(0,engine_install/* remedy */.zL)(missing)}`;
    return `${table}\n\n${advice}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/merge/copy.js





/**
 * Copies the files of the chosen rows into a results folder and removes those of an earlier run or merge. Each row is
 * added after its files, so that the table of an interrupted merge never names a missing text.
 *
 * @throws the signal's reason if it fires; the files copied so far are kept
 */
async function copyResults(chosen, folder, signal) {
    for (const image of [...folder.earlierRows().keys()].filter(names/* isPlainPath */.qW)) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        folder.removeOutputs([image]);
    }
    folder.clearRecords();
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder.path, 'metadata'), { recursive: true });
    folder.beginRows([]);
    for (const { row, source } of chosen) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        const from = row.status === 'failed' ? null : source.table?.folder;
        if (from)
            await copyOutputs(row.image, from, folder);
        folder.appendRow(row);
    }
}
async function copyOutputs(image, from, folder) {
    for (const format of records/* FORMATS */.hR) {
        const file = from.output(format, image);
        if (file !== null)
            await copyIn(file, (0,names/* outputPath */.XC)(format, image), folder);
    }
}
/** Copies the logs of tasks; those of a later attempt replace those of an earlier one. */
async function copyLogs(sources, folder) {
    for (const { records } of sources) {
        for (const task of records.folder.names('metadata/logs', 'folders').filter(names/* isRecordName */.lx)) {
            const logs = `metadata/logs/${task}`;
            for (const log of records.folder.names(logs, 'files').filter(names/* isRecordName */.lx)) {
                const file = records.folder.file(`${logs}/${log}`);
                if (file !== null)
                    await copyIn(file, `${logs}/${log}`, folder);
            }
        }
    }
}
/** Copies through a temporary file, so that no file is ever half written. */
async function copyIn(file, path, folder) {
    const temporary = (0,external_node_path_.join)(folder.path, 'metadata', 'arriving.part');
    await (0,promises_.copyFile)(file, temporary);
    folder.moveIn(temporary, path);
}

;// CONCATENATED MODULE: ./build/merge/fit.js
/** Whether a source has its records. */
const isKnown = (source) => source.records !== null && source.shard !== null;
/** Settings that decide which images there are and what is read in them: all shards of a run have the same. */
const SHARED = [
    ...['images', 'languages', 'formats', 'page-segmentation-mode', 'dpi', 'prepare', 'second-look'],
    ...['deskew', 'rotate', 'key-pattern', 'max-pixels']
];
/** Why these are not the shards of one run, in sentences; empty if they are. */
function misfits(sources) {
    const known = sources.filter(isKnown);
    const [first, ...others] = known;
    if (!first) {
        return [
            'No folder holds metadata/run.json, which says which run and shard the rows belong to: download the artifacts with `metadata` in their names as well.'
        ];
    }
    const { count } = first.shard;
    const strays = sources.filter((one) => !isKnown(one) && one.shard && one.shard.count !== count);
    return [
        ...known.flatMap(overwritten),
        ...others.flatMap((other) => differences(first, other)),
        ...strays.map(({ shown }) => `${shown} is not one of ${count} shards, as ${first.shown} is.`)
    ];
}
/** Artifacts that were downloaded into one folder: task records of all are kept, but only the last table. */
function overwritten({ shown, shard, records }) {
    if (shard.count === 1)
        return [];
    const own = `shard-${shard.index}-`;
    return records.tasks.every(({ id }) => id.startsWith(own))
        ? []
        : [
            `${shown} holds several shards, whose tables overwrote one another: download each artifact into a folder of its own (\`merge-multiple: false\`).`
        ];
}
function differences(first, other) {
    const expected = traits(first);
    return Object.entries(traits(other))
        .filter(([name, value]) => value !== expected[name])
        .map(([name, value]) => `${other.shown} does not belong to ${first.shown}: its ${name} is ${fit_short(value)}, not ${fit_short(expected[name] ?? '')}.`);
}
const LONGEST = 100;
const fit_short = (value) => value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
/** What the shards of one run have in common, by name, as JSON. */
function traits({ shard, records: { run } }) {
    const settings = SHARED.map((name) => [`\`${name}\``, run.settings[name]]);
    const all = {
        'number of shards': shard.count,
        backend: run.backend,
        repository: run.repository,
        commit: run.commit,
        ...Object.fromEntries(settings)
    };
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value ?? null)]));
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
;// CONCATENATED MODULE: ./build/merge/artifact-names.js
/**
 * How GitHub's artifacts name the parts of a run. A merge reads downloaded artifacts from plain folders, without GitHub,
 * so both it and `github/artifacts` need these rules; they are kept here, where both may import them.
 */
/** Characters that GitHub rejects in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REJECTED = /["<>:|*?\r\n\\]/g;
const percentEncoded = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** A path as it is in an artifact: each character that GitHub rejects becomes `%XX`. */
const pathInArtifact = (path) => path.replace(REJECTED, percentEncoded);
/** `ocr-text-2-of-4`, with `-attempt-2` in a re-run, or with six more digits after a name clash. */
const NAME = /^(?<prefix>.+)-(?<kind>text|metadata)-(?<index>\d{1,4})-of-(?<count>\d{1,4})(?:-attempt-(?<attempt>\d{1,6})|-[0-9a-f]{6})?$/;
/** Parses the name of a shard's artifact; null for any other name. */
function shardArtifact(name) {
    const { prefix = '', kind, index, count, attempt = '1' } = NAME.exec(name)?.groups ?? {};
    const shard = { index: Number(index), count: Number(count) };
    if (!isShard(shard))
        return null;
    return { prefix, kind: kind === 'text' ? 'text' : 'metadata', shard, attempt: Number(attempt) };
}
/** Whether these are numbers that the input `shard` accepts. */
const isShard = ({ index, count }) => Number.isInteger(index) &&
    Number.isInteger(count) &&
    index >= 1 &&
    index <= count &&
    count < 10_000;

;// CONCATENATED MODULE: ./build/merge/source-folder.js





/**
 * A folder to merge from, which anyone may have written. It is only read; links are not followed, and anything but a
 * regular file or folder is treated as missing.
 */
class SourceFolder {
    /** Absolute, without links. */
    path;
    /** Its name in messages. */
    shown;
    /** @throws if there is no such folder */
    constructor(path, shown) {
        this.path = (0,external_node_fs_.realpathSync)(path);
        this.shown = shown;
    }
    /** The folder's own name. */
    get name() {
        return (0,external_node_path_.basename)(this.path);
    }
    /** The absolute path of a regular file, by its path within the folder; null if there is none. */
    file(path) {
        const target = (0,external_node_path_.join)(this.path, path);
        try {
            return (0,external_node_fs_.realpathSync)(target) === target && (0,external_node_fs_.lstatSync)(target).isFile() ? target : null;
        }
        catch {
            return null;
        }
    }
    /** The absolute path of an image's file of one format; null if there is none. */
    output(format, image) {
        const path = (0,names/* outputPath */.XC)(format, image);
        return this.file(path) ?? this.file(pathInArtifact(path));
    }
    /** The names of the regular files, or of the folders, directly in a folder, sorted; empty if it does not exist. */
    names(path, kind) {
        const target = (0,external_node_path_.join)(this.path, path);
        try {
            if ((0,external_node_fs_.realpathSync)(target) !== target)
                return [];
            return (0,external_node_fs_.readdirSync)(target, { withFileTypes: true })
                .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
                .map(({ name }) => name)
                .sort();
        }
        catch {
            return [];
        }
    }
    /** The text of a file; null if it does not exist or cannot be read. */
    text(path) {
        const file = this.file(path);
        try {
            return file && (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch {
            return null;
        }
    }
    /** A record of `metadata/`; null if it does not exist or does not match the schema. */
    record(name, schema) {
        const text = this.text(`metadata/${name}.json`);
        if (text === null)
            return null;
        try {
            const parsed = dist/* safeParse */.xLC(schema, JSON.parse(text));
            return parsed.success ? parsed.output : null;
        }
        catch {
            return null;
        }
    }
    /** The valid records of tasks or nodes, each named by its id, and how many other files are ignored. */
    records(folder, schema) {
        const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'));
        const records = files
            .map((file) => file.slice(0, -'.json'.length))
            .filter(names/* isRecordName */.lx)
            .map((name) => {
            const found = this.record(`${folder}/${name}`, schema);
            return found?.id === name ? found : null;
        })
            .filter((record) => record !== null);
        return { records, ignored: files.length - records.length };
    }
    /** Whether it has the table of a run, its record, or both. */
    holdsResults() {
        return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null;
    }
}

;// CONCATENATED MODULE: ./build/merge/find.js




/**
 * Finds the folders that hold results: each named folder, or those directly in it.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into, which cannot be a source
 */
function findFolders(named, cwd, target) {
    const results = (0,external_node_fs_.existsSync)(target) ? (0,external_node_fs_.realpathSync)(target) : target;
    const found = named.map((shown) => search((0,external_node_path_.resolve)(cwd, shown), shown, results));
    const folders = new Map(found.flatMap(({ folders }) => folders).map((one) => [one.path, one]));
    const overlaps = [...folders.values()].filter(({ path }) => isWithin(path, results) || isWithin(results, path));
    return {
        folders: [...folders.values()],
        others: found.flatMap(({ others }) => others),
        problems: [
            ...found.flatMap(({ problems }) => problems),
            ...overlaps.map((one) => overlap(one, results))
        ]
    };
}
function search(path, shown, results) {
    const nothing = { folders: [], others: [], problems: [] };
    if (!isFolder(path))
        return { ...nothing, problems: [`There is no folder ${shown}.`] };
    const top = new SourceFolder(path, shown);
    if (top.holdsResults())
        return { ...nothing, folders: [top] };
    const below = foldersBelow(top).filter((one) => one.path !== results);
    const folders = below.filter((one) => one.holdsResults());
    if (folders.length === 0)
        return { ...nothing, problems: [noResults(shown)] };
    const others = below.filter((one) => !folders.includes(one)).map((one) => one.shown);
    return { ...nothing, folders, others };
}
const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
const foldersBelow = (top) => top
    .names('.', 'folders')
    .filter((name) => !name.startsWith('.'))
    .map((name) => new SourceFolder((0,external_node_path_.join)(top.path, name), (0,external_node_path_.join)(top.shown, name)));
const noResults = (shown) => `${shown} holds no results: there is no results.jsonl or metadata/run.json in it or in the folders directly in it.`;
const overlap = ({ shown }, results) => `${shown} and the results folder ${results} overlap: a merge does not write to the folders it reads; set \`results\` to another folder.`;

;// CONCATENATED MODULE: ./build/merge/source.js





/** Reads the results in a folder. */
function readSource(folder) {
    const { table, ignored: ignoredRows } = tableIn(folder);
    const { records, ignored: ignoredRecords } = recordsIn(folder);
    const named = shardArtifact(folder.name);
    const shard = records ? shardOfRun(records.run) : (named?.shard ?? null);
    const index = shard?.index ?? indexOfRows(table?.rows ?? []);
    return {
        shown: folder.shown,
        shard,
        origin: named ? `${named.prefix} ${index} ${named.attempt}` : String(index),
        table,
        records,
        ignored: [...ignoredRows, ...ignoredRecords]
    };
}
/** Task ids begin with their shard if there is more than one. */
const indexOfRows = (rows) => Number(/^shard-(\d+)-/.exec(rows.find(({ task }) => task !== null)?.task ?? '')?.[1] ?? 1);
function tableIn(folder) {
    const text = folder.text('results.jsonl');
    if (text === null)
        return { table: null, ignored: [] };
    const lines = text.split('\n').filter(Boolean);
    const parsed = lines.map(row/* parseRow */.W0).filter((row) => row !== null);
    const valid = parsed.filter(isSafe);
    const ignored = lines.length - valid.length;
    // The last row of an image counts.
    const rows = new Map(valid.map((row) => [row.image, { ...row, text: source_textOf(row) }]));
    return {
        table: { folder, rows: [...rows.values()] },
        ignored: ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'line' : 'lines'} of results.jsonl`]
    };
}
/** Names in a row become file names, and those that a run writes are always plain. */
const isSafe = ({ image, task, node }) => (0,names/* isPlainPath */.qW)(image) && [task, node].every((name) => name === null || (0,names/* isRecordName */.lx)(name));
const source_textOf = ({ status, image }) => status === 'failed' ? null : (0,names/* outputPath */.XC)('txt', image);
function recordsIn(folder) {
    const run = folder.record('run', safeRunSchema);
    if (run === null) {
        const exists = folder.file('metadata/run.json') !== null;
        return { records: null, ignored: exists ? ['metadata/run.json'] : [] };
    }
    const tasks = folder.records('tasks', safeTaskSchema);
    const nodes = folder.records('nodes', safeNodeSchema);
    const ignored = tasks.ignored + nodes.ignored;
    return {
        records: { folder, run, tasks: tasks.records, nodes: nodes.records },
        ignored: ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'record' : 'records'} of tasks and nodes`]
    };
}
/** Times are compared and subtracted; all records have them in UTC. */
const isTime = (text) => text === null || (text.endsWith('Z') && !Number.isNaN(Date.parse(text)));
const safeRunSchema = dist/* pipe */.FsL(records/* runRecordSchema */._A, dist/* check */.z6Y((run) => isTime(run.start) && isTime(run.end) && shardOfRun(run) !== null));
const safeTaskSchema = dist/* pipe */.FsL(records/* taskRecordSchema */.iz, dist/* check */.z6Y(({ partition }) => partition.images.every(names/* isPlainPath */.qW)), dist/* check */.z6Y(({ attempts }) => attempts.every(({ start, end }) => isTime(start) && isTime(end))));
const safeNodeSchema = dist/* pipe */.FsL(records/* nodeRecordSchema */.L0, dist/* check */.z6Y(({ firstTaskAt, lastTaskAt }) => isTime(firstTaskAt) && isTime(lastTaskAt)));
const shardSchema = dist/* optional */.lqM(dist/* object */.Ikc({ index: dist/* number */.aig(), count: dist/* number */.aig() }), {
    index: 1,
    count: 1
});
/** The shard that a run's record says it is; null if it is not a valid one. */
function shardOfRun({ settings }) {
    const shard = dist/* safeParse */.xLC(shardSchema, settings['shard']);
    return shard.success && isShard(shard.output) ? shard.output : null;
}

;// CONCATENATED MODULE: ./build/merge/read.js



/** Joins a table and records from two folders, as a shard's two artifacts are, into one source. */
function paired(sources) {
    const whole = sources.filter(({ table, records }) => table && records);
    const halves = sources.filter((source) => !whole.includes(source));
    const origins = [...new Set(halves.map(({ origin }) => origin))];
    const groups = origins.map((origin) => joined(halves.filter((half) => half.origin === origin)));
    return {
        sources: [...whole, ...groups.flatMap((group) => group.sources)],
        problems: groups.flatMap((group) => group.problems)
    };
}
function joined(halves) {
    const tables = halves.filter(({ table }) => table);
    const records = halves.filter(({ records }) => records);
    const [text, metadata] = [tables[0], records[0]];
    if (!text || !metadata)
        return { sources: halves, problems: [] };
    if (tables.length > 1 || records.length > 1)
        return { sources: [], problems: [ambiguous(halves)] };
    const shown = `${text.shown} and ${metadata.shown}`;
    const ignored = [...text.ignored, ...metadata.ignored];
    return { sources: [{ ...metadata, shown, table: text.table, ignored }], problems: [] };
}
const ambiguous = (halves) => `Which texts belong to which metadata is not clear in ${halves.map(({ shown }) => shown).join(', ')}: give each job that uses this action its own \`artifact-name\`.`;
/**
 * Reads the results of shards from folders and checks that they are of one run. Nothing is written.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into
 */
function readSources(named, cwd, target) {
    const { folders, others, problems } = findFolders(named, cwd, target);
    const { sources, problems: unpaired } = paired(folders.map(readSource));
    const unfit = folders.length === 0 ? [] : misfits(sources);
    return {
        sources: [...sources].sort(byStart),
        warnings: [
            ...(others.length > 0 ? [ignoredFolders(others)] : []),
            ...sources.flatMap(warningsOf),
            ...severalRuns(sources)
        ],
        problems: [...problems, ...unpaired, ...(unpaired.length === 0 ? unfit : [])]
    };
}
const startOf = ({ records }) => records?.run.start ?? '';
const byStart = (a, b) => startOf(a) === startOf(b) ? (a.shown < b.shown ? -1 : 1) : startOf(a) < startOf(b) ? -1 : 1;
/** Ignored folders that are named; a working directory may have many. */
const read_MOST_NAMED = 5;
function ignoredFolders(others) {
    const rest = others.length - read_MOST_NAMED;
    const more = rest > 0 ? ` and ${rest} more` : '';
    return `Ignored folders without results: ${others.slice(0, read_MOST_NAMED).join(', ')}${more}.`;
}
/** They have the same images and settings, so they are merged; but that may not be what the user meant. */
function severalRuns(sources) {
    const runs = new Set(sources.flatMap(({ records }) => records?.run.workflowRun ?? []));
    return runs.size < 2
        ? []
        : [`The shards are from several workflow runs: ${[...runs].join(', ')}.`];
}
function warningsOf(source) {
    const ignored = source.ignored.map((what) => `Ignored in ${source.shown}, because this action did not write it: ${what}.`);
    return isKnown(source)
        ? ignored
        : [
            ...ignored,
            `The metadata of ${source.shown} is missing: its rows are merged, but its times, nodes and tasks are not known.`
        ];
}

;// CONCATENATED MODULE: ./build/merge/records.js

/**
 * The tasks of all sources, by id. A task that ran in two attempts at a shard has its later record, with the attempts of
 * both.
 */
function mergedTasks(sources) {
    const tasks = new Map();
    for (const { records } of sources) {
        for (const task of records.tasks) {
            const earlier = tasks.get(task.id)?.attempts ?? [];
            const starts = new Set(task.attempts.map(({ start }) => start));
            const before = earlier.filter(({ start }) => !starts.has(start));
            tasks.set(task.id, { ...task, attempts: [...before, ...task.attempts] });
        }
    }
    return [...tasks.values()].sort(byId);
}
/**
 * The nodes of all sources, by id. A shard that ran twice had two machines of the same name, and the later one counts. A
 * node of a pool may have worked for several shards, and its work for each is added up.
 */
function mergedNodes(sources) {
    const nodes = new Map();
    for (const { shard, records } of sources) {
        for (const node of records.nodes) {
            const ofShards = nodes.get(node.id) ?? new Map();
            nodes.set(node.id, ofShards.set(shard.index, node));
        }
    }
    return [...nodes.values()].map((ofShards) => [...ofShards.values()].reduce(summed)).sort(byId);
}
const summed = (a, b) => ({
    ...b,
    tasks: a.tasks + b.tasks,
    images: a.images + b.images,
    busySeconds: (0,results_totals/* rounded */.Wf)(a.busySeconds + b.busySeconds),
    firstTaskAt: extreme([a.firstTaskAt, b.firstTaskAt], 'first'),
    lastTaskAt: extreme([a.lastTaskAt, b.lastTaskAt], 'last')
});
/** The first or the last of some times (ISO 8601, in UTC); null if none is known. */
function extreme(times, which) {
    const known = times.filter((time) => time !== null).sort();
    return known.at(which === 'first' ? 0 : -1) ?? null;
}
/** The plans of all shards as one: they ran side by side, so their slots are added up. */
function mergedPlan(sources) {
    const plans = [...latestOfShards(sources).values()].map(({ records }) => records.run.plan);
    const sum = (value) => (0,results_totals/* rounded */.Wf)(plans.reduce((total, plan) => total + value(plan), 0));
    return {
        slots: sum(({ slots }) => slots),
        estimatedSeconds: sum(({ estimatedSeconds }) => estimatedSeconds),
        partitions: plans.flatMap(({ partitions }) => partitions)
    };
}
/** The latest attempt at each shard, in the order of the shards. */
function latestOfShards(sources) {
    const sorted = [...sources].sort((a, b) => a.shard.index - b.shard.index);
    return new Map(sorted.map((source) => [source.shard.index, source]));
}
const byId = (a, b) => a.id < b.id ? -1 : 1;

;// CONCATENATED MODULE: ./build/merge/rows.js


/** Chooses one row per image: the latest that did not fail, or the latest if all failed. */
function chooseRows(sources) {
    const chosen = new Map();
    const repeated = new Set();
    for (const { source, rows } of sources) {
        for (const row of rows) {
            const earlier = chosen.get(row.image);
            if (earlier)
                repeated.add(row.image);
            if (!earlier || row.status !== 'failed' || earlier.row.status === 'failed')
                chosen.set(row.image, { row, source });
        }
    }
    const sorted = [...chosen.values()].sort((a, b) => (0,row/* byImage */.hA)(a.row, b.row));
    return { chosen: sorted, repeated: [...repeated].sort() };
}
/** The rows of a source, with one for every image it planned to read, even if its run never finished. */
function rowsOf(source) {
    const { table, records } = source;
    const rows = (table?.rows ?? []).map((row) => row.status === 'failed' || table?.folder.output('txt', row.image) ? row : withoutText(row));
    const planned = (records?.tasks ?? []).flatMap(({ partition }) => partition.images.map((image) => ({ image })));
    const reason = table
        ? 'its shard was ended before this image was read'
        : 'the table and texts of its shard are missing';
    return { source, rows: [...rows, ...lostRows(planned, rows, () => reason)] };
}
/** A row whose text is missing. */
const withoutText = ({ image, identity, key, bytes, keys }) => lostRow({ image, identity, key, bytes, keys }, 'its text is missing from its shard');

;// CONCATENATED MODULE: ./build/merge/verdict.js

/** Checks every shard, by its most complete attempt. */
function completeness(sources) {
    const count = sources.map(({ source }) => source).find(isKnown)?.shard.count ?? 1;
    const states = Array.from({ length: count }, (_, index) => {
        const attempts = sources.filter(({ source }) => source.shard?.index === index + 1);
        const all = attempts.map(stateOf);
        return { index: index + 1, state: all.find(isComplete) ?? all.at(-1) ?? null };
    });
    const missing = states.filter(({ state }) => state === null).map(({ index }) => index);
    const found = states.map(({ state }) => state).filter((state) => state !== null);
    return {
        problems: [
            ...(missing.length > 0 ? [missingSentence(missing, count)] : []),
            ...found.flatMap(({ problem }) => problem ?? [])
        ],
        endedEarly: found.flatMap(({ endedEarly }) => endedEarly ?? [])
    };
}
const COMPLETE = { problem: null, endedEarly: null };
const isComplete = ({ problem, endedEarly }) => problem === null && endedEarly === null;
function stateOf({ source, rows }) {
    if (!isKnown(source))
        return COMPLETE;
    const { run } = source.records;
    const name = nameOf(source);
    const images = verdict_imagesOf(source);
    if (run.outcome === 'failed') {
        const reason = run.problem?.replaceAll('\n', ' ') ?? 'no reason was recorded.';
        return { ...COMPLETE, problem: `${name} failed: ${reason}` };
    }
    if (source.table === null)
        return { ...COMPLETE, problem: `The table and texts of ${uncapitalized(name)} are missing.` };
    if (rows.length < images) {
        const found = `${name} has results for ${rows.length} of its ${images} images`;
        return { ...COMPLETE, problem: `${found}: the rest of its table is missing.` };
    }
    const lost = rows.filter(({ error }) => error?.code === 'lost').length;
    return run.outcome === 'done' || lost === 0
        ? COMPLETE
        : {
            ...COMPLETE,
            endedEarly: `${name} was ended early: ${lost} of its ${images} images were not read.`
        };
}
/** How many images a shard had: from its totals, plus its plan if it was ended before it could total them. */
function verdict_imagesOf({ records: { run } }) {
    if (run.outcome !== 'running')
        return run.totals.images;
    return run.plan.partitions.reduce((sum, { images }) => sum + images, run.totals.images);
}
const nameOf = ({ shard }) => shard.count === 1 ? 'The run' : `Shard ${shard.index} of ${shard.count}`;
const uncapitalized = (name) => name.charAt(0).toLowerCase() + name.slice(1);
function missingSentence(missing, count) {
    const last = missing.at(-1);
    return missing.length === 1
        ? `Shard ${last} of ${count} is missing: which images it had is not known. Run it again, and merge again.`
        : `Shards ${missing.slice(0, -1).join(', ')} and ${last} of ${count} are missing: which images they had is not known. Run them again, and merge again.`;
}

;// CONCATENATED MODULE: ./build/merge/merge.js













/**
 * Merges the results of a run's shards into one results folder, as a single run would have left it. Anything missing is
 * the run's problem; the rest is merged all the same. The folders are only read.
 *
 * @param folders results folders, or folders that hold such folders; relative to `cwd`
 * @throws SettingsError if they are not the shards of one run, before anything is written; the signal's reason
 */
async function mergeShards(folders, settings, cwd, listener, signal) {
    listener.phase('Shards');
    const folder = new ResultsFolder((0,external_node_path_.resolve)(cwd, settings.results));
    const { sources, warnings, problems } = readSources(folders, cwd, folder.path);
    if (problems.length > 0)
        throw new settings_settings/* SettingsError */.G(problems);
    for (const warning of warnings)
        listener.warn(warning);
    const sourceRows = [];
    for (const source of sources) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        sourceRows.push(rowsOf(source));
    }
    const rows = chooseRows(sourceRows);
    const complete = completeness(sourceRows);
    listener.say(foundSentence(sources, rows));
    for (const sentence of [...repeatedSentences(rows), ...complete.endedEarly])
        listener.warn(sentence);
    listener.phase('Merge');
    await copyResults(rows.chosen, folder, signal);
    const known = sources.filter(isKnown);
    await copyLogs(known, folder);
    const report = reportOf(rows.chosen.map(({ row }) => row), known, complete, settings.results);
    for (const row of report.rows)
        if (row.status === 'failed')
            listener.failed(row);
    writeReport(folder, report);
    return {
        ...report,
        jobId: report.run.id,
        results: folder.path,
        cancelled: false,
        problem: report.run.problem,
        leftover: null
    };
}
function foundSentence(sources, { chosen }) {
    const shards = sources.map(({ shard }) => shard).filter((shard) => shard !== null);
    const all = Math.max(...shards.map(({ count }) => count));
    const found = new Set(shards.map(({ index }) => index)).size;
    const where = all === 1 ? sources.map(({ shown }) => shown).join(' and ') : `${found} of ${all} shards`;
    return `Found ${(0,lib_text/* count */.U9)(chosen.length, 'image')} in ${where}.`;
}
function repeatedSentences({ repeated }) {
    const [first] = repeated;
    if (first === undefined)
        return [];
    const more = repeated.length === 1 ? '' : ` and ${(0,lib_text/* count */.U9)(repeated.length - 1, 'more image')}`;
    return [
        `More than one folder has results for ${first}${more}: the latest one that did not fail is used.`
    ];
}
/** The report of a single run with these rows. Where shards differ, the last one counts. */
function reportOf(rows, sources, { problems, endedEarly }, results) {
    const runs = sources.map(({ records }) => records.run);
    const last = runs.at(-1);
    const [nodes, tasks] = [mergedNodes(sources), mergedTasks(sources)];
    const otherFiles = Math.max(...runs.map(({ totals }) => totals.otherFiles));
    const totals = (0,results_totals/* totalsOf */.vA)(rows, { otherFiles, nodes, tasks });
    const start = runs[0]?.start ?? last.start;
    const end = extreme([...runs.map((run) => run.end), ...tasks.flatMap(endsOf)], 'last');
    const seconds = end === null ? last.seconds : secondsBetween(start, end);
    const run = {
        ...last,
        ...{ start, end, seconds, totals },
        outcome: problems.length > 0 ? 'failed' : endedEarly.length > 0 ? 'cancelled' : 'done',
        problem: problems.length > 0 ? problems.join(' ') : null,
        settings: { ...last.settings, shard: { index: 1, count: 1 }, results },
        speedup: totals.tasks === 0 || seconds === 0 ? null : (0,results_totals/* rounded */.Wf)(totals.taskSeconds / seconds),
        plan: mergedPlan(sources)
    };
    return { run, rows, nodes, tasks };
}
const endsOf = ({ attempts }) => attempts.map(({ end }) => end);
const secondsBetween = (start, end) => (0,results_totals/* rounded */.Wf)(Math.max(0, Date.parse(end) - Date.parse(start)) / 1000);

;// CONCATENATED MODULE: ./build/terminal/commands/merge.js



/** Merges the results folders of shards into one. */
async function mergeCommand(context) {
    const { settings, subjects, process, signal } = context;
    const listener = terminalListener(process.stderr);
    try {
        const finished = await mergeShards(subjects, settings, process.cwd(), listener, signal);
        return printOutcome(finished, context);
    }
    finally {
        listener.close();
    }
}

;// CONCATENATED MODULE: ./build/plan/plan.js


/** The default for local slots: a task costs a few milliseconds to record, and a slot that idles costs more. */
const LEAST_SECONDS = 0.1;
/**
 * Divides images into partitions. The same images give the same plan on every machine.
 *
 * @param images the images to read
 * @param wanted `auto`: decreasing sizes (factoring: each round hands out half of the remaining work), so that the
 *   last tasks are short and no slot idles; a number: that many partitions of balanced cost
 */
function plan(images, wanted) {
    const costed = byCost(images);
    const groups = wanted.partitions === 'auto'
        ? factored(costed, wanted.slots, wanted.leastSeconds ?? LEAST_SECONDS)
        : balanced(costed, wanted.partitions);
    const width = Math.max(4, String(groups.length).length);
    const partitions = groups
        .map((group) => ({ group, cost: total(group) }))
        .sort((a, b) => b.cost - a.cost)
        .map(({ group, cost }, index) => ({
        task: `${wanted.prefix ?? ''}task-${String(index + 1).padStart(width, '0')}`,
        images: group.map(({ image }) => image),
        bytes: group.reduce((sum, { image }) => sum + image.bytes, 0),
        estimatedSeconds: cost
    }));
    return {
        partitions,
        slots: wanted.slots,
        estimatedSeconds: total(costed),
        estimatedWallSeconds: makespan(partitions, wanted.slots)
    };
}
/** The images that one shard of a run reads: shards have balanced cost, and are the same on every runner. */
function shardOf(images, shard) {
    if (shard.count === 1)
        return images;
    const part = balanced(byCost(images), shard.count, { keepEmpty: true })[shard.index - 1] ?? [];
    return part
        .map(({ image }) => image)
        .sort((a, b) => (0,row/* byImage */.hA)({ image: a.path }, { image: b.path }));
}
function byCost(images) {
    return images
        .map((image) => ({ image, cost: estimateSeconds(image) }))
        .sort((a, b) => b.cost - a.cost || (0,row/* byImage */.hA)({ image: a.image.path }, { image: b.image.path }));
}
const total = (group) => group.reduce((sum, { cost }) => sum + cost, 0);
/** Longest processing time first: each image goes to the partition with the least work so far. */
function balanced(costed, count, { keepEmpty = false } = {}) {
    const most = keepEmpty ? count : Math.min(count, costed.length);
    const groups = Array.from({ length: most }, () => ({ cost: 0, members: [] }));
    for (const one of costed) {
        const least = groups.reduce((a, b) => b.cost < a.cost || (b.cost === a.cost && b.members.length < a.members.length) ? b : a);
        least.cost += one.cost;
        least.members.push(one);
    }
    return groups.map(({ members }) => members);
}
/** Factoring: each round gives every slot an equal part of half of the remaining work. */
function factored(costed, slots, least) {
    const groups = [];
    let remaining = total(costed);
    let next = 0;
    while (next < costed.length) {
        const share = Math.max(least, remaining / (2 * slots));
        for (let slot = 0; slot < slots && next < costed.length; slot++) {
            const group = [];
            let sum = 0;
            while (next < costed.length &&
                (group.length === 0 || sum + costed[next].cost <= share)) {
                sum += costed[next].cost;
                group.push(costed[next++]);
            }
            remaining -= sum;
            groups.push(group);
        }
    }
    return groups;
}
function makespan(partitions, slots) {
    const ends = Array.from({ length: slots }, () => 0);
    for (const { estimatedSeconds } of partitions) {
        const first = ends.indexOf(Math.min(...ends));
        ends[first] = (ends[first] ?? 0) + estimatedSeconds;
    }
    return Math.max(0, ...ends);
}

;// CONCATENATED MODULE: ./build/images/format.js
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const JP2_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const JXL_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const format_signatures = [
    ['png', (head) => startsWith(head, '\x89PNG\r\n\x1a\n')],
    ['jpeg', (head) => startsWith(head, '\xff\xd8\xff')],
    ['tiff', (head) => startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')],
    ['bigtiff', (head) => startsWith(head, 'II+\0') || startsWith(head, 'MM\0+')],
    ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
    ['webp', (head) => startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP'],
    ['bmp', isBmp],
    ['pnm', isPnm],
    ['jp2', (head) => head.subarray(0, 12).equals(JP2_SIGNATURE)],
    ['j2k', (head) => startsWith(head, '\xff\x4f\xff\x51')],
    ['avif', (head) => brands(head).some((brand) => brand === 'avif' || brand === 'avis')],
    ['heic', (head) => brands(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))],
    ['pdf', (head) => startsWith(head, '%PDF-')]
];
/** Detects what a file is by its first bytes, never by its name. */
function sniff(bytes) {
    const head = bytes.at(0, 512);
    const found = format_signatures.find(([, matches]) => matches(head, bytes.length));
    if (found)
        return { kind: 'image', format: found[0] };
    if (startsWith(head, LFS_POINTER) && bytes.length <= 1024)
        return { kind: 'git-lfs-pointer' };
    const foreign = foreignFormat(head);
    return foreign ? { kind: 'foreign', format: foreign } : { kind: 'unknown' };
}
function foreignFormat(head) {
    if (startsWith(head, '8BPS'))
        return 'psd';
    if (startsWith(head, '\xff\x0a') || head.subarray(0, 12).equals(JXL_SIGNATURE))
        return 'jxl';
    if (startsWith(head, 'AT&TFORM'))
        return 'djvu';
    if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(head.toString('latin1'))) {
        return 'svg';
    }
    return null;
}
const startsWith = (head, signature) => head.toString('latin1', 0, signature.length) === signature;
/** Two letters prove nothing: the reserved fields must also be zero, and the header's size a known one. */
function isBmp(head) {
    return (startsWith(head, 'BM') &&
        head.length >= 26 &&
        head.readUInt32LE(6) === 0 &&
        [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)));
}
/** `P1` to `P6` must be followed by a width and a height, perhaps with comments; otherwise any text could match. */
function isPnm(head) {
    return /^P[1-6](\s+(#[^\n]*\n\s*)*)\d{1,9}(\s+(#[^\n]*\n\s*)*)\d{1,9}\s/.test(head.toString('latin1'));
}
/** The brands of an ISO base media file, which are all that distinguishes HEIC from AVIF. */
function brands(head) {
    if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp')
        return [];
    const end = Math.min(head.length, head.readUInt32BE(0));
    const found = [head.toString('latin1', 8, 12)];
    for (let at = 16; at + 4 <= end; at += 4)
        found.push(head.toString('latin1', at, at + 4));
    return found;
}
const IMAGE_NAME = /\.(png|jpe?g|jpe|jfif|tiff?|gif|bmp|dib|webp|p[bgpn]m|pam|jp2|j2k|j2c|jpf|jpx|jpc|hei[cf]|hif|avif|pdf|psd|svgz?|ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|jxl|djvu?)$/i;
/** Whether a file is named like an image. If it is not one, its row says so, instead of being skipped silently. */
const isNamedLikeImage = (name) => IMAGE_NAME.test(name);

;// CONCATENATED MODULE: ./build/images/image.js






const UNREAD = { bytes: 0, identity: null, header: null };
/**
 * Inspects one file of the folder.
 *
 * @returns the image; null if the file is not an image and is not named like one
 */
async function inspect(selected, maxPixels) {
    const { path, file } = selected;
    const isExpected = selected.named || isNamedLikeImage(path);
    if (selected.kind !== 'file') {
        return isExpected ? { path, file, ...UNREAD, problem: notRegular(selected) } : null;
    }
    try {
        const inspected = withBytes(file, (bytes) => inspectBytes(bytes, isExpected));
        if (inspected === null)
            return null;
        const { length, sniffed, header } = inspected;
        return {
            path,
            file,
            bytes: length,
            identity: inspected.identity ?? (await streamedIdentity(file)),
            header: typeof header === 'string' ? null : header,
            problem: problemOf(sniffed, header, length, path, maxPixels)
        };
    }
    catch (error) {
        return isExpected ? { path, file, ...UNREAD, problem: unopened(path, error) } : null;
    }
}
/** What the bytes say; null if they are not an image and none is expected. */
function inspectBytes(bytes, isExpected) {
    const sniffed = sniff(bytes);
    if (sniffed.kind !== 'image' && !isExpected)
        return null;
    return {
        length: bytes.length,
        sniffed,
        header: sniffed.kind === 'image' ? headerOrReason(sniffed.format, bytes) : null,
        identity: bytes.length <= SMALL
            ? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes.at(0, bytes.length)).digest('hex')}`
            : null
    };
}
/** Files up to this size are hashed while they are open; larger ones are streamed, to keep memory use flat. */
const SMALL = 4 * 1024 * 1024;
async function streamedIdentity(file) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(file))
        digest.update(chunk);
    return `sha256:${digest.digest('hex')}`;
}
function headerOrReason(format, bytes) {
    try {
        return readHeader(format, bytes);
    }
    catch (error) {
        return error.message;
    }
}
function problemOf(sniffed, header, length, path, maxPixels) {
    if (length === 0)
        return {
            code: 'unreadable-image',
            message: `${path} is empty (0 bytes). Add the image again.`
        };
    if (sniffed.kind === 'git-lfs-pointer') {
        return {
            code: 'git-lfs-pointer',
            message: `${path} is a Git LFS pointer, not the image. Run \`git lfs pull\`.`
        };
    }
    if (sniffed.kind === 'foreign')
        return unsupported(path, sniffed.format.toUpperCase());
    if (sniffed.kind === 'unknown')
        return misnamed(path);
    if (typeof header === 'string') {
        return {
            code: 'unreadable-image',
            message: `${path} has a damaged ${sniffed.format.toUpperCase()} header (${header}).`
        };
    }
    if (header && header.pixels > maxPixels) {
        return {
            code: 'too-large',
            message: `${path} has ${header.pixels} pixels, more than max-pixels (${maxPixels}); raise max-pixels to read it.`
        };
    }
    return null;
}
/** Formats without a reliable signature are recognized by their extension; anything else is not an image. */
function misnamed(path) {
    const extension = (0,external_node_path_.extname)(path).slice(1).toLowerCase();
    if (/^(ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|svgz)$/.test(extension)) {
        return unsupported(path, extension.toUpperCase());
    }
    return {
        code: 'unreadable-image',
        message: `${path} is not an image: its first bytes match no image format that can be read.`
    };
}
const unsupported = (path, format) => ({
    code: 'unsupported-format',
    message: `${path} is ${format}, which cannot be read; convert it to PNG, JPEG or TIFF.`
});
const notRegular = ({ path, kind }) => ({
    code: 'unreadable-image',
    message: kind === 'escape'
        ? `${path} is a broken link or a link out of its folder, so it was not followed. Replace it with the image itself.`
        : `${path} is not a regular file, so it was not opened.`
});
function unopened(path, error) {
    const code = error.code ?? String(error);
    const remedy = code === 'EACCES' ? ' Give this user permission to read it.' : '';
    return { code: 'unreadable-image', message: `${path} could not be opened (${code}).${remedy}` };
}

;// CONCATENATED MODULE: ./build/images/discover.js



/** Files inspected at a time: enough to hide disk latency, and few enough to keep memory use flat. */
const AT_ONCE = 8;
/**
 * Finds the images that the patterns select, with their headers and identities.
 *
 * @throws PatternError if a named folder or file does not exist
 */
async function discover(ask, signal) {
    const selection = select_select(ask.patterns, ask.cwd, ask.results);
    const found = [];
    await (0,parallel/* inParallel */.H)(selection.files.entries(), AT_ONCE, async ([index, file]) => {
        signal.throwIfAborted();
        found[index] = await inspect(file, ask.maxPixels);
    });
    const images = found.filter((image) => image !== null);
    return {
        images,
        otherFiles: found.length - images.length,
        warnings: selection.unlisted.map(({ folder, reason }) => `The folder ${folder} could not be listed (${reason}); nothing in it was read.`)
    };
}

;// CONCATENATED MODULE: ./build/results/key.js

/**
 * The key of a result: same key, same text.
 *
 * @param identity digest of the image's bytes
 * @param fingerprint digest of the engine and its settings
 */
const resultKey = (identity, fingerprint) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(`${identity}\n${fingerprint}`).digest('hex')}`;

;// CONCATENATED MODULE: ./build/run/columns.js

/** The columns that `key-pattern` derives from an image's path: one for each named group, null if it did not match. */
function columns_columnsOf(pattern, path) {
    if (!pattern)
        return {};
    const found = pattern.exec(path)?.groups ?? {};
    return Object.fromEntries((0,settings_parse/* groupsOf */.c1)(pattern).map((name) => [name, found[name] ?? null]));
}

;// CONCATENATED MODULE: ./build/run/prepare.js










/**
 * Finds the images of this run, or of this shard of it, and reports how many there are.
 *
 * @throws PatternError if a named file or folder does not exist; the signal's reason
 */
async function findImages(settings, environment, listener, signal) {
    const start = new Date();
    const folder = new ResultsFolder((0,external_node_path_.resolve)(environment.cwd, settings.results));
    listener.phase('Images');
    const { images: patterns, maxPixels, shard } = settings;
    const ask = { patterns, cwd: environment.cwd, results: folder.path, maxPixels };
    const all = await discover(ask, signal);
    for (const warning of all.warnings)
        listener.warn(warning);
    const images = shardOf(all.images, shard).map((image) => advised(image, environment));
    const others = all.otherFiles > 0 ? `; ${(0,lib_text/* count */.U9)(all.otherFiles, 'other file')} ignored` : '';
    const part = shard.count > 1
        ? ` (shard ${shard.index} of ${shard.count}, ${all.images.length} in total)`
        : '';
    listener.say(`Found ${(0,lib_text/* count */.U9)(images.length, 'image')}${part}${others}.`);
    return { settings, environment, start, folder, discovery: { ...all, images } };
}
/** In a workflow, Git LFS is configured where the repository is checked out. */
function advised(image, { workflowRun }) {
    const { problem } = image;
    if (workflowRun === null || problem?.code !== 'git-lfs-pointer')
        return image;
    const message = `${problem.message} In a workflow, set \`lfs: true\` on \`actions/checkout\`.`;
    return { ...image, problem: { ...problem, message } };
}
/** Every image is read. */
const readAll = (readable) => ({ kept: [], wanted: readable });
/**
 * Turns found images into a job order: keys, reuse, plan.
 *
 * @param fingerprint of the engine; null if it is not known yet, so that no image has a key
 */
function prepare_prepare(found, capacity, fingerprint, choose) {
    const { settings, folder } = found;
    const images = taskImages(found, fingerprint);
    const { kept, wanted } = choose(images.filter(({ problem }) => problem === null));
    const refused = images.filter(({ problem }) => problem !== null).map(refusedRow);
    const origin = originOf(found);
    const known = [...kept, ...refused];
    return {
        origin,
        known,
        reused: kept,
        refused,
        wanted,
        order: {
            origin,
            known,
            plan: planOf(wanted, settings, capacity),
            images: new Map(images.map((image) => [image.path, image])),
            settings,
            imageTimeout: settings.imageTimeout,
            folder
        }
    };
}
/** The facts about a run that are known when it starts. */
function originOf({ settings, environment, start, discovery }) {
    const { runId, repository, commit, workflowRun } = environment;
    return {
        id: runId,
        backend: settings.backend,
        start: start.toISOString(),
        settings: (0,settings_settings/* settingsRecord */.t)(settings),
        groups: settings.keyPattern ? (0,settings_parse/* groupsOf */.c1)(settings.keyPattern) : [],
        otherFiles: discovery.otherFiles,
        repository,
        commit,
        workflowRun
    };
}
const taskImages = ({ discovery, settings }, fingerprint) => discovery.images.map((image) => ({
    ...image,
    key: image.identity && fingerprint && resultKey(image.identity, fingerprint),
    columns: columns_columnsOf(settings.keyPattern, image.path)
}));
/** Divides images among the slots of a place. */
const planOf = (wanted, { partitions, shard }, { slots, leastSeconds }) => plan(wanted, {
    partitions,
    slots,
    prefix: shard.count === 1 ? '' : `shard-${shard.index}-`,
    ...(leastSeconds === undefined ? {} : { leastSeconds })
});

;// CONCATENATED MODULE: ./build/terminal/commands/plan.js











/** The table lists at most this many tasks; the JSON lists all. */
const MOST_SHOWN = 50;
/** Shows how the images would be divided into tasks, without reading them. */
async function planCommand(context) {
    const { settings, json, process, signal } = context;
    const listener = terminalListener(process.stderr);
    const environment = terminalEnvironment(process);
    const { discovery } = await findImages(settings, environment, listener, signal);
    const { images, otherFiles } = discovery;
    const readable = images.filter(({ problem }) => problem === null);
    const refused = images.flatMap(({ path, problem }) => problem ? [{ image: path, ...problem }] : []);
    const place = await capacityOf({ settings, environment }, signal);
    const planned = plan(readable, { partitions: settings.partitions, ...place });
    if (json) {
        const partitions = planRecord(planned).partitions.map((partition, index) => ({
            ...partition,
            images: planned.partitions[index]?.images.map(({ path }) => path) ?? []
        }));
        const record = {
            ...planRecord(planned),
            estimatedWallSeconds: (0,results_totals/* rounded */.Wf)(planned.estimatedWallSeconds),
            nodes: place.nodes ?? 1,
            nodeHours: nodeHours(place, planned),
            images: images.length,
            otherFiles,
            partitions,
            refused
        };
        process.stdout.write(`${JSON.stringify(record)}\n`);
        return exitCodes.done;
    }
    const rows = planned.partitions
        .slice(0, MOST_SHOWN)
        .map(({ task, images: own, bytes, estimatedSeconds }) => [
        task,
        own.length,
        bytes,
        (0,results_totals/* rounded */.Wf)(estimatedSeconds),
        escapeInvisible(own[0]?.path ?? '')
    ]);
    const text = [
        textTable([['task', 'images', 'bytes', 'seconds', 'first image'], ...rows]),
        ...(planned.partitions.length > MOST_SHOWN
            ? [`and ${planned.partitions.length - MOST_SHOWN} more`]
            : []),
        ...refused.map(({ image, code }) => `${code}: ${escapeInvisible(image)}`),
        '',
        `${(0,lib_text/* count */.U9)(readable.length, 'image')} in ${(0,lib_text/* count */.U9)(planned.partitions.length, 'task')} on ${(0,lib_text/* count */.U9)(planned.slots, 'slot')}${place.nodes === null ? '' : ` of ${(0,lib_text/* count */.U9)(place.nodes, 'node')}`}: about ${(0,lib_text/* duration */.p0)(planned.estimatedWallSeconds)} (${(0,lib_text/* duration */.p0)(planned.estimatedSeconds)} of reading).${nodeSentence(place, planned)}`
    ];
    process.stdout.write(`${(0,lib_text/* plainSpaces */.oB)(text.join('\n'))}\n`);
    return exitCodes.done;
}
/** Node hours from the first task to the last; null for this machine. */
const nodeHours = ({ nodes }, planned) => nodes === null ? null : Number(((nodes * planned.estimatedWallSeconds) / 3600).toFixed(6));
/** Node hours as a sentence; empty for this machine. */
const nodeSentence = ({ nodes }, planned) => nodes === null
    ? ''
    : ` You would pay for ${(0,lib_text/* duration */.p0)(nodes * planned.estimatedWallSeconds)} of node time, plus the minutes in which nodes start.`;

;// CONCATENATED MODULE: ./build/terminal/commands/pool.js







/** Creates a pool that scales with its load. */
async function poolCreateCommand({ settings, subject, json, process, signal }) {
    const id = readInput('pool', inputs/* inputs */.QL.pool, subject);
    const administration = await openAdministration();
    const where = { settings, environment: terminalEnvironment(process) };
    const created = await administration.createPool(where, id, signal);
    if (created.warning !== null)
        terminalListener(process.stderr).warn(created.warning);
    const { nodes, spotNodes, vmSize } = settings;
    const text = created.existed
        ? `Pool ${id} already exists and is not changed.`
        : `Pool ${id} is created. It has at most ${(0,lib_text/* count */.U9)(nodes, 'dedicated node')} and ${(0,lib_text/* count */.U9)(spotNodes, 'spot node')} (${vmSize}), and none when idle. To use it, run with --pool ${id}.`;
    process.stdout.write(`${json ? JSON.stringify(created) : (0,lib_text/* plainSpaces */.oB)(text)}\n`);
    return exitCodes.done;
}

;// CONCATENATED MODULE: ./build/run/reuse.js

/**
 * Keeps the results whose key is unchanged, even if the image has been moved or renamed. Earlier results of all other
 * images are removed, so that the folder holds only the results of this run.
 */
function reuseEarlier(images, folder, asked) {
    const earlier = folder.earlierRows();
    const find = finder(asked.reuse ? [...earlier.values()].filter((row) => isWhole(row, asked.formats, folder)) : []);
    const wanted = [];
    const found = [];
    for (const image of images) {
        const row = find(image);
        if (row)
            found.push({ row, image });
        else
            wanted.push(image);
    }
    copyRenamed(found, folder, asked.formats);
    const kept = found.map(({ row, image }) => reusedRow(row, image));
    folder.removeOutputs(kept.map(({ image }) => image), ['txt', ...asked.formats]);
    removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder);
    return { kept, wanted };
}
/** Copies the files of images that have been moved or renamed to their new paths. */
function copyRenamed(found, folder, formats) {
    const isInPlace = ({ row, image }) => row.image === image.path;
    const copies = found
        .filter((one) => !isInPlace(one))
        .flatMap(({ row, image }) => [...new Set(['txt', ...formats])].map((format) => ({
        from: (0,names/* outputPath */.XC)(format, row.image),
        to: (0,names/* outputPath */.XC)(format, image.path)
    })));
    if (copies.length === 0)
        return;
    // If the process is killed between two files, the table must not list a text that was already replaced.
    folder.copyAll(copies, () => folder.beginRows(found.filter(isInPlace).map(({ row }) => row)));
}
/** Finds the earlier row of an image: its own if the key is the same, otherwise that of another image with that key. */
function finder(rows) {
    const byImage = new Map(rows.map((row) => [row.image, row]));
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return ({ path, key }) => {
        if (key === null)
            return undefined;
        const own = byImage.get(path);
        return own?.key === key ? own : byKey.get(key);
    };
}
function removeOthers(paths, kept, folder) {
    const keptPaths = new Set(kept.map(({ image }) => image));
    folder.removeOutputs([...new Set(paths)].filter((path) => !keptPaths.has(path)));
}
/** Whether a row has its text and every other format of this run. */
const isWhole = (row, formats, folder) => row.status !== 'failed' &&
    ['txt', ...formats].every((format) => folder.has((0,names/* outputPath */.XC)(format, row.image)));
/** The row in this run: kept, and read by none of its tasks. */
function reusedRow(row, image) {
    return {
        ...row,
        image: image.path,
        status: 'reused',
        text: (0,names/* outputPath */.XC)('txt', image.path),
        keys: image.columns,
        task: null,
        node: null,
        slot: null,
        startedAt: null,
        seconds: 0,
        prepareSeconds: 0,
        recognizeSeconds: 0
    };
}

;// CONCATENATED MODULE: ./build/run/run.js








/**
 * Runs a whole job. The results are in the results folder when it returns; publishing them is up to the caller. When
 * the signal fires, running tasks are ended and finished results are kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError, BackendError before any work; the signal's reason
 *   if it fires then
 */
async function runJob(settings, environment, listener, signal) {
    const place = await openPlace(settings, environment.env, signal);
    const found = await findImages(settings, environment, listener, signal);
    if (found.discovery.images.length === 0)
        return nothingToRead(found, listener);
    listener.phase(place.phase);
    const ready = await place.ready({ ...found, listener }, signal);
    listener.phase('Plan');
    const prepared = prepare_prepare(found, ready, ready.fingerprint, (readable) => reuseEarlier(readable, found.folder, settings));
    const { order, origin, known, wanted } = prepared;
    listener.say(planSentence(order.plan, prepared.reused.length));
    const begun = {
        beginning: {
            origin,
            folder: found.folder,
            plan: planRecord(order.plan),
            tasks: plannedTasks(order.plan)
        },
        known,
        wanted
    };
    begin(begun.beginning, known);
    listener.phase('Reading');
    for (const row of prepared.refused)
        listener.failed(row);
    let job;
    try {
        job = await ready.backend.start(order, signal);
    }
    catch (error) {
        if (signal.aborted)
            return neverStarted(begun, null);
        if (error instanceof backend/* BackendError */.J)
            return neverStarted(begun, error.message);
        throw error;
    }
    const ended = await settle(job, begun, listener, signal).catch(async (error) => {
        await run_closed(job, listener, signal);
        throw error;
    });
    const leftover = await run_closed(job, listener, signal);
    return { ...ended, cancelled: signal.aborted, leftover };
}
function nothingToRead(found, listener) {
    const { settings, folder } = found;
    listener.warn('There is no image to read, so there is nothing to do.');
    const empty = plan([], { partitions: 'auto', slots: settings.slots ?? 1 });
    const origin = originOf(found);
    const beginning = { origin, folder, plan: planRecord(empty), tasks: [] };
    reuseEarlier([], folder, settings);
    begin(beginning, []);
    return finish(beginning, {
        jobId: origin.id,
        rows: [],
        results: { nodes: [], tasks: [] },
        cancelled: false,
        problem: null
    });
}
/** Removes what the job has outside this process, and warns about what could not be removed. */
async function run_closed(job, listener, signal) {
    const hurry = () => void job.cancel();
    signal.addEventListener('abort', hurry, { once: true });
    const left = await job.close();
    signal.removeEventListener('abort', hurry);
    if (left !== null)
        listener.warn(left);
    return left;
}
function planSentence(planned, kept) {
    const images = planned.partitions.reduce((sum, partition) => sum + partition.images.length, 0);
    const reused = kept > 0 ? `${(0,lib_text/* count */.U9)(kept, 'earlier result')} reused; ` : '';
    if (images === 0)
        return `${reused}no images left to read.`;
    const tasks = `${(0,lib_text/* count */.U9)(planned.partitions.length, 'task')} on ${(0,lib_text/* count */.U9)(planned.slots, 'slot')}`;
    return `${reused}${(0,lib_text/* count */.U9)(images, 'image')} to read in ${tasks}, about ${(0,lib_text/* duration */.p0)(planned.estimatedWallSeconds)}.`;
}

;// CONCATENATED MODULE: ./build/run/submit.js





/** The file in the results folder that holds the handle of the last submission. */
const HANDLE_FILE = 'handle.json';
/**
 * Submits a run and returns without waiting for it. Every image is read: the results may be collected on another
 * machine, so earlier results in the results folder stay as they are.
 *
 * @throws as `runJob` does before any work; SettingsError if there is nothing to read
 */
async function submitJob(settings, environment, listener, signal) {
    const place = await open_openRemotePlace();
    const found = await findImages(settings, environment, listener, signal);
    const { discovery, folder } = found;
    if (discovery.images.every(({ problem }) => problem !== null))
        throw new settings_settings/* SettingsError */.G(['No images to read were found, so nothing was submitted.']);
    listener.phase(place.phase);
    const ready = await place.ready({ ...found, listener }, signal);
    listener.phase('Submission');
    const { order, wanted } = prepare_prepare(found, ready, null, readAll);
    const handle = await ready.submit(order, signal);
    folder.write(HANDLE_FILE, `${JSON.stringify(handle, null, 2)}\n`);
    const handleFile = (0,external_node_path_.resolve)(folder.path, HANDLE_FILE);
    const tasks = order.plan.partitions.length;
    listener.say(`Submitted ${(0,lib_text/* count */.U9)(wanted.length, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} as job ${handle.jobId}. The handle is in ${handleFile}.`);
    return { handle, handleFile, images: discovery.images.length, tasks, nodes: ready.nodes };
}

;// CONCATENATED MODULE: ./build/terminal/commands/submit.js







/** Submits the images to Azure Batch, without waiting for the results. */
async function submitCommand({ settings, json, commandLine, process, signal }) {
    const listener = terminalListener(process.stderr);
    try {
        const environment = terminalEnvironment(process);
        const submitted = await submitJob(settings, environment, listener, signal);
        listener.close();
        const { handle, handleFile, images, tasks, nodes } = submitted;
        const { runId, jobId } = handle;
        const file = (0,external_node_path_.relative)(process.cwd(), handleFile);
        const text = [
            `Submitted ${(0,lib_text/* count */.U9)(images, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} to ${(0,lib_text/* count */.U9)(nodes, 'node')}: job ${jobId}.`,
            `To get the results: ${escapeInvisible(commandLine('collect', file))}`,
            `To cancel the run: ${escapeInvisible(commandLine('cancel', file))}`
        ];
        const record = { runId, jobId, images, tasks, nodes, handle, handleFile };
        process.stdout.write(`${json ? JSON.stringify(record) : (0,lib_text/* plainSpaces */.oB)(text.join('\n'))}\n`);
        return exitCodes.done;
    }
    finally {
        listener.close();
    }
}

;// CONCATENATED MODULE: ./build/terminal/commands/run.js





/** Reads the images and writes the results folder. */
async function runCommand(context) {
    const { settings, process, signal } = context;
    if (!settings.wait)
        return submitCommand(context);
    const listener = terminalListener(process.stderr);
    try {
        const finished = await runJob(settings, terminalEnvironment(process), listener, signal);
        listener.close();
        return printOutcome(finished, context);
    }
    finally {
        listener.close();
    }
}

// EXTERNAL MODULE: ./build/sample/sample.js
var sample = __nccwpck_require__(3229);
;// CONCATENATED MODULE: ./build/sample/local-sample.js



/** The id of this machine as a node. */
const NODE = 'local';
/**
 * Runs the sample's tasks on this machine, one per slot at a time.
 *
 * @throws NotStarted if bash is not installed; the signal's reason when it fires, after all processes have ended
 */
async function runLocalSample(slots, { tasks, folder }, listener, signal) {
    const ids = (0,sample/* sampleTasks */.HU)(tasks);
    const done = new Map();
    listener.phase('Tasks');
    await (0,parallel/* inParallel */.H)(ids, slots, async (id) => {
        const ended = await (0,process/* run */.eF)('/bin/bash', ['-c', sample/* SAMPLE_SCRIPT */.xh], {
            env: { AZ_BATCH_TASK_ID: id, AZ_BATCH_NODE_ID: NODE },
            signal
        });
        const succeeded = ended.code === 0;
        if (!succeeded)
            listener.warn(`The task ${id} failed: ${ended.stderr.trim()}`);
        done.set(id, { id, node: NODE, succeeded, file: (0,sample/* writeOutput */.zh)(folder, id, ended.stdout) });
    });
    return (0,sample/* outcomeOf */.sG)(ids.flatMap((id) => done.get(id) ?? []));
}

;// CONCATENATED MODULE: ./build/sample/run-sample.js


/**
 * Runs Microsoft's sample parallel task as one command: numbered tasks, each of which prints its own id and that of its
 * node, downloaded to `taskoutputs/stdoutN.txt`.
 *
 * @throws BackendError if it cannot run; the signal's reason
 */
async function runSample({ settings, environment }, order, listener, signal) {
    if (settings.backend === 'local')
        return runLocalSample(settings.slots ?? (0,external_node_os_.availableParallelism)(), order, listener, signal);
    const [{ runAzureSample }, { azureAccount }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(432), __nccwpck_require__.e(361)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5361)),
        Promise.all(/* import() */[__nccwpck_require__.e(983), __nccwpck_require__.e(432), __nccwpck_require__.e(785)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1785))
    ]);
    const account = azureAccount({ settings, environment });
    return runAzureSample({ account, settings, runId: environment.runId }, order, listener, signal);
}

;// CONCATENATED MODULE: ./build/terminal/commands/sample.js







/** Runs Microsoft's sample parallel task, on this machine or on Azure Batch. */
async function sampleCommand({ settings, own, json, process, signal }) {
    const tasks = readActionInput('tasks', own);
    const where = { settings, environment: terminalEnvironment(process) };
    const listener = terminalListener(process.stderr);
    try {
        const order = { tasks, folder: process.cwd() };
        const outcome = await runSample(where, order, listener, signal);
        listener.close();
        process.stdout.write(`${json ? JSON.stringify(outcome) : sample_outcomeText(outcome)}\n`);
        const complete = outcome.tasks.every(({ succeeded, file }) => succeeded && file !== null);
        return complete ? exitCodes.done : exitCodes.runFailed;
    }
    finally {
        listener.close();
    }
}
function sample_outcomeText({ tasks, nodes }) {
    const rows = tasks.map(({ id, node, succeeded, file }) => [
        id,
        node ?? 'no node',
        succeeded ? (file ?? 'output lost') : 'failed'
    ]);
    return (0,lib_text/* plainSpaces */.oB)([
        textTable([['task', 'node', 'output'], ...rows]),
        '',
        `${(0,lib_text/* count */.U9)(tasks.length, 'task')} on ${(0,lib_text/* count */.U9)(nodes.length, 'node')}: ${nodes.map((node) => `${node.id} ran ${node.tasks}`).join(', ')}.`
    ].join('\n'));
}

// EXTERNAL MODULE: ./build/backends/administration.js
var backends_administration = __nccwpck_require__(7944);
;// CONCATENATED MODULE: ./build/terminal/commands/sweep.js








/** Removes the resources that lost runs left on Azure. */
async function sweepCommand({ settings, own, json, process, signal }) {
    const olderThan = readActionInput('olderThan', own);
    const dryRun = readActionInput('dryRun', own);
    const administration = await openAdministration();
    const print = (swept, nothing) => process.stdout.write(`${json ? JSON.stringify(swept) : (sweptText(swept) ?? nothing)}\n`);
    const where = { settings, environment: terminalEnvironment(process) };
    try {
        const swept = await administration.sweep(where, { olderThan, dryRun }, signal);
        print(swept, 'Nothing is left over.');
        return exitCodes.done;
    }
    catch (problem) {
        // The resources that were removed are listed before the error for the others.
        if (problem instanceof backends_administration/* SweepError */.J)
            print(problem.swept, 'Nothing could be removed.');
        throw problem;
    }
}
/** A table of the resources; null if there are none. */
function sweptText({ jobs, pools, containers }) {
    const rows = (what, leftovers) => leftovers.map(({ id, created, removed }) => [
        what,
        escapeInvisible(id),
        `${(0,lib_text/* dateTime */.KQ)(created.toISOString())} UTC`,
        removed ? 'removed' : 'left'
    ]);
    const found = [...rows('job', jobs), ...rows('pool', pools), ...rows('container', containers)];
    return found.length === 0 ? null : textTable(found);
}

;// CONCATENATED MODULE: ./build/terminal/commands/index.js












const HANDLE = {
    name: 'handle',
    meaning: 'the handle that submit printed, or the path of its file'
};
/** Inputs for a new pool: its size, its machines, and what is installed on them. */
const poolInputs = [
    ...['vmSize', 'vmImage', 'nodes', 'spotNodes'],
    ...['slots', 'languages']
];
/** What a command has in common with the action of the same name. */
const fromAction = (name) => {
    const { inputs, own, azure } = actions[name];
    return { inputs, own, azure };
};
/** Every command, in the order of the help. */
const commands = [
    {
        name: 'run',
        summary: 'Read the images and write the results folder.',
        takes: 'images',
        ...fromAction('run'),
        body: runCommand
    },
    {
        name: 'plan',
        summary: 'Show how the images would be divided into tasks, without reading them.',
        takes: 'images',
        inputs: inputs/* inputKeys */.nA,
        own: [],
        azure: false,
        accountsLater: true,
        body: planCommand
    },
    {
        name: 'doctor',
        summary: 'Check what is ready and what is missing, on this machine or on Azure.',
        takes: 'images',
        inputs: inputs/* inputKeys */.nA,
        own: [],
        azure: false,
        body: doctorCommand
    },
    {
        name: 'submit',
        summary: 'Submit the images to Azure Batch, without waiting for the results.',
        takes: 'images',
        ...fromAction('submit'),
        body: submitCommand
    },
    {
        name: 'collect',
        summary: 'Wait for a submitted run and write its results folder.',
        takes: HANDLE,
        inputs: actions.collect.inputs,
        own: [],
        azure: true,
        body: collectCommand
    },
    {
        name: 'cancel',
        summary: 'Cancel a submitted run and remove its resources from Azure.',
        takes: HANDLE,
        inputs: identityInputs,
        own: [],
        azure: true,
        body: cancelCommand
    },
    {
        name: 'sweep',
        summary: 'Remove the resources that lost runs left on Azure.',
        takes: null,
        ...fromAction('sweep'),
        body: sweepCommand
    },
    {
        name: 'merge',
        summary: 'Merge the results folders of the shards of a run into one.',
        takes: {
            name: 'folders',
            meaning: 'results folders, or folders that contain them',
            several: true
        },
        inputs: ['results', 'failOn'],
        own: [],
        azure: false,
        body: mergeCommand
    },
    {
        name: 'pool create',
        summary: 'Create a pool that scales with its load, for runs that pass its ID as --pool.',
        takes: { name: 'id', meaning: "the pool's ID" },
        inputs: [...accountInputs, ...identityInputs, ...poolInputs],
        own: [],
        azure: true,
        body: poolCreateCommand
    },
    {
        name: 'sample',
        summary: "Run Microsoft's sample parallel task: numbered tasks, distributed over nodes.",
        takes: null,
        inputs: [
            ...['backend', 'pool'],
            ...[...accountInputs, ...identityInputs, ...poolInputs],
            ...['taskRetries', 'taskTimeout', 'jobTimeout']
        ],
        own: ['tasks'],
        azure: false,
        body: sampleCommand
    }
];

;// CONCATENATED MODULE: ./build/terminal/help.js
/** What the user may want to do, and the commands for it. */
const EXAMPLES = [
    ['Read the images of a folder into ocr-results', 'run photos'],
    ['Install Tesseract first, with apt', 'run photos --install'],
    ['Select images by patterns, and exclude a folder', "run 'scans/**/*.tif' '!scans/drafts'"],
    ['Read English and French, and write PDFs', 'run photos --languages eng+fra --formats txt,pdf'],
    ['Add a column from file names', "run photos --key-pattern '(?<phone>\\+?\\d{8,15})'"],
    [
        'Read the second of four shards, and merge all four',
        'run photos --shard 2/4 --results two',
        'merge one two three four'
    ],
    ['Show what a run would do', 'plan photos --json'],
    ['Check what is installed', 'doctor'],
    ['Read on Azure Batch', 'run photos --backend azure-batch --nodes 8'],
    [
        'Read on Azure Batch without waiting, and get the results later',
        'submit photos',
        'collect ocr-results/handle.json'
    ]
];
const examples = (program) => EXAMPLES.flatMap(([task, ...commands]) => [
    `  # ${task}`,
    ...commands.map((command) => `  ${program} ${command}`)
]).join('\n');
/** The end of `--help`: examples, accounts, results, and exit codes. */
const helpText = (commandLine) => `
Examples:
${examples(commandLine())}

Azure accounts are named by --batch-endpoint and --storage-endpoint, or by the Azure CLI's
variables (AZURE_BATCH_ENDPOINT, AZURE_STORAGE_ACCOUNT, and so on). Without keys, the
Azure CLI login is used.

Results are written to ocr-results: text/, results.csv, results.jsonl, report.html, metadata/.
A second run reads only images that are new or changed, and continues a run that was stopped.

Exit codes: 0 done; 1 images failed, see --fail-on; 2 invalid usage or input, nothing started;
3 the run failed; 130 cancelled.`;

;// CONCATENATED MODULE: ./build/terminal/invocation.js

/**
 * Takes from the process how it was started: `batch-ocr` if that is on the PATH, otherwise `node dist/cli/index.js`.
 * Node.js makes the path of the script absolute, so the shorter form of it is shown.
 */
function commandLineOf({ argv, argv0, cwd, env }) {
    const script = argv[1] ?? '';
    const onPath = (env['PATH'] ?? '').split(external_node_path_.delimiter).includes((0,external_node_path_.dirname)(script));
    const fromHere = (0,external_node_path_.relative)(cwd(), script);
    const path = fromHere.length < script.length ? fromHere : script;
    const start = onPath ? [(0,external_node_path_.basename)(script)] : [argv0, path];
    return (...words) => [...start, ...words].map(shellWord).join(' ');
}
const shellWord = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

;// CONCATENATED MODULE: ./build/terminal/options.js



/**
 * Adds an option for each input of a command. All other inputs are accepted as hidden options and ignored, so that a
 * script can pass the same list of options to every command.
 */
function addOptions(command, { inputs: keys, own }) {
    for (const key of own)
        addOption(command, key, actionInputs[key], true);
    for (const key of keys)
        addOption(command, key, inputs/* inputs */.QL[key], true);
    for (const key of inputs/* inputKeys */.nA)
        if (!keys.includes(key))
            addOption(command, key, inputs/* inputs */.QL[key], false);
    return command;
}
function addOption(command, key, declaration, shown) {
    const { placeholder, meaning, fallback, shownDefault } = declaration;
    const standard = shownDefault ?? fallback;
    const text = options_plain(standard === '' ? meaning : `${meaning} Default: ${standard}.`);
    if (placeholder === undefined) {
        command.addOption(new Option(`--${(0,inputs/* kebab */.i9)(key)}`, text).hideHelp(!shown));
        command.addOption(new Option(`--no-${(0,inputs/* kebab */.i9)(key)}`).hideHelp());
    }
    else {
        command.addOption(new Option(`--${(0,inputs/* kebab */.i9)(key)} <${placeholder}>`, text).hideHelp(!shown));
    }
}
const options_plain = (markdown) => markdown.replaceAll('`', '');
/** The texts of the inputs: the arguments, if they are images, and the options that were passed. */
function inputTexts(images, options) {
    const given = inputs/* inputKeys */.nA.flatMap((key) => options[key] === undefined ? [] : [[key, String(options[key])]]);
    const patterns = [
        ...images,
        ...(options['images'] === undefined ? [] : [String(options['images'])])
    ];
    return {
        ...Object.fromEntries(given),
        ...(patterns.length > 0 ? { images: patterns.join('\n') } : {})
    };
}
/** The texts of a command's own options. */
const ownTexts = (options) => Object.fromEntries(actionInputKeys.flatMap((key) => options[key] === undefined ? [] : [[key, String(options[key])]]));

;// CONCATENATED MODULE: ./build/terminal/main.js

















/** Runs one command of the command line and returns its exit code. Never throws. */
async function main(args, process) {
    const signal = (0,abort/* cancelOnSignals */.dJ)(process, exitCodes.cancelled);
    const commandLine = commandLineOf(process);
    let code = exitCodes.done;
    const program = new Command(commandLine())
        .description('Turns a folder of images into text, on all cores of this machine or on Azure Batch.')
        .exitOverride()
        .showHelpAfterError('Run with --help for usage.')
        .addHelpText('after', helpText(commandLine));
    for (const declaration of commands) {
        addCommand(program, declaration, async (command) => {
            const context = { ...contextOf(command, declaration, process), commandLine, signal };
            code = await declaration.body(context);
        });
    }
    try {
        await program.parseAsync(args, { from: 'user' });
        return code;
    }
    catch (error) {
        const print = (line) => process.stderr.write(`${line}\n`);
        // An error after a cancellation is most likely caused by it, so the cancellation is reported.
        return exitCodeOf(signal.aborted ? signal.reason : error, print);
    }
}
function addCommand(program, declaration, run) {
    const { name, summary, takes } = declaration;
    const command = newCommand(program, name).summary(summary).description(summary).exitOverride();
    if (takes === 'images')
        command.argument('[images...]', 'folders, files, or glob patterns; "!pattern" excludes');
    else if (takes !== null)
        command.argument(`<${takes.name}${takes.several ? '...' : ''}>`, takes.meaning);
    addOptions(command, declaration).option('--json', 'print the outcome as one JSON object');
    command.action(() => run(command));
}
/** Adds a command by its name. In a name of two words, such as `pool create`, the first is a group of commands. */
function newCommand(program, name) {
    const [first = '', second] = name.split(' ');
    if (second === undefined)
        return program.command(first);
    const group = program.commands.find((one) => one.name() === first) ??
        program.command(first).description(`Manage ${first}s.`).exitOverride();
    return group.command(second);
}
function contextOf(command, { takes, inputs, azure, accountsLater }, process) {
    const options = command.opts();
    const given = inputTexts(takes === 'images' ? command.args : [], options);
    const texts = azure ? { ...given, backend: 'azure-batch' } : given;
    const needed = accountsLater ? inputs.filter((key) => !accountInputs.includes(key)) : inputs;
    return {
        settings: readSettings(withAzVariables(texts, process.env), false, needed),
        subject: command.args[0] ?? '',
        subjects: command.args,
        own: ownTexts(options),
        json: options['json'] === true,
        process
    };
}
/** Prints why a command failed, with a stack trace only if the cause is unknown, and returns its exit code. */
function exitCodeOf(error, print) {
    if (error instanceof CommanderError)
        return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    const isInput = error instanceof settings_settings/* SettingsError */.G || error instanceof PatternError;
    const known = [abort/* Cancelled */.cJ, ProgramMissing, engine_install/* InstallError */.sy, process/* NotStarted */.R9, backend/* BackendError */.J];
    const message = isInput || known.some((kind) => error instanceof kind)
        ? error.message
        : `The run failed: ${error?.stack ?? String(error)}`;
    for (const line of message.split('\n'))
        print(escapeInvisible(line));
    if (error instanceof abort/* Cancelled */.cJ)
        return exitCodes.cancelled;
    return isInput ? exitCodes.badInput : exitCodes.runFailed;
}


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* binding */ minLength),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   IeY: () => (/* binding */ custom),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   NpB: () => (/* binding */ fallback),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cGV: () => (/* binding */ maxValue),
/* harmony export */   cl6: () => (/* binding */ nullish),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   g1P: () => (/* binding */ record),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   qFJ: () => (/* binding */ parseJson),
/* harmony export */   qgA: () => (/* binding */ parse),
/* harmony export */   w1_: () => (/* binding */ startsWith),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getDotPath, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, is, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoTimestamp, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, looseObject, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minSize, minWords, multipleOf, nan, nanoid, never, nonEmpty, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullableAsync, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parseAsync, parseBoolean, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, recordAsync, reduceItems, regex, required, requiredAsync, returns, returnsAsync, rfcEmail, safeInteger, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, strictObject, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transform, transformAsync, trim, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3986);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
