import t from 'tap';
import { proposedWords } from '../../src/cli/proposal-words.ts';

t.test('what was proposed is told as a deed', async (t) => {
  const add = { deed: 'add', name: 'jc', person: '张三', roles: ['auditor'], units: [], officer: null };
  t.equal(
    proposedWords('zh', 'account', JSON.stringify(add)),
    '新增账号 jc; 姓名 张三; 角色 审计员; 单位 –; 执法人员 –',
  );
  const change = { deed: 'change', account: 'ST01-A000002', roles: ['auditor', 'clerk'], state: 'disabled' };
  t.equal(
    proposedWords('en', 'account', JSON.stringify(change)),
    'change account ST01-A000002; roles auditor, clerk; state disabled',
  );
  const reset = { deed: 'reset', account: 'ST01-A000002', secondFactor: true };
  t.match(proposedWords('en', 'account', JSON.stringify(reset)), /one-time password and take its second/);
  const role = { role: 'legal', grants: { 'evidence.give_out': 'all' }, secondFactor: true };
  t.equal(proposedWords('en', 'role', JSON.stringify(role)), 'define role legal: evidence.give_out=all');
});
