import { stripTypeScriptTypes } from 'node:module'

/** Jest transformer: Node's own type stripping. Positions stay as they are, so no source map is needed. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
