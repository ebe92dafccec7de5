import { loginOf, type Repository, type Told } from './client.ts'

/** What an issue says. */
export interface IssueText {
  /** By which it is found again; it stands in the body. */
  readonly mark: string
  /** Of a new issue: who changes it later has reasons. */
  readonly title: string
  readonly body: string
  /** What is said where an issue that was closed is open again. */
  readonly again: string
}

/** An issue, and what was done to it. */
export interface ToldIssue extends Told {
  readonly done: 'opened' | 'updated' | 'reopened' | 'updated, but left closed as not planned'
}

/**
 * Tells of failures in the one issue that we have for it: a new one, the open one, or the one that was closed. Should
 * there be two, since two runs looked at a time, the older one is closed.
 */
export async function tellIssue(repository: Repository, text: IssueText): Promise<ToldIssue> {
  const { octokit, owner, repo } = repository
  const { title, body } = text
  const [kept, ...others] = await ours(repository, text.mark)
  if (kept === undefined) {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body })
    return { number: data.number, url: data.html_url, done: 'opened' }
  }
  for (const { number } of others.filter(isOpen))
    await close(repository, number, `#${kept.number} tells of the same.`)
  const reopens = !isOpen(kept) && kept.state_reason !== 'not_planned'
  const { data } = await octokit.rest.issues.update({
    ...{ owner, repo, issue_number: kept.number, body },
    ...(reopens ? { state: 'open' as const, state_reason: 'reopened' as const } : {})
  })
  if (reopens) await comment(repository, kept.number, text.again)
  return { number: data.number, url: data.html_url, done: doneTo(kept, reopens) }
}

/**
 * Closes what is open of our issues, with a word.
 *
 * @returns the issue that was closed; null where none was open
 */
export async function closeIssue(
  repository: Repository,
  mark: string,
  word: string
): Promise<Told | null> {
  const open = (await ours(repository, mark)).filter(isOpen)
  for (const { number } of open) await close(repository, number, word)
  const [last] = open
  return last ? { number: last.number, url: last.html_url } : null
}

type Issue = Awaited<
  ReturnType<Repository['octokit']['rest']['issues']['listForRepo']>
>['data'][number]

const isOpen = ({ state }: Issue): boolean => state === 'open'

const doneTo = (kept: Issue, reopens: boolean): ToldIssue['done'] => {
  if (reopens) return 'reopened'
  return isOpen(kept) ? 'updated' : 'updated, but left closed as not planned'
}

/** The issues that we wrote and marked: open ones in front, and the newest of those. */
async function ours(repository: Repository, mark: string): Promise<Issue[]> {
  const { octokit, owner, repo } = repository
  const creator = await loginOf(repository)
  const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...{ owner, repo, creator, state: 'all' as const, per_page: 100 }
  })
  return issues
    .filter(({ body, user, pull_request: pull }) => {
      return !pull && user?.login === creator && body?.includes(mark)
    })
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.number - a.number)
}

/** First the state, then the word: a repetition after a disturbance says nothing twice. */
async function close(repository: Repository, number: number, word: string): Promise<void> {
  const { octokit, owner, repo } = repository
  const closed = { state: 'closed', state_reason: 'completed' } as const
  await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed })
  await comment(repository, number, word)
}

async function comment(repository: Repository, number: number, body: string): Promise<void> {
  const { octokit, owner, repo } = repository
  await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body })
}
