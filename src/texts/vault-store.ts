import type { Problem } from './text.ts';

/** A vault in an S3 store. */
export const vaultStoreProblems = {
  'vault.store_unreachable': {
    says: {
      en: 'the store {endpoint} should answer, but does not ({found})',
      zh: '对象存储 {endpoint} 应有应答，但没有（{found}）',
    },
    next: {
      en: 'check the network and `vault.s3.endpoint`; recordings wait on this station and go up by themselves',
      zh: '请检查网络与 `vault.s3.endpoint`；音像记录已暂存在本站，恢复后会自动上传',
    },
  },
  'vault.store_certificate': {
    says: {
      en: 'the certificate of the store {endpoint} should be one that is trusted here, but is not ({found})',
      zh: '对象存储 {endpoint} 的证书应受本机信任，但未通过验证（{found}）',
    },
    next: {
      en: 'set `vault.s3.caFile` to the certificate of the authority that signed it; never switch the check off',
      zh: '请将 `vault.s3.caFile` 设为签发机构的证书文件，不要关闭证书验证',
    },
  },
  'vault.store_refused': {
    says: {
      en: 'the store {store} should let this station use "{object}", but refuses ({found})',
      zh: '对象存储 {store} 应允许本站使用“{object}”，但拒绝（{found}）',
    },
    next: {
      en: 'check the keys and what they may do: read, write, list versions, set retention and legal holds, and delete versions for approved disposals; nothing else is needed',
      zh: '请检查访问密钥及其权限：读取、写入、列出版本、设置保留期限和法律封存，以及为已批准的处置删除版本；无需其他权限',
    },
  },
  'vault.store_failed': {
    says: {
      en: 'the store {store} should have carried out what it was asked of "{object}", but failed ({found})',
      zh: '对象存储 {store} 未能完成对“{object}”的操作（{found}）',
    },
    next: {
      en: 'look at the state of the store; recordings wait on this station and go up by themselves',
      zh: '请检查对象存储的运行状态；音像记录已暂存在本站，恢复后会自动上传',
    },
  },
  'vault.hold_missing': {
    says: {
      en: 'the legal hold on {object} should be {expected} in the store, but is {found} after it was set',
      zh: '对象存储中 {object} 的封存状态设置后应为 {expected}，实际为 {found}',
    },
    next: {
      en: 'the store does not keep legal holds; run `docket doctor --vault`',
      zh: '该对象存储未保持封存状态；请运行 `docket doctor --vault`',
    },
  },
  'vault.store_clock': {
    says: {
      en: 'the clock of the store {store} should agree with this machine within {tolerance} seconds, but is off ({ahead})',
      zh: '对象存储 {store} 的时钟与本机相差应在 {tolerance} 秒以内，实际偏差为 {ahead}',
    },
    next: {
      en: 'put both clocks right (NTP): locks are dates',
      zh: '请校准两端时钟（NTP）：锁定期限以日期计算',
    },
  },
  'vault.bucket_missing': {
    says: {
      en: 'the bucket of {store} should be at {endpoint}, but is not',
      zh: '{endpoint} 上应有 {store} 的存储桶，但没有找到',
    },
    next: {
      en: 'run `docket init`, which makes it with Object Lock, or correct `vault.s3.bucket`',
      zh: '请运行 `docket init` 创建带对象锁的存储桶，或更正 `vault.s3.bucket`',
    },
  },
  'vault.bucket_unlocked': {
    says: {
      en: 'the bucket of {store} should keep versions and have Object Lock, but has not ({found})',
      zh: '{store} 的存储桶应启用版本控制与对象锁，但未启用（{found}）',
    },
    next: {
      en: 'name a bucket that was made with Object Lock, or one that does not exist yet and run `docket init`',
      zh: '请改用创建时已启用对象锁的存储桶，或填写尚不存在的名称并运行 `docket init`',
    },
  },
  'vault.bucket_unnamed': {
    says: {
      en: '`vault.s3.bucket` should name the bucket of the vault, but is empty',
      zh: '`vault.s3.bucket` 应填写存证库的存储桶名称，但为空',
    },
    next: {
      en: 'name a bucket; `docket init` makes it where there is none',
      zh: '请填写存储桶名称；不存在时由 `docket init` 创建',
    },
  },
  'vault.keys_missing': {
    says: {
      en: 'the keys to the store should be in {where} (aws_access_key_id, aws_secret_access_key), but are not ({found})',
      zh: '{where} 中应有对象存储的访问密钥（aws_access_key_id、aws_secret_access_key），但没有（{found}）',
    },
    next: {
      en: 'set `vault.s3.keyFile` to a file that only the daemon may read, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; never write them into the configuration',
      zh: '请将 `vault.s3.keyFile` 设为仅守护进程可读的文件，或设置 AWS_ACCESS_KEY_ID 与 AWS_SECRET_ACCESS_KEY；切勿写入配置文件',
    },
  },
  'vault.lock_missing': {
    says: {
      en: '{object} should be locked ({expected}), but the store shows "{found}"',
      zh: '{object} 应已锁定（{expected}），但对象存储显示“{found}”',
    },
    next: {
      en: 'run `docket doctor --vault`: the store drops locks, or the keys may not see or set them',
      zh: '请运行 `docket doctor --vault`：对象存储丢弃了锁定，或访问密钥无权查看、设置锁定',
    },
  },
  'vault.retention_past': {
    says: {
      en: 'a retention date should lie in the future, but is {until}',
      zh: '保存期限应在将来，实际为 {until}',
    },
    next: {
      en: 'put the clock of this machine right',
      zh: '请校准本机时钟',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
