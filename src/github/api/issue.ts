import { loginOf, type Repository, type WrittenTo } from './client.ts'

/** The texts of an issue. */
export interface IssueText {
  /** Identifies the issue, and is part of the body. */
  readonly mark: string
  /** For a new issue only: the title of an existing issue may have been edited. */
  readonly title: string
  readonly body: string
  /** The comment on an issue that is reopened. */
  readonly reopened: string
}

/** An issue that was written to, and how. */
export interface WrittenIssue extends WrittenTo {
  readonly outcome: 'opened' | 'updated' | 'reopened' | 'updated, but left closed as not planned'
}

/**
 * Writes failures to our issue: creates it, or updates it and reopens it if necessary. Two concurrent runs may have
 * created two issues; then the older one is closed.
 */
export async function writeIssue(repository: Repository, text: IssueText): Promise<WrittenIssue> {
  const { octokit, owner, repo } = repository
  const { title, body } = text
  const [issue, ...duplicates] = await ourIssues(repository, text.mark)
  if (issue === undefined) {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body })
    return { number: data.number, url: data.html_url, outcome: 'opened' }
  }
  for (const { number } of duplicates.filter(isOpen))
    await close(repository, number, `Duplicate of #${issue.number}.`)
  const reopens = !isOpen(issue) && issue.state_reason !== 'not_planned'
  const { data } = await octokit.rest.issues.update({
    ...{ owner, repo, issue_number: issue.number, body },
    ...(reopens ? { state: 'open' as const, state_reason: 'reopened' as const } : {})
  })
  if (reopens) await comment(repository, issue.number, text.reopened)
  return { number: data.number, url: data.html_url, outcome: outcomeOf(issue, reopens) }
}

/**
 * Closes our open issues with a comment.
 *
 * @returns the newest issue that was closed; null if none was open
 */
export async function closeIssue(
  repository: Repository,
  mark: string,
  text: string
): Promise<WrittenTo | null> {
  const open = (await ourIssues(repository, mark)).filter(isOpen)
  for (const { number } of open) await close(repository, number, text)
  const [newest] = open
  return newest ? { number: newest.number, url: newest.html_url } : null
}

type Issue = Awaited<
  ReturnType<Repository['octokit']['rest']['issues']['listForRepo']>
>['data'][number]

const isOpen = ({ state }: Issue): boolean => state === 'open'

const outcomeOf = (issue: Issue, reopens: boolean): WrittenIssue['outcome'] => {
  if (reopens) return 'reopened'
  return isOpen(issue) ? 'updated' : 'updated, but left closed as not planned'
}

/** The issues that we created, identified by author and mark: open issues first, then newest first. */
async function ourIssues(repository: Repository, mark: string): Promise<Issue[]> {
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

/** Closes an issue before commenting on it, so that a retry does not comment twice. */
async function close(repository: Repository, number: number, text: string): Promise<void> {
  const { octokit, owner, repo } = repository
  const closed = { state: 'closed', state_reason: 'completed' } as const
  await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed })
  await comment(repository, number, text)
}

async function comment(repository: Repository, number: number, body: string): Promise<void> {
  const { octokit, owner, repo } = repository
  await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body })
}
