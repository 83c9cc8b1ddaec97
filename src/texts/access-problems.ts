import type { Problem } from './text.ts';

export const accessProblems = {
  'access.busy': {
    says: { en: 'Too many people are signing in at once.', zh: '同时登录的人数过多。' },
    next: { en: 'Try again in a few seconds.', zh: '请稍候数秒再试。' },
  },
  'access.account_unknown': {
    says: { en: 'There is no account {found}.', zh: '没有账号 {found}。' },
    next: { en: 'docket account list names them.', zh: '运行 docket account list 查看账号。' },
  },
  'access.config_unchanged': {
    says: {
      en: 'Nothing in the configuration that needs two persons differs from what stands.',
      zh: '配置中须经两人的设置与现行设置一致。',
    },
    next: {
      en: 'docket config history tells what stands.',
      zh: '运行 docket config history 查看现行设置的由来。',
    },
  },
  'access.config_step_wrong': {
    says: {
      en: 'This is not the way from the settings that stand to those that were proposed.',
      zh: '所提变更与现行设置不符。',
    },
    next: {
      en: 'The configuration has changed meanwhile. Propose it again: docket config propose',
      zh: '配置已在此期间变更，请重新提出：docket config propose',
    },
  },
  'access.os_user_wrong': {
    says: {
      en: '{found} cannot be a user of the operating system.',
      zh: '{found} 不能作为操作系统用户名。',
    },
    next: { en: 'Give the name as the machine has it: id -un', zh: '请填写本机的用户名：id -un' },
  },
  'access.order_unsigned': {
    says: {
      en: 'The order {order} is given by the owner of the data folder alone, not by an account.',
      zh: '指令 {order} 仅限数据文件夹所有者下达，不能由账号下达。',
    },
    next: {
      en: 'Leave out --as; or use the screens, where accounts may do more.',
      zh: '请去掉 --as；或使用界面办理。',
    },
  },
  'access.signature_missing': {
    says: {
      en: 'At this door orders are taken of accounts alone.',
      zh: '此入口仅接受账号签署的指令。',
    },
    next: { en: 'Say whose order it is: --as ACCOUNT', zh: '请指明由谁下达：--as 账号' },
  },
  'access.signature_refused': {
    says: {
      en: 'Account {account} was not let in with this password or code.',
      zh: '账号 {account} 的密码或验证码不正确。',
    },
    next: {
      en: 'Try again; five failures lock it for a while.',
      zh: '请重试；连续失败五次将被暂时锁定。',
    },
  },
  'access.signature_locked': {
    says: {
      en: 'Too many failures: account {account} is locked for {seconds} s.',
      zh: '失败次数过多：账号 {account} 已锁定 {seconds} 秒。',
    },
    next: {
      en: 'Wait, or have it unlocked: docket account unlock {account}',
      zh: '请等待，或由管理员解锁：docket account unlock {account}',
    },
  },
  'access.code_needed': {
    says: {
      en: 'Account {account} needs a code of its authenticator too.',
      zh: '账号 {account} 还需要验证器的动态码。',
    },
    next: { en: 'Give it after the password.', zh: '请在密码之后输入。' },
  },
  'access.signature_pending': {
    says: {
      en: 'Account {account} must first do this on the screens: {pending}.',
      zh: '账号 {account} 须先在界面完成：{pending}。',
    },
    next: {
      en: 'Sign in with a browser, and change the password or enrol the authenticator.',
      zh: '请用浏览器登录，修改密码或绑定验证器。',
    },
  },
  'access.not_allowed': {
    says: {
      en: 'Account {account} may not do this: it needs {permission}, also for what this is about.',
      zh: '账号 {account} 无权办理：需要对该对象的 {permission} 权限。',
    },
    next: { en: 'Ask somebody who may.', zh: '请由有权限的人员办理。' },
  },
  'access.name_wrong': {
    says: { en: 'The name {found} cannot be an account’s name.', zh: '{found} 不能作为账号名。' },
    next: {
      en: 'Give 2 to 32 letters, digits, ".", "_" or "-", beginning with a letter or digit.',
      zh: '请使用 2 至 32 个字母、汉字、数字或“.”“_”“-”，以字母、汉字或数字开头。',
    },
  },
  'access.name_taken': {
    says: { en: 'There is an account {name} already.', zh: '账号 {name} 已存在。' },
    next: {
      en: 'Choose another name, or enable that account: docket account enable {name}',
      zh: '请换用其他名称，或启用该账号：docket account enable {name}',
    },
  },
  'access.own_account': {
    says: {
      en: 'Account {account} is your own: nobody changes their own roles, units or state.',
      zh: '账号 {account} 是您本人的：任何人不得变更本人的角色、单位或状态。',
    },
    next: { en: 'Ask another administrator.', zh: '请由其他管理员办理。' },
  },
  'access.role_unknown': {
    says: { en: 'There is no role {found}.', zh: '没有角色 {found}。' },
    next: { en: 'docket role list names them.', zh: '运行 docket role list 查看角色。' },
  },
  'access.role_built_in': {
    says: {
      en: 'Role {role} comes with the program and cannot be changed.',
      zh: '角色 {role} 为内置角色，不能变更。',
    },
    next: { en: 'Define a role under another name.', zh: '请以其他名称设定角色。' },
  },
  'access.role_name_wrong': {
    says: { en: '{found} cannot be a role’s name.', zh: '{found} 不能作为角色名。' },
    next: {
      en: 'Give 2 to 32 lower-case letters, digits or "_", beginning with a letter.',
      zh: '请使用 2 至 32 个小写字母、数字或“_”，以字母开头。',
    },
  },
  'access.grant_wrong': {
    says: { en: 'A role cannot grant {found}.', zh: '角色不能授予 {found}。' },
    next: { en: 'Allowed: {allowed}', zh: '可用：{allowed}' },
  },
  'access.row_unknown': {
    says: { en: 'Register {register} has no row {found}.', zh: '登记簿 {register} 中没有 {found}。' },
    next: {
      en: 'Enter it first: docket register set {register}',
      zh: '请先登记：docket register set {register}',
    },
  },
  'access.badge_taken': {
    says: { en: 'That badge is account {owner}’s.', zh: '该工牌属于账号 {owner}。' },
    next: {
      en: 'Take it away there first: docket account badge {owner} --remove',
      zh: '请先取消其绑定：docket account badge {owner} --remove',
    },
  },
  'access.question_unknown': {
    says: { en: 'You have kept no question {found}.', zh: '您没有保存名为 {found} 的查询。' },
    next: { en: 'Look it up among your questions.', zh: '请在已保存的查询中查找。' },
  },
  'access.questions_full': {
    says: {
      en: 'You have kept {most} questions, as many as there can be.',
      zh: '您保存的查询已达上限 {most} 个。',
    },
    next: { en: 'Forget one, or keep it in place of another.', zh: '请删除或覆盖已有查询。' },
  },
  'access.token_unknown': {
    says: { en: 'There is no token {found}.', zh: '没有令牌 {found}。' },
    next: { en: 'docket token list names them.', zh: '运行 docket token list 查看令牌。' },
  },
  'access.token_beyond': {
    says: {
      en: 'A token of account {account} cannot have the permission {found}: the account does not have it.',
      zh: '账号 {account} 的令牌不能具有权限 {found}：该账号没有此权限。',
    },
    next: { en: 'Allowed: {allowed}', zh: '可用：{allowed}' },
  },
  'access.token_long': {
    says: {
      en: 'A token for {found} days is asked for; {most} are allowed.',
      zh: '令牌有效期 {found} 天超过上限 {most} 天。',
    },
    next: { en: 'Ask for fewer days (access.tokenDays).', zh: '请缩短天数（access.tokenDays）。' },
  },
  'access.proposal_unknown': {
    says: { en: 'There is no proposal {found}.', zh: '没有待确认事项 {found}。' },
    next: { en: 'docket proposal list names them.', zh: '运行 docket proposal list 查看。' },
  },
  'access.proposal_kind': {
    says: {
      en: 'This program cannot carry out proposals of the kind {found}.',
      zh: '本程序不能执行 {found} 类事项。',
    },
    next: { en: 'Use the version that made it.', zh: '请使用提出该事项的程序版本。' },
  },
  'access.proposal_settled': {
    says: { en: 'Proposal {proposal} is settled: {state}.', zh: '事项 {proposal} 已了结：{state}。' },
    next: { en: 'Propose it anew where it is still wanted.', zh: '如仍需要，请重新提出。' },
  },
  'access.proposal_own': {
    says: {
      en: 'Proposal {proposal} was made by {proposer}: another person confirms or rejects it, they alone withdraw it.',
      zh: '事项 {proposal} 由 {proposer} 提出：须由他人确认或驳回，仅本人可撤回。',
    },
    next: { en: 'Ask another person.', zh: '请由他人办理。' },
  },
  'access.password_wrong': {
    says: { en: 'The present password is wrong.', zh: '当前密码不正确。' },
    next: { en: 'Type it again.', zh: '请重新输入。' },
  },
  'access.password_locked': {
    says: {
      en: 'After too many failures nothing is tried for {seconds} s.',
      zh: '失败次数过多，{seconds} 秒内不再尝试。',
    },
    next: { en: 'Wait, or have the account unlocked.', zh: '请等待，或由管理员解除锁定。' },
  },
  'access.password_short': {
    says: { en: 'That password is too short.', zh: '密码过短。' },
    next: {
      en: 'Choose {shortest} characters or more; a sentence does.',
      zh: '请使用不少于 {shortest} 个字符，可用一句话。',
    },
  },
  'access.password_long': {
    says: { en: 'That password is too long.', zh: '密码过长。' },
    next: { en: 'Choose {shortest} to 128 characters.', zh: '请使用 {shortest} 至 128 个字符。' },
  },
  'access.password_listed': {
    says: {
      en: 'That password, or one that it is made of, stands on the list of those used most.',
      zh: '该密码或其主要部分在常用密码表中。',
    },
    next: {
      en: 'Choose another of {shortest} characters or more.',
      zh: '请换用其他不少于 {shortest} 个字符的密码。',
    },
  },
  'access.password_own_word': {
    says: {
      en: 'That password is little more than a name of yours or of the station.',
      zh: '该密码主要由本人或本站的名称构成。',
    },
    next: {
      en: 'Choose another of {shortest} characters or more.',
      zh: '请换用其他不少于 {shortest} 个字符的密码。',
    },
  },
  'access.password_repeats': {
    says: { en: 'That password repeats itself.', zh: '该密码由重复内容构成。' },
    next: {
      en: 'Choose another of {shortest} characters or more.',
      zh: '请换用其他不少于 {shortest} 个字符的密码。',
    },
  },
  'access.password_same': {
    says: { en: 'That is the present password.', zh: '新密码与当前密码相同。' },
    next: {
      en: 'Choose another of {shortest} characters or more.',
      zh: '请换用其他不少于 {shortest} 个字符的密码。',
    },
  },
  'access.needs_password': {
    says: {
      en: 'This needs a sign-in by password; a PIN, a badge or a token does not do.',
      zh: '此操作须以密码登录，PIN 码、工牌或令牌均不可。',
    },
    next: { en: 'Sign in by password.', zh: '请以密码登录。' },
  },
  'access.factor_standing': {
    says: { en: 'The account has a second factor already.', zh: '该账号已设定第二因素。' },
    next: {
      en: 'Have it taken away first: docket account reset-password NAME --second-factor',
      zh: '请先由管理员取消：docket account reset-password 账号 --second-factor',
    },
  },
  'access.totp_wrong': {
    says: { en: 'The code is not the authenticator’s.', zh: '验证码不正确。' },
    next: {
      en: 'Look at the clock of the telephone, and type the code shown now.',
      zh: '请核对手机时间并输入当前显示的验证码。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
