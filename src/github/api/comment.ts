import { loginOf, type Repository, type WrittenTo } from './client.ts'

/**
 * Creates our comment on a pull request, or replaces its text.
 *
 * @param mark identifies the comment, and is part of the body
 */
export async function writeComment(
  repository: Repository,
  number: number,
  mark: string,
  body: string
): Promise<WrittenTo> {
  const { octokit, owner, repo } = repository
  const earlier = await findComment(repository, number, mark)
  const { data } = earlier
    ? await octokit.rest.issues.updateComment({ owner, repo, comment_id: earlier, body })
    : await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body })
  return { number, url: data.html_url }
}

/** The ID of our comment; null if there is none. */
async function findComment(
  repository: Repository,
  number: number,
  mark: string
): Promise<number | null> {
  const { octokit, owner, repo } = repository
  const login = await loginOf(repository)
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...{ owner, repo, issue_number: number, per_page: 100 }
  })
  const found = comments.find(({ body, user }) => user?.login === login && body?.includes(mark))
  return found?.id ?? null
}
