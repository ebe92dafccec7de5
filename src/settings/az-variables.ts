import type { InputTexts } from './settings.ts'

/**
 * Fills empty inputs from the environment variables of the Azure CLI, so that a shell that is set up for `az` needs no
 * further options. Runs on this machine ignore them.
 */
export function withAzVariables(texts: InputTexts, env: NodeJS.ProcessEnv): InputTexts {
  if (texts.backend?.trim().toLowerCase() !== 'azure-batch') return texts
  const storage = env['AZURE_STORAGE_ACCOUNT']?.trim()
  const variables: InputTexts = {
    batchAccount: env['AZURE_BATCH_ACCOUNT'] ?? '',
    batchEndpoint: env['AZURE_BATCH_ENDPOINT'] ?? '',
    batchAccountKey: env['AZURE_BATCH_ACCESS_KEY'] ?? '',
    storageEndpoint: storage ? `https://${storage}.blob.core.windows.net` : '',
    storageAccountKey: env['AZURE_STORAGE_KEY'] ?? ''
  }
  const missing = Object.entries(variables).filter(
    ([key, text]) => text.trim() !== '' && !texts[key as keyof InputTexts]?.trim()
  )
  return { ...texts, ...Object.fromEntries(missing) }
}
