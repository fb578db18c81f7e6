import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import { metrics, SGD } from '../index';
import { freshCompileOptions } from './fresh-compile-options';

beforeAll(async () => {
  await useBackend('cpu');
});

test('makes anew what holds state, with the same config, and keeps the rest', () => {
  const optimizer = new SGD({ learningRate: 0.25, momentum: 0.5 });
  const auc = new metrics.AUC({ numThresholds: 5 });
  const loss = () => {
    throw new Error('never called');
  };
  const given = { optimizer, loss, metrics: { a: ['accuracy', auc], b: null }, stepsPerExecution: 3 };
  const fresh = freshCompileOptions(given, optimizer);
  expect(fresh).toMatchObject({ loss, stepsPerExecution: 3, metrics: { a: ['accuracy', {}], b: null } });
  expect(fresh).not.toHaveProperty('weightedMetrics');
  const copies = [fresh.optimizer, (fresh.metrics as typeof given.metrics).a[1]] as [SGD, metrics.AUC];
  expect(copies[0]).not.toBe(optimizer);
  expect(copies[0].getConfig()).toEqual(optimizer.getConfig());
  expect(copies[1]).not.toBe(auc);
  expect(copies[1].getConfig()).toEqual(auc.getConfig());
});

test('an optimizer that was given by name is that of the model', () => {
  const fresh = freshCompileOptions({ optimizer: 'adam' }, new SGD());
  expect(fresh.optimizer).toBeInstanceOf(SGD);
});
