import { describe, expect, test } from '@jest/globals'
import { until } from '../../../__tests__/support/poll.ts'
import type { Resource } from '../../protocol/request.ts'
import { openAccount, POOL, untilNodes, untilSteady } from '../test-account.ts'

const rejected = (status: number, code: string) => expect.objectContaining({ status, code })

/** A pool with a formula. Its interval of five minutes takes a twentieth of a second. */
const scaling = (autoScaleFormula: string) => ({
  ...POOL,
  enableAutoScale: true,
  autoScaleFormula,
  autoScaleEvaluationInterval: 'PT5M'
})

describe('a pool with autoscaling', () => {
  test('gets the size that its formula says, and shows the last run', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', scaling('$TargetDedicatedNodes=1;$TargetLowPriorityNodes=1;'))
    await untilNodes(account, 2, 'idle')
    expect(await untilSteady(account)).toMatchObject({
      enableAutoScale: true,
      autoScaleFormula: '$TargetDedicatedNodes=1;$TargetLowPriorityNodes=1;',
      autoScaleEvaluationInterval: 'PT5M',
      autoScaleRun: {
        timestamp: expect.any(String),
        results: '$TargetDedicatedNodes=1;$TargetLowPriorityNodes=1;$NodeDeallocationOption=requeue'
      },
      targetDedicatedNodes: 1,
      currentLowPriorityNodes: 1
    })
  })

  test('follows the number of waiting tasks up and down', async () => {
    await using account = await openAccount()
    await account.ask(
      'pool.add',
      scaling(`
        interval = TimeInterval_Minute * 5;
        samples = $PendingTasks.GetSamplePercent(interval);
        tasks = samples < 70 ? max(0, $PendingTasks.GetSample(1)) : max($PendingTasks.GetSample(interval));
        $TargetDedicatedNodes = min(3, tasks);`)
    )
    account.demand.activeTasks = 5
    await untilNodes(account, 3, 'idle')
    account.demand.activeTasks = 0
    await untilNodes(account, 0)
  })

  test('has its own time, in which an interval passes with every run', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', POOL)
    const { creationTime } = await untilSteady(account)
    const young = `time() - time("${creationTime}") < 3 * TimeInterval_Hour`
    await account.ask('pool.enableAutoScale', {
      autoScaleFormula: `$TargetDedicatedNodes = ${young} ? 1 : 0;`,
      autoScaleEvaluationInterval: 'PT5M'
    })
    await untilNodes(account, 1, 'idle')
    await untilNodes(account, 0)
  })

  test('takes samples as often as its own time requires', async () => {
    await using account = await openAccount()
    const all = '$PendingTasks.GetSamplePercent(TimeInterval_Minute * 5) > 90'
    await account.ask(
      'pool.add',
      scaling(`$TargetDedicatedNodes = max($TargetDedicatedNodes, ${all});`)
    )
    expect(await account.pool()).toMatchObject({ targetDedicatedNodes: 0 })
    await untilNodes(account, 1, 'idle')
  })

  test('shows in its run why a formula failed, and continues', async () => {
    await using account = await openAccount()
    const formula = '$TargetDedicatedNodes = 1 / $PendingTasks;'
    await expect(account.ask('pool.add', scaling(formula))).rejects.toEqual(
      rejected(400, 'InvalidAutoScalingSettings')
    )
    account.demand.activeTasks = 1
    await account.ask('pool.add', scaling(formula))
    await untilNodes(account, 1, 'idle')
    account.demand.activeTasks = 0
    const error = await until(async () => {
      const { autoScaleRun } = await account.pool()
      return ((autoScaleRun as Resource | undefined)?.['error'] as Resource | undefined) ?? false
    })
    expect(error).toEqual({
      code: 'AutoScalingFormulaEvaluationError',
      message: 'The specified auto-scaling formula has evaluation error',
      values: [{ name: 'Message', value: 'Line 1, Col 27: Division by zero' }]
    })
    expect(await account.nodes()).toHaveLength(1)
  })

  test('evaluates any formula without applying it', async () => {
    await using account = await openAccount()
    const evaluate = (autoScaleFormula: string) =>
      account.ask('pool.evaluateAutoScale', { autoScaleFormula })
    await account.ask('pool.add', POOL)
    await untilSteady(account)
    await expect(evaluate('x=1')).rejects.toEqual(rejected(409, 'OperationInvalidForCurrentState'))
    await account.ask('pool.enableAutoScale', { autoScaleFormula: '$TargetDedicatedNodes=0' })
    const good = await evaluate('$TargetLowPriorityNodes=3')
    expect(good.status).toBe(200)
    expect(Object.keys(good.headers ?? {})).toEqual(['dataserviceid'])
    expect(good.json).toEqual({
      'odata.metadata':
        'http://127.0.0.1:1/$metadata#Microsoft.Azure.Batch.Protocol.Entities.AutoScaleRun',
      timestamp: expect.any(String),
      results: '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=3;$NodeDeallocationOption=requeue'
    })
    const bad = await evaluate('something_useless')
    expect(bad).toMatchObject({
      status: 200,
      json: {
        results:
          '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue',
        error: {
          code: 'AutoScalingFormulaEvaluationError',
          values: [{ name: 'Message', value: 'Line 1, Col 1: Undefined symbol: something_useless' }]
        }
      }
    })
    expect(await account.nodes()).toEqual([])
  })

  test('cannot be resized until autoscaling is disabled', async () => {
    await using account = await openAccount()
    await account.ask('pool.add', POOL)
    await untilSteady(account)
    await expect(account.ask('pool.enableAutoScale', {})).rejects.toEqual(
      rejected(400, 'MissingRequiredProperty')
    )
    await account.ask('pool.enableAutoScale', { autoScaleFormula: 'x=1' })
    const { eTag } = await account.pool()
    await expect(account.ask('pool.resize', { targetDedicatedNodes: 1 })).rejects.toEqual(
      rejected(409, 'OperationInvalidForCurrentState')
    )
    const { status, headers } = await account.ask('pool.disableAutoScale')
    expect([status, headers?.['etag']]).toEqual([200, eTag])
    const pool = await account.pool()
    expect(pool).toMatchObject({ enableAutoScale: false })
    expect(pool).not.toHaveProperty('autoScaleFormula')
    await account.ask('pool.resize', { targetDedicatedNodes: 1 })
    await untilNodes(account, 1, 'idle')
  })
})
