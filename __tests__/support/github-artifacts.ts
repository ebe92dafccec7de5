import type { ResultsService, Stored } from './results-service.ts'

/** An artifact in the GitHub API. */
export interface Listed {
  readonly id: number
  readonly name: string
  readonly expired: boolean
  readonly workflow_run: { readonly id: number }
}

/** IDs are unique in the repository, but each service counts its artifacts from 1. */
const IDS_OF_A_RUN = 1000

/** The artifacts of a repository, which workflow runs have uploaded to their services. */
export class RepositoryArtifacts {
  /** The artifact services of workflow runs, by run ID. */
  readonly runs = new Map<number, ResultsService>()
  /** Runs with expired artifacts, which GitHub still lists. */
  readonly expired = new Set<number>()

  /** Lists artifacts, newest first. */
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

  /** The temporary URL of an artifact's archive; null if the artifact does not exist. */
  async address(id: number): Promise<string | null> {
    const { signed_url: address } = (await this.#call(id, 'GetSignedArtifactURL')) ?? {}
    return address ?? null
  }

  /** Removes an artifact, and returns whether it existed. */
  async remove(id: number): Promise<boolean> {
    return (await this.#call(id, 'DeleteArtifact')) !== null
  }

  async #call(id: number, method: string): Promise<Readonly<Record<string, string>> | null> {
    const service = this.runs.get(Math.floor(id / IDS_OF_A_RUN))
    const matches = (artifact: Stored) => artifact.id === id % IDS_OF_A_RUN
    const { name } = [...(service?.artifacts.values() ?? [])].find(matches) ?? {}
    if (service === undefined || name === undefined) return null
    const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = service.env
    const at = `${url}twirp/github.actions.results.api.v1.ArtifactService/${method}`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(at, { method: 'POST', headers, body: JSON.stringify({ name }) })
    return answer.ok ? ((await answer.json()) as Readonly<Record<string, string>>) : null
  }
}
