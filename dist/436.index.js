export const id = 436;
export const ids = [436];
export const modules = {

/***/ 15436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var azure_batch_problem = __webpack_require__(90262);
// EXTERNAL MODULE: ./build/images/select.js
var images_select = __webpack_require__(74771);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
// EXTERNAL MODULE: ./build/lib/exit-codes.js
var exit_codes = __webpack_require__(72281);
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings_settings = __webpack_require__(44706);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/images/image.js + 1 modules
var images_image = __webpack_require__(73611);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/settings/actions.js + 1 modules
var actions = __webpack_require__(41987);
// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/github/api/client.js

/** How often GitHub is asked before its failure is believed. */
const MOST_TRIES = 3;
/** Milliseconds that one request may take, and that are waited at most where GitHub asks for patience. */
const REQUEST_LIMIT = 20_000;
const LONGEST_WAIT = 30_000;
/** Where github.token's issues and comments come from, should GitHub not say whose the token is. */
const BOT = 'github-actions[bot]';
/**
 * Why GitHub did not do what it was asked: the token may not (`forbidden`); it had a disturbance, or does not know the
 * thing, which passes (`unavailable`); or it never will (`refused`). The message is a whole sentence.
 */
class GitHubProblem extends Error {
    kind;
    constructor(kind, sentence, options) {
        super(sentence, options);
        this.kind = kind;
    }
}
/**
 * Opens the repository of the workflow run. The client finds the server by `GITHUB_API_URL`; every request of its ends
 * with the signal.
 *
 * @throws GitHubProblem where the environment names no repository
 */
async function openRepository(env, token, signal) {
    const [owner, repo] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
    if (!owner || !repo)
        throw new GitHubProblem('refused', 'GITHUB_REPOSITORY names no repository: this is no job of GitHub.');
    const github = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = github.getOctokit(token);
    octokit.hook.before('request', (options) => {
        options.request.signal = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)]);
    });
    return { octokit, owner, repo };
}
/**
 * The login in whose name the token writes. What others wrote is never taken for ours, whatever stands in it. Of the
 * token of a job, REST does not say whose it is.
 */
async function loginOf({ octokit }) {
    try {
        const { viewer } = await octokit.graphql('query { viewer { login } }');
        return viewer.login;
    }
    catch (error) {
        if (error.name === 'GraphqlResponseError')
            return BOT;
        throw error;
    }
}
/**
 * Asks GitHub for something, and again where it had a disturbance. What is asked looks first at what is there, so that
 * a repetition writes nothing twice.
 *
 * @param what completes "GitHub did not …"
 * @param patience milliseconds before the first repetition; the next one waits twice as long
 * @throws GitHubProblem; the signal's reason
 */
async function patiently(what, ask, signal, patience = 1000) {
    for (let tries = 1;; tries++) {
        try {
            return await ask();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!isHttpError(error))
                throw error;
            const kind = kindOf(error);
            const wait = askedWait(error) ?? patience * 2 ** (tries - 1);
            if (kind !== 'unavailable' || tries === MOST_TRIES || wait > LONGEST_WAIT)
                throw new GitHubProblem(kind, `GitHub did not ${what}: ${wordsOf(error)}.`, {
                    cause: error
                });
            await (0,promises_.setTimeout)(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
const isHttpError = (error) => error instanceof Error && typeof error.status === 'number';
function kindOf(error) {
    const { status } = error;
    if (askedWait(error) !== null || [404, 408, 429].includes(status) || status >= 500)
        return 'unavailable';
    return status === 403 ? 'forbidden' : 'refused';
}
/** Milliseconds that GitHub asks to wait for, where a limit of requests is used up; null where it does not. */
function askedWait({ response }) {
    const { headers = {} } = response ?? {};
    if (headers['retry-after'] !== undefined)
        return Number(headers['retry-after']) * 1000;
    if (String(headers['x-ratelimit-remaining']) !== '0')
        return null;
    return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - Date.now());
}
/** GitHub's own words without the address of a manual page, and the status where there was an answer. */
function wordsOf({ message, status, response }) {
    const words = message.replace(/ - https:\/\/\S+$/, '').replace(/\.$/, '');
    return response ? `${words} (HTTP ${status})` : words;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/github/api/event.js


const eventSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ pull_request: dist/* object */.Ikc({ number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1)) }) }));
/** The number of the pull request that started the workflow run; null where none did. */
function pullRequestNumber(env) {
    const file = env['GITHUB_EVENT_PATH'];
    if (!file || !(0,external_node_fs_.existsSync)(file))
        return null;
    const event = dist/* safeParse */.xLC(eventSchema, (0,external_node_fs_.readFileSync)(file, 'utf8'));
    return event.success ? event.output.pull_request.number : null;
}

// EXTERNAL MODULE: ./build/github/log.js + 1 modules
var github_log = __webpack_require__(87816);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
;// CONCATENATED MODULE: ./build/github/actions/changed.js












/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3000;
/** Linux starts no program with a variable of 128 KiB, and an input is a variable; in bytes. */
const LONGEST_INPUT = 120_000;
/** Finds the images that the pull request adds or changes; where that cannot be known, all are taken. */
async function changedAction(context) {
    const { settings, environment } = context;
    const number = pullRequestNumber(environment.env);
    const files = number === null ? null : await filesOf(number, context);
    if (number === null)
        (0,core/* info */.pq)('No pull request started this workflow run: all images are taken.');
    const changed = files === null ? { patterns: settings.images, count: null } : await imagesAmong(files, context);
    (0,outputs/* setChangedOutputs */.Xx)(changed);
    return exit_codes/* exitCodes */.h.done;
}
/** Paths of what a pull request adds or changes, from the top of the repository; null where not all can be known. */
async function filesOf(number, { own, environment, signal }) {
    const repository = await openRepository(environment.env, (0,actions/* readActionInput */.LJ)('token', own), signal);
    try {
        const files = await patiently(`list the files of pull request #${number}`, () => listed(repository, number), signal);
        if (files.length >= MOST_FILES) {
            (0,core/* warning */.$e)(`GitHub lists the first ${MOST_FILES} files of a pull request: all images are taken.`);
            return null;
        }
        return new Set(files.filter(hasContent).map(({ filename }) => filename));
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem))
            throw problem;
        if (problem.kind === 'unavailable') {
            (0,core/* warning */.$e)((0,github_log/* harmless */.I)(`${problem.message} All images are taken.`));
            return null;
        }
        const remedy = 'Give the job `permissions: pull-requests: read`, or write.';
        throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem });
    }
}
const listed = ({ octokit, owner, repo }, number) => octokit.paginate(octokit.rest.pulls.listFiles, {
    ...{ owner, repo, pull_number: number, per_page: 100 }
});
/** What was removed is not there to be read; what was renamed has its new name. */
const hasContent = ({ status }) => status !== 'removed' && status !== 'unchanged';
async function imagesAmong(changed, { settings, environment: { cwd }, signal }) {
    const { files } = (0,images_select/* select */.L)(settings.images, cwd, (0,external_node_path_.resolve)(cwd, settings.results));
    const images = [];
    for (const file of files.filter(({ path }) => changed.has(path))) {
        signal.throwIfAborted();
        if (await isImage(file, settings.maxPixels))
            images.push(file.path);
    }
    const patterns = images.map(patternOf);
    const nameless = images.filter((_, index) => !isLine(patterns[index] ?? ''));
    for (const path of nameless)
        (0,core/* warning */.$e)((0,github_log/* harmless */.I)(`${path} is left out: no line can say its name. Rename it.`));
    (0,core/* info */.pq)((0,lib_text/* plainSpaces */.oB)(`The pull request adds or changes ${(0,lib_text/* count */.U9)(images.length, 'image')} of ${(0,lib_text/* count */.U9)(files.length, 'file')} that \`images\` names.`));
    const sayable = patterns.filter(isLine);
    if (Buffer.byteLength(sayable.join('\n')) <= LONGEST_INPUT)
        return { patterns: sayable, count: sayable.length };
    (0,core/* warning */.$e)('Their names together are longer than an input may be: all images are taken.');
    return { patterns: settings.images, count: null };
}
const isImage = async (file, maxPixels) => (await (0,images_image/* inspect */.N)(file, maxPixels)) !== null;
/** A path as a pattern that names it alone. A file that is there is taken by its name, whatever stands in it. */
const patternOf = (path) => (/^[!\s]/.test(path) ? `./${path}` : path);
/** Whether a pattern comes through an input as it is: no line breaks, no white space at its ends. */
const isLine = (pattern) => {
    const [first, ...others] = (0,parse/* lines */.Mn)(pattern);
    return first === pattern && others.length === 0;
};

// EXTERNAL MODULE: ./build/github/cache/cache-key.js
var cache_key = __webpack_require__(46799);
// EXTERNAL MODULE: ./build/github/cache/committed-files.js
var committed_files = __webpack_require__(34091);
// EXTERNAL MODULE: ./build/github/cache/results-cache.js
var results_cache = __webpack_require__(20702);
// EXTERNAL MODULE: ./build/github/deliver.js + 2 modules
var deliver = __webpack_require__(53956);
;// CONCATENATED MODULE: ./build/github/actions/check-unchanged.js









/** Says whether an earlier run has read just these images in this way, so that there is nothing to do. */
async function checkUnchangedAction(context) {
    const { settings, environment, own, signal } = context;
    const { cwd, env } = environment;
    const committed = await (0,committed_files/* committedFiles */.q)(settings.images, cwd, env, signal);
    const name = (0,cache_key/* keptName */.QQ)(settings, committed);
    const skips = (0,actions/* readActionInput */.LJ)('skipUnchanged', own);
    const why = skips && committed ? await whyNothing(committed, name, context) : null;
    (0,outputs/* setLookOutputs */.C7)(name.key, why !== null);
    if (why !== null) {
        (0,core/* info */.pq)(why);
        await (0,deliver/* writeSummary */.Sy)(`${why}\n`);
    }
    return exit_codes/* exitCodes */.h.done;
}
/** Why there is nothing to read, in a sentence; null where there is something. */
async function whyNothing({ files }, name, { settings, environment, signal }) {
    if (files === 0)
        return 'There is no image to read, so there is nothing to do.';
    const results = (0,external_node_path_.resolve)(environment.cwd, settings.results);
    const found = await (0,results_cache/* openResultsCache */.f)(name, results, environment, signal)?.find();
    if (!found?.startsWith(`${name.key}-`))
        return null;
    const [run = ''] = found.slice(name.key.length + 1).split('-');
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment.env;
    return `No image is new or changed since [run ${run}](${server}/${repository}/actions/runs/${run}), which has the results.`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/report/page.js + 10 modules
var page = __webpack_require__(8216);
// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(55673);
// EXTERNAL MODULE: ./build/results/totals.js
var results_totals = __webpack_require__(61210);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
// EXTERNAL MODULE: ./build/merge/names.js
var names = __webpack_require__(37023);
;// CONCATENATED MODULE: ./build/merge/copy.js





/**
 * Brings the files of the chosen rows into a results folder; what an earlier run or merge left there goes. The table
 * grows with the files: should we be killed, it speaks of no text that is not there.
 *
 * @throws the signal's reason where it fires; what is copied by then stays
 */
async function bringFiles(chosen, folder, signal) {
    for (const image of [...folder.earlierRows().keys()].filter(names/* isPlainPath */.qW)) {
        await heed(signal);
        folder.removeOutputs([image]);
    }
    folder.clearRecords();
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(folder.path, 'metadata'), { recursive: true });
    folder.beginRows([]);
    for (const { row, source } of chosen) {
        await heed(signal);
        const from = row.status === 'failed' ? null : source.table?.folder;
        if (from)
            await bringOutputs(row.image, from, folder);
        folder.appendRow(row);
    }
}
/**
 * Lets signals come in between two pieces of work that give them no time.
 *
 * @throws the signal's reason where it has fired
 */
async function heed(signal) {
    await new Promise((turn) => setImmediate(turn));
    signal.throwIfAborted();
}
async function bringOutputs(image, from, folder) {
    for (const format of records/* FORMATS */.hR) {
        const file = from.output(format, image);
        if (file !== null)
            await bring(file, (0,results_folder/* outputPath */.X)(format, image), folder);
    }
}
/** Brings the logs of tasks; those of a later attempt take the place of an earlier one's. */
async function bringLogs(sources, folder) {
    for (const { records } of sources) {
        for (const task of records.folder.names('metadata/logs', 'folders').filter(names/* isName */.Eo)) {
            const home = `metadata/logs/${task}`;
            for (const log of records.folder.names(home, 'files').filter(names/* isName */.Eo)) {
                const file = records.folder.file(`${home}/${log}`);
                if (file !== null)
                    await bring(file, `${home}/${log}`, folder);
            }
        }
    }
}
/** Copies a file aside and then puts it in its place, so that none is ever half there. */
async function bring(file, path, folder) {
    const aside = (0,external_node_path_.join)(folder.path, 'metadata', 'arriving.part');
    await (0,external_node_fs_promises_.copyFile)(file, aside);
    folder.moveIn(aside, path);
}

;// CONCATENATED MODULE: ./build/merge/fit.js
/** Whether the records of a source came. */
const isKnown = (source) => source.records !== null && source.shard !== null;
/** Settings that decide which images there are and what is read of them: shards of one run share these. */
const SHARED = [
    ...['images', 'languages', 'formats', 'page-segmentation-mode', 'dpi', 'prepare', 'second-look'],
    ...['deskew', 'rotate', 'key-pattern', 'max-pixels']
];
/** Why these are no parts of one whole, in sentences; none where they are. */
function misfits(sources) {
    const known = sources.filter(isKnown);
    const [first, ...others] = known;
    if (!first) {
        return [
            'No folder holds metadata/run.json, which says of which run and which part of it the rows are: the artifacts whose names have `metadata` in them are needed as well.'
        ];
    }
    const { count } = first.shard;
    const strays = sources.filter((one) => !isKnown(one) && one.shard && one.shard.count !== count);
    return [
        ...known.flatMap(mixed),
        ...others.flatMap((other) => differences(first, other)),
        ...strays.map(({ shown }) => `${shown} is no part of a whole of ${count}, as ${first.shown} is.`)
    ];
}
/** Artifacts that were downloaded over one another: the records of tasks lie side by side, the tables do not. */
function mixed({ shown, shard, records }) {
    if (shard.count === 1)
        return [];
    const own = `shard-${shard.index}-`;
    return records.tasks.every(({ id }) => id.startsWith(own))
        ? []
        : [
            `${shown} holds several shards in one another, so that the tables of all but one are lost: download each artifact into a folder of its own (\`merge-multiple: false\`).`
        ];
}
function differences(first, other) {
    const ofFirst = traits(first);
    return Object.entries(traits(other))
        .filter(([name, value]) => value !== ofFirst[name])
        .map(([name, value]) => `${other.shown} does not belong to ${first.shown}: its ${name} is ${fit_short(value)}, not ${fit_short(ofFirst[name] ?? '')}.`);
}
const LONGEST = 100;
const fit_short = (value) => value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
/** What parts of one whole have in common. */
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

// EXTERNAL MODULE: ./build/images/walk.js
var walk = __webpack_require__(65718);
;// CONCATENATED MODULE: ./build/merge/find.js






/**
 * Finds the folders that hold results: each one named, or those right below it.
 *
 * @param cwd absolute: where relative paths start
 * @param target absolute: the folder to merge into, which is no source
 */
function findFolders(named, cwd, target) {
    const home = (0,external_node_fs_.existsSync)(target) ? (0,external_node_fs_.realpathSync)(target) : target;
    const found = named.map((shown) => lookInto((0,external_node_path_.resolve)(cwd, shown), shown, home));
    const folders = new Map(found.flatMap(({ folders }) => folders).map((one) => [one.path, one]));
    const overlaps = [...folders.values()].filter(({ path }) => (0,walk/* isWithin */.U)(path, home) || (0,walk/* isWithin */.U)(home, path));
    return {
        folders: [...folders.values()],
        others: found.flatMap(({ others }) => others),
        problems: [
            ...found.flatMap(({ problems }) => problems),
            ...overlaps.map((one) => overlap(one, home))
        ]
    };
}
function lookInto(path, shown, home) {
    const nothing = { folders: [], others: [], problems: [] };
    if (!isFolder(path))
        return { ...nothing, problems: [`There is no folder ${shown}.`] };
    const top = new ForeignFolder(path, shown);
    if (top.holdsResults())
        return { ...nothing, folders: [top] };
    const below = foldersBelow(top).filter((one) => one.path !== home);
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
    .map((name) => new ForeignFolder((0,external_node_path_.join)(top.path, name), (0,external_node_path_.join)(top.shown, name)));
const noResults = (shown) => `${shown} holds no results: neither results.jsonl nor metadata/run.json is there, or in a folder right below it.`;
const overlap = ({ shown }, home) => `${shown} and the results folder ${home} lie in one another: a merge only reads its folders; name another folder by \`results\`.`;
/**
 * A folder that somebody else wrote, or that came from afar. It is only read; links in it are not followed, and what is
 * no plain file is not there.
 */
class ForeignFolder {
    /** Absolute, without links. */
    path;
    /** As people know it. */
    shown;
    /** @throws where there is no such folder */
    constructor(path, shown) {
        this.path = (0,external_node_fs_.realpathSync)(path);
        this.shown = shown;
    }
    /** The folder's own name. */
    get name() {
        return (0,external_node_path_.basename)(this.path);
    }
    /** The absolute path of a plain file, by its path within the folder; null where there is none. */
    file(path) {
        const place = (0,external_node_path_.join)(this.path, path);
        try {
            return (0,external_node_fs_.realpathSync)(place) === place && (0,external_node_fs_.lstatSync)(place).isFile() ? place : null;
        }
        catch {
            return null;
        }
    }
    /** The absolute path of an image's file of one format; null where there is none. */
    output(format, image) {
        const path = (0,results_folder/* outputPath */.X)(format, image);
        return this.file(path) ?? this.file((0,names/* pathInArtifact */.Ti)(path));
    }
    /** The names of the plain files, or of the folders, right below a path, sorted; none where it is no folder. */
    names(path, kind) {
        const place = (0,external_node_path_.join)(this.path, path);
        try {
            if ((0,external_node_fs_.realpathSync)(place) !== place)
                return [];
            return (0,external_node_fs_.readdirSync)(place, { withFileTypes: true })
                .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
                .map(({ name }) => name)
                .sort();
        }
        catch {
            return [];
        }
    }
    /** The text of a file; null where there is none that we may read. */
    text(path) {
        const file = this.file(path);
        try {
            return file && (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch {
            return null;
        }
    }
    /** A record of `metadata/`; null where there is none, or none of this kind. */
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
    /** Every record of tasks or of nodes that bears its file's name, and how many files are no such record. */
    records(folder, schema) {
        const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'));
        const records = files
            .map((file) => file.slice(0, -'.json'.length))
            .filter(names/* isName */.Eo)
            .map((name) => {
            const found = this.record(`${folder}/${name}`, schema);
            return found?.id === name ? found : null;
        })
            .filter((record) => record !== null);
        return { records, others: files.length - records.length };
    }
    /** Whether a run left something here: its table, its record, or both. */
    holdsResults() {
        return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null;
    }
}

// EXTERNAL MODULE: ./build/results/row.js
var row = __webpack_require__(16069);
;// CONCATENATED MODULE: ./build/merge/source.js





/** Reads what a folder holds. */
function readSource(folder) {
    const { table, odd: oddRows } = tableIn(folder);
    const { records, odd: oddRecords } = recordsIn(folder);
    const named = (0,names/* shardArtifact */.Vi)(folder.name);
    const shard = records ? shardOfRun(records.run) : (named?.shard ?? null);
    const index = shard?.index ?? indexOfRows(table?.rows ?? []);
    return {
        shown: folder.shown,
        shard,
        mark: named ? `${named.prefix} ${index} ${named.attempt}` : String(index),
        table,
        records,
        odd: [...oddRows, ...oddRecords]
    };
}
/** Ids of tasks begin with their shard, where there is more than one. */
const indexOfRows = (rows) => Number(/^shard-(\d+)-/.exec(rows.find(({ task }) => task !== null)?.task ?? '')?.[1] ?? 1);
function tableIn(folder) {
    const text = folder.text('results.jsonl');
    if (text === null)
        return { table: null, odd: [] };
    const lines = text.split('\n').filter(Boolean);
    const parsed = lines.map(row/* parseRow */.W0).filter((row) => row !== null);
    const sound = parsed.filter(isSound);
    const odd = lines.length - sound.length;
    // The last word on an image counts.
    const rows = new Map(sound.map((row) => [row.image, { ...row, text: textOf(row) }]));
    return {
        table: { folder, rows: [...rows.values()] },
        odd: odd === 0 ? [] : [`${odd} ${odd === 1 ? 'line' : 'lines'} of results.jsonl`]
    };
}
/** Names in a row become names of files; whatever else they may be, ours are plain. */
const isSound = ({ image, task, node }) => (0,names/* isPlainPath */.qW)(image) && [task, node].every((name) => name === null || (0,names/* isName */.Eo)(name));
const textOf = ({ status, image }) => status === 'failed' ? null : (0,results_folder/* outputPath */.X)('txt', image);
function recordsIn(folder) {
    const run = folder.record('run', soundRunSchema);
    if (run === null) {
        const isThere = folder.file('metadata/run.json') !== null;
        return { records: null, odd: isThere ? ['metadata/run.json'] : [] };
    }
    const tasks = folder.records('tasks', soundTaskSchema);
    const nodes = folder.records('nodes', soundNodeSchema);
    const odd = tasks.others + nodes.others;
    return {
        records: { folder, run, tasks: tasks.records, nodes: nodes.records },
        odd: odd === 0 ? [] : [`${odd} ${odd === 1 ? 'record' : 'records'} of tasks and nodes`]
    };
}
/** Moments are compared and subtracted; those of our records are in UTC. */
const isMoment = (text) => text === null || (text.endsWith('Z') && !Number.isNaN(Date.parse(text)));
const soundRunSchema = dist/* pipe */.FsL(records/* runRecordSchema */._A, dist/* check */.z6Y((run) => isMoment(run.start) && isMoment(run.end) && shardOfRun(run) !== null));
const soundTaskSchema = dist/* pipe */.FsL(records/* taskRecordSchema */.iz, dist/* check */.z6Y(({ partition }) => partition.images.every(names/* isPlainPath */.qW)), dist/* check */.z6Y(({ attempts }) => attempts.every(({ start, end }) => isMoment(start) && isMoment(end))));
const soundNodeSchema = dist/* pipe */.FsL(records/* nodeRecordSchema */.L0, dist/* check */.z6Y(({ firstTaskAt, lastTaskAt }) => isMoment(firstTaskAt) && isMoment(lastTaskAt)));
const shardSchema = dist/* optional */.lqM(dist/* object */.Ikc({ index: dist/* number */.aig(), count: dist/* number */.aig() }), {
    index: 1,
    count: 1
});
/** The part of a whole that a run says it is. */
function shardOfRun({ settings }) {
    const shard = dist/* safeParse */.xLC(shardSchema, settings['shard']);
    return shard.success && (0,names/* isShard */.ze)(shard.output) ? shard.output : null;
}

;// CONCATENATED MODULE: ./build/merge/read.js



/** Puts tables and records together that came in two folders, as the two artifacts of a shard do. */
function paired(sources) {
    const whole = sources.filter(({ table, records }) => table && records);
    const halves = sources.filter((source) => !whole.includes(source));
    const marks = [...new Set(halves.map(({ mark }) => mark))];
    const groups = marks.map((mark) => joined(halves.filter((half) => half.mark === mark)));
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
        return { sources: [], problems: [unclear(halves)] };
    const shown = `${text.shown} and ${metadata.shown}`;
    const odd = [...text.odd, ...metadata.odd];
    return { sources: [{ ...metadata, shown, table: text.table, odd }], problems: [] };
}
const unclear = (halves) => `Which texts belong to which metadata cannot be told of ${halves.map(({ shown }) => shown).join(', ')}: give each job that uses this action an \`artifact-name\` of its own.`;
/**
 * Reads what shards left in folders, and looks whether it is of one run. Nothing is written.
 *
 * @param cwd absolute: where relative paths start
 * @param target absolute: the folder to merge into
 */
function readSources(named, cwd, target) {
    const { folders, others, problems } = findFolders(named, cwd, target);
    const { sources, problems: unclear } = paired(folders.map(readSource));
    const unfit = folders.length === 0 ? [] : misfits(sources);
    return {
        sources: [...sources].sort(byStart),
        warnings: [
            ...(others.length > 0 ? [leftOut(others)] : []),
            ...sources.flatMap(lacks),
            ...severalRuns(sources)
        ],
        problems: [...problems, ...unclear, ...(unclear.length === 0 ? unfit : [])]
    };
}
const startOf = ({ records }) => records?.run.start ?? '';
const byStart = (a, b) => startOf(a) === startOf(b) ? (a.shown < b.shown ? -1 : 1) : startOf(a) < startOf(b) ? -1 : 1;
/** Folders without results that are named; a working directory has many. */
const MOST_NAMED = 5;
function leftOut(others) {
    const rest = others.length - MOST_NAMED;
    const more = rest > 0 ? ` and ${rest} more` : '';
    return `Left out, since no results are there: ${others.slice(0, MOST_NAMED).join(', ')}${more}.`;
}
/** Of the same images and settings, and so merged; but perhaps not what somebody meant. */
function severalRuns(sources) {
    const runs = new Set(sources.flatMap(({ records }) => records?.run.workflowRun ?? []));
    return runs.size < 2 ? [] : [`The shards are of several workflow runs: ${[...runs].join(', ')}.`];
}
function lacks(source) {
    const odd = source.odd.map((what) => `Left out of ${source.shown}, since it is not ours: ${what}.`);
    return isKnown(source)
        ? odd
        : [
            ...odd,
            `Of ${source.shown} the metadata did not come: its rows count, its times, nodes and tasks are not known.`
        ];
}

;// CONCATENATED MODULE: ./build/merge/records.js

/** The tasks of all sources, by their ids; of a task that ran in two attempts at a shard, the later record with the attempts of both. */
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
 * The nodes of all sources, by their ids. A shard that ran twice had two machines of one name, of which the later
 * counts; a node of a pool may have worked for several shards, and what it did for each adds up.
 */
function mergedNodes(sources) {
    const nodes = new Map();
    for (const { shard, records } of sources) {
        for (const node of records.nodes) {
            const ofShards = nodes.get(node.id) ?? new Map();
            nodes.set(node.id, ofShards.set(shard.index, node));
        }
    }
    return [...nodes.values()].map((ofShards) => [...ofShards.values()].reduce(together)).sort(byId);
}
const together = (a, b) => ({
    ...b,
    tasks: a.tasks + b.tasks,
    images: a.images + b.images,
    busySeconds: (0,results_totals/* rounded */.Wf)(a.busySeconds + b.busySeconds),
    firstTaskAt: extreme([a.firstTaskAt, b.firstTaskAt], 'first'),
    lastTaskAt: extreme([a.lastTaskAt, b.lastTaskAt], 'last')
});
/** The first or the last of some moments (ISO 8601, in UTC); null where none is known. */
function extreme(moments, which) {
    const known = moments.filter((moment) => moment !== null).sort();
    return known.at(which === 'first' ? 0 : -1) ?? null;
}
/** The plans of all shards as one: their slots stand beside one another. */
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

// EXTERNAL MODULE: ./build/run/lost.js
var run_lost = __webpack_require__(72262);
;// CONCATENATED MODULE: ./build/merge/rows.js


/** Chooses each image's row: of several the latest that is no failure, else the latest. */
function chooseRows(told) {
    const chosen = new Map();
    const repeated = new Set();
    for (const { source, rows } of told) {
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
/** Everything that a source tells: images planned = rows, whether or not it came to its end. */
function toldBy(source) {
    const { table, records } = source;
    const rows = (table?.rows ?? []).map((row) => row.status === 'failed' || table?.folder.output('txt', row.image) ? row : withoutText(row));
    const known = new Set(rows.map(({ image }) => image));
    const planned = (records?.tasks ?? []).flatMap(({ partition }) => partition.images);
    const why = table
        ? 'its shard was ended before this image was read'
        : 'the table and the texts of its shard did not come';
    const lost = [...new Set(planned)].filter((image) => !known.has(image));
    return { source, rows: [...rows, ...lost.map((image) => (0,run_lost/* lostRow */.rl)(image, why))] };
}
/** A row whose text did not come with it. */
const withoutText = (row) => {
    const { image, identity, key, bytes, keys } = row;
    return { ...(0,run_lost/* lostRow */.rl)(image, 'its text did not come with its shard'), identity, key, bytes, keys };
};

;// CONCATENATED MODULE: ./build/merge/verdict.js

/** Looks at every shard, by the best attempt at it. */
function wholeness(told) {
    const count = told.map(({ source }) => source).find(isKnown)?.shard.count ?? 1;
    const states = Array.from({ length: count }, (_, index) => {
        const attempts = told.filter(({ source }) => source.shard?.index === index + 1);
        const all = attempts.map(stateOf);
        return { index: index + 1, state: all.find(isWhole) ?? all.at(-1) ?? null };
    });
    const missing = states.filter(({ state }) => state === null).map(({ index }) => index);
    const found = states.map(({ state }) => state).filter((state) => state !== null);
    return {
        problems: [
            ...(missing.length > 0 ? [missingSentence(missing, count)] : []),
            ...found.flatMap(({ problem }) => problem ?? [])
        ],
        cutOff: found.flatMap(({ cutOff }) => cutOff ?? [])
    };
}
const WHOLE = { problem: null, cutOff: null };
const isWhole = ({ problem, cutOff }) => problem === null && cutOff === null;
function stateOf({ source, rows }) {
    if (!isKnown(source))
        return WHOLE;
    const { run } = source.records;
    const name = nameOf(source);
    const images = imagesOf(source);
    if (run.outcome === 'failed') {
        const why = run.problem?.replaceAll('\n', ' ') ?? 'it does not say why.';
        return { ...WHOLE, problem: `${name} could not go on: ${why}` };
    }
    if (source.table === null)
        return { ...WHOLE, problem: `The table and the texts of ${lower(name)} did not come.` };
    if (rows.length < images) {
        const told = `${name} tells of ${rows.length} of its ${images} images`;
        return { ...WHOLE, problem: `${told}: the rest of its table did not come.` };
    }
    const lost = rows.filter(({ error }) => error?.code === 'lost').length;
    return run.outcome === 'done' || lost === 0
        ? WHOLE
        : {
            ...WHOLE,
            cutOff: `${name} was ended early: ${lost} of its ${images} images were not read.`
        };
}
/** How many images a shard had: by its totals, and by its plan where it had no time to add up. */
function imagesOf({ records: { run } }) {
    if (run.outcome !== 'running')
        return run.totals.images;
    return run.plan.partitions.reduce((sum, { images }) => sum + images, run.totals.images);
}
const nameOf = ({ shard }) => shard.count === 1 ? 'The run' : `Shard ${shard.index} of ${shard.count}`;
const lower = (name) => name.charAt(0).toLowerCase() + name.slice(1);
function missingSentence(missing, count) {
    const last = missing.at(-1);
    return missing.length === 1
        ? `Shard ${last} of ${count} is missing: which images it had is not known. Run it again, and merge again.`
        : `Shards ${missing.slice(0, -1).join(', ')} and ${last} of ${count} are missing: which images they had is not known. Run them again, and merge again.`;
}

;// CONCATENATED MODULE: ./build/merge/merge.js












/**
 * Merges what the shards of a run left into one results folder, as one run would have left it. What is missing is told
 * as the run's problem; what came is merged all the same. The folders are only read.
 *
 * @param folders results folders, or folders that hold such folders; relative ones start at `cwd`
 * @throws SettingsError where they are not the parts of one run, before anything is written; the signal's reason
 */
async function mergeShards(folders, settings, cwd, listener, signal) {
    listener.phase('Shards');
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(cwd, settings.results));
    const { sources, warnings, problems } = readSources(folders, cwd, folder.path);
    if (problems.length > 0)
        throw new settings_settings/* SettingsError */.GN(problems);
    for (const warning of warnings)
        listener.warn(warning);
    const told = [];
    for (const source of sources) {
        await heed(signal);
        told.push(toldBy(source));
    }
    const rows = chooseRows(told);
    const whole = wholeness(told);
    listener.say(foundSentence(sources, rows));
    for (const sentence of [...repeatedSentences(rows), ...whole.cutOff])
        listener.warn(sentence);
    listener.phase('Merge');
    await bringFiles(rows.chosen, folder, signal);
    const known = sources.filter(isKnown);
    await bringLogs(known, folder);
    const report = reportOf(rows.chosen.map(({ row }) => row), known, whole, settings.results);
    for (const row of report.rows)
        if (row.status === 'failed')
            listener.failed(row);
    writeReport(report, folder);
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
        `More than one folder tells of ${first}${more}: the latest row that is no failure counts.`
    ];
}
/** What one run would have told; where shards tell differently of the same thing, the last one is believed. */
function reportOf(rows, sources, { problems, cutOff }, results) {
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
        outcome: problems.length > 0 ? 'failed' : cutOff.length > 0 ? 'cancelled' : 'done',
        problem: problems.length > 0 ? problems.join(' ') : null,
        settings: { ...last.settings, shard: { index: 1, count: 1 }, results },
        speedup: totals.tasks === 0 || seconds === 0 ? null : (0,results_totals/* rounded */.Wf)(totals.taskSeconds / seconds),
        plan: mergedPlan(sources)
    };
    return { run, rows, nodes, tasks };
}
const endsOf = ({ attempts }) => attempts.map(({ end }) => end);
const secondsBetween = (start, end) => (0,results_totals/* rounded */.Wf)(Math.max(0, Date.parse(end) - Date.parse(start)) / 1000);
function writeReport(report, folder) {
    const { run, rows, nodes, tasks } = report;
    folder.writeTables(rows, [...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))]);
    for (const node of nodes)
        folder.writeRecord(`nodes/${node.id}`, node);
    for (const task of tasks)
        folder.writeRecord(`tasks/${task.id}`, task);
    folder.write('report.html', (0,page/* reportPage */.S)(report));
    // The record of the run comes last: where it is, all is there.
    folder.writeRecord('run', run);
}

;// CONCATENATED MODULE: ./build/github/artifacts/download.js





/** Artifacts on their way at a time. */
const AT_ONCE = 4;
/**
 * Downloads the artifacts of this workflow run's shards, each into a folder of its name. One that does not arrive whole
 * is told and left out, so that the merge names what is missing.
 *
 * @param prefix what `artifact-name` was for the shards
 * @param home absolute: an empty folder
 * @throws SettingsError where there is none; what GitHub's client throws where it cannot list them; the signal's reason
 */
async function downloadShards(prefix, home, listener, signal) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(351), __webpack_require__.e(420), __webpack_require__.e(799)]).then(__webpack_require__.bind(__webpack_require__, 76799));
    const client = new DefaultArtifactClient();
    // Of artifacts of one name, each from an attempt of its own, the latest.
    const { artifacts } = await client.listArtifacts({ latest: true });
    const ours = artifacts.filter(({ name }) => (0,names/* shardArtifact */.Vi)(name)?.prefix === prefix);
    if (ours.length === 0)
        throw new settings_settings/* SettingsError */.GN([noneSentence(prefix)]);
    const queue = ours.values();
    const downloader = async () => {
        for (const { id, name, digest } of queue) {
            signal.throwIfAborted();
            const path = (0,external_node_path_.join)(home, name);
            const options = digest === undefined ? { path } : { path, expectedHash: digest };
            const problem = await problemOf(client.downloadArtifact(id, options));
            if (problem === null)
                continue;
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            listener.warn(`The artifact ${name} did not arrive and is left out: ${problem}.`);
        }
    };
    // The client takes no signal: what is under way when it fires is left to the end of the process.
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, downloader)), (0,abort/* rejection */.cz)(signal)]);
}
async function problemOf(download) {
    try {
        const { digestMismatch } = await download;
        return digestMismatch ? 'its digest is not that of what was uploaded' : null;
    }
    catch (error) {
        return error.message;
    }
}
const noneSentence = (prefix) => `This workflow run has no artifact of a shard, such as ${prefix}-text-1-of-4. Let the job wait for its shards by \`needs\`, set \`artifact-name\` as they have it, or name \`folders\`.`;

// EXTERNAL MODULE: ./build/github/cache/restore-and-save.js
var restore_and_save = __webpack_require__(68111);
// EXTERNAL MODULE: ./build/run/run.js + 15 modules
var run = __webpack_require__(51430);
// EXTERNAL MODULE: ./build/github/artifacts/upload.js
var upload = __webpack_require__(51881);
// EXTERNAL MODULE: ./build/github/state.js
var github_state = __webpack_require__(76847);
;// CONCATENATED MODULE: ./build/github/actions/run.js








/** A whole run: bring what earlier runs read, read the rest, deliver, and only then judge. */
async function runAction(context) {
    const { settings, environment } = context;
    const azure = settings.backend === 'azure-batch';
    const earlier = await (0,restore_and_save/* openEarlier */.XQ)(context);
    const read = async (log, signal) => {
        await earlier?.bring();
        if (azure)
            (0,github_state/* rememberAzure */.rT)(true);
        const finished = await (0,run/* runJob */.b5)(settings, environment, log, signal);
        // A run that was cancelled had seconds to tidy up, and one that met a problem met it there, too: `post` looks again.
        const tidy = !finished.cancelled && finished.problem === null && finished.leftover === null;
        if (azure && tidy)
            (0,github_state/* rememberAzure */.rT)(false);
        return finished;
    };
    return delivered(context, new Date().toISOString(), read, earlier);
}
/** The results of a run that was submitted. It may be collected again, so nothing of it is removed with the step. */
const collectAction = (context) => {
    const { settings, environment, own } = context;
    const handle = (0,actions/* readActionInput */.LJ)('handle', own);
    return delivered(context, '', async (log, signal) => {
        const { collectJob } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(921), __webpack_require__.e(669)]).then(__webpack_require__.bind(__webpack_require__, 43050));
        return collectJob(handle, settings, environment, log, signal);
    });
};
/**
 * Delivers what a run leaves, keeps it for the next one, and only then judges.
 *
 * @param since when the run began at the earliest, ISO 8601; empty where nobody knows
 * @param keeper keeps the results for later runs; null where nobody does
 */
async function delivered({ settings, environment, log, signal }, since, run, keeper = null) {
    const state = run_stateOf(settings, (0,external_node_path_.resolve)(environment.cwd, settings.results), since);
    (0,github_state/* rememberUndelivered */.by)(state);
    const finished = await run(log, signal);
    log.close();
    const delivery = (0,deliver/* deliver */.cK)(finished, settings, state, log.failures).then(async (code) => {
        await keeper?.keep(finished, code);
        return code;
    });
    return Promise.race([delivery, cancellation(signal)]);
}
const run_stateOf = (settings, results, since) => ({
    results,
    since,
    artifacts: upload/* ARTIFACT_KINDS */.h,
    artifactName: settings.artifactName,
    artifactSuffix: settings.shard.count === 1 ? '' : `-${settings.shard.index}-of-${settings.shard.count}`,
    retentionDays: settings.artifactRetentionDays,
    isTold: false
});
/** Resolves when the step is cancelled while it delivers: what is then under way is left to `post`. */
const cancellation = (signal) => new Promise((end) => {
    const cancelled = () => end(exit_codes/* exitCodes */.h.cancelled);
    if (!signal.aborted)
        signal.addEventListener('abort', cancelled, { once: true });
});

;// CONCATENATED MODULE: ./build/github/actions/merge.js









/**
 * Merges what shards left, and delivers it as a run is. Until it is merged there is nothing that `post` could deliver:
 * half a merge would look like a whole one.
 */
async function mergeAction(context) {
    const name = (0,cache_key/* parseKeptName */.Zd)((0,actions/* readActionInput */.LJ)('keepAs', context.own));
    const finished = await merged(context);
    return delivered(context, '', async () => finished, name && (0,restore_and_save/* earlierResults */.r8)(name, context));
}
async function merged(context) {
    const { settings, environment, own, log, signal } = context;
    const folders = (0,actions/* readActionInput */.LJ)('folders', own);
    if (folders.length > 0)
        return mergeShards(folders, settings, environment.cwd, log, signal);
    const home = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ocr-shards-'));
    try {
        log.phase('Artifacts');
        await downloadShards(settings.artifactName, home, log, signal);
        return await mergeShards([home], settings, environment.cwd, log, signal);
    }
    finally {
        (0,external_node_fs_.rmSync)(home, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/run/recover.js
var recover = __webpack_require__(49430);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(74611);
;// CONCATENATED MODULE: ./build/github/api/body.js
/** GitHub refuses a longer body of an issue or a comment, in characters. */
const LONGEST_BODY = 65_536;
/** How many failed images a body names at first, and where that is too long. */
const MOST_FAILURES = [50, 25, 12, 6, 3, 1];
/** A line that nobody sees, by which what we wrote is found again. One workflow may report of several folders. */
function marker(what, results, env) {
    const [folder, workflow] = [results, env['GITHUB_WORKFLOW'] ?? ''].map(inComment);
    return `<!-- batch-ocr: ${what} of ${folder}/${workflow} -->`;
}
/** A name within an HTML comment, which nothing in it may end. */
const inComment = (name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D');
/**
 * A body that GitHub takes: with as many failed images as fit.
 *
 * @param short what is said where not even one fits
 */
function fittingBody(mark, write, short) {
    const bodies = [...MOST_FAILURES.map(write), short].map((text) => `${mark}\n${text}`);
    return bodies.find((body) => body.length <= LONGEST_BODY) ?? mark;
}

;// CONCATENATED MODULE: ./build/github/api/issue.js

/**
 * Tells of failures in the one issue that we have for it: a new one, the open one, or the one that was closed. Should
 * there be two, since two runs looked at a time, the older one is closed.
 */
async function tellIssue(repository, text) {
    const { octokit, owner, repo } = repository;
    const { title, body } = text;
    const [kept, ...others] = await ours(repository, text.mark);
    if (kept === undefined) {
        const { data } = await octokit.rest.issues.create({ owner, repo, title, body });
        return { number: data.number, url: data.html_url, done: 'opened' };
    }
    for (const { number } of others.filter(isOpen))
        await issue_close(repository, number, `#${kept.number} tells of the same.`);
    const reopens = !isOpen(kept) && kept.state_reason !== 'not_planned';
    const { data } = await octokit.rest.issues.update({
        ...{ owner, repo, issue_number: kept.number, body },
        ...(reopens ? { state: 'open', state_reason: 'reopened' } : {})
    });
    if (reopens)
        await comment(repository, kept.number, text.again);
    return { number: data.number, url: data.html_url, done: doneTo(kept, reopens) };
}
/**
 * Closes what is open of our issues, with a word.
 *
 * @returns the issue that was closed; null where none was open
 */
async function closeIssue(repository, mark, word) {
    const open = (await ours(repository, mark)).filter(isOpen);
    for (const { number } of open)
        await issue_close(repository, number, word);
    const [last] = open;
    return last ? { number: last.number, url: last.html_url } : null;
}
const isOpen = ({ state }) => state === 'open';
const doneTo = (kept, reopens) => {
    if (reopens)
        return 'reopened';
    return isOpen(kept) ? 'updated' : 'updated, but left closed as not planned';
};
/** The issues that we wrote and marked: open ones in front, and the newest of those. */
async function ours(repository, mark) {
    const { octokit, owner, repo } = repository;
    const creator = await loginOf(repository);
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
        ...{ owner, repo, creator, state: 'all', per_page: 100 }
    });
    return issues
        .filter(({ body, user, pull_request: pull }) => {
        return !pull && user?.login === creator && body?.includes(mark);
    })
        .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.number - a.number);
}
/** First the state, then the word: a repetition after a disturbance says nothing twice. */
async function issue_close(repository, number, word) {
    const { octokit, owner, repo } = repository;
    const closed = { state: 'closed', state_reason: 'completed' };
    await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed });
    await comment(repository, number, word);
}
async function comment(repository, number, body) {
    const { octokit, owner, repo } = repository;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body });
}

// EXTERNAL MODULE: ./build/github/environment.js + 2 modules
var environment = __webpack_require__(55912);
;// CONCATENATED MODULE: ./build/github/actions/report-issue.js








/**
 * Tells what failed in one issue, and closes it where nothing did.
 *
 * @returns the issue; null where nothing was written
 * @throws GitHubProblem where it could not be written; the signal's reason
 */
async function reportToIssue(report, context) {
    const { own, environment, signal } = context;
    const text = report_issue_textOf(report, context);
    const token = (0,actions/* readActionInput */.LJ)('token', own);
    if (report.run.outcome === 'cancelled') {
        (0,core/* info */.pq)('The run was cancelled, which says nothing of the images: the issue stays as it is.');
        return null;
    }
    const repository = await openRepository(environment.env, token, signal);
    try {
        return hasFailed(report)
            ? await patiently('take the issue', () => opened(repository, text), signal)
            : await patiently('close the issue', () => report_issue_closed(repository, text, context), signal);
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden')
            throw problem;
        const remedy = 'Give the job `permissions: issues: write`.';
        throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem });
    }
}
/** A run that broke off says nothing good of the images that it did not reach. */
const hasFailed = ({ run, rows }) => run.outcome === 'failed' || (0,findings/* failures */.e9)(rows).length > 0;
async function opened(repository, text) {
    const told = await tellIssue(repository, text);
    (0,core/* info */.pq)(`Issue #${told.number} was ${told.done}: ${told.url}`);
    return told;
}
async function report_issue_closed(repository, { mark }, { environment: { env } }) {
    const word = `Nothing fails any more: ${(0,environment/* workflowRunLink */.po)(env)}.`;
    const told = await closeIssue(repository, mark, word);
    (0,core/* info */.pq)(told
        ? `Nothing fails any more; issue #${told.number} was closed: ${told.url}`
        : 'Nothing failed, and no issue is open.');
    return told;
}
function report_issue_textOf(report, { own, settings, environment: { env } }) {
    const mark = marker('failures', settings.results, env);
    const link = (0,environment/* workflowRunLink */.po)(env);
    const end = `From ${link}. This text is replaced by that of the next run; when nothing fails any more, the issue is closed.`;
    const write = (mostFailures) => `${(0,summary/* failuresSummary */.IE)(report, mostFailures)}\n${end}\n`;
    const body = fittingBody(mark, write, `What failed is too long for an issue. ${end}\n`);
    return { mark, title: (0,actions/* readActionInput */.LJ)('title', own), body, again: `It fails again: ${link}.` };
}

;// CONCATENATED MODULE: ./build/github/api/comment.js

/**
 * Writes our one comment on a pull request, in place of what it said before.
 *
 * @param mark by which it is found again; it stands in the body
 */
async function tellPullRequest(repository, number, mark, body) {
    const { octokit, owner, repo } = repository;
    const earlier = await ourComment(repository, number, mark);
    const { data } = earlier
        ? await octokit.rest.issues.updateComment({ owner, repo, comment_id: earlier, body })
        : await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body });
    return { number, url: data.html_url };
}
async function ourComment(repository, number, mark) {
    const { octokit, owner, repo } = repository;
    const login = await loginOf(repository);
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
        ...{ owner, repo, issue_number: number, per_page: 100 }
    });
    const found = comments.find(({ body, user }) => user?.login === login && body?.includes(mark));
    return found?.id ?? null;
}

;// CONCATENATED MODULE: ./build/github/actions/report-pull-request.js








/**
 * Tells of the run in a comment on the pull request. A token that may not is no failure: that of every pull request from
 * a fork is such a one.
 *
 * @param number null where no pull request started the workflow run
 * @param look reads the results, which need not be there where nothing is to be told
 * @returns the comment; null where none was written
 * @throws GitHubProblem where GitHub did not take it; the signal's reason
 */
async function reportToPullRequest(number, look, context) {
    const { own, settings, environment, signal } = context;
    if (number === null) {
        (0,core/* info */.pq)('No pull request started this workflow run, so there is none to comment on.');
        return null;
    }
    const token = (0,actions/* readActionInput */.LJ)('token', own);
    const mark = marker('summary', settings.results, environment.env);
    const body = bodyOf(look(), mark, environment.env);
    const repository = await openRepository(environment.env, token, signal);
    try {
        const tell = () => tellPullRequest(repository, number, mark, body);
        const told = await patiently('take the comment', tell, signal);
        (0,core/* info */.pq)(`Pull request #${number} has the summary: ${told.url}`);
        return told;
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden')
            throw problem;
        (0,core/* info */.pq)((0,github_log/* harmless */.I)(`${problem.message} ${MAY_NOT}`));
        return null;
    }
}
const MAY_NOT = 'The token may only read, as for every pull request from a fork; the job summary tells the same. Elsewhere give the job `permissions: pull-requests: write`.';
function bodyOf(report, mark, env) {
    const url = (0,environment/* workflowRunUrl */.CX)(env);
    const artifacts = url ? [{ name: 'of this workflow run', url: `${url}#artifacts` }] : [];
    const write = (mostFailures) => (0,summary/* jobSummary */.sp)(report, { artifacts, mostFailures });
    const short = `The summary is too long for a comment: ${(0,environment/* workflowRunLink */.po)(env)} has it.\n`;
    return fittingBody(mark, write, short);
}

;// CONCATENATED MODULE: ./build/github/actions/report.js













/** Tells people of the results: in an issue, or on the pull request. */
async function reportAction(context) {
    try {
        (0,outputs/* setReportOutputs */.vl)(await told(context));
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'unavailable')
            throw problem;
        // The results are as they are, whether or not GitHub has a disturbance.
        (0,outputs/* setReportOutputs */.vl)(null);
        (0,core/* warning */.$e)((0,github_log/* harmless */.I)(problem.message));
    }
    return exit_codes/* exitCodes */.h.done;
}
function told(context) {
    if ((0,actions/* readActionInput */.LJ)('to', context.own) === 'issue')
        return reportToIssue(reportIn(context), context);
    const number = pullRequestNumber(context.environment.env);
    return reportToPullRequest(number, () => reportIn(context), context);
}
/** What the last run left in the folder; one that was killed there is finished first, as its `post` would do. */
function reportIn({ settings, environment }) {
    const folder = (0,external_node_path_.resolve)(environment.cwd, settings.results);
    const report = (0,recover/* recover */.l)(new results_folder/* ResultsFolder */.h(folder), '');
    if (report)
        return report;
    throw new settings_settings/* SettingsError */.GN([
        `Input \`results\` names ${folder}, where no run left its records: metadata/run.json is missing. Name the folder of a run, or bring both of its artifacts there.`
    ]);
}

// EXTERNAL MODULE: ./build/lib/escape.js
var lib_escape = __webpack_require__(68989);
;// CONCATENATED MODULE: ./build/github/actions/submit.js






/** Submits a run and leaves. What a submission that was broken off has on Azure, `post` removes. */
async function submitAction(context) {
    const { settings, environment, log, signal } = context;
    const { submitJob } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(921), __webpack_require__.e(669)]).then(__webpack_require__.bind(__webpack_require__, 43050));
    (0,github_state/* rememberAzure */.rT)(true);
    const submitted = await submitJob(settings, environment, log, signal);
    (0,github_state/* rememberAzure */.rT)(false);
    log.close();
    (0,outputs/* setSubmitOutputs */.nS)(submitted);
    await (0,deliver/* writeSummary */.Sy)(paragraph(submitted));
    return exit_codes/* exitCodes */.h.done;
}
const paragraph = ({ handle, images, tasks, nodes }) => `Submitted ${(0,lib_text/* count */.U9)(images, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} to ${(0,lib_text/* count */.U9)(nodes, 'node')} of Azure Batch, as the job ${(0,lib_escape/* markdownCode */.D9)(handle.jobId)}. Its results are there for whoever collects them: give this step's output ${(0,lib_escape/* markdownCode */.D9)('handle')} to the action ${(0,lib_escape/* markdownCode */.D9)('collect')}.\n`;

// EXTERNAL MODULE: ./build/report/markdown-table.js
var markdown_table = __webpack_require__(42787);
;// CONCATENATED MODULE: ./build/github/actions/sweep.js








/** Removes what lost runs left on Azure. */
async function sweepAction({ settings, own, environment, signal }) {
    const olderThan = (0,actions/* readActionInput */.LJ)('olderThan', own);
    const dryRun = (0,actions/* readActionInput */.LJ)('dryRun', own);
    const [{ sweep, SweepProblem }, { azureAccount }] = await Promise.all([
        __webpack_require__.e(/* import() */ 514).then(__webpack_require__.bind(__webpack_require__, 65514)),
        Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(921)]).then(__webpack_require__.bind(__webpack_require__, 34921))
    ]);
    const account = azureAccount(settings, environment);
    try {
        const swept = await sweep(account, { olderThan, dryRun, now: new Date() }, signal);
        await tell(swept, 'Nothing is left over on Azure.');
        return exit_codes/* exitCodes */.h.done;
    }
    catch (problem) {
        // What could be removed is, and that is told before what could not.
        if (problem instanceof SweepProblem)
            await tell(problem.swept, 'Nothing could be removed from Azure.');
        throw problem;
    }
}
async function tell(swept, nothing) {
    const { jobs, pools, containers } = swept;
    (0,outputs/* setSweepOutputs */.l6)(swept);
    const found = jobs.length + pools.length + containers.length;
    if (found === 0) {
        (0,core/* info */.pq)(nothing);
        return (0,deliver/* writeSummary */.Sy)(`${nothing}\n`);
    }
    (0,core/* info */.pq)((0,lib_text/* plainSpaces */.oB)(`Left over: ${(0,lib_text/* count */.U9)(jobs.length, 'job')}, ${(0,lib_text/* count */.U9)(pools.length, 'pool')}, ${(0,lib_text/* count */.U9)(containers.length, 'container')}.`));
    const columns = ['What', 'Name', 'Created (UTC)', ''].map((title) => ({ title }));
    const rows = [
        ...rowsOf('job', jobs),
        ...rowsOf('pool', pools),
        ...rowsOf('container', containers)
    ];
    await (0,deliver/* writeSummary */.Sy)(`${(0,markdown_table/* markdownTable */.Q)(columns, rows)}\n`);
}
const rowsOf = (what, leftovers) => leftovers.map(({ id, created, removed }) => [
    what,
    (0,lib_escape/* markdownCode */.D9)(id),
    (0,lib_text/* moment */.n$)(created.toISOString()),
    removed ? 'removed' : 'left'
]);

// EXTERNAL MODULE: ./build/github/inputs.js + 1 modules
var inputs = __webpack_require__(79233);
;// CONCATENATED MODULE: ./build/github/step.js


















/** Runs the step of one of the actions and gives its exit code. */
async function runStep() {
    (0,github_state/* rememberPost */.io)();
    const log = (0,github_log/* stepLog */.t)();
    const signal = (0,abort/* cancelOnSignals */.dJ)(process, exit_codes/* exitCodes */.h.cancelled);
    try {
        const order = (0,inputs/* readStep */.j)(process.env);
        return await actionOf({ ...order, environment: (0,environment/* stepEnvironment */.aK)(process), log, signal });
    }
    catch (problem) {
        log.close();
        // Whatever a cancellation broke on its way, it is the cancellation that ended the step.
        return failed(signal.aborted ? signal.reason : problem);
    }
}
function actionOf(context) {
    const { face, settings } = context;
    if (face === 'collect')
        return collectAction(context);
    if (face === 'sweep')
        return sweepAction(context);
    if (face === 'merge')
        return mergeAction(context);
    if (face === 'look')
        return checkUnchangedAction(context);
    if (face === 'report')
        return reportAction(context);
    if (face === 'changed')
        return changedAction(context);
    return face === 'submit' || !settings.wait ? submitAction(context) : runAction(context);
}
function failed(problem) {
    if (problem instanceof abort/* Cancelled */.cJ) {
        (0,core/* info */.pq)(problem.message);
        return exit_codes/* exitCodes */.h.cancelled;
    }
    const sentences = problem.message.split('\n');
    for (const sentence of sentences)
        (0,core/* error */.z3)((0,github_log/* harmless */.I)(sentence));
    if (problem instanceof settings_settings/* SettingsError */.GN || problem instanceof images_select/* PatternError */.J) {
        // Nothing was started, so `post` has nothing to remove.
        (0,github_state/* rememberAzure */.rT)(false);
        return exit_codes/* exitCodes */.h.badInput;
    }
    // What the others' services refuse is told in their words; where in our code we were is no news.
    const theirs = problem instanceof azure_batch_problem/* AzureProblem */.J || problem instanceof GitHubProblem;
    if (!theirs)
        (0,core/* info */.pq)((0,github_log/* harmless */.I)(problem.stack ?? ''));
    return exit_codes/* exitCodes */.h.runFailed;
}


/***/ })

};
