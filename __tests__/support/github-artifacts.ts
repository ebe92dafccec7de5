import type { ResultsService, Stored } from './results-service.ts'

/** An artifact as GitHub's API tells of it. */
export interface Listed {
  readonly id: number
  readonly name: string
  readonly expired: boolean
  readonly workflow_run: { readonly id: number }
}

/** Ids are of the whole repository, but each service counts its own artifacts from 1. */
const IDS_OF_A_RUN = 1000

/** Artifacts of a repository as GitHub's API lists, gives and removes them: those that its runs left in their services. */
export class RepositoryArtifacts {
  /** Where each workflow run left its artifacts, by the run's id. */
  readonly runs = new Map<number, ResultsService>()
  /** Runs whose artifacts have gone by their age; GitHub goes on listing them. */
  readonly expired = new Set<number>()

  /** The newest first. */
  list(name: string | null): Listed[] {
    const listed = [...this.runs].flatMap(([run, { artifacts }]) =>
      [...artifacts.values()].map((artifact) => ({
        id: run * IDS_OF_A_RUN + artifact.id,
        name: artifact.name,
        expired: this.expired.has(run),
        workflow_run: { id: run }
      }))
    )
    return listed.filter((artifact) => name === null || artifact.name === name).reverse()
  }

  /** Where the archive of an artifact lies, for a while; null where there is none. */
  async address(id: number): Promise<string | null> {
    const { signed_url: address } = (await this.#ask(id, 'GetSignedArtifactURL')) ?? {}
    return address ?? null
  }

  /** Removes an artifact and tells whether it was there. */
  async remove(id: number): Promise<boolean> {
    return (await this.#ask(id, 'DeleteArtifact')) !== null
  }

  async #ask(id: number, method: string): Promise<Readonly<Record<string, string>> | null> {
    const service = this.runs.get(Math.floor(id / IDS_OF_A_RUN))
    const isMeant = (artifact: Stored) => artifact.id === id % IDS_OF_A_RUN
    const { name } = [...(service?.artifacts.values() ?? [])].find(isMeant) ?? {}
    if (service === undefined || name === undefined) return null
    const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = service.env
    const at = `${url}twirp/github.actions.results.api.v1.ArtifactService/${method}`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(at, { method: 'POST', headers, body: JSON.stringify({ name }) })
    return answer.ok ? ((await answer.json()) as Readonly<Record<string, string>>) : null
  }
}
