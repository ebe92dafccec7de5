import { loginOf, type Repository, type Told } from './client.ts'

/**
 * Writes our one comment on a pull request, in place of what it said before.
 *
 * @param mark by which it is found again; it stands in the body
 */
export async function tellPullRequest(
  repository: Repository,
  number: number,
  mark: string,
  body: string
): Promise<Told> {
  const { octokit, owner, repo } = repository
  const earlier = await ourComment(repository, number, mark)
  const { data } = earlier
    ? await octokit.rest.issues.updateComment({ owner, repo, comment_id: earlier, body })
    : await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body })
  return { number, url: data.html_url }
}

async function ourComment(
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
