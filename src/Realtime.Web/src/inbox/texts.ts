import type { Plural } from '../locales/en.js';

const en = {
  inbox: 'Inbox',
  unread: { one: '{n} new message', other: '{n} new messages' } as Plural,
  empty: 'Nothing here yet.',
  new: 'New',
  'kind.reply': '{name} answered you',
  'kind.mention': '{name} mentioned you',
  'kind.addressed': '{name} wrote to you',
  'kind.approved': 'Your comment has been published',
  'kind.rejected': 'Your comment was not published after review',
  'kind.warned': 'A moderator has warned you',
  'kind.suspended': 'You may not write here for a time',
  'kind.banned': 'You may not write here any more',
  'kind.reportUpheld': 'Thank you: the comment that you reported has been taken away',
  'kind.reportGroundless': 'The comment that you reported was looked at, and stays',
  'kind.appealGranted': 'Your appeal was granted',
  'kind.appealDenied': 'Your appeal was looked at, and the decision stands',
};

type Texts = typeof en;

const hy: Texts = {
  inbox: 'Հաղորդագրություններ',
  unread: { one: '{n} նոր հաղորդագրություն', other: '{n} նոր հաղորդագրություն' },
  empty: 'Դեռ ոչինչ չկա։',
  new: 'Նոր',
  'kind.reply': '{name} պատասխանել է ձեզ',
  'kind.mention': '{name} հիշատակել է ձեզ',
  'kind.addressed': '{name} գրել է ձեզ',
  'kind.approved': 'Ձեր մեկնաբանությունը հրապարակված է',
  'kind.rejected': 'Ձեր մեկնաբանությունը ստուգումից հետո չի հրապարակվել',
  'kind.warned': 'Մոդերատորը զգուշացրել է ձեզ',
  'kind.suspended': 'Դուք որոշ ժամանակ չեք կարող այստեղ գրել',
  'kind.banned': 'Դուք այլևս չեք կարող այստեղ գրել',
  'kind.reportUpheld': 'Շնորհակալություն. մեկնաբանությունը, որից բողոքել էիք, հեռացված է',
  'kind.reportGroundless': 'Մեկնաբանությունը, որից բողոքել էիք, ստուգված է և մնում է',
  'kind.appealGranted': 'Ձեր բողոքարկումն ընդունված է',
  'kind.appealDenied': 'Ձեր բողոքարկումը քննված է, որոշումը մնում է',
};

const ru: Texts = {
  inbox: 'Сообщения',
  unread: { one: '{n} новое сообщение', few: '{n} новых сообщения', many: '{n} новых сообщений', other: '{n} нового сообщения' },
  empty: 'Пока ничего нет.',
  new: 'Новое',
  'kind.reply': 'Вам ответили: {name}',
  'kind.mention': 'Вас упоминает {name}',
  'kind.addressed': 'К вам обращается {name}',
  'kind.approved': 'Ваш комментарий опубликован',
  'kind.rejected': 'Ваш комментарий не опубликован после проверки',
  'kind.warned': 'Модератор вынес вам предупреждение',
  'kind.suspended': 'Вы временно не можете здесь писать',
  'kind.banned': 'Вы больше не можете здесь писать',
  'kind.reportUpheld': 'Спасибо: комментарий, на который вы пожаловались, убран',
  'kind.reportGroundless': 'Комментарий, на который вы пожаловались, проверен и остаётся',
  'kind.appealGranted': 'Ваша жалоба на решение удовлетворена',
  'kind.appealDenied': 'Ваша жалоба на решение рассмотрена, оно остаётся в силе',
};

const ar: Texts = {
  inbox: 'الرسائل',
  unread: { zero: 'لا رسائل جديدة', one: 'رسالة جديدة', two: 'رسالتان جديدتان', few: '{n} رسائل جديدة', many: '{n} رسالة جديدة', other: '{n} رسالة جديدة' },
  empty: 'لا شيء هنا بعد.',
  new: 'جديد',
  'kind.reply': 'رد عليك {name}',
  'kind.mention': 'ذكرك {name}',
  'kind.addressed': 'كتب إليك {name}',
  'kind.approved': 'نُشر تعليقك',
  'kind.rejected': 'لم يُنشر تعليقك بعد المراجعة',
  'kind.warned': 'حذرك مشرف',
  'kind.suspended': 'لا يمكنك الكتابة هنا لبعض الوقت',
  'kind.banned': 'لم يعد بإمكانك الكتابة هنا',
  'kind.reportUpheld': 'شكرًا لك: أُزيل التعليق الذي أبلغت عنه',
  'kind.reportGroundless': 'رُوجع التعليق الذي أبلغت عنه وهو باق',
  'kind.appealGranted': 'قُبل اعتراضك',
  'kind.appealDenied': 'نُظر في اعتراضك والقرار قائم',
};

const de: Texts = {
  inbox: 'Mitteilungen',
  unread: { one: '{n} neue Mitteilung', other: '{n} neue Mitteilungen' },
  empty: 'Noch nichts da.',
  new: 'Neu',
  'kind.reply': '{name} hat Ihnen geantwortet',
  'kind.mention': '{name} hat Sie erwähnt',
  'kind.addressed': '{name} hat Ihnen geschrieben',
  'kind.approved': 'Ihr Kommentar ist veröffentlicht',
  'kind.rejected': 'Ihr Kommentar wurde nach Prüfung nicht veröffentlicht',
  'kind.warned': 'Die Moderation hat Sie verwarnt',
  'kind.suspended': 'Sie dürfen hier eine Zeit lang nicht schreiben',
  'kind.banned': 'Sie dürfen hier nicht mehr schreiben',
  'kind.reportUpheld': 'Danke: Der gemeldete Kommentar ist entfernt',
  'kind.reportGroundless': 'Der gemeldete Kommentar wurde geprüft und bleibt',
  'kind.appealGranted': 'Ihrem Widerspruch wurde stattgegeben',
  'kind.appealDenied': 'Ihr Widerspruch wurde geprüft, es bleibt bei der Entscheidung',
};

const catalogues: Readonly<Record<string, Texts>> = { en, hy, ru, ar, de };

export const textsIn = (language: string): Texts => catalogues[language] ?? en;
